/**
 * Signed amounts as programs write them, with a dot or a comma as decimal mark and perhaps marks between thousands. `1,234` alone may be
 * one thousand or a little more than one: without a known decimal mark such an amount is not read at all.
 */
import { negateCents, parseDecimalCents, type Cents } from '../../../../src-shared/money.ts';

export type DecimalMark = '.' | ',';

const shape = /^([+-]?)\s?(\d{1,3}(?:[' ]\d{3}){1,5}|\d{1,15})(?:([.,])(\d{0,9}))?(-?)$/;

/** The decimal mark an amount shows by itself: both marks occur, or one is not followed by exactly three digits. */
export function shownDecimalMark(text: string): DecimalMark | null {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return null;
  const mark = text.charAt(last) === '.' ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  const digits = /^\d*/.exec(text.slice(last + 1))?.[0].length ?? 0;
  if (text.slice(0, last).includes(mark)) return text.includes(other) ? null : other;
  return text.includes(other) || digits !== 3 ? mark : null;
}

/** Reads an amount whose decimal mark is known, or shows itself when `mark` is null. Null for anything else, never rounded. */
export function markedCents(text: string, mark: DecimalMark | null): Cents | null {
  const trimmed = text.trim();
  if (trimmed.length > 40) return null;
  const decimal = mark ?? shownDecimalMark(trimmed);
  if (decimal === null && /[.,]/.test(trimmed)) return null;
  const at = decimal === null ? -1 : trimmed.lastIndexOf(decimal);
  const whole = at === -1 ? trimmed : trimmed.slice(0, at);
  const fraction = at === -1 ? '' : trimmed.slice(at);
  const match = shape.exec(`${whole.replaceAll(decimal === ',' ? '.' : ',', "'")}${fraction}`);
  if (match === null || (match[1] === '-' && match[5] === '-')) return null;
  const magnitude = parseDecimalCents(`${(match[2] ?? '').replace(/[' ]/g, '')}.${match[4] ?? ''}`);
  if (magnitude === null) return null;
  return match[1] === '-' || match[5] === '-' ? negateCents(magnitude) : magnitude;
}
