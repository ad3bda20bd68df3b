import type { ErrorText } from '../errorText.ts';

/** What there is to say about a bank file while it is read: about the file, a statement or one booking. */
export const bankErrors = {
  'file-field-too-long': {
    what: 'Un champ du fichier dépasse {{limit, number}} caractères.',
    why: 'Le fichier est endommagé ou sa structure n’est pas celle qu’il semble avoir.',
    todo: 'Téléchargez de nouveau le fichier auprès de la banque ou de la comptabilité.',
  },
  'format-archive': {
    what: 'Ceci est une archive ZIP.',
    why: 'Certaines banques livrent les extraits dans une archive, qui n’est pas ouverte telle quelle.',
    todo: 'Décompressez l’archive et choisissez les fichiers qu’elle contient.',
  },
  'format-payment-order': {
    what: 'Ceci est un ordre de paiement, pas un extrait.',
    why: 'Un ordre de paiement (pain) est destiné à la banque ; ce qui a été payé figure sur l’extrait.',
    todo: 'Téléchargez l’extrait auprès de la banque, de préférence en CAMT.053.',
  },
  'bank-no-statement': {
    what: 'Le fichier ne contient aucun extrait.',
    why: 'Il a la forme d’un fichier bancaire, mais il est vide ou incomplet.',
    todo: 'Téléchargez de nouveau l’extrait auprès de la banque.',
  },
  'bank-account-missing': {
    what: 'Un extrait ne mentionne aucun compte.',
    why: 'Sans numéro de compte, on ne sait pas à quoi se rapportent les écritures.',
    todo: 'Téléchargez de nouveau l’extrait auprès de la banque.',
  },
  'bank-amount-unreadable': {
    what: 'Un montant est illisible : « {{text}} ».',
    why: 'Le montant a une forme inconnue ou plus de deux décimales non nulles.',
    todo: 'Comparez avec l’extrait de la banque ; cette écriture n’a pas été lue.',
  },
  'bank-date-unreadable': {
    what: 'Une date est illisible : « {{text}} ».',
    why: 'La date manque ou n’existe pas.',
    todo: 'Comparez avec l’extrait de la banque ; cette écriture n’a pas été lue.',
  },
  'bank-entry-unreadable': {
    what: 'Une écriture est illisible : « {{text}} ».',
    why: 'La ligne s’écarte de la structure du format.',
    todo: 'Comparez avec l’extrait de la banque ; cette écriture n’a pas été lue.',
  },
  'bank-entry-not-booked': {
    what: '{{count, number}} {{count, plural(one: ligne n’est pas encore comptabilisée et a été laissée; other: lignes ne sont pas encore comptabilisées et ont été laissées)}} de côté.',
    why: 'La banque les annonce ou les donne pour information ; le solde n’en tient pas compte.',
    todo: 'Il n’y a rien à faire : une fois comptabilisées, elles figureront sur un extrait suivant.',
  },
  'bank-statement-unbalanced': {
    what: 'L’extrait {{number}} de {{account, iban}} ne tombe pas juste : {{opening, amount}} plus {{sum, amount}} ne font pas {{closing, amount}} (différence {{difference, amount}}).',
    why: 'Des écritures manquent, il y en a trop, ou le fichier a été modifié.',
    todo: 'Comparez avec la banque et téléchargez au besoin l’extrait de nouveau.',
  },
  'bank-opening-missing': {
    what: 'L’extrait {{number}} de {{account, iban}} n’a pas de solde initial.',
    why: 'Toutes les banques ne le fournissent pas ; sans lui, le total ne peut être vérifié.',
    todo: 'Vérifiez que les écritures sont complètes.',
  },
  'bank-closing-missing': {
    what: 'L’extrait {{number}} de {{account, iban}} n’a pas de solde final lisible.',
    why: 'Le fichier est incomplet, ou la banque ne fournit pas de solde final.',
    todo: 'Vérifiez que les écritures sont complètes.',
  },
  'bank-balance-gap': {
    what: 'L’extrait {{number}} de {{account, iban}} commence par {{opened, amount}}, le précédent finit par {{closed, amount}}.',
    why: 'Il manque un extrait, ou une période figure deux fois dans le fichier.',
    todo: 'Téléchargez aussi les jours manquants.',
  },
  'bank-statement-missing': {
    what: 'L’extrait {{numbers}} de {{account, iban}} manque.',
    why: 'Entre le {{afterDate, date}} et le {{beforeDate, date}}, le solde diffère de {{difference, amount}}.',
    todo: 'Téléchargez l’extrait auprès de la banque et importez-le.',
  },
  'bank-days-ahead': {
    what: 'Le fichier de {{account, iban}} mentionne le {{bookDate, date}}, un jour encore à venir.',
    why: 'Nous sommes le {{today, date}}. L’année est peut-être fausse, le jour et le mois inversés, ou l’horloge de cet ordinateur retarde.',
    todo: 'Vérifiez les dates. Un tel jour ne compte pas pour savoir si les données bancaires sont récentes.',
  },
  'bank-days-missing': {
    what: 'Entre le {{afterDate, date}} et le {{beforeDate, date}}, il manque un extrait de {{account, iban}}.',
    why: 'Le solde diffère de {{difference, amount}}.',
    todo: 'Téléchargez auprès de la banque les extraits de ces jours et importez-les.',
  },
  'bank-totals-differ': {
    what: 'Le fichier annonce un total de {{told, amount}}, mais {{found, amount}} a été lu.',
    why: 'Des écritures manquent, il y en a trop, ou le fichier a été modifié.',
    todo: 'Comparez avec la banque et téléchargez au besoin l’extrait de nouveau.',
  },
  'bank-currency-differs': {
    what: 'L’extrait {{number}} de {{account, iban}} contient des soldes ou des écritures en plusieurs monnaies.',
    why: 'Des montants en monnaies différentes ne s’additionnent pas ; le total ne peut être vérifié.',
    todo: 'Vérifiez que cet extrait se rapporte à un seul compte.',
  },
  'bank-reversals-turned': {
    what: '{{count, number}} {{count, plural(one: contre-passation a été inversée; other: contre-passations ont été inversées)}}, car l’extrait ne tombe juste qu’ainsi.',
    why: 'Certains programmes indiquent pour une contre-passation le sens de l’écriture d’origine.',
    todo: 'Vérifiez ces contre-passations.',
  },
  'bank-batch-kept-whole': {
    what: 'Une écriture groupée du {{bookDate, date}} a été lue comme un seul montant.',
    why: '{{count, plural(one: Le paiement qu’elle contient n’indique; other: Les paiements qu’elle contient n’indiquent)}} pas de montant, ou {{count, plural(one: il; other: leur somme)}} n’est pas le montant comptabilisé ({{count, number}}).',
    todo: 'Répartissez vous-même le montant entre les factures.',
  },
  'bank-pages-missing': {
    what: 'Un extrait est incomplet : des pages manquent.',
    why: 'La première ou la dernière page se trouve dans un autre fichier.',
    todo: 'Importez aussi les autres pages.',
  },
  'bank-running-balance-gap': {
    what: 'Le solde de {{account, iban}} ne se suit pas ici : {{closed, amount}} était attendu, le fichier indique {{opened, amount}}.',
    why: 'Des opérations manquent, ou le fichier a été modifié après le téléchargement.',
    todo: 'Téléchargez à nouveau la période auprès de la banque et ne modifiez pas le fichier.',
  },
  'bank-balances-only': {
    what: 'Ceci est un relevé de soldes, sans opérations.',
    why: 'Aucun paiement ne peut en être tiré.',
    todo: 'Téléchargez les opérations auprès de la banque, de préférence en CAMT.053.',
  },
  'bank-card-statement': {
    what: 'Ceci est un relevé de carte de crédit, pas d’un compte bancaire.',
    why: 'Les paiements des clients arrivent sur le compte bancaire.',
    todo: 'Téléchargez l’extrait du compte bancaire.',
  },
  'bank-table-columns-missing': {
    what: 'On ne voit pas encore quelle colonne est la date et laquelle le montant.',
    why: 'Sans ces deux colonnes, une ligne n’est pas une opération.',
    todo: 'Indiquez les colonnes ; elles seront retenues pour la prochaine fois.',
  },
  'bank-table-account-unknown': {
    what: 'Le fichier ne mentionne pas votre propre compte bancaire.',
    why: 'Les opérations appartiennent à un compte ; sinon les doublons ne peuvent être reconnus.',
    todo: 'Saisissez l’IBAN du compte, ou indiquez la colonne qui le contient.',
  },
  'bank-table-sign-unclear': {
    what: 'Tous les montants sont positifs et aucune colonne n’indique si l’argent est entré ou sorti.',
    why: 'Ils sont lus comme des encaissements.',
    todo: 'Indiquez la colonne qui dit débit ou crédit, s’il y en a une.',
  },
  'bank-stray-minus': {
    what: 'Un montant porte aussi un signe moins : « {{text}} ».',
    why: 'Une lettre indique déjà le sens ; le signe moins a été lu comme l’inverse.',
    todo: 'Comparez cette écriture avec l’extrait de la banque.',
  },
  'bank-provisional': {
    what: 'Ceci est un relevé intermédiaire (CAMT.052 ou MT942) avec {{count, number}} {{count, plural(one: opération; other: opérations)}}, et n’est pas comptabilisé.',
    why: 'Les opérations du jour même peuvent encore changer et reviennent dans le relevé de ce jour.',
    todo: 'Importez le relevé dès que la banque le fournit: CAMT.053 ou MT940.',
  },
  'bank-details-only': {
    what: 'Ceci est un avis (CAMT.054) avec le détail de {{count, number}} {{count, plural(one: opération; other: opérations)}}; il n’est pas comptabilisé lui-même.',
    why: 'Un avis cite les paiements d’une écriture groupée; le montant lui-même figure dans le relevé.',
    todo: 'Importez aussi le relevé; l’écriture groupée est alors répartie entre les paiements de l’avis.',
  },
  'bank-details-split': {
    what: 'Une écriture groupée du {{bookDate, date}} a été répartie entre {{count, number}} {{count, plural(one: paiement; other: paiements)}} d’un avis.',
    why: 'L’avis (CAMT.054) cite le même compte, le même montant, le même jour et la même référence.',
    todo: 'Il n’y a rien à faire.',
  },
  'bank-details-known': {
    what: 'L’écriture groupée du {{bookDate, date}} est déjà répartie sur {{count, plural(one: son paiement; other: ses paiements)}} ({{count, number}}).',
    why: 'Cet avis a déjà été lu, ou l’extrait nommait lui-même les paiements.',
    todo: 'Il n’y a rien à faire.',
  },
  'bank-details-decided': {
    what: 'L’écriture groupée du {{bookDate, date}} est déjà attribuée ou mise de côté et n’est pas répartie.',
    why: 'Ce qui a été décidé sur le montant entier serait annulé sans qu’on le demande.',
    todo: 'Annulez cette décision, puis relisez l’avis.',
  },
  'bank-details-unmatched': {
    what: 'Pour {{count, number}} {{count, plural(one: opération; other: opérations)}} de l’avis, il n’y a pas d’écriture groupée qui puisse encore être répartie.',
    why: 'Il n’y a pas d’écriture du même compte, du même montant et du même jour, il y en a plusieurs, ou elle est déjà traitée.',
    todo: 'Importez le relevé en même temps que l’avis.',
  },
  'bank-header-repeated': {
    what: 'Pour le compte {{account, iban}}, le fichier contient un relevé sans opérations et sans fin; il a été ignoré.',
    why: 'Un autre relevé commence au milieu, derrière une marque qui signale la fin d’un fichier.',
    todo: 'Aucune opération ne manque. Téléchargez à nouveau le relevé de ce compte si vous voulez vérifier son solde.',
  },
  'archive-empty': {
    what: 'L’archive ne contient aucun fichier lisible.',
    why: 'L’archive est vide, est chiffrée ou ne contient que d’autres fichiers.',
    todo: 'Décompressez l’archive et choisissez les fichiers qu’elle contient.',
  },
  'archive-nested': {
    what: 'L’archive contient une autre archive.',
    why: 'Les archives dans des archives ne sont pas ouvertes.',
    todo: 'Décompressez l’archive extérieure et choisissez ce qu’elle contient.',
  },
} as const satisfies Record<string, ErrorText>;
