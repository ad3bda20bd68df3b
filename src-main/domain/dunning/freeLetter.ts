/**
 * The letter without charges that the law wants before a consumer can be asked any: in Belgium the first reminder (WER art. XIX.2), in the
 * Netherlands the fourteen-day letter, which is the first demand (BW 6:96 lid 6).
 */
import type { DunningCustomer } from './dunningFacts.ts';

export type FreeLetter = { readonly country: 'NL' | 'BE'; readonly stepKey: 'reminder-1' | 'demand-1' };

/** The free letter of this customer; null for a business, and for a consumer whose law is not known here. */
export function freeLetterOf({ kind, country }: Pick<DunningCustomer, 'kind' | 'country'>): FreeLetter | null {
  if (kind !== 'consumer') return null;
  if (country === 'BE') return { country, stepKey: 'reminder-1' };
  return country === 'NL' ? { country, stepKey: 'demand-1' } : null;
}
