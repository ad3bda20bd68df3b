/**
 * Pins how SQLite answers what must stay fast at a million documents: a lost index or a changed join shows here, not on somebody's screen.
 * The plans are those with statistics, as a ledger has them after it was closed once.
 */
import { describe, expect, it } from 'vitest';
import { agingByCustomer } from '../../src-main/ledger/agingRead.ts';
import type { Ledger, ReadableDb } from '../../src-main/ledger/connection.ts';
import { openDocumentsOf } from '../../src-main/ledger/documents.ts';
import { activeEntriesTouching } from '../../src-main/ledger/journal.ts';
import { readOpenItems, readUnmatched } from '../../src-main/ledger/openItems.ts';
import { findingAtStart } from '../../src-main/ledger/verifyAtStart.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { fillLedger } from '../bench/fillLedger.ts';
import { memoryLedger } from './ledgers.ts';

const today = plainDate('2026-11-22');
const past = plainDate('2020-06-30');

function analysedLedger(): Ledger {
  const ledger = memoryLedger();
  fillLedger({ ledger, documents: 4000, customers: 40, today });
  ledger.read.sqlite.exec('ANALYZE');
  return ledger;
}

/** The steps of every statement that a reader prepares. */
function plansOf(db: ReadableDb, read: (db: ReadableDb) => unknown): readonly string[] {
  const { sqlite } = db;
  const prepare = sqlite.prepare.bind(sqlite);
  const statements: string[] = [];
  sqlite.prepare = ((sql: string) => {
    statements.push(sql);
    return prepare(sql);
  }) as typeof sqlite.prepare; // The overloads of the library differ only in types of rows and parameters.
  try {
    read(db);
  } finally {
    sqlite.prepare = prepare;
  }
  // The library explains without values for the parameters; its types do not know it yet.
  const explaining = sqlite as typeof sqlite & { explain(source: string): readonly { readonly detail: string }[] };
  return statements.flatMap((sql) => explaining.explain(`QUERY PLAN ${sql}`).map((row) => row.detail));
}

/** Steps that walk through a large table itself, row by row; walking an index that holds all that is asked is cheap. */
const walks = (plans: readonly string[]): readonly string[] =>
  plans.filter(
    (step) => /^SCAN (p|d|e|a|posting|document|bank_entry|journal_entry|allocation)\b/.test(step) && !step.includes('COVERING INDEX'),
  );

describe('the aging list', () => {
  it('of today walks the open documents only', () => {
    const plans = plansOf(analysedLedger().read, (db) => agingByCustomer(db, { asOf: today, basis: 'due' }));
    expect(plans).toContain('SCAN document_balance USING COVERING INDEX document_balance_open');
    expect(plans).toContain('SEARCH d USING INTEGER PRIMARY KEY (rowid=?)');
    expect(walks(plans)).toEqual([]);
  });

  it('of a past day takes off what counts later, from an index that holds all of it', () => {
    const plans = plansOf(analysedLedger().read, (db) => agingByCustomer(db, { asOf: past, basis: 'due' }));
    expect(plans.some((step) => /USING COVERING INDEX posting_(date|document)/.test(step))).toBe(true);
    expect(walks(plans)).toEqual([]);
  });
});

describe('open items and money without an invoice', () => {
  it('of today are found by what is open, not by what there ever was', () => {
    const items = plansOf(analysedLedger().read, (db) => readOpenItems(db, { asOf: today, customerId: null }));
    expect(items).toContain('SCAN document_balance USING COVERING INDEX document_balance_open');
    const receipts = plansOf(analysedLedger().read, (db) => readUnmatched(db, today));
    expect(receipts).toContain('SCAN bank_entry_balance USING COVERING INDEX bank_entry_balance_unmatched');
    expect([...walks(items), ...walks(receipts)]).toEqual([]);
  });

  it('of a past day come from an index that holds all of it', () => {
    expect(walks(plansOf(analysedLedger().read, (db) => readOpenItems(db, { asOf: past, customerId: null })))).toEqual([]);
    expect(walks(plansOf(analysedLedger().read, (db) => readUnmatched(db, past)))).toEqual([]);
  });
});

describe('one customer and one document', () => {
  it('are looked up, never searched for', () => {
    const { read } = analysedLedger();
    expect(walks(plansOf(read, (db) => openDocumentsOf(db, 5 as CustomerId)))).toEqual([]);
    expect(walks(plansOf(read, (db) => activeEntriesTouching(db, { documentId: 5 as DocumentId })))).toEqual([]);
  });
});

describe('the checks at start', () => {
  it('add up the journal from indexes alone', () => {
    const { read } = analysedLedger();
    const plans = plansOf(read, (db) => findingAtStart(db.sqlite));
    expect(plans.length).toBeGreaterThan(6);
    expect(walks(plans)).toEqual([]);
  });
});

describe('what this test calls a walk', () => {
  it('is noticed', () => {
    const { read } = analysedLedger();
    expect(walks(plansOf(read, (db) => db.sqlite.prepare('SELECT own_account_id FROM posting').all()))).toEqual(['SCAN posting']);
  });
});
