/**
 * Pins how SQLite answers what must stay fast at a million documents: a lost index or a changed join shows here, not on somebody's screen.
 * The plans are those with statistics, as a ledger has them after it was closed once.
 */
import { describe, expect, it } from 'vitest';
import { agingOverTime } from '../../src-main/ledger/documents/agingOverTime.ts';
import { agingByCustomer, journalTotals } from '../../src-main/ledger/documents/agingRead.ts';
import type { Ledger, ReadableDb } from '../../src-main/ledger/connection.ts';
import { customerSums, daysLateOfPaid } from '../../src-main/ledger/customers/customerRead.ts';
import { countDocuments, type DocumentQuestion, listDocuments } from '../../src-main/ledger/documents/documentRead.ts';
import { readDunningFacts } from '../../src-main/ledger/followUp/dunningFactsRead.ts';
import { openDocumentsOf } from '../../src-main/ledger/documents/documents.ts';
import { documentsChangedBy, entriesReplacedBy, entriesToUndo, entryReplacedBy } from '../../src-main/ledger/bank/importUndoing.ts';
import { activeEntriesTouching } from '../../src-main/ledger/journal.ts';
import { readOpenItems, readUnmatched } from '../../src-main/ledger/documents/openItems.ts';
import { listedAmounts } from '../../src-main/ledger/cash/listedAmounts.ts';
import { receiptsLeftToPeople } from '../../src-main/ledger/cash/receiptPayer.ts';
import { findingAtStart } from '../../src-main/ledger/copies/verifyAtStart.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId, ImportId } from '../../src-shared/ids.ts';
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

  it.each([past, plainDate('2026-10-22')])('of a past day (%s) adds up or takes off, from an index that holds all of it', (asOf) => {
    const plans = plansOf(analysedLedger().read, (db) => agingByCustomer(db, { asOf, basis: 'due' }));
    expect(plans.some((step) => /USING COVERING INDEX posting_(date|document)/.test(step))).toBe(true);
    expect(walks(plans)).toEqual([]);
  });
});

describe('what lists of open items settled', () => {
  it('is found among the entries without a document, not among all of them', () => {
    const plans = plansOf(analysedLedger().read, (db) => [...listedAmounts(db)]);
    expect(plans).toContain('SEARCH c USING INDEX posting_difference (entry_id>?)');
    expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
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

const question: DocumentQuestion = { today, query: '', filter: 'all', customerId: null, documentId: null, sort: 'due', descending: false, offset: 0, limit: 100 };
const sortsAll = (plans: readonly string[]): readonly string[] => plans.filter((step) => /TEMP B-TREE FOR ORDER BY/.test(step));

describe('the list of invoices', () => {
  it.each(['due', 'issue', 'number', 'customer', 'open', 'days'] as const)('of everything by %s is read in that order, not sorted, both ways', (sort) => {
    for (const filter of ['all', 'paid'] as const) {
      for (const descending of [false, true]) {
        const plans = plansOf(analysedLedger().read, (db) => listDocuments(db, { ...question, filter, sort, descending }));
        // The last sort is that of the page itself.
        expect(sortsAll(plans).length, plans.join('\n')).toBeLessThanOrEqual(1);
        expect(plans.some((step) => step.includes('document_balance_open'))).toBe(true);
      }
    }
  });

  it.each(['open', 'overdue', 'credit', 'undated'] as const)('that are %s starts from the open balances', (filter) => {
    const plans = plansOf(analysedLedger().read, (db) => listDocuments(db, { ...question, filter }));
    expect(plans).toContain('SCAN b USING COVERING INDEX document_balance_open');
    expect(walks(plans)).toEqual([]);
  });

  it('of one customer, and one document, are looked up', () => {
    const { read } = analysedLedger();
    expect(walks(plansOf(read, (db) => listDocuments(db, { ...question, customerId: 5 as CustomerId })))).toEqual([]);
    expect(walks(plansOf(read, (db) => listDocuments(db, { ...question, documentId: 5 as DocumentId })))).toEqual([]);
  });

  it('is searched and counted in an index', () => {
    const { read } = analysedLedger();
    const plans = [...plansOf(read, (db) => listDocuments(db, { ...question, query: 'F99' })), ...plansOf(read, (db) => countDocuments(db, { ...question, query: '' }))];
    expect(plans.filter((step) => /^SCAN d\b/.test(step)).every((step) => step.includes('document_number'))).toBe(true);
    expect(plans.some((step) => step.startsWith('SCAN d'))).toBe(true);
  });
});

describe('what else is asked of a whole ledger', () => {
  it('adds up the journal for the tie-out from indexes', () => {
    const plans = plansOf(analysedLedger().read, (db) => journalTotals(db, past));
    // What is in other currencies has indexes of its own, empty for most.
    expect(walks(plans)).toEqual(['SCAN d USING INDEX document_foreign', 'SCAN e USING INDEX bank_entry_foreign']);
  });

  it('reads how late customers pay off the end of an index', () => {
    const plans = plansOf(analysedLedger().read, (db) => daysLateOfPaid(db, null, 14));
    expect(plans).toContain('SEARCH b USING COVERING INDEX document_balance_customer (customer_id=? AND settled_on>?)');
    expect(sortsAll(plans)).toEqual([]);
  });

  it('follows open balances over time without the history of what was paid long ago', () => {
    expect(plansOf(analysedLedger().read, (db) => agingOverTime(db, [past, today], 'due'))).toContain('SEARCH p USING COVERING INDEX posting_document (document_id=?)');
  });

  it('finds what was undone by its index', () => {
    const { read } = analysedLedger();
    const plans = plansOf(read, receiptsLeftToPeople);
    expect(plans.filter((step) => /^(SCAN|SEARCH) r\b/.test(step)).every((step) => step.includes('(reverses_id>?)'))).toBe(true);
  });

  it('reads what an undoing takes back by its own ids, page by page', () => {
    const { read } = analysedLedger();
    const importId = 1 as ImportId;
    const asked = [entriesToUndo, entriesReplacedBy, documentsChangedBy].flatMap((ask) => plansOf(read, (db) => [...ask(db, importId)]));
    const plans = [...asked, ...plansOf(read, (db) => entryReplacedBy(db, importId, 1 as DocumentId))];
    expect(plans.filter((step) => step.startsWith('SCAN') && !/^SCAN (x|l|leads|json_each)\b/.test(step))).toEqual([]);
  });

  it('looks up one customer for his reminders and his sums', () => {
    const { read } = analysedLedger();
    const plans = [
      ...plansOf(read, (db) => readDunningFacts(db, { today, customerId: 5 as CustomerId })),
      ...plansOf(read, (db) => customerSums(db, { today, query: '', customerId: 5 as CustomerId })),
    ];
    expect(walks(plans)).toEqual([]);
    expect(plans.some((step) => step.startsWith('SEARCH b USING INDEX document_balance_customer'))).toBe(true);
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
