/** Small makings of a date with its working, shared by the rules that answer one; each country has its own, because it has its own articles. */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import { articleOf, confidenceOf } from './lawArticles.ts';
import { type Country, type DateLine, type LawDate, type LawRule, leastConfident } from './lawTypes.ts';

type Made = { readonly working: readonly DateLine[]; readonly doubts: readonly CodedReason[] };
type LawDates = {
  /** A line from one day to the first that no longer belongs to it. */
  readonly dateLine: (rule: LawRule, from: PlainDateText, to: PlainDateText) => DateLine;
  /** A line that is one day. */
  readonly dayLine: (rule: LawRule, day: PlainDateText) => DateLine;
  /** A date that rests on all lines of its working. */
  readonly lawDate: (date: PlainDateText, rule: LawRule, made: Made) => LawDate;
};

function lawDatesOf(country: Country): LawDates {
  const dateLine: LawDates['dateLine'] = (rule, from, to) => ({ from, to, days: daysBetween(from, to), rule, source: articleOf(rule, country) });
  return {
    dateLine,
    dayLine: (rule, day) => dateLine(rule, day, addDays(day, 1)),
    lawDate: (date, rule, { working, doubts }) => ({
      date,
      working,
      rule,
      source: articleOf(rule, country),
      confidence: leastConfident([confidenceOf(rule), ...working.map((line) => confidenceOf(line.rule))]),
      doubts,
    }),
  };
}

export const lawDates: Readonly<Record<Country, LawDates>> = { NL: lawDatesOf('NL'), BE: lawDatesOf('BE') };
