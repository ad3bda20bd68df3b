import type { z } from 'zod';
import { type CompanyProfile, zCompanyProfile } from '../../src-shared/contract/administrations.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { prepared } from './statements.ts';

/** The company profile of this administration. */
export function readProfile(db: ReadableDb): CompanyProfile {
  const row = prepared<[], { profile: string }>(db, 'SELECT profile FROM administration WHERE id = 1').get();
  if (row === undefined) throw new Error('the administration has no profile row');
  return zCompanyProfile.parse(JSON.parse(row.profile));
}

export function isDemo(db: ReadableDb): boolean {
  return prepared<[], { is_demo: number }>(db, 'SELECT is_demo FROM administration WHERE id = 1').get()?.is_demo === 1;
}

/** Writes the profile of a new administration. */
export function createAdministration(db: WritableDb, administration: { profile: CompanyProfile; isDemo: boolean; createdAt: string }): void {
  prepared<[string, number, string], never>(db, 'INSERT INTO administration (id, profile, is_demo, created_at) VALUES (1, ?, ?, ?)').run(
    JSON.stringify(administration.profile),
    administration.isDemo ? 1 : 0,
    administration.createdAt,
  );
  for (const iban of administration.profile.ibans) rememberOwnIban(db, iban);
}

/** Replaces the profile and makes its accounts known as ours. */
export function saveProfile(db: WritableDb, profile: CompanyProfile): void {
  prepared<[string], never>(db, 'UPDATE administration SET profile = ? WHERE id = 1').run(JSON.stringify(profile));
  for (const iban of profile.ibans) rememberOwnIban(db, iban);
}

function rememberOwnIban(db: WritableDb, iban: string): void {
  const bare = iban.replaceAll(/\s/g, '').toUpperCase();
  if (bare === '') return;
  prepared<[string], never>(
    db,
    `INSERT INTO own_account (iban, currency, ownership) VALUES (?, 'EUR', 'ours') ON CONFLICT (iban) DO UPDATE SET ownership = 'ours'`,
  ).run(bare);
}

/** A setting, parsed by its own schema; null when it was never set. A value that no longer fits the schema throws: nothing else writes here. */
export function readSetting<S extends z.ZodType>(db: ReadableDb, key: string, schema: S): z.output<S> | null {
  const row = prepared<[string], { value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return row === undefined ? null : schema.parse(JSON.parse(row.value));
}

export function saveSetting(db: WritableDb, key: string, value: unknown): void {
  prepared<[string, string], never>(db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    JSON.stringify(value),
  );
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
export function logEvent(db: WritableDb, event: LoggedEvent): void {
  prepared<[string, string, string, string, number | null, string], never>(
    db,
    'INSERT INTO event (at, actor, kind, subject, subject_id, detail) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(event.at, event.actor, event.kind, event.subject, event.subjectId, JSON.stringify(event.detail));
}
