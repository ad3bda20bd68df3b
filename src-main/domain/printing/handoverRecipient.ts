/** How a party that takes claims over is named and addressed, and whether it may write to a customer at all. */
import type { HandoverPartyFields } from '../../../src-shared/contract/handover.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { letterTextsIn } from '../letters/textsFor.ts';

/** `gerechtsdeurwaarder Duin`, as the letter names it, with its address and how it can be reached. */
export function recipientLines({ kind, name, attention, street, postcode, city, email, phone, registration }: HandoverPartyFields, language: LetterLanguage, country: 'NL' | 'BE'): readonly string[] {
  const called = letterTextsIn(language, country).phrases.recipient({ kind, name });
  return [`${called.slice(0, 1).toUpperCase()}${called.slice(1)}`, attention, street, `${postcode} ${city}`.trim(), registration, phone, email].filter((line) => line !== '');
}

/**
 * An agency that collects from consumers stands in a public register: in the Netherlands that of the Wet kwaliteit incassodienstverlening, in
 * Belgium that of the FOD Economie (law/letters.md §7). Bailiffs and lawyers answer to their own order. Null when it may.
 */
export function registerProblem({ kind, name, registration }: HandoverPartyFields, customerKind: 'business' | 'consumer'): AppError | null {
  return kind === 'agency' && customerKind === 'consumer' && registration.trim() === '' ? appError('handover-party-unregistered', { name }) : null;
}
