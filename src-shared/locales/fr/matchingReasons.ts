import type { CatalogShape } from '../catalogShape.ts';
import type { matchingReasons as dutch } from '../nl/matchingReasons.ts';

/** What speaks for and against the assignment of a receipt. Marks as in `reasons.ts`. */
export const matchingReasons = {
  'match-direct-debit': 'La référence {{reference}} est celle de notre propre encaissement de {{number}} et le montant correspond.',
  'match-order-exact': 'Le numéro de commande {{order}} du client figure sur la facture {{number}} et le montant correspond.',
  'match-sum-with':
    'Les postes cités ({{numbers}}) et {{count, number}} {{count, plural(one: autre poste ouvert; other: autres postes ouverts)}} de ce client font ensemble exactement le montant.',
  'match-iban-sum': 'Le compte est celui de ce client, et seuls ces {{count, number}} postes ouverts font exactement le montant.',
  'match-customer-exact': 'Le numéro de client {{customer}} figure dans la communication, et seul {{numbers}} fait exactement ce montant.',
  'match-name-exact': 'Le payeur porte exactement le nom de ce client, et seule la facture {{number}} a exactement ce montant ouvert.',
  'match-instalment': 'Le payeur est connu et c’est exactement l’échéance du {{dueDate, date}} du plan pour {{number}}.',
  'match-promise':
    'Le payeur est connu et c’est exactement ce qui était promis pour le {{promiseDate, date}} ; il va aux postes ouverts depuis le plus longtemps.',
  'match-with-discount': '{{numbers}} est cité ; payé à temps avec {{discountCents, amount}} d’escompte.',
  'match-with-bank-costs': '{{numbers}} est cité ; la banque a retenu {{costsCents, amount}}.',
  'match-with-small-difference':
    '{{numbers}} est cité ; la petite différence de {{differenceCents, amount}} est passée en perte selon la règle.',
  'match-with-small-surplus': '{{numbers}} est cité ; {{differenceCents, amount}} payés en trop sont passés en écart de paiement selon la règle.',
  'unmatched-settlement': 'C’est un versement de {{provider}} : plusieurs commandes moins les frais, jamais d’un seul client.',
  'unmatched-payment-service':
    'Ceci vient de {{provider}}, qui paie pour beaucoup ; sans numéro ni montant exact, on ne sait pas pour qui.',
  'unmatched-direct-debit-amount':
    'La référence {{reference}} est celle de notre encaissement, mais {{openCents, amount}} en restent ouverts et {{amountCents, amount}} ont été reçus.',
  'unmatched-paid-again': 'Exactement le montant de {{number}}, déjà payé le {{paidDate, date}} ; peut-être un double paiement.',
  'unmatched-other-currency': '{{number}}, cité dans la communication, est dans une autre monnaie ; choisissez la conversion.',
  'unmatched-number-unknown':
    'La communication cite ce qui ressemble à un numéro de facture sans être une facture ouverte ; vérifiez ce qui est visé.',
  'unmatched-name-only': 'Le nom ressemble à celui d’un client, mais un nom et un montant ne suffisent pas pour imputer.',
  'unmatched-by-policy': 'Cela correspond, mais la règle laisse un tel paiement à une personne.',
  'unmatched-customer-conflict': 'Le numéro de client cité est celui d’un autre client que le compte.',
  'evidence-order': 'Le numéro de commande {{order}} du client figure dans la communication.',
  'evidence-number-tail': 'Un numéro plus long dans la communication se termine par {{number}}.',
  'evidence-number-near': '{{text}} dans la communication ressemble au numéro {{number}} mal saisi.',
  'evidence-direct-debit': 'La référence {{reference}} est celle de notre propre encaissement.',
  'evidence-customer-number': 'Le numéro de client {{customer}} figure dans la communication.',
  'evidence-shared-iban': 'Le compte est connu comme celui de ce client et de {{count, number}} {{count, plural(one: autre; other: autres)}}.',
  'evidence-group': 'Le compte est celui d’une autre société du même groupe.',
  'evidence-same-name': 'Le payeur porte exactement le nom de {{name}}.',
  'evidence-all-open': 'C’est exactement tout ce que ce client a d’ouvert.',
  'evidence-discount': 'La différence est exactement l’escompte pour paiement jusqu’au {{untilDate, date}}.',
  'evidence-bank-costs': 'La différence de {{costsCents, amount}} correspond à des frais d’une banque étrangère.',
  'evidence-small-difference': 'La différence n’est que de {{differenceCents, amount}}.',
  'evidence-instalment': 'C’est exactement l’échéance du {{dueDate, date}} du plan.',
  'evidence-promise': 'C’est exactement ce qui était promis pour le {{promiseDate, date}}.',
  'evidence-undisputed': 'C’est exactement la partie non contestée.',
  'evidence-habit': 'Ce client l’a déjà fait {{times, number}} fois, confirmé chaque fois par une personne.',
  'missing-discount-late': 'L’escompte valait jusqu’au {{untilDate, date}} ; le paiement est arrivé plus tard.',
  'against-other-customers': 'Les postes sont de {{count, number}} clients différents.',
} as const satisfies CatalogShape<typeof dutch>;
