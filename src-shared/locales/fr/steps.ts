import type { CatalogShape } from '../catalogShape.ts';
import type { steps as dutch } from '../nl/steps.ts';

/** Names of the steps of the dunning ladders, for inside a sentence. */
export const steps = {
  invoice: 'envoi de la facture',
  'pre-due': 'avis avant échéance',
  'reminder-1': 'premier rappel',
  'reminder-2': 'deuxième rappel',
  'pre-legal-procedure': 'procédure de recouvrement amiable',
  'demand-1': 'première relance',
  'demand-2': 'deuxième relance',
  'demand-2-reminder': 'rappel de la deuxième relance',
  'default-notice': 'mise en demeure',
  'pre-legal-letter': 'lettre avant procédure',
  handover: 'transmission à l’huissier',
  'account-statement': 'relevé de compte',
  'receipt-confirmation': 'confirmation de réception',
  'payment-thanks': 'remerciement pour le paiement',
  'crossed-apology': 'excuses pour un message croisé',
} as const satisfies CatalogShape<typeof dutch>;
