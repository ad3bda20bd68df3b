import type { ErrorText } from '../errorText.ts';

/** Printing, paper and attachments. */
export const printErrors = {
  'print-file-not-written': {
    what: 'Le fichier d’impression n’a pas pu être écrit ({{reason}}).',
    why: 'Le plus souvent, le disque est plein ou ce dossier n’est pas accessible en écriture.',
    todo: 'Libérez de l’espace ou choisissez un autre dossier et relancez l’impression ; rien n’a été noté comme posté.',
  },
  'letter-paper-unreadable': {
    what: 'Votre papier à en-tête ne peut pas être lu.',
    why: 'Seule une image PNG ou JPEG intacte peut figurer derrière la lettre.',
    todo: 'Choisissez à nouveau le papier dans les paramètres, ou retirez-le.',
  },
  'mail-too-large': {
    what: 'Avec ses pièces jointes, le message fait {{size}} Mo ; la limite est de {{limit}} Mo.',
    why: 'Beaucoup de serveurs de messagerie refusent les messages plus lourds, et la lettre n’arrive pas.',
    todo: 'Joignez moins de copies, envoyez-la par la poste ou relevez la limite dans les paramètres.',
  },
} satisfies Readonly<Record<string, ErrorText>>;
