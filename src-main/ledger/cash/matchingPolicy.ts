/** What the program may do by itself with receipts, per administration: saved as a setting, every change in the log with its day. */
import { type MatchingPolicy, zMatchingPolicy } from '../../../src-shared/contract/cashApplication.ts';
import { cents } from '../../../src-shared/money.ts';
import { cautiousPolicy } from '../../domain/matching/matchPolicy.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent, readSetting, saveSetting } from '../settings.ts';
import { prepared } from '../statements.ts';

const settingKey = 'matchingPolicy';

/** What counts until somebody chooses: only what is certain is booked, and nothing of weight is given away. */
export const standardMatchingPolicy: MatchingPolicy = { ...cautiousPolicy, mayBookReturns: true, writeOffMaxCents: cents(2500) };

export const readMatchingPolicy = (db: ReadableDb): MatchingPolicy => readSetting(db, settingKey, zMatchingPolicy) ?? standardMatchingPolicy;

/** When the policy was changed last; null when never. */
export const policyChangedAt = (db: ReadableDb): string | null =>
  prepared<[], { at: string }>(db, `SELECT at FROM event WHERE kind = 'matching-policy' ORDER BY id DESC LIMIT 1`).get()?.at ?? null;

export function saveMatchingPolicy(db: WritableDb, policy: MatchingPolicy, at: string): void {
  logEvent(db, { at, actor: 'person', kind: 'matching-policy', subject: 'setting', subjectId: null, detail: { was: readMatchingPolicy(db), is: policy } });
  saveSetting(db, settingKey, policy);
}
