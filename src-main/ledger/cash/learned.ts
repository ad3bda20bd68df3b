/**
 * What decisions taught about how customers pay: the accounts and names they use, and habits such as taking off a discount. Everything can be
 * seen and revoked; what a person revoked is not learned again from the program's own matches, only when a person decides so anew.
 */
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, EntryId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { MatchHistory, PayerAccount, PayerName, PayingHabit } from '../../domain/matching/matchTypes.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import { comparableName } from '../../domain/receivable/documentDirection.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

export type HabitKind = PayingHabit['kind'];
export type LearnedKind = 'account' | 'name' | HabitKind;
/** A habit counts from the second time it was seen. */
export const habitCountsFrom = 2;
const nameLimit = 140;
/** Shorter names are shared too easily. */
const shortestName = 4;

/** The accounts from which customers are known to pay. */
export const payerAccounts = (db: ReadableDb): readonly PayerAccount[] =>
  prepared<[], PayerAccount>(db, 'SELECT iban, customer_id AS customerId FROM customer_iban').all();

/** What the matcher may use. */
export function readHistory(db: ReadableDb): MatchHistory {
  return {
    payers: payerAccounts(db),
    names: prepared<[], PayerName>(db, `SELECT key AS name, customer_id AS customerId FROM learned WHERE kind = 'name' AND revoked_at IS NULL`).all(),
    habits: prepared<[number], PayingHabit>(
      db,
      `SELECT customer_id AS customerId, kind, times, max_cents AS maxCents FROM learned WHERE kind NOT IN ('account', 'name') AND revoked_at IS NULL AND times >= ?`,
    ).all(habitCountsFrom),
  };
}

type Lesson = { readonly kind: LearnedKind; readonly key: string; readonly customerId: CustomerId; readonly cents: Cents; readonly at: string };

/** Counts what was seen once more. A person's decision makes a revoked fact count again, from the start. */
function learn(db: WritableDb, lesson: Lesson): void {
  prepared<[Lesson], never>(
    db,
    `INSERT INTO learned (kind, key, customer_id, times, max_cents, first_at, last_at, revoked_at) VALUES (@kind, @key, @customerId, 1, @cents, @at, @at, NULL)
     ON CONFLICT (kind, key, customer_id) DO UPDATE SET times = CASE WHEN revoked_at IS NULL THEN times + 1 ELSE 1 END,
       max_cents = CASE WHEN revoked_at IS NULL THEN max(max_cents, excluded.max_cents) ELSE excluded.max_cents END, last_at = excluded.last_at, revoked_at = NULL`,
  ).run(lesson);
}

/** Remembers the name of a payer that a person decided about, where it is not the customer's own. */
function learnName(db: WritableDb, seen: { readonly name: string | null; readonly customerId: CustomerId; readonly at: string }): void {
  const key = comparableName((seen.name ?? '').slice(0, nameLimit));
  if (key.length < shortestName) return;
  const own = prepared<[CustomerId], { name: string }>(db, 'SELECT name FROM customer WHERE id = ?').get(seen.customerId);
  if (own === undefined || comparableName(own.name.slice(0, nameLimit)) === key) return;
  learn(db, { kind: 'name', key, customerId: seen.customerId, cents: 0 as Cents, at: seen.at });
}

type Sighting = { readonly kind: Exclude<LearnedKind, 'account'>; readonly key: string; readonly customerId: CustomerId };

/** Takes one sighting back. */
function unlearn(db: WritableDb, seen: Sighting): void {
  prepared<[Sighting], never>(db, 'UPDATE learned SET times = max(0, times - 1) WHERE kind = @kind AND key = @key AND customer_id = @customerId').run(seen);
  prepared<[Sighting], never>(db, 'DELETE FROM learned WHERE kind = @kind AND key = @key AND customer_id = @customerId AND times = 0 AND revoked_at IS NULL').run(seen);
}

/** Which habit a difference shows that a person accepted. */
const habitOf: Readonly<Record<DifferenceAccount, HabitKind>> = {
  'early-payment-discount': 'takes-discount',
  'bank-charges': 'deducts-bank-costs',
  'payment-difference': 'leaves-small-difference',
};

type Given = { readonly account: DifferenceAccount; readonly customerId: CustomerId; readonly cents: Cents };

