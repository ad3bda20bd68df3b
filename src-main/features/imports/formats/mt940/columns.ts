/**
 * The column layouts of ABN AMRO: lines of two columns of 32 characters with one blank between. The columns are one text that was cut
 * at 32 without regard to words; a column that is not full ended by itself. Labels stand at the start of a column.
 */
import { noFields, solidReference, type PaymentFields } from '../paymentFields.ts';
import { takeReference } from './labelledReference.ts';

const width = 32;

/** Where the second column starts: behind the blank between the columns, or at once where an editor lost that blank. */
const secondColumn = (line: string): number => (line[width] === ' ' ? width + 1 : width);

/** The columns of all lines in reading order, trailing blanks removed; empty ones left out. */
export function columnsOf(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => [line.slice(0, width), line.slice(secondColumn(line))])
    .map((column) => column.trimEnd())
    .filter((column) => column !== '');
}

/** Columns as one text again: a full column goes on in the next without a blank. */
export function joinColumns(columns: readonly string[]): string {
  return columns.map((column, index) => (index === columns.length - 1 || column.length >= width ? column : `${column} `)).join('');
}

const label = /^(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\.|MACHTIGING|INCASSANT|ID DEBITEUR|VOOR|REDEN)\s?:\s?/i;

const sepaStart = /^SEPA [A-Z]/i;

/** Whether a line is cut where ABN AMRO cuts: never more than 65 characters, and a blank in front of the second column. */
const fitsColumns = (line: string): boolean =>
  line.length <= 2 * width + 1 && (line.length <= width || line[width] === ' ' || line[width - 1] === ' ');

function labelledFields(columns: readonly string[]): PaymentFields {
  const values = new Map<string, string[]>();
  let current: string[] | null = null;
  const heading: string[] = [];
  for (const column of columns) {
    const match = label.exec(column);
    const name = match?.[1]?.toUpperCase();
    if (match !== null && name !== undefined && !values.has(name)) {
      current = [column];
      values.set(name, current);
    } else if (current === null) heading.push(column);
    else current.push(column);
  }
  const value = (name: string): string | null => {
    const found = values.get(name);
    return found === undefined ? null : joinColumns(found).replace(label, '');
  };
  const reference = value('BETALINGSKENM.');
  return {
    ...noFields,
    account: value('IBAN'),
    bic: value('BIC'),
    name: value('NAAM'),
    ultimateName: value('VOOR'),
    ultimateId: value('ID DEBITEUR'),
    remittance: value('OMSCHRIJVING'),
    reference: reference === null ? null : solidReference(reference, 'CUR'),
    endToEndId: value('KENMERK'),
    mandateId: value('MACHTIGING'),
    creditorId: value('INCASSANT'),
    returnReason: /^[A-Z]{2}\d{2}$/.exec(value('REDEN') ?? '')?.[0] ?? null,
    isReturn: /TERUGBOEKING|STORNO|NIET UITGEVOERD/i.test(joinColumns(heading)),
  };
}

/** Before SEPA: `12.34.56.789 NAME`, `GIRO 428428 NAME`, and card payments `BEA NR:.. dd.mm.yy/hh.mm SHOP,PAS123`. */
function oldFields(lines: readonly string[]): PaymentFields | null {
  const columns = columnsOf(lines);
  const text = joinColumns(columns);
  const card = /^(?:BEA|GEA)\s.{0,40}?\d\d\.\d\d\.\d\d\/\d\d\.\d\d\s{0,5}(.{1,60}?)\s?,PAS\s?\d{1,4}/.exec(text);
  if (card !== null) return { ...noFields, name: card[1] ?? null, remittance: lines.join(' ') };
  const [first = '', ...others] = columns;
  const account = /^(?:GIRO\s{1,10}(\d{1,10})|(\d{1,3}\.\d{2}\.\d{2}\.\d{3}))(?:\s(.*))?$/.exec(first);
  if (account === null) return null;
  const nameHere = account[3]?.trim() ?? '';
  const name = nameHere === '' ? (others[0] ?? null) : nameHere;
  const body = joinColumns(nameHere === '' ? others.slice(1) : others);
  const { reference, rest } = takeReference(body);
  return {
    ...noFields,
    account: (account[1] ?? account[2] ?? '').replaceAll('.', ''),
    name,
    remittance: rest,
    reference,
  };
}

/** Reads a description in the columns of ABN AMRO; null when it is none. */
export function parseColumns(lines: readonly string[]): PaymentFields | null {
  if (!lines.every(fitsColumns)) return null;
  const columns = columnsOf(lines);
  const labels = columns.filter((column) => label.test(column)).length;
  if (labels >= 2 || (labels === 1 && sepaStart.test(columns[0] ?? ''))) return labelledFields(columns);
  return oldFields(lines);
}
