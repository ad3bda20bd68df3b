import type { CatalogShape } from '../catalogShape.ts';
import type { aging as dutch } from '../nl/aging.ts';

/** Texts of the aging list. */
export const aging = {
  title: 'Aging list',
} as const satisfies CatalogShape<typeof dutch>;
