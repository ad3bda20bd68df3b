import type { LetterCountry, LetterCustomerKind, LetterKind } from '../../../src-shared/letterTemplate.ts';

type Reader = { readonly country: LetterCountry; readonly customerKind: LetterCustomerKind };

const kinds: ReadonlyMap<string, LetterKind> = new Map([
  ['pre-due-notice', 'pre-due-notice'],
  ['reminder-1', 'reminder-1'],
  ['reminder-2', 'reminder-2'],
  ['demand-1', 'demand-1'],
  ['demand-2', 'demand-2'],
  ['demand-2-reminder', 'demand-2-reminder'],
  ['final-demand', 'final-demand'],
  ['fourteen-day-letter', 'fourteen-day-letter'],
  ['default-notice', 'default-notice'],
  ['pre-legal-letter', 'pre-legal-letter'],
  ['handover', 'handover-notice'],
]);

/**
 * The letter that a step of a dunning ladder sends to this reader, or null for a step that is a decision or a call (`invoice`,
 * `pre-legal-procedure`). The first message to a Belgian consumer is the legal first reminder (WER art. XIX.2), whatever the step asks; in
 * the last demand to a Dutch consumer the fourteen-day letter stands (BW 6:96 lid 6), because only after it costs may be asked.
 */
export function letterKindOfStep(step: string, { country, customerKind }: Reader): LetterKind | null {
  const kind = kinds.get(step) ?? null;
  if (customerKind === 'business') return kind;
  if (country === 'BE') return kind === 'reminder-1' ? 'belgian-first-reminder' : kind;
  return kind === 'final-demand' ? 'fourteen-day-letter' : kind;
}
