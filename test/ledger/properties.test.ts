import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agingByCustomer, journalTotals } from '../../src-main/ledger/documents/agingRead.ts';
import type { Ledger, ReadableDb } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { readOpenItems } from '../../src-main/ledger/documents/openItems.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { reverseEntry } from '../../src-main/ledger/journal.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import { sumCents } from '../../src-shared/money.ts';
import { seedParties } from './builders.ts';
import { dayOf, histories, nothingPlayed, type Played, play, type Step } from './histories.ts';
import { now, valueOf } from './ledgers.ts';

const days = [0, 30, 45, 60, 90, 120, 200];

/** Plays a history into a fresh ledger, one write per step, and hands both over; the ledger is closed afterwards. */
function withHistory(steps: readonly Step[], check: (ledger: Ledger, played: Played) => void): void {
  const ledger = valueOf(openLedger({ path: ':memory:', mode: 'create', now, migrations }));
  try {
    seedParties(ledger);
    const played = nothingPlayed();
    for (const step of steps) ledger.write((db) => play(db, played, step));
    check(ledger, played);
  } finally {
    ledger.close();
  }
}

/** Everything that counts as of a day: each account, document and bank line with its balance. */
const balancesAsOf = (db: ReadableDb, day: PlainDateText): unknown =>
  db.sqlite
    .prepare(
      `SELECT account, document_id, bank_entry_id, own_account_id, sum(cents) FROM posting WHERE effective_date <= ?
       GROUP BY account, document_id, bank_entry_id, own_account_id HAVING sum(cents) <> 0 ORDER BY 1, 2, 3, 4`,
    )
    .all(day);

describe('whatever happens in a ledger', () => {
  it('keeps every rule that the full verification knows', () => {
    fc.assert(
      fc.property(histories, (steps) =>
        withHistory(steps, (ledger) => {
          const broken = verifyLedger(ledger.read).checks.filter((check) => !check.ok);
          expect(broken).toEqual([]);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('makes the aging list add up to the journal, on any day and on either basis', () => {
    fc.assert(
      fc.property(histories, (steps) =>
        withHistory(steps, ({ read }) => {
          for (const day of days.map(dayOf)) {
            const { receivable } = journalTotals(read, day);
            expect(sumCents(agingByCustomer(read, { asOf: day, basis: 'due' }).map((row) => row.open))).toBe(receivable);
            expect(sumCents(agingByCustomer(read, { asOf: day, basis: 'issue' }).map((row) => row.open))).toBe(receivable);
            expect(sumCents(readOpenItems(read, { asOf: day, customerId: null }).map((item) => item.open))).toBe(receivable);
          }
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('shows a past day the same, whatever is booked on later days', () => {
    fc.assert(
      fc.property(histories, histories, fc.integer({ min: 0, max: 119 }), (earlier, after, limit) => {
        const until = earlier.filter((step) => step.day <= limit);
        // Only what counts on later days is added: new documents and receipts, and write-offs of what was there.
        const later = after
          .filter((step) => step.kind === 'invoice' || step.kind === 'receipt' || step.kind === 'writeOff')
          .map((step) => ({ ...step, day: limit + 1 + (step.day % 60) }));
        withHistory(until, (ledger, played) => {
          const before = days.map(dayOf).filter((day) => day <= dayOf(limit));
          const remembered = before.map((day) => [
            balancesAsOf(ledger.read, day),
            readOpenItems(ledger.read, { asOf: day, customerId: null }),
          ]);
          for (const step of later) ledger.write((db) => play(db, played, step));
          expect(
            before.map((day) => [balancesAsOf(ledger.read, day), readOpenItems(ledger.read, { asOf: day, customerId: null })]),
          ).toEqual(remembered);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is as if it had not happened once it is undone, on every day', () => {
    fc.assert(
      fc.property(histories, histories, (steps, more) =>
        withHistory(steps, (ledger, played) => {
          const before = days.map((day) => balancesAsOf(ledger.read, dayOf(day)));
          const derived = (): unknown => ledger.read.sqlite.prepare('SELECT document_id, open FROM document_balance ORDER BY 1').all();
          const derivedBefore = derived();
          const already = new Set(played.undoable);
          const assigning = more.filter((step) => step.kind === 'allocate' || step.kind === 'setOff' || step.kind === 'difference');
          for (const step of assigning) ledger.write((db) => play(db, played, step));
          for (const entryId of played.undoable.filter((entry) => !already.has(entry))) {
            const reason = { code: 'test', params: {} };
            valueOf(ledger.write((db) => reverseEntry(db, { entryId, recordedAt: now, actor: 'person', reason, importId: null })));
          }
          expect(days.map((day) => balancesAsOf(ledger.read, dayOf(day)))).toEqual(before);
          expect(derived()).toEqual(derivedBefore);
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('is played by histories that assign, set off and undo: the properties above would see nothing otherwise', () => {
    const seen = new Map<string, number>();
    const sample = fc.sample(histories, { numRuns: 100, seed: 7 });
    for (const steps of sample) {
      withHistory(steps, ({ read }) => {
        for (const { kind, count } of read.sqlite
          .prepare<[], { kind: string; count: number }>('SELECT kind, count(*) AS count FROM journal_entry GROUP BY kind')
          .all()) {
          seen.set(kind, (seen.get(kind) ?? 0) + count);
        }
      });
    }
    for (const kind of ['invoice', 'credit-note', 'receipt', 'allocation', 'set-off', 'difference', 'write-off', 'reversal']) {
      expect(seen.get(kind) ?? 0).toBeGreaterThan(20);
    }
  });
});
