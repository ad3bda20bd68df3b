import type { CatalogShape } from '../catalogShape.ts';
import type { paymentPlans as dutch } from '../nl/paymentPlans.ts';

/** Texts of payment plans on the page of a customer. */
export const paymentPlans = {
  action: 'Établir un plan de paiement',
  title: 'Plan de paiement',
  titleMany: 'Plans de paiement',
  form: {
    lead: 'Tant que les échéances arrivent à temps, le suivi de ces factures attend.',
    documents: 'Factures',
    none: 'Aucune facture ouverte qui ne figure pas déjà dans un plan.',
    division: 'Répartir en',
    byCount: 'Nombre d’échéances',
    byAmount: 'Montant par échéance',
    count: 'Échéances',
    amount: 'Par échéance',
    firstOn: 'Première échéance',
    interval: 'Tous les',
    intervals: { week: '7 jours', 'two-weeks': '14 jours', month: 'mois' },
    noInterest: 'Pas d’intérêts ni de frais tant que les échéances sont respectées',
    schedule: 'Échéancier',
    save: 'Enregistrer le plan',
    saved: 'Le plan {{reference}} est enregistré.',
  },
  column: { number: 'Échéance', dueOn: 'Au plus tard', cents: 'Montant', rest: 'Reste à payer', state: 'État' },
  instalment: { paid: 'Payée', open: 'En cours', partly: 'Payée en partie', missed: 'Manquée' },
  state: {
    running: 'en cours',
    missed: 'non respecté, le suivi reprend',
    paid: 'payé',
    ended: 'terminé',
    cancelled: 'annulé',
  },
  agreed: 'convenu le {{date}}, pour {{numbers}}',
  endedOn: '{{date}} : {{reason}}',
  print: 'Convention (PDF)',
  end: {
    action: 'Terminer',
    title: 'Terminer le plan {{reference}}',
    lead: 'Le suivi des factures reprend alors.',
    kind: 'Que s’est-il passé ?',
    kinds: { ended: 'Le plan ne vaut plus', cancelled: 'Le plan a été enregistré par erreur' },
    reason: 'Motif',
    save: 'Terminer le plan',
    saved: 'Le plan {{reference}} est terminé.',
  },
} as const satisfies CatalogShape<typeof dutch>;
