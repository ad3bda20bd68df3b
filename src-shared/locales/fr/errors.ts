import type { ErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';
import { bankErrors } from './bankErrors.ts';
import { bankFormatErrors } from './bankFormatErrors.ts';
import { handoverErrors } from './handoverErrors.ts';
import { intakeErrors } from './intakeErrors.ts';
import { invoiceErrors } from './invoiceErrors.ts';
import { lawErrors } from './lawErrors.ts';
import { correspondenceErrors } from './correspondenceErrors.ts';
import { planErrors } from './planErrors.ts';
import { printErrors } from './printErrors.ts';
import { templateErrors } from './templateErrors.ts';

/** Per code: what happened, why that is likely, what to do next. Parameters of the error go in as `{{name}}`. */
export const errors = {
  ...bankErrors,
  ...templateErrors,
  ...bankFormatErrors,
  ...invoiceErrors,
  ...handoverErrors,
  ...intakeErrors,
  ...lawErrors,
  ...correspondenceErrors,
  ...planErrors,
  ...printErrors,
  'file-empty': {
    what: 'Le fichier est vide.',
    why: 'Le plus souvent, le téléchargement ou l’enregistrement a été interrompu.',
    todo: 'Téléchargez à nouveau le fichier et réessayez.',
  },
  'file-too-large': {
    what: 'Le fichier est trop volumineux pour être lu.',
    why: 'Une limite empêche qu’un fichier endommagé bloque cet ordinateur.',
    todo: 'Refaites l’export sur une période plus courte.',
  },
  'file-binary': {
    what: 'Ce n’est pas un fichier texte.',
    why: 'Le contenu ne correspond à aucun fichier bancaire ou de facturation lisible.',
    todo: 'Choisissez le fichier exporté par la banque ou la comptabilité.',
  },
  'file-truncated': {
    what: 'Le fichier s’arrête trop tôt.',
    why: 'Le plus souvent, le téléchargement ou l’enregistrement a été interrompu.',
    todo: 'Téléchargez à nouveau le fichier et réessayez.',
  },
  'file-line-too-long': {
    what: 'Une ligne du fichier est plus longue que permis.',
    why: 'Le fichier est endommagé ou d’un autre format que son nom ne l’indique.',
    todo: 'Refaites l’export et ne modifiez pas le fichier dans un autre programme.',
  },
  'file-encoding-invalid': {
    what: 'Les caractères du fichier sont illisibles.',
    why: 'Le fichier est enregistré dans un autre jeu de caractères que celui qu’il annonce.',
    todo: 'Refaites l’export, de préférence en UTF-8.',
  },
  'format-unknown': {
    what: 'Le format de ce fichier n’est pas reconnu.',
    why: 'Il ne ressemble à aucun fichier bancaire ou de facturation lisible.',
    todo: 'Choisissez CAMT.053 ou MT940 pour la banque, et UBL, CSV ou Excel pour les factures.',
  },
  'xml-doctype': {
    what: 'Le fichier XML contient un DOCTYPE et n’est donc pas lu.',
    why: 'Une telle référence peut être dangereuse et n’existe pas dans les fichiers bancaires ou de facturation.',
    todo: 'Demandez à l’expéditeur le fichier sans DOCTYPE.',
  },
  'xml-malformed': {
    what: 'Le fichier XML contient une erreur.',
    why: 'Le fichier est endommagé ou a été modifié à la main.',
    todo: 'Téléchargez à nouveau le fichier et ne le modifiez pas.',
  },
  'xml-too-deep': {
    what: 'Le fichier XML est imbriqué plus profondément que permis.',
    why: 'Un fichier bancaire ou de facturation ordinaire n’approche jamais cette limite.',
    todo: 'Téléchargez à nouveau le fichier auprès de la banque ou de l’expéditeur.',
  },
  'zip-bomb': {
    what: 'Le fichier zip devient trop volumineux une fois décompressé.',
    why: 'Une limite empêche qu’un fichier malveillant bloque cet ordinateur.',
    todo: 'Décompressez vous-même le fichier et importez les fichiers utiles.',
  },
  'zip-invalid': {
    what: 'Le fichier zip ne s’ouvre pas.',
    why: 'Le fichier est endommagé ou n’a pas été téléchargé entièrement.',
    todo: 'Téléchargez à nouveau le fichier, ou décompressez-le vous-même.',
  },
  'ledger-not-open': {
    what: 'Aucune administration n’est ouverte.',
    why: 'L’administration a été fermée ou n’a pas encore été choisie.',
    todo: 'Choisissez une administration en haut à gauche.',
  },
  'ledger-in-use': {
    what: 'Cette administration est déjà ouverte.',
    why: 'Une autre fenêtre ou un autre programme utilise le fichier.',
    todo: 'Fermez l’autre fenêtre et réessayez.',
  },
  'ledger-from-the-future': {
    what: 'Cette administration provient d’une version plus récente de Termijn.',
    why: 'Une version plus ancienne pourrait abîmer les données et n’ouvre donc pas le fichier.',
    todo: 'Installez la dernière version de Termijn.',
  },
  'ledger-damaged': {
    what: 'Le fichier de cette administration est endommagé.',
    why: 'Un disque défectueux ou une copie interrompue peut en être la cause. Rien n’y a été modifié.',
    todo: 'Restaurez la dernière bonne sauvegarde : sur l’écran de démarrage ou dans les Paramètres.',
  },
  'ledger-not-termijn': {
    what: 'Ce fichier n’est pas une administration de Termijn.',
    why: 'C’est un autre type de fichier, ou un autre programme l’a créé.',
    todo: 'Choisissez un autre fichier.',
  },
  'ledger-pragma-failed': {
    what: 'L’administration ne peut pas être ouverte en toute sécurité.',
    why: 'Le disque ou le dossier n’offre pas ce qu’il faut pour conserver les données avec certitude.',
    todo: 'Déplacez le dossier de données vers un disque local ordinaire.',
  },
  'ledger-unbalanced': {
    what: 'L’écriture n’a pas été enregistrée, car elle n’est pas équilibrée.',
    why: 'Le débit et le crédit doivent être égaux. C’est une erreur du programme.',
    todo: 'Signalez le code ci-dessous. Rien n’a été modifié.',
  },
  'ledger-disk-full': {
    what: 'Rien n’a été enregistré : le disque est plein.',
    why: 'Il n’y a plus de place sur le disque du dossier de données.',
    todo: 'Libérez de l’espace et réessayez.',
  },
  'ledger-migration-failed': {
    what: 'L’administration n’a pas pu être mise à jour vers cette version.',
    why: 'Une étape de la mise à jour a échoué. L’administration est inchangée.',
    todo: 'Signalez le code ci-dessous. La version précédente de Termijn continue de fonctionner.',
  },
  'backup-failed': {
    what: 'La sauvegarde n’a pas été faite.',
    why: 'La copie n’a pas pu être écrite ou a été refusée après contrôle.',
    todo: 'Vérifiez l’espace libre et les droits d’écriture du dossier, puis réessayez.',
  },
  'export-too-large': {
    what: 'Cette administration est trop volumineuse pour un seul téléchargement.',
    why: 'Un export dans la fenêtre peut atteindre {{limitMb}} Mo.',
    todo: 'Faites l’export en ligne de commande : `termijn export --ledger fichier --to dossier`.',
  },
  'allocation-too-large': {
    what: 'Ce montant ne convient pas.',
    why: 'On affecte plus que ce qui est ouvert ou que ce qui reste de l’encaissement.',
    todo: 'Diminuez le montant ou choisissez une autre facture.',
  },
  'allocation-currency': {
    what: 'La devise diffère.',
    why: 'L’encaissement et {{number}} sont dans des devises différentes.',
    todo: 'Choisissez une facture dans la même devise.',
  },
  'money-back-differs': {
    what: 'Ce montant ne correspond pas à ce qui est reparti.',
    why: '{{cents, amount}} sont sortis ; votre choix fait {{available, amount}}.',
    todo: 'Choisissez le paiement ou le crédit de ce montant exact, ou répartissez jusqu’à ce que tout soit expliqué.',
  },
  'write-off-above-limit': {
    what: 'C’est plus que ce qui peut être passé en différence.',
    why: 'La politique permet {{limit, amount}} ; ici il s’agit de {{cents, amount}}.',
    todo: 'Laissez la différence ouverte, ou augmentez la limite dans la politique d’affectation.',
  },
  'reason-missing': {
    what: 'Il manque un motif.',
    why: 'Sans motif, on ne voit plus pourquoi cela a été décidé.',
    todo: 'Indiquez brièvement pourquoi, puis enregistrez de nouveau.',
  },
  'account-in-use': {
    what: 'Ce compte ne peut pas être retiré des vôtres.',
    why: '{{statements}} extraits de ce compte sont comptabilisés.',
    todo: 'Annulez d’abord l’importation de ces extraits.',
  },
  'letter-step-unavailable': {
    what: 'Cette lettre n’existe pas encore.',
    why: 'Cette version n’écrit pas encore de lettre pour l’étape {{step}}.',
    todo: 'Choisissez la suite sur la page du client, par exemple un appel.',
  },
  'message-not-due': {
    what: 'Ce message ne doit plus partir.',
    why: 'Rien n’est dû maintenant pour {{customer}} : payé, en pause ou décidé autrement.',
    todo: 'Consultez le client ; rien n’a été envoyé.',
  },
  'message-state': {
    what: 'Ce message a déjà avancé.',
    why: 'L’état du message est {{state}} ; cette action n’y convient pas.',
    todo: 'Actualisez la liste et regardez sous Envoyés.',
  },
  'bank-data-too-old': {
    what: 'Les données bancaires sont trop anciennes pour envoyer.',
    why: 'La dernière écriture date de {{age, days}} ; la règle en permet {{maximum}}. Un paiement peut être arrivé.',
    todo: 'Importez d’abord un nouvel extrait, ou confirmez l’envoi malgré tout.',
  },
  'smtp-not-encrypted': {
    what: 'La connexion avec {{host}} n’est pas chiffrée.',
    why: 'Sans chiffrement, le mot de passe et les lettres circulent en clair.',
    todo: 'Choisissez STARTTLS ou TLS ; sans chiffrement, seulement pour un serveur sur cet ordinateur.',
  },
  'smtp-not-set': {
    what: 'Aucun serveur de messagerie n’est encore configuré.',
    why: 'Sans serveur de messagerie, Termijn ne peut pas envoyer d’e-mail.',
    todo: 'Saisissez le serveur dans les Paramètres et envoyez-vous un message d’essai.',
  },
  'recipient-invalid': {
    what: 'L’adresse e-mail n’est pas correcte.',
    why: '{{address}} n’est pas une adresse valide d’un seul destinataire.',
    todo: 'Corrigez l’adresse chez le client ou dans ce message.',
  },
  'not-found': {
    what: 'Introuvable.',
    why: 'L’élément a été supprimé, ou la référence appartient à une autre administration.',
    todo: 'Revenez en arrière et cherchez à nouveau.',
  },
  'bad-request': {
    what: 'La demande n’a pas été comprise.',
    why: 'Une valeur manque ou n’est pas autorisée.',
    todo: 'Vérifiez les champs. Si cela persiste, signalez le code ci-dessous.',
  },
  'unknown-method': {
    what: 'Cette commande n’existe pas.',
    why: 'La fenêtre et le programme sont de versions différentes.',
    todo: 'Fermez Termijn et relancez-le.',
  },
  forbidden: {
    what: 'Ce n’est pas autorisé.',
    why: 'La demande ne venait pas de la fenêtre de Termijn, ou la session a expiré.',
    todo: 'Ouvrez à nouveau Termijn.',
  },
  cancelled: {
    what: 'La tâche a été arrêtée.',
    why: 'La tâche a été annulée avant la fin. Rien n’a été enregistré à moitié.',
    todo: 'Relancez la tâche quand vous le souhaitez.',
  },
  internal: {
    what: 'Une erreur s’est produite dans le programme.',
    why: 'C’est un défaut de Termijn. Ce qui était enregistré le reste.',
    todo: 'Réessayez. Si cela persiste, signalez le code ci-dessous.',
  },
  'not-allowed-now': {
    what: 'Ce n’est pas possible maintenant.',
    why: 'La situation a changé entre-temps.',
    todo: 'Actualisez la liste et regardez à nouveau.',
  },
  'letter-nothing-to-pay': {
    what: 'Au total, il n’y a rien à payer.',
    why: 'Les notes de crédit et les paiements égalent ou dépassent les factures.',
    todo: 'Imputez les notes de crédit sur les factures, ou remboursez l’avoir.',
  },
  'letter-currency': {
    what: 'Une lettre avec bloc de paiement n’existe qu’en euros ; ces postes sont en {{currency}}.',
    why: 'Le virement européen et son code QR ne connaissent que l’euro.',
    todo: 'Rappelez ce client autrement, ou enregistrez les postes en euros.',
  },
  'letter-sender-incomplete': {
    what: 'Il manque dans les données de l’entreprise un élément que chaque lettre doit porter.',
    why: 'Une lettre mentionne toujours le nom, l’adresse, le numéro d’entreprise, l’IBAN et un contact avec téléphone ou e-mail.',
    todo: 'Complétez les données de l’entreprise dans les réglages.',
  },
  'letter-customer-incomplete': {
    what: 'L’adresse du client est incomplète.',
    why: 'Sans nom, rue et localité, une lettre n’arrive pas.',
    todo: 'Complétez l’adresse du client, ou choisissez l’e-mail.',
  },
  'letter-description-missing': {
    what: 'La facture {{number}} ne dit pas ce qui a été fourni.',
    why: 'Le premier rappel à un consommateur belge doit nommer le produit ou le service (art. XIX.2 CDE).',
    todo: 'Saisissez une brève description auprès de la facture.',
  },
  'letter-earlier-message-missing': {
    what: 'Aucune date de premier rappel n’est connue pour ce deuxième rappel.',
    why: 'La lettre indique quand le client a été averti auparavant.',
    todo: 'Envoyez d’abord le premier rappel.',
  },
  'letter-item-invalid': {
    what: 'Les montants ou les dates de {{number}} ne conviennent pas à un rappel.',
    why: 'Une facture dans une lettre a une échéance, et son solde est le montant moins les paiements reçus.',
    todo: 'Ouvrez la facture et vérifiez l’échéance, le montant et les paiements.',
  },
  'letter-item-not-overdue': {
    what: 'La facture {{number}} n’est pas encore échue.',
    why: 'Un rappel ne cite que des factures dont l’échéance est passée.',
    todo: 'Retirez cette facture du rappel, ou attendez l’échéance.',
  },
  'letter-deadline-free-day': {
    what: 'La date limite de paiement, {{date, date}}, tombe un week-end ou un jour férié.',
    why: 'Ces jours-là, les banques ne comptabilisent pas toujours et le délai ne court souvent pas.',
    todo: 'Choisissez le jour ouvrable suivant.',
  },
  'letter-deadline-too-early': {
    what: 'La date limite de paiement, {{date, date}}, est trop proche ; {{earliest, date}} est la première permise.',
    why: 'Le délai légal du client doit être écoulé au jour indiqué dans la lettre.',
    todo: 'Choisissez le {{earliest, date}} ou plus tard.',
  },
  'letter-block-missing': {
    what: 'Il manque un élément obligatoire dans la lettre.',
    why: 'Chaque lettre indique montant, factures, échéances, date limite, mode de paiement, prochaine étape et contact.',
    todo: 'Remettez cet élément dans le texte.',
  },
  'letter-wording-forbidden': {
    what: 'Votre texte mentionne « {{word}} », ce qui n’a pas sa place dans un premier rappel.',
    why: 'Un premier rappel est un service au client : sans frais, sans intérêts, sans menace.',
    todo: 'Retirez ce mot du texte, ou gardez-le pour une étape ultérieure.',
  },
  'letter-characters-missing': {
    what: 'La police de la lettre ne peut pas imprimer ces caractères : {{characters}}.',
    why: 'Elle connaît les lettres latines, grecques et cyrilliques, mais pas d’autres écritures ni de pictogrammes.',
    todo: 'Écrivez le nom ou le texte en lettres latines.',
  },
  'letter-address-too-large': {
    what: 'L’adresse ne tient pas dans la fenêtre de l’enveloppe : {{address}}.',
    why: 'Même dans le plus petit corps, les lignes sont trop nombreuses ou trop longues ; une adresse n’est jamais coupée.',
    todo: 'Raccourcissez l’adresse, par exemple sans le service.',
  },
  'letter-too-long': {
    what: 'Votre texte est trop long : le bloc de paiement ne tient plus sur la première page.',
    why: 'À l’ouverture, on doit voir aussitôt combien, à qui et quand.',
    todo: 'Raccourcissez le premier paragraphe.',
  },
  'letter-logo-unreadable': {
    what: 'Le logo est illisible.',
    why: 'Seule une image PNG ou JPEG intacte convient à la lettre.',
    todo: 'Choisissez un autre fichier dans les réglages, ou omettez le logo.',
  },
  'payment-code-refused': {
    what: 'Le QR de paiement ne peut pas être créé.',
    why: 'Le QR de paiement européen limite le nom, l’IBAN, le montant et le texte (EPC069-12).',
    todo: 'Vérifiez l’IBAN et le nom du compte (70 caractères au plus) dans les réglages.',
  },
  'mail-header-unsafe': {
    what: 'Un en-tête de l’e-mail (objet, nom ou adresse) contient un élément interdit.',
    why: 'Un saut de ligne ou un caractère de commande dans un en-tête peut modifier un e-mail à l’insu de tous.',
    todo: 'Saisissez de nouveau le champ, sur une seule ligne.',
  },
} as const satisfies Record<ErrorCode, ErrorText>;
