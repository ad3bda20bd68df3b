/**
 * Missing statements of an account. A statement opens where an earlier one closed; where it does not, and does not overlap what is known,
 * something in between was never taken in. Numbers of statements name what is missing, but prove nothing: many banks number every
 * statement alike (bank/formats.md §1.1, balance check b).
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, subtractCents } from '../../../src-shared/money.ts';

export type KnownStatement = {
  readonly number: string | null;
  readonly openingDate: PlainDateText | null;
  readonly closingDate: PlainDateText;
  readonly opening: Cents;
  readonly closing: Cents;
};

export type StatementGap = {
  readonly after: PlainDateText;
  readonly before: PlainDateText;
  /** What the missing statements come to together. */
  readonly difference: Cents;
  /** The first and the last missing number, when the numbers on both sides count on; null when they do not. */
  readonly numbers: { readonly first: number; readonly last: number } | null;
};

/** Most missing statements between two that still look like counting: a year of working days. */
const mostMissing = 366;

/** The counting part of a statement's number: `17`, `00017`, `17/1`, but not a date or a reference. */
function sequenceOf(number: string | null): number | null {
  const digits = number === null ? null : /^0*(\d{1,5})(?:\/\d{1,5})?$/.exec(number.trim());
  return digits?.[1] === undefined ? null : Number(digits[1]);
}

function missingNumbers(before: KnownStatement, after: KnownStatement): StatementGap['numbers'] {
  const [from, to] = [sequenceOf(before.number), sequenceOf(after.number)];
  if (from === null || to === null || to - from < 2 || to - from - 1 > mostMissing) return null;
  return { first: from + 1, last: to - 1 };
}

const opensOn = (statement: KnownStatement): PlainDateText => statement.openingDate ?? statement.closingDate;

const inOrder = (one: KnownStatement, other: KnownStatement): number => {
  if (one.closingDate !== other.closingDate) return one.closingDate < other.closingDate ? -1 : 1;
  return opensOn(one) < opensOn(other) ? -1 : opensOn(one) > opensOn(other) ? 1 : 0;
};

/** Statements in any order, overlapping or repeated; amounts in cents of one account and currency. */
export function findGaps(statements: readonly KnownStatement[]): readonly StatementGap[] {
  const gaps: StatementGap[] = [];
  /** Balances at which something known began or ended: whatever opens at one of them continues it. */
  const joints = new Set<Cents>();
  let latest: KnownStatement | null = null;
  for (const statement of [...statements].sort(inOrder)) {
    const overlaps = latest !== null && opensOn(statement) < latest.closingDate;
    if (latest !== null && !overlaps && !joints.has(statement.opening)) {
      const difference = subtractCents(statement.opening, latest.closing);
      gaps.push({ after: latest.closingDate, before: opensOn(statement), difference, numbers: missingNumbers(latest, statement) });
    }
    // Only what lies around the newest day can be continued: an equal balance of last year explains nothing.
    if (latest !== null && statement.closingDate > latest.closingDate && !overlaps) joints.clear();
    joints.add(statement.opening).add(statement.closing);
    latest = statement;
  }
  return gaps;
}
