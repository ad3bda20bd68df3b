import type { CatalogShape } from '../catalogShape.ts';
import type { settings as dutch } from '../nl/settings.ts';

/** Texts of the settings. Each section belongs to the feature it sets. */
export const settings = {
  title: 'Paramètres',
  sections: 'Rubriques',
  company: { title: 'Entreprise', lead: 'Ce que vos lettres et e-mails disent de votre entreprise.', unsaved: 'Pas encore enregistré.' },
  appearance: {
    title: 'Affichage et langue',
    lead: 'Seulement pour cette fenêtre, pas pour vos lettres.',
    language: 'Langue de Termijn',
    scheme: 'Clair ou sombre',
    system: 'Comme le système',
    light: 'Clair',
    dark: 'Sombre',
  },
} as const satisfies CatalogShape<typeof dutch>;
