import type { CatalogShape } from '../catalogShape.ts';
import type { cashReasons as dutch } from '../nl/cashReasons.ts';

/** Sentences about money that came in, went back or was settled without money. Marks as in reasons.ts. */
export const cashReasons = {
  'return-end-to-end': 'La référence de bout en bout est celle de cet encaissement.',
  'return-mandate': 'Le même mandat de domiciliation.',
  'return-reference': 'La même référence.',
  'return-number': 'Le numéro {{number}} figure dans la communication.',
  'return-account': 'Le même compte.',
  'return-name': 'Le même nom.',
  'return-amount': 'Exactement le même montant.',
  'return-costs': 'La banque a retenu {{costCents, amount}} de frais.',
  'return-booked': 'Repris le {{bookDate, date}} : le paiement du {{paidDate, date}} ne compte plus.',
  'return-reason': 'Repris par la banque ({{code}}) le {{bookDate, date}} : le paiement du {{paidDate, date}} ne compte plus.',
  'refund-booked': 'Remboursé le {{bookDate, date}}.',
  'return-costs-claimed': 'Frais de la domiciliation retournée le {{bookDate, date}}.',
  'refund-exact': 'Exactement ce montant est ouvert en crédit.',
  'refund-account': 'Le même compte que celui de l’encaissement.',
  'written-off-by-person': 'Passé en différence à la main.',
  'order-nl': 'Sans indication : d’abord les frais, puis les intérêts, puis le principal ; l’échu d’abord, puis le plus ancien (Code civil néerlandais 6:43 et 6:44).',
  'order-be-business': 'Sans indication : d’abord les intérêts, puis le principal, puis l’indemnité ; le plus ancien d’abord (ancien Code civil 1254 et 1256).',
  'order-be-consumer': 'Sans indication, pour un consommateur : d’abord le principal, puis les intérêts, puis les frais ; le plus ancien d’abord.',
  'held-named-receipt': '{{amountCents, amount}} reçus le {{bookDate, date}} de {{payer}} ; le paiement cite cette facture ou une lettre à son sujet et n’est pas encore affecté.',
  'cancel-named-receipt': 'Le paiement de {{amountCents, amount}} de {{payer}} du {{bookDate, date}} cite une facture de ce message et n’est pas affecté.',
  'held-same-amount': '{{amountCents, amount}} reçus le {{bookDate, date}} viennent d’un payeur inconnu ; exactement ce montant est ouvert ici.',
  'held-doubtful-booking': 'Une écriture de {{amountCents, amount}} du {{bookDate, date}} attend votre jugement sous Importer ; c’est peut-être un paiement de ce client.',
  'cancel-same-amount': '{{amountCents, amount}} reçus ne sont pas affectés ; c’est exactement ce qui est demandé ici.',
  'timeline-return': 'Repris : {{number}} est de nouveau ouvert',
  'timeline-refund': 'Remboursé pour {{number}}',
  'timeline-difference': 'Différence passée sur {{number}}',
  'timeline-claim': 'Intérêts ou frais {{number}}',
} as const satisfies CatalogShape<typeof dutch>;
