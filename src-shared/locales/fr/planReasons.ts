import type { CatalogShape } from '../catalogShape.ts';
import type { planReasons as dutch } from '../nl/planReasons.ts';

/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'Dans le plan de paiement {{reference}} : l’échéance du {{instalmentDate, date}} peut encore arriver jusqu’au {{untilDate, date}} inclus.',
  'decide-instalment-missed': 'L’échéance du {{instalmentDate, date}} du plan de paiement {{reference}} n’a pas été payée ({{amountCents, amount}}) ; le suivi reprend. Terminez le plan ou attendez le paiement.',
  'cancel-payment-plan': 'Un plan de paiement est en cours ({{reference}}) ; la prochaine échéance peut encore arriver jusqu’au {{untilDate, date}} inclus.',
  'timeline-plan': 'Plan de paiement {{reference}} convenu',
  'timeline-plan-ended': 'Plan de paiement {{reference}} terminé',
  'match-plan-instalment': 'Le payeur mentionne le plan {{reference}} et c’est exactement l’échéance du {{dueDate, date}}.',
  'batch-split': 'Réparti sur ses paiements selon {{origin}}',
  'correspondence-by-person': 'Envoyé par une personne, indépendamment du suivi.',
} as const satisfies CatalogShape<typeof dutch>;
