/** Dates and amounts in the cells of bank exports. Nothing goes through a floating point number or a date with a time zone. */
import { parsePlainDate, type PlainDateText } from '../../../../../src-shared/dates.ts';
import { type Cents, negateCents, parseDecimalCents } from '../../../../../src-shared/money.ts';

export type DecimalMark = ',' | '.';
export type DateOrder = 'dmy' | 'mdy';

const plain = (year: string, month: string, day: string): PlainDateText | null =>
  parsePlainDate(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/**
 * The date in a cell: `20260131`, `2026-01-31` with or without a time, or in the given order (`31-01-2026`, `31/01/26`, `31.01.2026`).
 * Null for anything that is no date of the calendar.
 */
export function csvDate(text: string, order: DateOrder): PlainDateText | null {
  const trimmed = text.trim().slice(0, 40);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (packed !== null) return plain(packed[1] ?? '', packed[2] ?? '', packed[3] ?? '');
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/.exec(trimmed);
  if (yearFirst !== null) return plain(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '');
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T].*)?$/.exec(trimmed);
  if (match === null) return null;
  const [first, second] = [match[1] ?? '', match[2] ?? ''];
  return order === 'dmy' ? plain(match[3] ?? '', second, first) : plain(match[3] ?? '', first, second);
}

const shape = /^([+-]?)(\d{0,15}(?:[.,' \u00a0]\d{1,15}){0,6}[.,]?)([+-]?)$/;

/** The decimal mark an amount shows by itself: the last of two kinds, or a single one with other than three digits behind it. */
export function shownMark(text: string): DecimalMark | null {
  const body = text.replace(/[^\d.,]/g, '');
  const [comma, dot] = [body.lastIndexOf(','), body.lastIndexOf('.')];
  if (comma !== -1 && dot !== -1) return comma > dot ? ',' : '.';
  const at = Math.max(comma, dot);
  if (at === -1) return null;
  const mark = comma > dot ? ',' : '.';
  const isRepeated = body.indexOf(mark) !== at;
  if (isRepeated) return mark === ',' ? '.' : ',';
  return body.length - at - 1 === 3 ? null : mark;
}

/**
 * A signed amount with a known decimal mark: `-1.034,75`, `+1013,50`, `2500`, `12,50-`, `.95`; a currency word or sign beside it is left
 * out. The other mark groups thousands, three by three. Null for anything else, also when digits beyond the cent are not zero.
 */
export function csvAmount(text: string, mark: DecimalMark): Cents | null {
  const bare = text
    .slice(0, 60)
    .replace(/€|EUR|\$|£/gi, '')
    .replace(/[−–]/g, '-')
    .trim();
  const match = shape.exec(bare.replace(/^([+-])\s+/, '$1'));
  const body = match?.[2] ?? '';
  if (match === null || !/\d/.test(body) || (match[1] !== '' && match[3] !== '')) return null;
  const at = body.indexOf(mark);
  const [whole, fraction] = at === -1 ? [body, ''] : [body.slice(0, at), body.slice(at + 1)];
  const groups = whole.split(/[.,' \u00a0]/);
  if (groups.length > 1 && (groups.slice(1).some((group) => group.length !== 3) || (groups[0] ?? '').length > 3)) return null;
  if (!/^\d*$/.test(fraction)) return null;
  const magnitude = parseDecimalCents(`${groups.join('').replace(/^0+(?=\d)/, '') || '0'}.${fraction}`);
  if (magnitude === null) return null;
  return match[1] === '-' || match[3] === '-' ? negateCents(magnitude) : magnitude;
}

/**
 * An amount in a file whose rows do not agree about the mark (bank/formats.md §4, BNP: `-205.86` and `-12,05`): read by the mark of the
 * file, and when that makes nothing of it by the other one, if exactly two digits stand behind that: thousands come by three.
 */
export function csvAmountOfRow(text: string, mark: DecimalMark): Cents | null {
  const amount = csvAmount(text, mark);
  if (amount !== null) return amount;
  const other = mark === ',' ? '.' : ',';
  return new RegExp(`[${other}]\\d{2}\\D{0,5}$`).test(text.slice(0, 60)) ? csvAmount(text, other) : null;
}

/** The mark that most of the amounts of a file show; comma when they show none. */
export function marksShown(amounts: readonly string[]): DecimalMark {
  let [comma, dot] = [0, 0];
  for (const amount of amounts) {
    const mark = shownMark(amount);
    if (mark === ',') comma += 1;
    else if (mark === '.') dot += 1;
  }
  return dot > comma ? '.' : ',';
}
