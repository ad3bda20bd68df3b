/** Proofs of delivery and sending. */
import type { CatalogShape } from '../catalogShape.ts';
import type { proofs as dutch } from '../nl/proofs.ts';

export const proofs = {
  title: 'Preuves',
  add: 'Ajouter',
  none: 'Pas encore de preuve de livraison ou d’envoi.',
  kindLabel: 'Ce que cela prouve',
  kind: { delivery: 'Preuve de livraison', sending: 'Preuve d’envoi', other: 'Autre pièce' },
  kindAbout: '{{kind}}, {{about}}',
  enclose: 'Joindre aux messages suivants',
  enclosed: 'Joint aux messages suivants',
  encloseFor: 'Joindre {{name}} aux messages suivants',
  hint: 'PDF, PNG ou JPEG, {{limit}} Mo au plus',
  busy: 'Traitement du fichier',
  facts_one: '{{name}}, {{count}} page, ajouté le {{added}}',
  facts_other: '{{name}}, {{count}} pages, ajouté le {{added}}',
  open: 'Enregistrer {{name}}',
  remove: 'Retirer {{name}}',
  removed: '{{name}} a été retiré. Ce qui est parti avec reste conservé.',
  added: '{{name}} a été ajouté.',
  tooLarge: '{{name}} dépasse {{limit}} Mo ou compte plus de {{pages}} pages.',
  unreadable: '{{name}} ne peut pas être lu. Choisissez un PDF, PNG ou JPEG.',
} as const satisfies CatalogShape<typeof dutch>;
