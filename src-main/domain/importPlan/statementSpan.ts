/**
 * What two statements say about each other by their balances. A statement that begins with the balance another ends with follows on it, and
 * no booking stands in both; statements that cover the same balances, or have none, may well tell of the same bookings.
 */
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';

/** The balances between which the bookings of a statement lie; null where the file does not tell. */
export type StatementSpan = {
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly openingDate: PlainDateText | null;
  readonly closingDate: PlainDateText | null;
};

/** Banks date an opening balance on its own day or on the last banking day before; a weekend may lie between. */
const daysBetweenBalances = 3;
/** Of a day with more statements only neighbours are told apart. */
const mostSpans = 50;

/** Both have the same balances: they cover the same, whatever they are called. */
export const coverTheSame = (one: StatementSpan, other: StatementSpan): boolean =>
  one.opening !== null && one.closing !== null && one.opening === other.opening && one.closing === other.closing;

/** With an opening or a closing balance in common, one may be a part of the other. */
const mayOverlap = (one: StatementSpan, other: StatementSpan): boolean =>
  one.opening === null || one.closing === null || other.opening === null || other.closing === null || one.opening === other.opening || one.closing === other.closing;

function follows(later: StatementSpan, earlier: StatementSpan): boolean {
  if (later === earlier || mayOverlap(later, earlier) || later.opening !== earlier.closing) return false;
  // An equal balance weeks apart is an accident.
  return later.openingDate === null || earlier.closingDate === null || Math.abs(daysBetween(later.openingDate, earlier.closingDate)) <= daysBetweenBalances;
}

function leadsTo(from: StatementSpan, to: StatementSpan, between: readonly StatementSpan[]): boolean {
  const reached = new Set([from]);
  for (const one of reached) {
    if (follows(to, one)) return true;
    for (const next of between) if (next !== to && follows(next, one)) reached.add(next);
  }
  return false;
}

/** Tells of two statements whether one follows on the other, straight or by way of some of these; each pair is worked out once. */
export function createSuccession(spans: () => Iterable<StatementSpan>): (one: StatementSpan, other: StatementSpan) => boolean {
  const found = new Map<StatementSpan, Map<StatementSpan, boolean>>();
  let between: readonly StatementSpan[] | null = null;
  const work = (one: StatementSpan, other: StatementSpan): boolean => {
    if (mayOverlap(one, other)) return false;
    if (follows(one, other) || follows(other, one)) return true;
    between ??= [...new Set(spans())];
    return between.length <= mostSpans && (leadsTo(one, other, between) || leadsTo(other, one, between));
  };
  return (one, other) => {
    const ofOne = found.get(one) ?? new Map<StatementSpan, boolean>();
    found.set(one, ofOne);
    const answer = ofOne.get(other) ?? work(one, other);
    ofOne.set(other, answer);
    return answer;
  };
}