/** What a decision of a person shows: the name of the payer where one customer is meant, and what was accepted as taken off. */
function shownBy(db: ReadableDb, entryIds: readonly EntryId[]): { readonly names: readonly PayerName[]; readonly given: readonly Given[] } {
  const names = entryIds.flatMap((entryId) =>
    prepared<[EntryId], PayerName>(
      db,
      `SELECT coalesce(x.counter_name, '') AS name, min(d.customer_id) AS customerId FROM allocation a JOIN document d ON d.id = a.document_id JOIN bank_entry x ON x.id = a.bank_entry_id
       WHERE a.entry_id = ? GROUP BY x.id HAVING count(DISTINCT d.customer_id) = 1`,
    ).all(entryId),
  );
  const given = entryIds.flatMap((entryId) =>
    prepared<[EntryId], Given>(
      db,
      `SELECT min(p.account) AS account, d.customer_id AS customerId, max(-q.cents) AS cents FROM journal_entry e JOIN posting p ON p.entry_id = e.id AND p.document_id IS NULL AND p.bank_entry_id IS NULL
         JOIN posting q ON q.entry_id = e.id AND q.id = p.id + 1 JOIN document d ON d.id = q.document_id
       WHERE e.id = ? AND e.kind = 'difference' GROUP BY p.account, d.customer_id`,
    ).all(entryId),
  );
  return { names, given };
}

/** Learns from a decision that a person made or confirmed, by its entries. */
export function learnFromDecision(db: WritableDb, entryIds: readonly EntryId[], at: string): void {
  const { names, given } = shownBy(db, entryIds);
  for (const { name, customerId } of names) learnName(db, { name, customerId, at });
  for (const { account, customerId, cents } of given) learn(db, { kind: habitOf[account], key: '', customerId, cents, at });
}

/** Takes back what a decision of a person taught, when it is undone. */
export function unlearnDecision(db: WritableDb, entryIds: readonly EntryId[]): void {
  const [lead] = entryIds;
  const actor = lead === undefined ? undefined : prepared<[EntryId], { actor: string }>(db, 'SELECT actor FROM journal_entry WHERE id = ?').get(lead)?.actor;
  if (actor !== 'person') return;
  const { names, given } = shownBy(db, entryIds);
  for (const { name, customerId } of names) unlearn(db, { kind: 'name', key: comparableName(name.slice(0, nameLimit)), customerId });
  for (const { account, customerId } of given) unlearn(db, { kind: habitOf[account], key: '', customerId });
}

/** Whether a person revoked that this account is of this customer: the program does not conclude it again. */
export const isAccountRevoked = (db: ReadableDb, iban: string, customerId: CustomerId): boolean =>
  prepared<[string, CustomerId], { found: number }>(db, `SELECT 1 AS found FROM learned WHERE kind = 'account' AND key = ? AND customer_id = ? AND revoked_at IS NOT NULL`).get(iban, customerId) !== undefined;

/** Accounts with customers that a person revoked. */
export const revokedAccounts = (db: ReadableDb): readonly PayerAccount[] =>
  prepared<[], PayerAccount>(db, `SELECT key AS iban, customer_id AS customerId FROM learned WHERE kind = 'account' AND revoked_at IS NOT NULL`).all();

/** A person said so anew: the revocation of an account no longer stands. */
export const liftRevocation = (db: WritableDb, iban: string, customerId: CustomerId): void =>
  void prepared<[string, CustomerId], never>(db, `DELETE FROM learned WHERE kind = 'account' AND key = ? AND customer_id = ?`).run(iban, customerId);

export type LearnedFact = {
  readonly kind: LearnedKind;
  readonly key: string;
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly origin: 'match' | 'person' | 'import';
  readonly at: string;
  readonly times: number;
  readonly maxCents: Cents;
};

/** Everything that was learned and still stands, by customer. */
export function learnedFacts(db: ReadableDb): readonly LearnedFact[] {
  return prepared<[], LearnedFact>(
    db,
    `SELECT 'account' AS kind, i.iban AS key, c.id AS customerId, c.name AS customerName, i.origin, i.at,
       (SELECT count(*) FROM bank_entry e WHERE e.counter_iban = i.iban AND e.customer_id = c.id AND e.amount > 0 AND e.removed_at IS NULL) AS times, 0 AS maxCents
     FROM customer_iban i JOIN customer c ON c.id = i.customer_id
     UNION ALL SELECT l.kind, l.key, c.id, c.name, 'person', l.last_at, l.times, l.max_cents FROM learned l JOIN customer c ON c.id = l.customer_id WHERE l.revoked_at IS NULL
     ORDER BY 4, 1, 2 LIMIT 5000`,
  ).all();
}

