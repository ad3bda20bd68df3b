import type { ErrorText } from '../errorText.ts';

/** Letters that a person sends of his own accord. */
export const correspondenceErrors = {
  'correspondence-no-address': {
    what: 'Il n’y a pas d’adresse e-mail où envoyer.',
    why: 'Ni ce client ni ses contacts n’ont d’adresse e-mail.',
    todo: 'Indiquez une adresse e-mail chez le client, ou choisissez une lettre.',
  },
  'correspondence-nothing-open': {
    what: 'Rien n’est ouvert ; il n’y a donc pas de relevé à établir.',
    why: 'Un relevé de compte montre les factures ouvertes et les avoirs en euros.',
    todo: 'Choisissez une confirmation ou un remerciement pour écrire au sujet d’un paiement.',
  },
  'correspondence-receipt-gone': {
    what: 'Cet encaissement ne peut plus être confirmé.',
    why: 'Son affectation a été annulée, ou il date de trop longtemps.',
    todo: 'Choisissez un autre encaissement.',
  },
  'correspondence-nothing-crossed': {
    what: 'Aucun message n’a croisé ce paiement.',
    why: 'Rien n’a été envoyé au sujet de ces factures peu avant ou après ce paiement.',
    todo: 'Envoyez une confirmation de réception ou un remerciement.',
  },
  'correspondence-changed': {
    what: 'La lettre dit maintenant autre chose que ce que vous avez vu.',
    why: 'Quelque chose a été comptabilisé ou modifié entre-temps.',
    todo: 'Revoyez la lettre, puis approuvez-la.',
  },
  'correspondence-one-a-day': {
    what: 'Ce client reçoit déjà un message aujourd’hui.',
    why: 'Nous n’envoyons jamais deux messages le même jour à un client.',
    todo: 'Attendez demain, ou retirez le message d’aujourd’hui sous Envoyés.',
  },
  'correspondence-insolvent': {
    what: 'Ce client est insolvable depuis le {{sinceDate, date}}.',
    why: 'Un relevé de compte demande le paiement du solde, ce qui ne peut plus être demandé au client lui-même.',
    todo: 'Déclarez la créance au curateur ; une confirmation de réception reste possible.',
  },
  'correspondence-handed-over': {
    what: 'La créance a été transmise à {{to}} le {{sinceDate, date}}.',
    why: 'Un relevé de compte demande un paiement à nous, alors que le paiement passe maintenant par ce tiers.',
    todo: 'Laissez {{to}} communiquer le solde, ou reprenez d’abord le suivi vous-même.',
  },
} as const satisfies Record<string, ErrorText>;
