/** Writes CODA as a Belgian bank would: records of 128 columns, totals in the trailer. For samples, laws and measurements. */

export type CodaParty = { readonly account: string; readonly name: string; readonly bic?: string };

export type CodaRow = {
  readonly sequence: number;
  readonly detail?: number;
  readonly cents: number;
  /** TFFOOCCC. */
  readonly code: string;
  /** DDMMYY. */
  readonly date: string;
  readonly bookDate?: string;
  readonly globalisation?: string;
  readonly text?: string;
  /** Type of structured communication; `text` is its content then. */
  readonly structured?: string;
  readonly reference?: string;
  readonly returned?: string;
  readonly purpose?: string;
  readonly party?: CodaParty;
  readonly bankRef?: string;
  /** Chains of records 3.1: a type, or null for free text, and the text. */
  readonly information?: readonly (readonly [type: string | null, text: string])[];
};

export type CodaStatementText = {
  readonly structure?: '0' | '1' | '2' | '3';
  /** The account field of record 1 with its currency, 37 columns. */
  readonly account: string;
  readonly number: string;
  readonly opening: number;
  readonly date: string;
  readonly rows: readonly CodaRow[];
  readonly messages?: readonly string[];
  readonly isLast?: boolean;
  readonly version?: '1' | '2';
  readonly isCopy?: boolean;
  readonly application?: string;
};

const width = 128;
const right = (text: string, length: number): string => text.slice(0, length).padEnd(length);
const zeros = (value: number, length: number): string => String(value).padStart(length, '0');
const amount = (cents: number): string => zeros(Math.abs(cents), 14) + '0';
const sign = (cents: number): string => (cents < 0 ? '1' : '0');

/** A record from its fields: the first column of each, counted from 1, and the text. */
export function codaRecord(fields: Readonly<Record<number, string>>): string {
  let record = '';
  for (const [column, text] of Object.entries(fields)) record = record.padEnd(Number(column) - 1) + text;
  return record.padEnd(width).slice(0, width);
}

/** Account field of record 1 for a Belgian IBAN (structure 2). */
export const belgianField = (iban: string, currency: string): string => right(iban, 34) + currency;

function informationRecords(row: CodaRow, number: string, from: number): readonly string[] {
  return (row.information ?? []).flatMap(([type, text], index) => {
    const detail = zeros(from + index, 4);
    const room = type === null ? 73 : 70;
    const head = {
      1: '31',
      3: number,
      7: detail,
      11: right(row.bankRef ?? '', 21),
      32: row.code,
      40: (type === null ? '0' : `1${type}`) + right(text, room),
    };
    const second = text.slice(room, room + 105);
    const third = text.slice(room + 105, room + 195);
    return [
      codaRecord({ ...head, 126: second === '' ? '0' : '1', 128: '0' }),
      ...(second === '' ? [] : [codaRecord({ 1: '32', 3: number, 7: detail, 11: second, 126: third === '' ? '0' : '1', 128: '0' })]),
      ...(third === '' ? [] : [codaRecord({ 1: '33', 3: number, 7: detail, 11: third, 126: '0', 128: '0' })]),
    ];
  });
}

export function codaMovementRecords(row: CodaRow): readonly string[] {
  const number = zeros(row.sequence, 4);
  const detail = zeros(row.detail ?? 0, 4);
  const content = row.structured === undefined ? (row.text ?? '') : `${row.structured}${row.text ?? ''}`;
  const [second, third] = [content.slice(53, 106), content.slice(106, 149)];
  const { party } = row;
  const hasThird = party !== undefined || third !== '';
  const hasSecond = hasThird || second !== '' || row.reference !== undefined || row.returned !== undefined;
  return [
    codaRecord({
      1: '21',
      3: number,
      7: detail,
      11: right(row.bankRef ?? '', 21),
      32: sign(row.cents),
      33: amount(row.cents),
      48: row.date,
      54: row.code,
      62: row.structured === undefined ? '0' : '1',
      63: content.slice(0, 53),
      116: row.bookDate ?? row.date,
      122: '001',
      125: row.globalisation ?? '0',
      126: hasSecond ? '1' : '0',
      128: row.information === undefined ? '0' : '1',
    }),
    ...(hasSecond
      ? [
          codaRecord({
            1: '22',
            3: number,
            7: detail,
            11: second,
            64: row.reference ?? '',
            99: party?.bic ?? '',
            113: row.returned ?? '',
            122: row.purpose ?? '',
            126: hasThird ? '1' : '0',
            128: '0',
          }),
        ]
      : []),
    ...(hasThird
      ? [
          codaRecord({
            1: '23',
            3: number,
            7: detail,
            11: right(party?.account ?? '', 34),
            48: right(party?.name ?? '', 35),
            83: third,
            126: '0',
            128: '0',
          }),
        ]
      : []),
    ...informationRecords(row, number, (row.detail ?? 0) + 1),
  ];
}

/** One statement, from header to trailer. The new balance is the old one with the movements. */
export function codaStatement(statement: CodaStatementText): readonly string[] {
  const { account, number, opening, date, rows, structure = '2' } = statement;
  const movements = rows.filter((row) => (row.detail ?? 0) === 0);
  const sum = (wanted: (cents: number) => boolean): number =>
    movements.filter((row) => wanted(row.cents)).reduce((total, row) => total + row.cents, 0);
  const closing = opening + sum(() => true);
  const inside = rows.flatMap(codaMovementRecords);
  return [
    codaRecord({
      1: '00000',
      6: date,
      12: '305',
      15: '05',
      17: statement.isCopy === true ? 'D' : ' ',
      25: 'VB00000001',
      35: 'VOORBEELD INSTALLATIES',
      61: 'FICTBEBB',
      72: '00000000000',
      84: statement.application ?? '00000',
      128: statement.version ?? '2',
    }),
    codaRecord({
      1: '1',
      2: structure,
      3: '001',
      6: account,
      43: sign(opening),
      44: amount(opening),
      59: date,
      65: 'VOORBEELD INSTALLATIES',
      91: 'ZICHTREKENING',
      126: number,
    }),
    ...inside,
    codaRecord({
      1: '8',
      2: '001',
      5: account,
      42: sign(closing),
      43: amount(closing),
      58: date,
      128: statement.messages === undefined ? '0' : '1',
    }),
    ...(statement.messages ?? []).map((text, index) =>
      codaRecord({ 1: '4', 3: zeros(index + 1, 4), 7: '0000', 33: right(text, 80), 128: '0' }),
    ),
    codaRecord({
      1: '9',
      17: zeros(inside.length + 2, 6),
      23: amount(sum((cents) => cents < 0)),
      38: amount(sum((cents) => cents > 0)),
      128: statement.isLast === false ? '1' : '2',
    }),
  ];
}

export const codaText = (statements: readonly CodaStatementText[], lineEnd: string): string =>
  statements
    .flatMap((statement, index) => codaStatement({ isLast: index === statements.length - 1, ...statement }))
    .map((line) => line + lineEnd)
    .join('');
