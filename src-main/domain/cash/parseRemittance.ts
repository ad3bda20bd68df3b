/**
 * Reads a remittance advice as people paste or export it: lines with the number of an invoice and an amount, between tabs, semicolons,
 * commas, bars or runs of blanks. A comma is also a decimal mark and stands in sentences: it parts cells where quotes, a heading or an
 * amount with a dot say so. It is text of others: lines, cells and lengths are bounded, and no line costs more than its length.
 */
import { type Cents, cents, negateCents } from '../../../src-shared/money.ts';

export type RemittanceLine = { readonly line: number; readonly number: string; readonly cents: Cents | null };
export type Remittance = {
  readonly lines: readonly RemittanceLine[];
  /** The total the advice gives itself. */
  readonly stated: Cents | null;
  /** Lines with text that gave nothing. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
};

const textLimit = 200_000;
const lineLimit = 1000;
const lengthLimit = 500;
const cellLimit = 40;
const unreadLimit = 100;
const numberLimit = 60;

const totalWords = /^(?:sub)?(?:totaal|total|totaux|summe|gesamt|saldo|montant total|te betalen)/i;
const numberWords = /factu|invoice|order|bestel|commande|rechnung|nummer|number|num[eé]ro|document|beleg|referen|kenmerk/i;
const paidWords = /betaald|paid|pay[eé]|gezahlt|netto|\bnet\b/i;
const amountWords = /bedrag|amount|montant|betrag|\beur\b/i;
/** A payout of a payment service says what it kept of each order; what was paid for the order is the amount before that. */
const feeWords = /\bfees?\b|kosten|commissi|\bfrais\b|geb[uü]hr|provision/i;
const grossWords = /bruto|gross|\bbrut\b|brutto/i;

/** Cells of a line: by the strongest separator it has; blanks only when there are two or more. Quotes keep a separator. */
function cellsOf(line: string): readonly string[] {
  const separator = ['\t', ';', '|'].find((mark) => line.includes(mark)) ?? (line.includes('"') ? ',' : null);
  if (separator === null) return line.split(/ {2,}/).flatMap((cell) => (cell === '' ? [] : [cell.trim()])).slice(0, cellLimit);
  return cutAt(line, separator);
}

function cutAt(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (const mark of line) {
    if (mark === '"') isQuoted = !isQuoted;
    else if (mark === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += mark;
  }
  return [...cells, cell.trim()].slice(0, cellLimit);
}

/** Digits in groups with a decimal mark, a currency or none, a sign before or after. Null when it is no amount with cents. */
function amountOf(text: string, mayBeWhole: boolean): Cents | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace(/^(?:EUR|USD|GBP|CHF|€|\$|£)/i, '').replace(/(?:EUR|USD|GBP|CHF|€|\$|£)$/i, '');
  const isMarked = bare.length < text.replaceAll(/\s/g, '').length;
  const match = /^(-|\+|\()?(\d[\d.,]{0,18})(-|\)|CR|C)?$/i.exec(bare);
  const digits = match?.[2] ?? '';
  const at = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  const hasFraction = /^\d{2}$/.test(fraction) || (/^\d$/.test(fraction) && isMarked);
  if (digits === '' || (!hasFraction && !mayBeWhole && !isMarked)) return null;
  const whole = (hasFraction ? digits.slice(0, at) : digits).replaceAll(/[.,]/g, '');
  if (!/^\d{1,13}$/.test(whole)) return null;
  const value = cents(Number(whole) * 100 + Number(hasFraction ? fraction.padEnd(2, '0') : 0));
  const isNegative = match?.[1] === '-' || match?.[1] === '(' || /^(?:-|CR?)$/i.test(match?.[3] ?? '');
  return isNegative ? negateCents(value) : value;
}

const isDate = (text: string): boolean => /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))$/.test(text);
/** What may be the number of a document: a word with at least three digits, no date, not too long. */
const mayBeNumber = (text: string): boolean => text.length <= numberLimit && (text.match(/\d/g)?.length ?? 0) >= 3 && !isDate(text);

