/**
 * Letters that go by registered post. A Dutch letter that says so goes by ordinary post as well: a letter that nobody fetches at the counter
 * has not reached its reader, the ordinary one has (design/letters.md §7, letter 04: "Post en aangetekend"). A Belgian one goes registered
 * with acknowledgement only (letter 06).
 */
import { letterCountry, type LetterFacts } from '../letters/letterFacts.ts';

/** Steps of which one must be able to prove that they were sent: default, or a term, counts from them. */
export const registeredByDefault = ['default-notice', 'pre-legal-letter'] as const;
/** Steps for which it can be chosen as the rule. */
export const registrableSteps = ['fourteen-day-letter', 'demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'default-notice', 'pre-legal-letter'] as const;

/** How a letter goes by its own words; null for ordinary post. */
export function sendingOf(facts: Pick<LetterFacts, 'channel' | 'isRegistered' | 'sender' | 'customer'>): 'registered' | 'registered-and-ordinary' | null {
  if (facts.channel !== 'letter' || facts.isRegistered !== true) return null;
  return letterCountry(facts) === 'NL' ? 'registered-and-ordinary' : 'registered';
}
