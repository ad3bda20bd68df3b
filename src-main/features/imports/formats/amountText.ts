import { cents, parseDecimalCents, type Cents } from '../../../../src-shared/money.ts';

/** An unsigned amount of MT940: `10,`, `10,5`, `0100,00`, `000000001147,95`; a dot as decimal mark occurs in old files. */
export function parseCommaCents(text: string): Cents | null {
  const plain = plainCents(text, comma);
  if (plain !== null) return plain;
  const lastMark = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const whole = lastMark === -1 ? text : text.slice(0, lastMark);
  const fraction = lastMark === -1 ? '' : text.slice(lastMark + 1);
  const groups = whole.split(/[.,]/);
  const isGrouped = groups.length > 1 && groups.every((group, index) => group.length === 3 || (index === 0 && group.length < 3));
  const grouped = isGrouped ? groups.join('') : whole;
  if (!/^\d{1,40}$/.test(grouped) || !/^\d{0,9}$/.test(fraction)) return null;
  return parseDecimalCents(`${grouped.replace(/^0+(?=\d)/, '')}.${fraction}`);
}

/** An unsigned amount of ISO 20022: `50000`, `000000000000149.87`, `8.85000`. Digits beyond the cent must be zero. */
export function parseDotCents(text: string): Cents | null {
  const plain = plainCents(text, dot);
  if (plain !== null) return plain;
  const trimmed = text.trim();
  return /^\d{1,40}(?:\.\d{0,9})?$/.test(trimmed) ? parseDecimalCents(trimmed.replace(/^0+(?=\d)/, '')) : null;
}

const dot = 46;
const comma = 44;

/** Digits before the mark of an amount that is surely exact as a number. */
const plainDigits = 12;

/** An amount as nearly all are: digits, the decimal mark and two digits. Null for anything else. */
function plainCents(text: string, mark: number): Cents | null {
  const place = text.length - 3;
  if (place < 1 || place > plainDigits || text.charCodeAt(place) !== mark) return null;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (index === place) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return cents(value);
}
