import type { CatalogShape } from './catalogShape.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { Language } from './languages.ts';
import { nl } from './nl/index.ts';

export type Catalog = typeof nl;

/** All texts of the window by language. Errors and reasons have their own tables, because the backend and the command line use them too. */
export const catalogs: Readonly<Record<Language, CatalogShape<Catalog>>> = { nl, en, fr };
