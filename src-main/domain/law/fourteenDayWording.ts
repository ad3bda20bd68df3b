/**
 * Whether the sentence of a Dutch fourteen-day letter that sets the term is one that stands (BW 6:96 lid 6; HR 25 November 2016,
 * ECLI:NL:HR:2016:2704). Only the two approved formulas do: fourteen days from the day after delivery, or fifteen days after delivery.
 * Everything that counts from today, from the date of the letter or from sending, and every calendar date, makes the letter void.
 */
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';

/** The approved formulas as our letters print them, never paraphrased. */
export const approvedFormulas = ['binnen vijftien dagen nadat deze brief bij u is bezorgd', 'binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd'] as const;

export type WordingJudgement = { readonly isValid: true } | { readonly isValid: false; readonly reason: CodedReason };

const longestText = 20_000;
const plain = (text: string): string => text.slice(0, longestText).toLowerCase().replaceAll(/\s+/g, ' ');

/** A number of days before a term, in figures or words. */
const dayCounts = /\b(veertien|vijftien|14|15) (volle )?dagen\b/;
const fromDelivery = /\b(bezorgd|bezorging|ontvangen|ontvangst)\b/;
const fromTheDayAfter = /\b(de dag nadat|de dag na|daags nadat|daags na)\b/;
const voidStarts = /\b(na heden|vanaf heden|na vandaag|vanaf vandaag|na dagtekening|na de datum van|na datum van|datum van deze brief|na de dagtekening|na verzending|na het verzenden|na toezending)\b/;
const calendarDate = /\b(uiterlijk|voor|vóór|tot en met) (op )?(maandag |dinsdag |woensdag |donderdag |vrijdag |zaterdag |zondag )?\d{1,2}([-/.]\d{1,2}[-/.]\d{2,4}| (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))/;

const invalid = (code: CodedReason['code']): WordingJudgement => ({ isValid: false, reason: codedReason(code, {}) });

/** Judges a sentence or a whole letter in Dutch. Anything that is not one of the approved ways of counting is refused. */
export function judgeFourteenDayWording(text: string): WordingJudgement {
  const words = plain(text);
  if (voidStarts.test(words)) return invalid('law-wording-from-sending');
  if (calendarDate.test(words)) return invalid('law-wording-calendar-date');
  const count = dayCounts.exec(words)?.[1];
  if (count === undefined) return invalid('law-wording-no-term');
  if (!fromDelivery.test(words)) return invalid('law-wording-not-delivery');
  const isFifteen = count === 'vijftien' || count === '15';
  return isFifteen || fromTheDayAfter.test(words) ? { isValid: true } : invalid('law-wording-too-short');
}
