import { parseDecimalCents, type Cents } from '../../../../src-shared/money.ts';

/** An unsigned amount of MT940: `10,`, `10,5`, `0100,00`, `000000001147,95`; a dot as decimal mark occurs in old files. */
export function parseCommaCents(text: string): Cents | null {
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
  const trimmed = text.trim();
  return /^\d{1,40}(?:\.\d{0,9})?$/.test(trimmed) ? parseDecimalCents(trimmed.replace(/^0+(?=\d)/, '')) : null;
}
