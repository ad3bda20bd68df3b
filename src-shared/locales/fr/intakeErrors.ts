import type { IntakeErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** Texts of what taking in says about files and documents. */
export const intakeErrors = {
  'import-file-gone': {
    what: 'Le fichier n’est plus là.',
    why: 'Les fichiers en attente sont supprimés après un jour ou un redémarrage.',
    todo: 'Choisissez le fichier à nouveau.',
  },
  'watched-folder-unreadable': {
    what: 'Le dossier {{folder}} ne peut pas être lu.',
    why: 'Il n’existe pas, n’est pas un dossier ou Termijn n’y a pas accès.',
    todo: 'Choisissez un dossier existant, indiquez son chemin complet et vérifiez vos droits d’accès.',
  },
  'import-too-slow': {
    what: 'La lecture du fichier durait trop longtemps et a été arrêtée.',
    why: 'Le fichier est très grand ou endommagé.',
    todo: 'Refaites l’export sur une période plus courte.',
  },
  'import-reading-failed': {
    what: 'Le fichier n’a pas pu être lu.',
    why: 'Quelque chose dans le fichier a interrompu la lecture. Rien n’a été repris.',
    todo: 'Refaites l’export. Si cela persiste, choisissez un autre format.',
  },
  'import-preview-gone': {
    what: 'L’aperçu de cet import a expiré.',
    why: 'Un aperçu est gardé une heure et vaut tant que les fichiers ne changent pas.',
    todo: 'Choisissez les fichiers à nouveau.',
  },
  'import-undone': {
    what: 'Cet import a déjà été annulé.',
    why: 'L’annulation se fait une seule fois.',
    todo: 'Importez les fichiers à nouveau s’ils sont quand même nécessaires.',
  },
  'import-other-kind': {
    what: '{{file}} ne convient pas à cette commande ; rien n’a été repris.',
    why: 'C’est un fichier bancaire là où des factures étaient attendues, ou l’inverse.',
    todo: 'Donnez les fichiers bancaires et les factures chacun à leur commande.',
  },
  'document-purchase': {
    what: '{{number}} est une facture d’achat et n’a pas été reprise.',
    why: 'L’administration est l’acheteur sur cette facture ; {{seller}} demande l’argent.',
    todo: 'Il n’y a rien à faire.',
  },
  'document-other-seller': {
    what: '{{number}} vient d’un autre vendeur et n’a pas été reprise.',
    why: 'La facture indique {{seller}} comme vendeur, avec un numéro de TVA ou d’entreprise différent des Paramètres.',
    todo: 'Ce n’est pas correct ? Vérifiez le numéro de TVA et d’entreprise dans les Paramètres.',
  },
  'document-foreign-seller': {
    what: '{{number}} n’a pas été reprise : cette facture semble envoyée par une autre entreprise.',
    why: 'La facture indique {{seller}} comme vendeur. Ce nom diffère de celui des Paramètres, et il n’y a pas de numéros à comparer.',
    todo: 'Est-ce votre propre facture ? Indiquez le numéro de TVA et d’entreprise dans les Paramètres, ou le nom tel que sur la facture, puis importez à nouveau.',
  },
  'document-seller-alike': {
    what: '{{number}} semble envoyée par une autre entreprise : {{seller}}.',
    why: 'Le nom ressemble à celui des Paramètres sans être identique, et il n’y a pas de numéros à comparer.',
    todo: 'Est-ce une facture d’achat ? Annulez alors cette importation. Le numéro de TVA et d’entreprise dans les Paramètres lève le doute.',
  },
  'document-not-a-claim': {
    what: '{{number}} ne demande pas d’argent et n’a pas été repris.',
    why: 'Le document est une facture pro forma.',
    todo: 'Importez la vraie facture dès qu’elle existe.',
  },
  'document-undated': {
    what: '{{number}} n’a pas de date et n’a pas été repris.',
    why: 'Sans date de facture ni échéance, on ne peut dire quand il faut payer.',
    todo: 'Ajoutez la date dans le fichier et importez-le à nouveau.',
  },
  'document-customer-missing': {
    what: '{{number}} n’a pas de client et n’a pas été repris.',
    why: 'Le fichier ne donne ni nom ni numéro de client.',
    todo: 'Ajoutez le client dans le fichier et importez-le à nouveau.',
  },
  'document-paid-odd': {
    what: '{{number}} a été payé pour plus que son total, ou avec le mauvais signe.',
    why: 'Le total est {{total, amount}}, payé {{paid, amount}}.',
    todo: 'Vérifiez la facture. Il ne reste pas plus ouvert que le total.',
  },
  'document-twice': {
    what: '{{number}} figure deux fois dans ces fichiers, avec des montants différents.',
    why: 'Un montant est {{first, amount}}, l’autre {{second, amount}}. Le premier a été repris.',
    todo: 'Vérifiez quel montant est correct.',
  },
  'document-currency-changed': {
    what: '{{number}} a maintenant une autre devise et n’a pas été modifié.',
    why: 'Une facture enregistrée ne change pas de devise.',
    todo: 'Annulez l’import précédent s’il était faux, puis importez à nouveau.',
  },
  'document-below-paid': {
    what: '{{number}} n’a pas été modifié.',
    why: 'Le nouveau total {{after, amount}} est inférieur à ce qui a déjà été réglé (le total était {{before, amount}}).',
    todo: 'Annulez d’abord l’affectation du paiement, ou enregistrez une note de crédit.',
  },
  'document-balance-differs': {
    what: 'Le montant ouvert de {{number}} diffère de la liste.',
    why: 'Ici {{ledger, amount}} est ouvert, dans la liste {{list, amount}}. Des paiements sont enregistrés ici, le solde reste donc tel quel.',
    todo: 'Comparez les paiements de cette facture avec la comptabilité.',
  },
  'bank-account-unanswered': {
    what: 'Les extraits de {{account, iban}} n’ont pas été repris.',
    why: 'On ne sait pas si ce compte appartient à l’administration.',
    todo: 'Importez le fichier à nouveau et répondez à la question à côté du compte.',
  },
  'bank-account-unnamed': {
    what: 'Ce fichier ne nomme aucun compte et n’a pas été repris.',
    why: 'Il y a plus d’un compte, ou pas encore de compte. On ne peut donc pas dire auquel ces écritures appartiennent.',
    todo: 'Téléchargez l’extrait en CAMT.053, MT940 ou CODA : le compte y figure.',
  },
  'bank-account-not-ours': {
    what: 'Les extraits de {{account, iban}} n’ont pas été repris.',
    why: 'Il a été dit que ce compte n’appartient pas à l’administration.',
    todo: 'Si c’est faux, modifiez-le sous Banque et importez à nouveau.',
  },
  'bank-entries-possibly-known': {
    what: '{{count}} {{count, plural(one: écriture; other: écritures)}} sur {{account, iban}} {{count, plural(one: est peut-être déjà connue et n’a pas été reprise; other: sont peut-être déjà connues et n’ont pas été reprises)}}.',
    why: 'Le jour et le montant sont égaux à une écriture d’un autre fichier, mais le texte diffère.',
    todo: 'Jugez-les sur la page d’importation, sous Peut-être en double.',
  },
} as const satisfies Record<IntakeErrorCode, ErrorText>;