/** A cell without the words before its number: `Factuur nr. 2026-001`. */
function withoutLabel(cell: string): string {
  const words = cell.split(/[\s:#]+/);
  const first = words.findIndex((word) => /\d/.test(word));
  return first <= 0 ? cell : words.slice(first).join(' ');
}

type Columns = { readonly number: number; readonly amount: number };

/** Columns as a heading names them; null when the line is no heading. */
function columnsOf(cells: readonly string[]): Columns | null {
  if (cells.length < 2 || cells.some((cell) => amountOf(cell, false) !== null)) return null;
  const number = cells.findIndex((cell) => numberWords.test(cell));
  const place = (words: RegExp): number => cells.findIndex((cell) => words.test(cell) && !numberWords.test(cell) && !feeWords.test(cell));
  const wanted = cells.some((cell) => feeWords.test(cell)) ? [place(grossWords), place(amountWords), place(paidWords)] : [place(paidWords), cells.findLastIndex((cell) => amountWords.test(cell))];
  const amount = wanted.find((one) => one >= 0) ?? -1;
  return number < 0 || amount < 0 || number === amount ? null : { number, amount };
}

/** A line without columns: the last word that is an amount, the first that may be a number. */
function freeLine(text: string): { readonly number: string | null; readonly cents: Cents | null } {
  const words = text.split(/\s+/).slice(0, 80).map((word) => word.replace(/[.,;:]+$/, ''));
  const place = words.findLastIndex((word) => amountOf(word, false) !== null);
  const number = words.find((word, index) => index !== place && mayBeNumber(word.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')) && amountOf(word, false) === null);
  return { number: number?.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '') ?? null, cents: place < 0 ? null : amountOf(words[place] ?? '', false) };
}

/** Cells that a heading may name: words, no sentence. */
const isHeadingCell = (cell: string): boolean => cell.split(/\s+/).length <= 3;
const dotAmount = /^[-+]?\d{1,13}\.\d{2}$/;

/** Cells between commas that no heading announces: a number, or the word for a total, and an amount with a dot that is not the end of `1,250.00`. */
function looksCommaCut(line: string, cells: readonly string[]): boolean {
  const place = cells.findLastIndex((cell) => dotAmount.test(cell));
  const isThousands = /^\d{3}\./.test(cells[place] ?? '') && /(?:^|\D)\d{1,3}$/.test(cells[place - 1] ?? '') && !mayBeNumber(cells[place - 1] ?? '');
  return place > 0 && !isThousands && (totalWords.test(line) || cells.some((cell) => !dotAmount.test(cell) && mayBeNumber(cell)));
}

type CommaTable = { readonly columns: Columns; readonly width: number };
type CommaLine = { readonly cells: readonly string[]; readonly columns: Columns | null; readonly heading: CommaTable | null };

/** The line between its commas, where they part cells: as the heading above it has them, or as the line itself shows. Null where they do not. */
function commaLine(line: string, table: CommaTable | null): CommaLine | null {
  if (!line.includes(',') || /[\t;|]/.test(line)) return null;
  const cells = cutAt(line, ',');
  if (table !== null) return cells.length === table.width ? { cells, columns: table.columns, heading: null } : null;
  const columns = cells.every(isHeadingCell) ? columnsOf(cells) : null;
  if (columns !== null) return { cells, columns, heading: { columns, width: cells.length } };
  return looksCommaCut(line, cells) ? { cells, columns: null, heading: null } : null;
}

function tableLine(cells: readonly string[], columns: Columns | null): { readonly number: string | null; readonly cents: Cents | null } {
  if (columns !== null) {
    const number = withoutLabel(cells[columns.number] ?? '');
    return { number: mayBeNumber(number) ? number : null, cents: amountOf(cells[columns.amount] ?? '', true) };
  }
  const last = cells.length - 1;
  const place = cells.findLastIndex((cell, index) => amountOf(cell, false) !== null || (index === last && index > 0 && amountOf(cell, true) !== null));
  const number = cells.find((cell, index) => index !== place && mayBeNumber(cell) && (amountOf(cell, false) === null || index === 0));
  return { number: number === undefined ? null : withoutLabel(number), cents: place < 0 ? null : amountOf(cells[place] ?? '', true) };
}

/** Lines with a number, with their amount where one stands beside it. At most 1,000 lines of 200,000 characters are looked at. */
export function parseRemittance(text: string): Remittance {
  const lines: RemittanceLine[] = [];
  const unread: { line: number; text: string }[] = [];
  let stated: Cents | null = null;
  let columns: Columns | null = null;
  let commaTable: CommaTable | null = null;
  for (const [index, whole] of text.slice(0, textLimit).split(/\r\n|\r|\n/, lineLimit).entries()) {
    const source = whole.slice(0, lengthLimit).trim();
    if (source === '') continue;
    const between: CommaLine | null = columns === null ? commaLine(source, commaTable) : null;
    if (between !== null && between.heading !== null) {
      commaTable = between.heading;
      continue;
    }
    const cells: readonly string[] = between?.cells ?? cellsOf(source);
    const heading: Columns | null = columns === null && between === null ? columnsOf(cells) : null;
    if (heading !== null) {
      columns = heading;
      continue;
    }
    const found = cells.length > 1 ? tableLine(cells, between === null ? columns : between.columns) : freeLine(source);
    if (totalWords.test(source)) {
      stated = cells.map((cell) => amountOf(cell, false)).findLast((one) => one !== null) ?? freeLine(source).cents ?? stated;
      continue;
    }
    if (found.number !== null) lines.push({ line: index + 1, number: found.number.slice(0, numberLimit), cents: found.cents });
    else if (unread.length < unreadLimit && /\d/.test(source)) unread.push({ line: index + 1, text: source.slice(0, 200) });
  }
  return { lines, stated, unread };
}
