import type { ErrorText } from '../errorText.ts';
import type { planErrors as dutch } from '../nl/planErrors.ts';

/** Payment plans and our own direct debits. */
export const planErrors: Record<keyof typeof dutch, ErrorText> = {
  'plan-nothing-open': {
    what: 'Rien n’est ouvert pour quoi un plan pourrait être établi.',
    why: 'Un document choisi est payé ou est un avoir, ou rien n’est choisi.',
    todo: 'Choisissez une ou plusieurs factures avec un montant ouvert.',
  },
  'plan-too-many-instalments': {
    what: 'Cela ferait plus de {{most}} échéances, ou des échéances de moins d’un centime.',
    why: 'Un plan compte de 1 à {{most}} échéances.',
    todo: 'Choisissez moins d’échéances ou un montant plus élevé.',
  },
  'plan-document-taken': {
    what: 'Une facture choisie figure déjà dans le plan de paiement {{reference}}.',
    why: 'Une facture ne peut figurer que dans un seul plan en cours ; sinon on ne saurait pas quelle échéance un paiement concerne.',
    todo: 'Terminez d’abord ce plan, ou laissez la facture de côté.',
  },
  'plan-first-day-past': {
    what: 'La première échéance ne tombe pas après aujourd’hui.',
    why: 'Les deux parties signent avant la première échéance.',
    todo: 'Choisissez un premier jour plus tardif.',
  },
  'plan-total-changed': {
    what: 'Le montant ouvert a changé depuis le calcul de l’échéancier.',
    why: 'Un paiement ou un avoir a été comptabilisé entre-temps.',
    todo: 'Consultez le nouvel échéancier, puis enregistrez le plan.',
  },
  'plan-insolvent': {
    what: 'Aucun plan possible avec ce client : il est insolvable depuis le {{sinceDate, date}}.',
    why: 'Un client insolvable ne paie plus lui-même ses dettes.',
    todo: 'Déclarez la créance au curateur.',
  },
  'plan-handed-over': {
    what: 'Aucun plan possible avec ce client : la créance a été transmise à {{to}} le {{sinceDate, date}}.',
    why: 'Les accords de paiement passent maintenant par ce tiers.',
    todo: 'Laissez {{to}} convenir du plan, ou reprenez d’abord le suivi vous-même.',
  },
  'plan-currency': {
    what: 'Les factures choisies sont dans des devises différentes.',
    why: 'Les échéances d’un plan sont dans une seule devise.',
    todo: 'Établissez un plan par devise.',
  },
  'plan-day-wrong': {
    what: 'Ce jour n’est pas possible.',
    why: 'Il est antérieur au {{earliestDate, date}}, c’est le jour même où l’on pouvait encore payer, ou il est dans le futur.',
    todo: 'Choisissez le jour où cela s’est passé.',
  },
  'plan-signed-late': {
    what: 'Le plan n’a pas été signé à temps.',
    why: 'Il pouvait être signé jusqu’au {{signDate, date}} inclus ; ensuite la proposition est devenue caduque.',
    todo: 'Établissez un nouveau plan si vous souhaitez encore en convenir.',
  },
  'plan-nothing-missed': {
    what: 'Cette échéance n’a pas été manquée.',
    why: 'Elle est payée, peut encore arriver à temps, ou une échéance plus ancienne n’est pas payée.',
    todo: 'Revoyez l’échéancier.',
  },
  'debit-order-unreadable': {
    what: 'Ceci n’est pas un ordre d’encaissement lisible.',
    why: 'Seul un ordre pain.008 (SEPA) avec un identifiant de message et des montants peut être lu ; pas un ordre de paiement ni un extrait.',
    todo: 'Exportez à nouveau l’ordre depuis le programme qui l’a créé.',
  },
  'debit-order-too-large': {
    what: 'Cet ordre compte plus de {{most}} encaissements.',
    why: 'Les ordres plus grands ne sont pas lus en une fois.',
    todo: 'Divisez l’ordre et lisez les parties.',
  },
  'debit-order-not-ours': {
    what: 'L’ordre encaisse sur {{iban}}, qui n’est pas un compte de cette administration.',
    why: 'Seuls nos propres encaissements disent quelque chose des factures.',
    todo: 'Ajoutez le compte au profil de l’entreprise s’il est à vous.',
  },
  'debit-order-known': {
    what: 'L’ordre {{message}} a déjà été lu.',
    why: 'Un identifiant compte une seule fois.',
    todo: 'Retirez la lecture précédente pour le relire.',
  },
  'debit-order-nothing': {
    what: 'Aucun encaissement de cet ordre ne mentionne une facture de cette administration.',
    why: 'Le numéro de facture ou la référence doit figurer dans le texte, la référence ou l’identifiant de bout en bout.',
    todo: 'Importez d’abord les factures, ou vérifiez les textes.',
  },
};
