import type { CatalogShape } from '../catalogShape.ts';
import type { batch as dutch } from '../nl/batch.ts';

/** Texts of reviewing and approving the day's messages. */
export const batch = {
  title: 'Daily batch',
} as const satisfies CatalogShape<typeof dutch>;
