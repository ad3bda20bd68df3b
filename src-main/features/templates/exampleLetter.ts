/** The letter that a template makes for an invented customer of the user's own company: shown beside the words, and the last test of them. */
import { type AppError, appError, type Problem, problem } from '../../../src-shared/errors.ts';
import type { LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import { err, type Result } from '../../../src-shared/result.ts';
import { type LetterMail, mailFromTemplate } from '../../domain/letters/buildMail.ts';
import type { LetterFacts } from '../../domain/letters/letterFacts.ts';
import { defaultTemplate } from '../../domain/letters/templates/defaultTemplate.ts';
import { exampleFacts } from '../../domain/letters/templates/exampleFacts.ts';
import type { RateTable } from '../../domain/law/rates.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';

export type ExampleContext = { readonly ledger: Pick<Ledger, 'read'>; readonly clock: Pick<Clock, 'today'>; readonly rates: () => RateTable };

export function factsFor({ ledger, clock, rates }: ExampleContext, template: LetterTemplate): LetterFacts | null {
  const profile = readProfile(ledger.read);
  return exampleFacts(template.kind, template, {
    sender: { ...profile, activity: profile.tagline, iban: profile.ibans[0] ?? '' },
    contact: { name: profile.signerName, phone: profile.phone, email: profile.email },
    today: clock.today(),
    table: rates(),
  });
}

/** Mail and letter of the example. Refuses whatever a real letter would be refused for; `letter-other-law` where there is no such letter. */
export function exampleLetter(context: ExampleContext, template: LetterTemplate): Result<LetterMail, AppError> {
  const facts = factsFor(context, template);
  return facts === null ? err(appError('letter-other-law')) : mailFromTemplate(template, facts);
}

/**
 * Why no letter can be made of these words, beyond what stands in the words themselves: a part that the finished letter must carry is
 * missing, or its language is mixed. What our own words fail on too, such as an incomplete company, is not the fault of the template.
 */
export function problemsOfExample(context: ExampleContext, template: LetterTemplate): readonly Problem[] {
  const mine = exampleLetter(context, template);
  if (mine.ok) return [];
  const ours = exampleLetter(context, defaultTemplate(template.kind, template.language, template));
  return ours.ok ? [problem('error', mine.error.code, mine.error.params)] : [];
}
