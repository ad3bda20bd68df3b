/** Small makings of a date with its working, shared by the rules that answer one. */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import { articleOf, confidenceOf } from './lawArticles.ts';
import { type DateLine, type LawDate, type LawRule, leastConfident } from './lawTypes.ts';

/** A line from one day to the first that no longer belongs to it. */
export const dateLine = (rule: LawRule, from: PlainDateText, to: PlainDateText): DateLine => ({ from, to, days: daysBetween(from, to), rule, source: articleOf(rule) });

/** A line that is one day. */
export const dayLine = (rule: LawRule, day: PlainDateText): DateLine => dateLine(rule, day, addDays(day, 1));

/** A date that rests on all lines of its working. */
export const lawDate = (date: PlainDateText, rule: LawRule, made: { readonly working: readonly DateLine[]; readonly doubts: readonly CodedReason[] }): LawDate => ({
  date,
  working: made.working,
  rule,
  source: articleOf(rule),
  confidence: leastConfident([confidenceOf(rule), ...made.working.map((line) => confidenceOf(line.rule))]),
  doubts: made.doubts,
});
