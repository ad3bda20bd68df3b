import type { CatalogShape } from '../catalogShape.ts';
import type { customers as dutch } from '../nl/customers.ts';

/** Texts of the list of customers and the page of one. */
export const customers = {
  title: 'Débiteurs',
} as const satisfies CatalogShape<typeof dutch>;
