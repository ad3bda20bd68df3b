/** In which order a payment that does not say what it is for goes to costs, interest and principal. */
import type { AllocationOrder } from './matchTypes.ts';

/**
 * NL: costs, then interest, then principal (6:44 BW; HR 29 May 2015: first between claims by 6:43). BE: interest before capital (old art.
 * 1254); the place of the indemnity is unsettled, so it comes last. Consumers in Belgium: the principal first, the cautious reading. Other
 * countries follow the Dutch order, that of the creditor's law.
 */
export function allocationOrder(country: string, kind: 'business' | 'consumer'): AllocationOrder {
  if (country.toUpperCase() !== 'BE') return 'costs-interest-principal';
  return kind === 'consumer' ? 'principal-interest-costs' : 'interest-principal-costs';
}
