import type { ErrorText } from '../errorText.ts';

/** What only some bank formats know: control records, messages of the bank, dates without a fixed order. */
export const bankFormatErrors = {
  'bank-records-differ': {
    what: 'Le fichier annonce {{told, number}} {{told, plural(one: ligne; other: lignes)}}, mais il y en a {{found, number}}.',
    why: 'Des lignes manquent, il y en a trop, ou le fichier a été modifié.',
    todo: 'Comparez avec la banque et téléchargez au besoin l’extrait de nouveau.',
  },
  'bank-trailer-missing': {
    what: 'L’enregistrement final de l’extrait {{number}} de {{account, iban}} manque.',
    why: 'Chaque extrait CODA se termine par des totaux de contrôle; sans cette ligne, ils ne peuvent être vérifiés.',
    todo: 'Comparez avec la banque et téléchargez au besoin l’extrait de nouveau.',
  },
  'bank-account-differs': {
    what: 'Un extrait commence par le compte {{account, iban}} et se termine par {{other, iban}}.',
    why: 'Le fichier a été modifié, ou deux extraits ont été mélangés.',
    todo: 'Vérifiez à quel compte appartiennent les écritures et téléchargez au besoin l’extrait de nouveau.',
  },
  'bank-statement-copy': {
    what: 'La banque livre de nouveau l’extrait {{number}} de {{account, iban}}.',
    why: 'Le fichier est marqué comme copie d’un fichier antérieur.',
    todo: 'Il n’y a rien à faire : les écritures déjà présentes sont reconnues.',
  },
  'bank-message': {
    what: 'La banque écrit avec l’extrait : « {{text}} ».',
    why: 'Un fichier peut contenir un message de la banque.',
    todo: 'Lisez le message ; il ne change rien aux écritures.',
  },
  'bank-date-order-unclear': {
    what: 'Il n’est pas certain que les dates soient jour-mois ou mois-jour ; elles ont été lues comme {{order}}.',
    why: 'Aucune date du fichier n’a un jour supérieur à 12.',
    todo: 'Vérifiez la première écriture : {{text}} a été lu comme {{bookDate, date}}. Si c’est faux, choisissez l’autre ordre.',
  },
  'bank-split-differs': {
    what: 'Les parties d’une écriture font ensemble {{found, amount}}, mais l’écriture est de {{told, amount}}.',
    why: 'L’écriture a été répartie dans l’autre programme, et la répartition n’est pas juste.',
    todo: 'L’écriture a été lue comme un seul montant ; répartissez-la vous-même.',
  },
  'bank-sum-too-large': {
    what: 'Les montants du fichier sont trop grands pour être additionnés exactement.',
    why: 'De tels montants n’existent pas sur un compte : le fichier est endommagé.',
    todo: 'Téléchargez de nouveau l’extrait auprès de la banque.',
  },
  'bank-more-problems': {
    what: 'Il y a encore {{count, number}} {{count, plural(one: remarque; other: remarques)}} sur ce fichier ; {{count, plural(one: elle n’est pas affichée; other: elles ne sont pas affichées)}}.',
    why: 'Avec autant de remarques, le fichier est endommagé ou a une autre structure.',
    todo: 'Téléchargez de nouveau l’extrait auprès de la banque.',
  },
  'bank-correction': {
    what: 'La banque corrige une écriture antérieure ({{text}}).',
    why: 'Le fichier contient une écriture qui en remplace ou en retire une autre ; elle n’a pas été lue comme un nouveau paiement.',
    todo: 'Cherchez l’écriture antérieure et comparez avec la banque.',
  },
  'bank-sign-unclear': {
    what: 'Pour une écriture de {{amount, amount}} (type {{type}}), il n’est pas certain que l’argent soit entré ou sorti.',
    why: 'Le montant n’a pas de signe moins, alors que son type ou le reste du fichier indique une sortie ; l’écriture n’a pas été lue.',
    todo: 'Vérifiez auprès de la banque ; si l’argent est entré, importez la période en CAMT ou MT940.',
  },
} as const satisfies Record<string, ErrorText>;
