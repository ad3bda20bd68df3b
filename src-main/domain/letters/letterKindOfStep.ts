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
 * `pre-legal-procedure`). The first reminder to a Belgian consumer is the legal one (WER art. XIX.2). To a Dutch consumer the first demand
 * is the fourteen-day letter (BW 6:96 lid 6): only after it costs may be asked, and there is one for all that is open.
 */
export function letterKindOfStep(step: string, { country, customerKind }: Reader): LetterKind | null {
  const kind = kinds.get(step) ?? null;
  if (customerKind === 'business') return kind;
  if (country === 'BE') return kind === 'reminder-1' ? 'belgian-first-reminder' : kind;
  return kind === 'demand-1' ? 'fourteen-day-letter' : kind;
}
