/** Decimal amounts of foreign files, rounded by one named rule. */
import { cents, type Cents } from '../../../../src-shared/money.ts';

export type RoundedAmount = { readonly amount: Cents; readonly isRounded: boolean };

/**
 * Reads a plain decimal string (`1234.5`, `-0.005`, `+7`, `.5`) to cents. Digits beyond the cent are rounded half away from zero,
 * as amounts on invoices are, and reported. Null for anything else, also for scientific notation.
 */
export function readDecimalAmount(text: string): RoundedAmount | null {
  const match = /^([+-]?)(\d{0,13})(?:\.(\d{0,20}))?$/.exec(text.trim());
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || (whole === '' && fraction === '')) return null;
  const kept = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  const magnitude = kept + (Number(fraction[2] ?? '0') >= 5 ? 1 : 0);
  return {
    amount: cents(match[1] === '-' && magnitude !== 0 ? -magnitude : magnitude),
    isRounded: /[1-9]/.test(fraction.slice(2)),
  };
}
