import { describe, expect, it } from 'vitest';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import { ledgerFailure } from '../../src-main/ledger/ledgerFailure.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addDocument, book, seedParties } from './builders.ts';
import { memoryLedger } from './ledgers.ts';

const day = plainDate('2026-03-01');
const row = (ledger: Ledger, sql: string): unknown => ledger.read.sqlite.prepare(sql).get();

/** A ledger with one invoice of 121.00, booked. */
function ledgerWithInvoice(): Ledger {
  const ledger = memoryLedger();
  seedParties(ledger);
  ledger.write((db) => {
    const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'invoice', issueDate: day, total: cents(12_100) });
    book(db, { kind: 'invoice', on: day, postings: invoiceIssued({ documentId, totalCents: cents(12_100) }) });
    db.sqlite.exec(
      `INSERT INTO event (at, actor, kind, subject, detail) VALUES ('2026-03-01T00:00:00Z', 'person', 'test', 'ledger', '{}')`,
    );
  });
  return ledger;
}

const draft = (id: number): string => `INSERT INTO journal_entry (id, kind, effective_date, recorded_at, currency, actor, reason)
  VALUES (${id}, 'invoice', '${day}', '2026-03-01T00:00:00Z', 'EUR', 'program', '{"code":"test","params":{}}')`;
const line = (entryId: number, account: string, amount: number): string =>
  `INSERT INTO posting (entry_id, account, document_id, cents, effective_date) VALUES (${entryId}, '${account}', ${account === 'receivable' ? 1 : 'NULL'}, ${amount}, '${day}')`;

describe('what is booked stays as it is', () => {
  const attempts = [
    'UPDATE journal_entry SET effective_date = effective_date',
    'DELETE FROM journal_entry',
    'UPDATE posting SET cents = 1',
    'DELETE FROM posting',
    'UPDATE entry_seal SET entry_id = 9',
    'DELETE FROM entry_seal',
    `UPDATE event SET kind = 'other'`,
    'DELETE FROM event',
    // Replacing is deleting and inserting; without recursive triggers it would pass the guard unseen.
    `INSERT OR REPLACE INTO posting (id, entry_id, account, cents, effective_date) VALUES (1, 1, 'sales', 5, '${day}')`,
    `REPLACE INTO event (id, at, actor, kind, subject, detail) VALUES (1, 'x', 'x', 'x', 'x', '{}')`,
  ];
  for (const attempt of attempts) {
    it(`whatever ${attempt.split(' ').slice(0, 4).join(' ')} … tries`, () => {
      const ledger = ledgerWithInvoice();
      const before = row(ledger, 'SELECT * FROM posting, event, journal_entry LIMIT 1');
      expect(() => ledger.write(({ sqlite }) => sqlite.exec(attempt))).toThrow(/append-only|sealed/);
      expect(row(ledger, 'SELECT * FROM posting, event, journal_entry LIMIT 1')).toEqual(before);
    });
  }

  it('and a sealed entry takes no further line', () => {
    const ledger = ledgerWithInvoice();
    expect(() => ledger.write(({ sqlite }) => sqlite.exec(line(1, 'sales', 5)))).toThrow('entry is sealed');
  });
});

describe('an entry that does not balance', () => {
  it('is not sealed, and the error can be told', () => {
    const ledger = ledgerWithInvoice();
    let thrown: unknown = null;
    try {
      ledger.write(({ sqlite }) =>
        sqlite.exec(`${draft(2)}; ${line(2, 'sales', 5)}; ${line(2, 'sales', -4)}; INSERT INTO entry_seal VALUES (2)`),
      );
    } catch (caught) {
      thrown = caught;
    }
    expect(ledgerFailure(thrown)?.code).toBe('ledger-unbalanced');
    expect(row(ledger, 'SELECT count(*) AS entries FROM journal_entry')).toEqual({ entries: 1 });
  });

  it('is not sealed with a single line of nothing', () => {
    const ledger = ledgerWithInvoice();
    const write = (): unknown =>
      ledger.write(({ sqlite }) => sqlite.exec(`${draft(2)}; ${line(2, 'sales', 0)}; INSERT INTO entry_seal VALUES (2)`));
    expect(write).toThrow('entry does not balance');
  });

  it('is not committed without a seal either', () => {
    const ledger = ledgerWithInvoice();
    const write = (): unknown => ledger.write(({ sqlite }) => sqlite.exec(`${draft(2)}; ${line(2, 'sales', 5)}`));
    expect(write).toThrow('FOREIGN KEY constraint failed');
    expect(row(ledger, 'SELECT count(*) AS entries FROM journal_entry')).toEqual({ entries: 1 });
  });
});

describe('a posting', () => {
  it('has the date of its entry', () => {
    const ledger = ledgerWithInvoice();
    const other = line(2, 'sales', 5).replace(day, '2026-03-02');
    expect(() => ledger.write(({ sqlite }) => sqlite.exec(`${draft(2)}; ${other}`))).toThrow('differ in date');
  });

  it('carries exactly the key of its account', () => {
    const ledger = ledgerWithInvoice();
    const wrong = line(2, 'sales', 5).replace('NULL', '1');
    expect(() => ledger.write(({ sqlite }) => sqlite.exec(`${draft(2)}; ${wrong}`))).toThrow('CHECK constraint failed');
    const unknown = line(2, 'petty-cash', 5);
    expect(() => ledger.write(({ sqlite }) => sqlite.exec(`${draft(2)}; ${unknown}`))).toThrow('CHECK constraint failed');
  });
});

describe('the day a document was settled', () => {
  const paid = (ledger: Ledger, on: string, amount: number): void =>
    ledger.write((db) => {
      book(db, {
        kind: 'write-off',
        on: plainDate(on),
        postings: [
          { account: 'write-off', documentId: null, bankEntryId: null, ownAccountId: null, cents: cents(amount) },
          { account: 'receivable', documentId: 1 as DocumentId, bankEntryId: null, ownAccountId: null, cents: cents(-amount) },
        ],
      });
    });
  const settledOn = (ledger: Ledger): unknown => row(ledger, 'SELECT open, settled_on FROM document_balance WHERE document_id = 1');

  it('is the last day that moved its balance, in whatever order it was learned', () => {
    const ledger = ledgerWithInvoice();
    paid(ledger, '2026-04-10', 100);
    expect(settledOn(ledger)).toEqual({ open: 12_000, settled_on: null });
    paid(ledger, '2026-04-01', 12_000);
    expect(settledOn(ledger)).toEqual({ open: 0, settled_on: '2026-04-10' });
  });

  it('forgets a day on which everything was taken back', () => {
    const ledger = ledgerWithInvoice();
    paid(ledger, '2026-05-20', 12_100);
    paid(ledger, '2026-05-20', -12_100);
    paid(ledger, '2026-04-15', 12_100);
    expect(settledOn(ledger)).toEqual({ open: 0, settled_on: '2026-04-15' });
  });
});