/** Revokes what was learned. Receipts that wait and carry a name only because of it lose that name. Code: `not-found`. */
export function forget(db: WritableDb, fact: { readonly kind: LearnedKind; readonly key: string; readonly customerId: CustomerId; readonly at: string }): Result<null, AppError> {
  const { kind, key, customerId, at } = fact;
  const { changes } =
    kind === 'account'
      ? prepared<[string, CustomerId], never>(db, 'DELETE FROM customer_iban WHERE iban = ? AND customer_id = ?').run(key, customerId)
      : prepared<[string, LearnedKind, string, CustomerId], never>(db, 'UPDATE learned SET revoked_at = ?, times = 0 WHERE kind = ? AND key = ? AND customer_id = ? AND revoked_at IS NULL').run(at, kind, key, customerId);
  if (changes === 0) return err(appError('not-found', { what: 'learned', id: customerId }));
  if (kind === 'account') {
    prepared<[typeof fact], never>(
      db,
      `INSERT INTO learned (kind, key, customer_id, times, max_cents, first_at, last_at, revoked_at) VALUES (@kind, @key, @customerId, 0, 0, @at, @at, @at)
       ON CONFLICT (kind, key, customer_id) DO UPDATE SET revoked_at = excluded.revoked_at`,
    ).run(fact);
    forgetNames(db, key, customerId);
  }
  logEvent(db, { at, actor: 'person', kind: 'learned-revoked', subject: 'customer', subjectId: customerId, detail: { kind, key } });
  return ok(null);
}

/** Names that only the account gave to receipts that wait; what a person said stays. */
function forgetNames(db: WritableDb, iban: string, customerId: CustomerId): void {
  prepared<[{ iban: string; customerId: CustomerId }], never>(
    db,
    `UPDATE bank_entry AS e SET customer_id = NULL WHERE e.customer_id = @customerId AND replace(upper(e.counter_iban), ' ', '') = @iban AND e.removed_at IS NULL
       AND EXISTS (SELECT 1 FROM bank_entry_balance b WHERE b.bank_entry_id = e.id AND b.unmatched = e.amount)
       AND NOT EXISTS (SELECT 1 FROM event v WHERE v.subject = 'receipt' AND v.subject_id = e.id AND v.kind = 'receipt-assigned')`,
  ).run({ iban, customerId });
}

export type DiscountTerm = { readonly basisPoints: number; readonly days: number };

/** Discounts for early payment, by customer. */
export const discountTerms = (db: ReadableDb): ReadonlyMap<CustomerId, DiscountTerm> =>
  new Map(
    prepared<[], DiscountTerm & { customerId: CustomerId }>(db, 'SELECT customer_id AS customerId, basis_points AS basisPoints, days FROM discount_term')
      .all()
      .map(({ customerId, basisPoints, days }) => [customerId, { basisPoints, days }]),
  );

/** Sets or takes away (`null`) the discount a customer may take. Code: `not-found`. */
export function saveDiscountTerm(db: WritableDb, given: { readonly customerId: CustomerId; readonly term: DiscountTerm | null; readonly at: string }): Result<null, AppError> {
  const { customerId, term, at } = given;
  if (prepared<[CustomerId], { id: CustomerId }>(db, 'SELECT id FROM customer WHERE id = ?').get(customerId) === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  if (term === null) prepared<[CustomerId], never>(db, 'DELETE FROM discount_term WHERE customer_id = ?').run(customerId);
  else
    prepared<[CustomerId, number, number, string], never>(
      db,
      `INSERT INTO discount_term (customer_id, basis_points, days, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (customer_id) DO UPDATE SET basis_points = excluded.basis_points, days = excluded.days, at = excluded.at`,
    ).run(customerId, term.basisPoints, term.days, at);
  logEvent(db, { at, actor: 'person', kind: 'discount-term', subject: 'customer', subjectId: customerId, detail: { term } });
  return ok(null);
}
