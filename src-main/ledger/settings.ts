import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type CompanyProfile, zCompanyProfile } from '../../src-shared/contract/administrations.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { prepared } from './statements.ts';
import { administration, event, ownAccount, setting } from './schema/schema.ts';

/** The company profile of this administration. */
export function readProfile(db: ReadableDb): CompanyProfile {
  const row = db.orm.select({ profile: administration.profile }).from(administration).where(eq(administration.id, 1)).get();
  if (row === undefined) throw new Error('the administration has no profile row');
  return zCompanyProfile.parse(JSON.parse(row.profile));
}

export const isDemo = (db: ReadableDb): boolean => db.orm.select({ isDemo: administration.isDemo }).from(administration).get()?.isDemo === true;

/** Writes the profile of a new administration. */
export function createAdministration(db: WritableDb, made: { readonly profile: CompanyProfile; readonly isDemo: boolean; readonly createdAt: string }): void {
  db.orm.insert(administration).values({ id: 1, profile: JSON.stringify(made.profile), isDemo: made.isDemo, createdAt: made.createdAt }).run();
  for (const iban of made.profile.ibans) rememberOwnIban(db, iban);
}

/** Replaces the profile and makes its accounts known as ours. */
export function saveProfile(db: WritableDb, profile: CompanyProfile): void {
  db.orm.update(administration).set({ profile: JSON.stringify(profile) }).where(eq(administration.id, 1)).run();
  for (const iban of profile.ibans) rememberOwnIban(db, iban);
}

function rememberOwnIban(db: WritableDb, iban: string): void {
  const bare = iban.replaceAll(/\s/g, '').toUpperCase();
  if (bare === '') return;
  db.orm
    .insert(ownAccount)
    .values({ iban: bare, currency: 'EUR', ownership: 'ours' })
    .onConflictDoUpdate({ target: ownAccount.iban, set: { ownership: 'ours' } })
    .run();
}

/** A setting, parsed by its own schema; null when it was never set. A value that no longer fits the schema throws: nothing else writes here. */
export function readSetting<S extends z.ZodType>(db: ReadableDb, key: string, schema: S): z.output<S> | null {
  const row = prepared<[string], { value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return row === undefined ? null : schema.parse(JSON.parse(row.value));
}

export function saveSetting(db: WritableDb, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  db.orm.insert(setting).values({ key, value: text }).onConflictDoUpdate({ target: setting.key, set: { value: text } }).run();
}

export type LoggedEvent = {
  readonly at: string;
  readonly actor: 'program' | 'person';
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Adds one line to the append-only audit log: who, when, what, before and after. */
export function logEvent(db: WritableDb, logged: LoggedEvent): void {
  db.orm.insert(event).values({ ...logged, detail: JSON.stringify(logged.detail) }).run();
}
