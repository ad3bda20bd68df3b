import type { CatalogShape } from '../catalogShape.ts';
import type { insight as dutch } from '../nl/insight.ts';

/** Texts of causes of lateness, DSO and forecast. */
export const insight = {
  title: 'Insight',
} as const satisfies CatalogShape<typeof dutch>;
