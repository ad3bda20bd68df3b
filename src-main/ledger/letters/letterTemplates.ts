/**
 * The words that users gave to letters, as versions that are only added. Kept is what differs from ours; the template itself is put together
 * again at every reading, from our texts of today.
 */
import { and, desc, eq } from 'drizzle-orm';
import { zTemplateWords } from '../../../src-shared/contract/templates.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { LetterCountry, LetterCustomerKind, LetterKind, LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import { isChanged, oursAlone, type TemplateWords, withWords } from '../../../src-shared/templateWords.ts';
import { defaultTemplate } from '../../domain/letters/templates/defaultTemplate.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { letterTemplate } from '../schema/schema.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** Which template: a letter in a language, for the law of a country and a kind of reader. */
export type TemplateKey = {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly country: LetterCountry;
  readonly customerKind: LetterCustomerKind;
};

/** `words` is null where the version went back to our texts. */
export type TemplateVersion = { readonly version: number; readonly at: string; readonly words: TemplateWords | null };

type Row = { readonly version: number; readonly at: string; readonly words: string | null };

const versionOf = ({ version, at, words }: Row): TemplateVersion => ({ version, at, words: words === null ? null : zTemplateWords.parse(JSON.parse(words)) });

const isOf = ({ kind, language, country, customerKind }: TemplateKey) =>
  and(eq(letterTemplate.kind, kind), eq(letterTemplate.language, language), eq(letterTemplate.country, country), eq(letterTemplate.customerKind, customerKind));

/** All versions, newest first. */
export const templateHistory = (db: ReadableDb, key: TemplateKey): readonly TemplateVersion[] =>
  db.orm
    .select({ version: letterTemplate.version, at: letterTemplate.at, words: letterTemplate.words })
    .from(letterTemplate)
    .where(isOf(key))
    .orderBy(desc(letterTemplate.version))
    .all()
    .map(versionOf);

/** The newest version; null when nothing was ever changed. Asked for every message of a batch, hence a prepared statement. */
export function newestVersion(db: ReadableDb, { kind, language, country, customerKind }: TemplateKey): TemplateVersion | null {
  const row = prepared<[string, string, string, string], Row>(
    db,
    'SELECT version, at, words FROM letter_template WHERE kind = ? AND language = ? AND country = ? AND customer_kind = ? ORDER BY version DESC LIMIT 1',
  ).get(kind, language, country, customerKind);
  return row === undefined ? null : versionOf(row);
}

/** What the user changed, or null where our texts hold. */
export const activeWords = (db: ReadableDb, key: TemplateKey): TemplateWords | null => newestVersion(db, key)?.words ?? null;

/** Our template of today with the user's words in it; null where our texts hold. */
export function activeTemplate(db: ReadableDb, key: TemplateKey): LetterTemplate | null {
  const words = activeWords(db, key);
  return words === null ? null : withWords(defaultTemplate(key.kind, key.language, key), words);
}

/** Every template that has versions, with its newest. */
export const changedTemplates = (db: ReadableDb): readonly (TemplateKey & { readonly version: number; readonly isOurs: boolean })[] =>
  prepared<[], TemplateKey & { readonly version: number; readonly hasWords: number }>(
    db,
    `SELECT kind, language, country, customer_kind AS customerKind, max(version) AS version, words IS NOT NULL AS hasWords
     FROM letter_template GROUP BY kind, language, country, customer_kind`,
  )
    .all()
    .map(({ hasWords, ...known }) => ({ ...known, isOurs: hasWords === 0 }));

const stored = (words: TemplateWords | null): string | null => {
  if (words === null || !isChanged(words)) return null;
  const own = Object.fromEntries(Object.entries(words.own).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ isLegalUnlocked: words.isLegalUnlocked, own, ...(words.layout === undefined ? {} : { layout: words.layout }) });
};

/** Adds a version and answers its number; what holds already adds none. `words` null or without changes: back to ours. Logged with what was. */
export function saveTemplate(db: WritableDb, key: TemplateKey, { words, at }: { readonly words: TemplateWords | null; readonly at: string }): number {
  const newest = newestVersion(db, key);
  const was = newest?.words ?? null;
  const text = stored(words);
  if (text === stored(was)) return newest?.version ?? 0;
  const version = (newest?.version ?? 0) + 1;
  db.orm
    .insert(letterTemplate)
    .values({ ...key, version, words: text, at })
    .run();
  const kind = text === null ? 'letter-template-reset' : 'letter-template-saved';
  logEvent(db, { at, actor: 'person', kind, subject: 'letter-template', subjectId: null, detail: { ...key, version, was: was ?? oursAlone, is: text === null ? oursAlone : words } });
  return version;
}
