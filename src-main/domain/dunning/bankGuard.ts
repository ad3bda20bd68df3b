/** Whether the bank data are recent enough to send reminders: what was paid after the newest booking cannot be known. */
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';

export type BankGuard = {
  readonly state: 'fresh' | 'old' | 'none';
  readonly ageDays: number | null;
  /** Why sending must wait; null when fresh. */
  readonly reason: CodedReason | null;
};

/** `newestDate` is the oldest of the newest dates of the own accounts in use: one forgotten account is enough to dun a payer. */
export function bankGuard(input: {
  readonly newestDate: PlainDateText | null;
  readonly today: PlainDateText;
  readonly maximumAgeDays: number;
}): BankGuard {
  const { newestDate, maximumAgeDays } = input;
  if (newestDate === null) return { state: 'none', ageDays: null, reason: codedReason('bank-data-none', {}) };
  const ageDays = Math.max(0, daysBetween(newestDate, input.today));
  if (ageDays <= maximumAgeDays) return { state: 'fresh', ageDays, reason: null };
  return { state: 'old', ageDays, reason: codedReason('bank-data-old', { newestDate, age: ageDays, maximum: maximumAgeDays }) };
}
