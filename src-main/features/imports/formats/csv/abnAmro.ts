/**
 * ABN AMRO: the TXT export (`.TAB`, eight columns without names) and the sheet with names (XLS, XLSX). The description has the styles of
 * its MT940: code words between slashes, or lines of two columns of 32 characters. One booking may come in either style,
 * depending on when it is downloaded, so both end in the same fields.
 */
import { parseCodeWords } from '../codeWords.ts';
import { columnsOf, parseColumns } from '../mt940/columns.ts';
import { noFields, type PaymentFields, solidReference, tidyText } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { labelledParts } from './labelledParts.ts';
import { messageFields } from './messageText.ts';

/** Two columns of 32 characters with one blank between; the next line follows without one. */
const lineWidth = 65;
const columnWidth = 32;

/** The description as lines of two columns; null when it is not cut that way. */
function linesOf(text: string): readonly string[] | null {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineWidth) {
    const line = text.slice(at, at + lineWidth);
    if (line.length > columnWidth && line[columnWidth] !== ' ') return null;
    lines.push(line);
  }
  return lines;
}

const labels = [
  'IBAN',
  'BIC',
  'Naam',
  'Omschrijving',
  'Kenmerk',
  'Betalingskenm.',
  'Machtiging',
  'Incassant',
  'ID debiteur',
  'Voor',
  'Reden',
] as const;

/** Labels wherever they stand, for texts whose columns an editor or another program shifted. */
function labelled(text: string): PaymentFields | null {
  const { head, parts } = labelledParts(text, labels);
  if (!/^SEPA /i.test(head) || parts.size === 0) return null;
  const part = (label: (typeof labels)[number]): string | null => tidyText(parts.get(label) ?? null);
  const reference = part('Betalingskenm.');
  return {
    ...noFields,
    account: part('IBAN'),
    bic: part('BIC'),
    name: part('Naam'),
    ultimateName: part('Voor'),
    ultimateId: part('ID debiteur'),
    remittance: part('Omschrijving'),
    reference: reference === null ? null : solidReference(reference, 'CUR'),
    endToEndId: part('Kenmerk'),
    mandateId: part('Machtiging'),
    creditorId: part('Incassant'),
    isReturn: /terugboeking|storno|niet uitgevoerd/i.test(head),
  };
}

/** Card payments since 2022: `BEA, Betaalpas`, the shop and the card, then number and time. */
function card(columns: readonly string[]): PaymentFields | null {
  const [first = '', second = ''] = columns;
  if (!/^(?:BEA|GEA|eCom), /.test(first)) return null;
  const name = /^(.{1,40}),PAS\d{1,4}/.exec(second.trim())?.[1] ?? null;
  return { ...noFields, name, remittance: columns.join(' ') };
}

export function abnAmroDescription(description: string): Partial<PaymentFields> {
  const text = description.trimEnd();
  const codeWords = /^\s?\/[A-Z]{4}\//.test(text) ? parseCodeWords([text]) : null;
  if (codeWords !== null) return withMessage(codeWords);
  const lines = linesOf(text);
  if (lines !== null) {
    const known = card(columnsOf(lines)) ?? parseColumns(lines);
    if (known !== null) return withMessage(known);
  }
  const known = labelled(text);
  return known === null ? messageFields(text) : withMessage(known);
}

/** A message that is a reference and nothing else is one, whatever style it came in. */
function withMessage(fields: PaymentFields): Partial<PaymentFields> {
  if (fields.reference !== null || fields.remittance === null) return fields;
  return { ...fields, ...messageFields(fields.remittance) };
}

const describe = (record: CsvRecord): Partial<PaymentFields> => abnAmroDescription(record.raw('text'));

const money = /^[+-]?\d{1,12}(?:,\d{1,2})?$/;

export const abnAmroTab: CsvLayout = {
  ...commonLayout,
  id: 'csv-abn-amro',
  label: 'ABN AMRO (TXT)',
  find: {
    delimiters: ['\t'],
    width: { from: 8, to: 9 },
    shape: { 0: /^(?:\d{9,10}|[A-Z]{2}\d{2}[A-Z0-9]{10,30})$/, 1: /^[A-Z]{3}$/, 2: /^\d{8}$/, 3: money, 4: money, 5: /^\d{8}$/, 6: money },
    places: { account: 0, currency: 1, bookDate: 2, balanceBefore: 3, balance: 4, valueDate: 5, amount: 6, text: 7 },
  },
  describe,
};

export const abnAmroSheet: CsvLayout = {
  ...commonLayout,
  id: 'sheet-abn-amro',
  label: 'ABN AMRO (Excel)',
  find: {
    header: [
      ['accountNumber', 'mutationcode', 'transactiondate', 'valuedate', 'startsaldo', 'endsaldo', 'amount', 'description'],
      ['Rekeningnummer', 'Muntsoort', 'Transactiedatum', 'Rentedatum', 'Beginsaldo', 'Eindsaldo', 'Transactiebedrag', 'Omschrijving'],
    ],
    without: [],
    names: {
      account: ['accountNumber', 'Rekeningnummer'],
      currency: ['mutationcode', 'Muntsoort'],
      bookDate: ['transactiondate', 'Transactiedatum'],
      valueDate: ['valuedate', 'Rentedatum'],
      balanceBefore: ['startsaldo', 'Beginsaldo'],
      balance: ['endsaldo', 'Eindsaldo'],
      amount: ['amount', 'Transactiebedrag'],
      text: ['description', 'Omschrijving'],
    },
  },
  mark: 'shown',
  describe,
};
