import type { CatalogShape } from '../catalogShape.ts';
import type { settings as dutch } from '../nl/settings.ts';

/** Texts of the settings. Each section belongs to the feature it sets. */
export const settings = {
  title: 'Settings',
  sections: 'Sections',
  company: { title: 'Company', lead: 'What your letters and e-mails say about your company.', unsaved: 'Not saved yet.' },
  appearance: {
    title: 'Appearance and language',
    lead: 'Only for this window, not for your letters.',
    language: 'Language of Termijn',
    scheme: 'Light or dark',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
} as const satisfies CatalogShape<typeof dutch>;
