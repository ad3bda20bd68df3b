/**
 * Money is a whole number of cents in a branded number. Text is the only way in, formatting the only way out;
 * no floating point arithmetic on amounts, and no sum that could leave the safe integers unnoticed.
 */
declare const centsBrand: unique symbol;
export type Cents = number & { readonly [centsBrand]: true };

export const zeroCents = 0 as Cents;

/** Brands an integer as cents. Throws a RangeError for anything that is not a safe integer: that is a bug, not input. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe number of cents: ${value}`);
  return value as Cents;
}

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
export const negateCents = (a: Cents): Cents => (a === 0 ? zeroCents : cents(-(a as number)));
export const sumCents = (values: Iterable<Cents>): Cents => {
  let total = zeroCents;
  for (const value of values) total = addCents(total, value);
  return total;
};

/** The sum of amounts from outside, exact; null when it leaves the safe integers, as amounts in a damaged file may together. */
export function sumForeignCents(values: readonly Cents[]): Cents | null {
  let total = 0;
  let magnitude = 0;
  for (const value of values) {
    total += value;
    magnitude += Math.abs(value);
  }
  // Below the safe integers no partial sum was rounded; above, the sum is made again without rounding.
  if (magnitude <= Number.MAX_SAFE_INTEGER) return cents(total);
  const exact = Number(values.reduce((sum, value) => sum + BigInt(value), 0n));
  return Number.isSafeInteger(exact) ? cents(exact) : null;
}

const decimalPattern = /^([+-]?)(\d{1,15})(?:\.(\d{0,9}))?$/;

/**
 * Reads a plain decimal string such as `1234.5`, `-0.01` or `8.85000` (dot as decimal mark, no thousands marks).
 * Answers null when the text is no such number, or when digits beyond the cent are not zero.
 */
export function parseDecimalCents(text: string): Cents | null {
  const match = decimalPattern.exec(text.trim());
  if (match === null) return null;
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(2))) return null;
  const magnitude = Number(match[2]) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(magnitude)) return null;
  return cents(match[1] === '-' && magnitude !== 0 ? -magnitude : magnitude);
}

/** Cents as a decimal string with two places, `-1234.50`: the form of files, of the command line and of the EPC code. */
export function decimalFromCents(value: Cents): string {
  const magnitude = Math.abs(value);
  const whole = Math.floor(magnitude / 100);
  const text = `${whole}.${String(magnitude % 100).padStart(2, '0')}`;
  return value < 0 ? `-${text}` : text;
}

/**
 * Splits an amount over weights without losing a cent: floor shares first, then one cent each to the largest
 * remainders, the earlier share first among equals. The parts always add up to the amount.
 */
export function allocateCents(amount: Cents, weights: readonly number[]): readonly Cents[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0 || total <= 0 || weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight))) {
    throw new RangeError('weights must be whole numbers of which at least one is positive');
  }
  const sign = amount < 0 ? -1n : 1n;
  const magnitude = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const exact = magnitude * BigInt(weight);
    return { index, floor: exact / BigInt(total), remainder: exact % BigInt(total) };
  });
  let left = magnitude - parts.reduce((sum, part) => sum + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  const shares = parts.map((part) => part.floor);
  for (const part of byRemainder) {
    if (left === 0n) break;
    shares[part.index] = part.floor + 1n;
    left -= 1n;
  }
  return shares.map((share) => cents(Number(share * sign)));
}
