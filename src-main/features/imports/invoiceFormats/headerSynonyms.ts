/** What columns are called in exports, from `resources/header-synonyms.json`, and the one form in which headers are compared. */
import { createHash } from 'node:crypto';
import synonyms from '../../../../resources/header-synonyms.json' with { type: 'json' };

export type TableField = keyof typeof synonyms.fields;
export const tableFields = Object.keys(synonyms.fields).filter((name): name is TableField => name in synonyms.fields);

/** NFKD, no accents, lower case, `#` and `n°` to `nr`, then only letters and digits. Currency signs behind a name fall away. */
export const normaliseHeader = (header: string): string =>
  header
    .slice(0, 200)
    .toLowerCase()
    .replace(/#|n°|nº/g, 'nr')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

export type HeaderNames = { readonly strong: readonly string[]; readonly weak: readonly string[] };

/** The normalised names of a field, the better first. A name that is strong for one field is not weak for the same field. */
export const headerNames: ReadonlyMap<TableField, HeaderNames> = new Map(
  tableFields.map((field) => [
    field,
    { strong: synonyms.fields[field].strong.map(normaliseHeader), weak: synonyms.fields[field].weak.map(normaliseHeader) },
  ]),
);

const known = new Set([...headerNames.values()].flatMap(({ strong, weak }) => [...strong, ...weak]).filter((name) => name !== ''));

/** Whether a cell reads like the name of a column. */
export const isKnownHeader = (header: string): boolean => known.has(normaliseHeader(header));

/** Recognises a layout that was seen before: the hash of the ordered, normalised headers. */
export const headerSignature = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(normaliseHeader).join('|')).digest('hex').slice(0, 32);
