import { type Cents, parseDecimalCents } from '../money.ts';

/**
 * Reads an amount as people type or paste it: `1234,5`, `1.234,50`, `1,234.50`, `€ 1 234`, `−400`. Comma or point: the last mark with one
 * or two digits behind it is the decimal mark; marks with three digits behind them group thousands. Null when it is no such number.
 */
export function readAmountInput(typed: string): Cents | null {
  const text = typed
    .trim()
    .slice(0, 40)
    .replace(/^(?:€|eur)\s*/i, '')
    .replace(/\s*(?:€|eur)$/i, '')
    .replaceAll(/[\s\u00a0\u202f']/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const match = /^([+-]?)([\d.,]+)$/.exec(text);
  if (match === null) return null;
  const plain = plainDecimal(match[2] ?? '');
  return plain === null ? null : parseDecimalCents(`${match[1] === '-' ? '-' : ''}${plain}`);
}

function plainDecimal(digits: string): string | null {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  if (last < 0) return digits;
  const behind = digits.slice(last + 1);
  const mark = digits[last] ?? '';
  const isDecimal = behind.length <= 2 && digits.indexOf(mark) === last;
  const whole = isDecimal ? digits.slice(0, last) : digits;
  const fraction = isDecimal ? behind : '';
  if (isDecimal && whole.includes(mark)) return null;
  const groups = whole.split(/[.,]/);
  if (new Set(whole.replaceAll(/\d/g, '')).size > 1) return null;
  const isGrouped = groups.length > 1;
  if (isGrouped && ((groups[0] ?? '').length < 1 || (groups[0] ?? '').length > 3 || groups.slice(1).some((group) => group.length !== 3)))
    return null;
  const joined = groups.join('');
  return joined === '' ? (fraction === '' ? null : `0.${fraction}`) : `${joined}.${fraction}`;
}
