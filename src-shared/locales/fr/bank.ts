import type { CatalogShape } from '../catalogShape.ts';
import type { bank as dutch } from '../nl/bank.ts';

/** Texts of statements and unmatched receipts. */
export const bank = {
  title: 'Banque',
} as const satisfies CatalogShape<typeof dutch>;
