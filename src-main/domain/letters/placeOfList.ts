import { hasClaim, isBelgianConsumer, isReminder, type LetterFacts } from './letterFacts.ts';
import type { ListPlace } from './letterTexts.ts';

/** Rows that a first page holds beside box, options, next step and closing in our own words. */
const rowsOnFirstPage = 10;
/** Characters of running text that go in one line, rather too few than too many. */
const lineLength = 82;
/** What other letters say beyond a first reminder, in lines of text. */
const extraLinesOf = (facts: LetterFacts): number => {
  if (hasClaim(facts)) return 9;
  if (facts.step === 'fourteen-day-letter') return 8;
  return (facts.step === 'reminder-2' ? 1 : 0) + (isReminder(facts) && isBelgianConsumer(facts) ? 11 : 0);
};

/** The list moves to an annex when it, or the text beside it, would push the closing off the first page. A statement is its list. */
export function placeOfList(facts: LetterFacts): ListPlace {
  const rows = facts.items.length;
  if (facts.step === 'account-statement' || facts.step === 'payment-plan') return 'page';
  if (rows > rowsOnFirstPage) return 'annex';
  const linesOf = (text: string): number => Math.ceil(text.length / lineLength);
  const extraLines = Math.max(0, linesOf(facts.own.opening) - 2) + linesOf(facts.own.note) + extraLinesOf(facts);
  return rows > 3 && rows + extraLines * 0.9 > rowsOnFirstPage ? 'annex' : 'page';
}
