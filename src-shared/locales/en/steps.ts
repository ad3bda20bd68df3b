import type { CatalogShape } from '../catalogShape.ts';
import type { steps as dutch } from '../nl/steps.ts';

/** Names of the steps of the dunning ladders, for inside a sentence. */
export const steps = {
  invoice: 'sending the invoice',
  'pre-due': 'notice before the due date',
  'reminder-1': 'first reminder',
  'reminder-2': 'second reminder',
  'pre-legal-procedure': 'pre-legal collection procedure',
  'demand-1': 'first demand',
  'demand-2': 'second demand',
  'demand-2-reminder': 'reminder of the second demand',
  'default-notice': 'notice of default',
  'pre-legal-letter': 'pre-legal letter',
  handover: 'handover to the bailiff',
  'account-statement': 'account statement',
  'receipt-confirmation': 'confirmation of receipt',
  'payment-thanks': 'thanks for the payment',
  'crossed-apology': 'apology for a crossed message',
} as const satisfies CatalogShape<typeof dutch>;
