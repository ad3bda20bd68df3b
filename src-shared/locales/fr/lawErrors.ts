import type { ErrorText } from '../errorText.ts';

/** Questions about the law that have no answer, and decisions about claims that cannot be taken. */
export const lawErrors = {
  'law-amount-negative': {
    what: 'Un montant est inférieur à zéro.',
    why: 'Les intérêts et les frais ne se comptent que sur un montant positif.',
    todo: 'Saisissez le principal et les paiements comme montants positifs.',
  },
  'law-rate-invalid': {
    what: '{{percent}} n’est pas un taux.',
    why: 'Un taux est un nombre d’au moins zéro avec un point et six décimales au plus.',
    todo: 'Saisissez par exemple 10.15.',
  },
  'law-rate-unknown': {
    what: 'Aucun taux légal n’est connu pour le {{from}}.',
    why: 'Le tableau commence le {{first}}.',
    todo: 'Faites commencer la période plus tard ou saisissez le taux de l’époque.',
  },
  'law-rates-unreadable': {
    what: 'Votre propre fichier de taux est illisible.',
    why: '{{finding}}. Le tableau livré avec le programme a été utilisé.',
    todo: 'Corrigez law-rates.json dans le dossier de données ou supprimez-le.',
  },
  'law-nothing-to-book': {
    what: 'Il n’y a rien à comptabiliser.',
    why: 'Aucun intérêt ni frais ne peut être compté maintenant pour ce client ou ce document.',
    todo: 'Rien n’a été modifié.',
  },
  'law-book-not-allowed': {
    what: 'Ceci ne peut pas encore être comptabilisé.',
    why: 'Quelque chose s’y oppose : la lettre gratuite ou son délai, une contestation, ou une prescription possible.',
    todo: 'Voyez sur la page du client ce qui est indiqué près de la facture, puis comptabilisez de nouveau.',
  },
  'law-claim-touched': {
    what: 'Cette écriture ne peut plus être annulée.',
    why: 'La créance comptabilisée a déjà été payée ou compensée en partie.',
    todo: 'Annulez d’abord ce paiement ou cette compensation.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
