import type { CatalogShape } from '../catalogShape.ts';
import type { invoices as dutch } from '../nl/invoices.ts';

/** Texts of the list of invoices. */
export const invoices = {
  title: 'Invoices',
} as const satisfies CatalogShape<typeof dutch>;
