import type { CatalogShape } from '../catalogShape.ts';
import type { today as dutch } from '../nl/today.ts';

/** Texts of the start screen. */
export const today = {
  title: 'Aujourd’hui',
} as const satisfies CatalogShape<typeof dutch>;
