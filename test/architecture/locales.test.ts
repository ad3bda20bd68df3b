/** All words a user reads come from the catalogs, in three languages, and no catalog keeps words that nobody reads. */
import { describe, expect, it } from 'vitest';
import { catalogs } from '../../src-shared/locales/catalogs.ts';
import { languages } from '../../src-shared/locales/languages.ts';
import { programFiles, textOf } from './sourceFiles.ts';
import { keyUses, writtenInMarkup } from './userText.ts';

type Branch = { readonly [key: string]: string | Branch };

const leaves = (branch: Branch, path: readonly string[]): readonly (readonly [key: string, text: string])[] =>
  Object.entries(branch).flatMap(([key, value]) => (typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : leaves(value, [...path, key])));
const textsOf = (catalog: unknown): ReadonlyMap<string, string> => new Map(leaves(catalog as Branch, []));
const dutch = textsOf(catalogs.nl);

/** The forms of one message for one, none and many are one key. */
const withoutPlural = (key: string): string => key.replace(/_(?:zero|one|other)$/, '');

/** Families that are read from the catalog by a name that is only known while the program runs. */
const familiesReadDirectly = [/^common\.age\./, /^common\.ageShort\./, /^aging\.kinds\./] as const;

/** Marks and names that are the same in every language. */
const allowedInMarkup = new Set(['Esc', 'Enter', 'Ctrl K']);

describe('the texts of the window', () => {
  const { keys, patterns, readDirectly } = keyUses();

  it('are each used somewhere', () => {
    expect(dutch.size).toBeGreaterThan(200);
    expect(patterns.length).toBeGreaterThan(5);
    const isUsed = (key: string): boolean =>
      keys.has(key) ||
      patterns.some(({ pattern }) => pattern.test(key)) ||
      familiesReadDirectly.some((family) => family.test(key)) ||
      readDirectly.some(({ names }) => key.split('.').every((part) => names.has(part)));
    const unused = [...new Set([...dutch.keys()].map(withoutPlural))].filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });

  it.each(languages)('ask for the same figures and names in %s as in Dutch', (language) => {
    const marks = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))].toSorted();
    const different = [...textsOf(catalogs[language])].filter(([key, text]) => !/_(?:zero|one)$/.test(key) && marks(text).join() !== marks(dutch.get(key) ?? '').join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)('are short and calm in %s: never empty, no exclamation marks, no stray blanks', (language) => {
    const odd = [...textsOf(catalogs[language])].filter(([, text]) => text === '' || text !== text.trim() || / {2}|!|\boeps\b|\boops\b/i.test(text));
    expect(odd).toEqual([]);
  });

  it('stand in no page but in the catalogs', () => {
    const pages = programFiles.filter((file) => file.endsWith('.tsx'));
    expect(pages.length).toBeGreaterThan(50);
    const found = pages.flatMap((file) => writtenInMarkup(file, textOf(file))).filter(({ text }) => !allowedInMarkup.has(text));
    expect(found).toEqual([]);
  });

  it('would be found if they stood in a page', () => {
    const page = `export const A = ({ on }) => (<p title="Dag">{on ? 'Ja' : t('no')} <b aria-label={'Luister'}>Tekst</b>{on && \`Nog \${on}\`}</p>);`;
    expect(writtenInMarkup('page.tsx', page).map(({ text }) => text).toSorted()).toEqual(['Dag', 'Ja', 'Luister', 'Nog', 'Tekst']);
  });
});
