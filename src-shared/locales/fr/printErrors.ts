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
  'letter-paper-margins': {
    what: 'Les marges du papier à lettres ne laissent pas de place à une lettre.',
    why: 'Le texte commence entre {{topLeast}} et {{topMost}} mm sur la première page, entre {{nextLeast}} et {{nextMost}} mm sur les suivantes, et se termine entre {{bottomLeast}} et {{bottomMost}} mm du haut.',
    todo: 'Dans Réglages, Papier à lettres, choisissez des mesures dans ces limites.',
  },
  'proof-type': {
    what: '{{name}} n’est pas un PDF, PNG ou JPEG, ou le fichier est endommagé.',
    why: 'Seuls de tels fichiers peuvent servir de preuve auprès d’une facture ou d’une lettre et être joints.',
    todo: 'Faites-en un PDF ou une photo et ajoutez-la.',
  },
  'proof-too-large': {
    what: '{{name}} dépasse {{limit}} Mo ou compte plus de {{pages}} pages.',
    why: 'Une preuve accompagne des lettres et des e-mails ; un fichier plus grand n’arrive souvent pas.',
    todo: 'Réduisez le fichier, ou n’ajoutez que les pages qui prouvent.',
  },
  'posting-followed': {
    what: 'L’envoi de cette lettre ne peut plus être annulé.',
    why: 'Une étape suivante, comptée à partir du jour d’envoi, a été faite depuis, ou le message n’est pas parti par la poste.',
    todo: 'Notez chez le client ce qui s’est passé, et retenez l’étape suivante si elle n’est pas juste.',
  },
} satisfies Readonly<Record<string, ErrorText>>;
