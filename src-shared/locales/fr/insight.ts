import type { CatalogShape } from '../catalogShape.ts';
import type { insight as dutch } from '../nl/insight.ts';

/** Texts of causes of lateness, DSO and forecast. */
export const insight = {
  title: 'Analyse',
} as const satisfies CatalogShape<typeof dutch>;
