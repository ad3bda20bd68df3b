import type { CatalogShape } from '../catalogShape.ts';
import type { host as nlHost } from '../nl/host.ts';

export const host = {
  menu: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    about: 'À propos de Termijn',
    quit: 'Quitter Termijn',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    resetZoom: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    minimize: 'Réduire la fenêtre',
    close: 'Fermer la fenêtre',
    open: 'Ouvrir Termijn',
    startAtLogin: "Lancer à l'ouverture de session",
  },
  page: {
    linkNeededTitle: 'Ouvrez le nouveau lien',
    linkNeeded:
      "Termijn a été relancé ou ce navigateur n'a pas encore accès. Ouvrez le lien affiché dans la fenêtre où Termijn a été lancé.",
    linkUsedTitle: 'Ce lien a déjà servi',
    linkUsed: 'Chaque lien ne sert qu’une fois. La fenêtre où Termijn a été lancé en affiche un nouveau.',
    refusedTitle: 'Cette demande a été refusée',
    refused: 'Termijn ne répond qu’à sa propre page sur cet ordinateur.',
  },
  crash: {
    title: "Termijn s'est arrêté",
    body: 'Une erreur empêche Termijn de continuer. Tout ce qui était enregistré est conservé. Relancez Termijn. Référence : {{id}}',
    startTitle: 'Termijn ne peut pas démarrer',
  },
} as const satisfies CatalogShape<typeof nlHost>;
