import type { CatalogShape } from '../catalogShape.ts';
import type { sent as dutch } from '../nl/sent.ts';

/** Texts of everything that went out or waits. */
export const sent = {
  title: 'Envoyés',
} as const satisfies CatalogShape<typeof dutch>;
