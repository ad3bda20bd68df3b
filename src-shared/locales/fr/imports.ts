import type { CatalogShape } from '../catalogShape.ts';
import type { imports as dutch } from '../nl/imports.ts';

/** Texts of taking in files. */
export const imports = {
  title: 'Importer',
} as const satisfies CatalogShape<typeof dutch>;
