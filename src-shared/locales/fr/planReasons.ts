import type { CatalogShape } from '../catalogShape.ts';
import type { planReasons as dutch } from '../nl/planReasons.ts';

/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'Dans le plan de paiement {{reference}} : l’échéance du {{instalmentDate, date}} peut encore arriver jusqu’au {{untilDate, date}} inclus.',
  'held-plan-unsigned': 'Le plan de paiement {{reference}} attend les signatures, jusqu’au {{untilDate, date}} inclus.',
  'held-plan-notice-due': 'Échéance du {{instalmentDate, date}} du plan de paiement {{reference}} manquée : un avis écrit part d’abord.',
  'held-plan-noticed': 'Échéance du {{instalmentDate, date}} du plan de paiement {{reference}} manquée ; avis donné le {{noticeDate, date}}, payable jusqu’au {{untilDate, date}} inclus.',
  'decide-instalment-missed': 'Échéance du {{instalmentDate, date}} du plan de paiement {{reference}} manquée ({{amountCents, amount}}) : envoyez l’avis et notez-en la date. Le suivi attend sept jours après celui-ci.',
  'decide-plan-broken': 'L’échéance du {{instalmentDate, date}} du plan de paiement {{reference}} ({{amountCents, amount}}) n’a pas été payée non plus après l’avis du {{noticeDate, date}} ; le tout est exigible et le suivi reprend. Terminez le plan.',
  'decide-plan-lapsed': 'Le plan de paiement {{reference}} n’a pas été signé au plus tard le {{signDate, date}} et est caduc ; le suivi reprend. Notez les signatures malgré tout ou terminez le plan.',
  'cancel-plan-notice': 'Une échéance du plan de paiement {{reference}} a été manquée ; l’avis écrit part d’abord.',
  'cancel-payment-plan': 'Le plan de paiement {{reference}} suspend le suivi jusqu’au {{untilDate, date}} inclus.',
  'timeline-plan': 'Plan de paiement {{reference}} convenu',
  'timeline-plan-ended': 'Plan de paiement {{reference}} terminé',
  'match-plan-instalment': 'Le payeur mentionne le plan {{reference}} et c’est exactement l’échéance du {{dueDate, date}}.',
  'batch-split': 'Réparti sur ses paiements selon {{origin}}',
  'correspondence-by-person': 'Envoyé par une personne, indépendamment du suivi.',
} as const satisfies CatalogShape<typeof dutch>;
