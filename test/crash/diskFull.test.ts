import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../src-main/ledger/copies/backup.ts';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { ledgerFailure } from '../../src-main/ledger/ledgerFailure.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, EntryId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addDocument, book } from '../ledger/builders.ts';
import { codeOf, now, reopenLedger } from '../ledger/ledgers.ts';
import { afterCrash, entryIds, seededFile } from './state.ts';

const day = plainDate('2026-03-01');

const bookInvoice = (ledger: Ledger): EntryId =>
  ledger.write((db) => {
    const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'invoice', issueDate: day, total: cents(100) });
    return book(db, { kind: 'invoice', on: day, postings: invoiceIssued({ documentId, totalCents: cents(100) }) });
  });

/** Books until the file may not grow any more; answers what was booked and what the program would say. */
function bookUntilFull(ledger: Ledger): { readonly booked: readonly EntryId[]; readonly code: string } {
  const booked: EntryId[] = [];
  for (;;) {
    try {
      booked.push(bookInvoice(ledger));
    } catch (thrown) {
      return { booked, code: ledgerFailure(thrown)?.code ?? String(thrown) };
    }
  }
}

describe('a full disk', () => {
  it('is said, keeps every whole entry, and booking goes on when there is room again', () => {
    const path = seededFile();
    const ledger = reopenLedger(path);
    const { sqlite } = ledger.read;
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true })) + 3}`);
    const { booked, code } = bookUntilFull(ledger);
    expect(code).toBe('ledger-disk-full');
    expect(booked.length).toBeGreaterThan(10);
    expect(sqlite.inTransaction).toBe(false);
    expect(entryIds(ledger.read)).toEqual(booked);
    sqlite.pragma('max_page_count = 1000000');
    const next = bookInvoice(ledger);
    ledger.close();
    expect(afterCrash(path)).toEqual({ ids: [...booked, next], broken: [] });
  });

  it('does not spoil the backups that are there when a new one cannot be written', async () => {
    const path = seededFile();
    const ledger = reopenLedger(path);
    const folder = join(path, '..', 'backups');
    mkdirSync(folder);
    // A file where the folder should be stands for every folder that cannot be written to.
    writeFileSync(join(folder, 'books'), '');
    expect(codeOf(await makeBackup({ ledger, now }))).toBe('backup-failed');
    bookInvoice(ledger);
  });
});

describe('a file that proves damaged while it is open', () => {
  it('is not written to any more', () => {
    const path = seededFile();
    const ledger = reopenLedger(path);
    const damaged = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
    const fail = (): void =>
      ledger.write(() => {
        throw damaged;
      });
    expect(fail).toThrow(damaged);
    expect(() => bookInvoice(ledger)).toThrow(damaged);
    expect(entryIds(ledger.read)).toEqual([]);
  });
});
