/**
 * The program that crash tests kill. It does one kind of work on a ledger and writes a line to standard output only after what the line
 * names was committed; whatever it announced must be there when the file is opened again.
 */
import { writeSync } from 'node:fs';
import { makeBackup } from '../../src-main/ledger/copies/backup.ts';
import { invoiceIssued, moneyReceived, receiptAllocated } from '../../src-main/domain/posting/posting.ts';
import type { Ledger, WritableDb } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { restoreBackup } from '../../src-main/ledger/copies/restore.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { CustomerId, EntryId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId } from '../ledger/builders.ts';
import { slowMigrations } from './slowMigrations.ts';

const [work = '', path = '', argument = ''] = process.argv.slice(2);
const now = '2026-11-22T09:00:00.000Z';
const day = plainDate('2026-03-01');

/** Straight to the descriptor: a line that sits in a buffer when the process dies was never said. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

function opened(): Ledger {
  const result = openLedger({ path, mode: 'open', now, migrations });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** An invoice, a receipt and its assignment: three entries that come together or not at all. */
function bookPaidInvoice(db: WritableDb, amount: number): EntryId {
  const amountCents = cents(amount);
  const documentId = addDocument(db, { customerId: 1 as CustomerId, kind: 'invoice', issueDate: day, total: amountCents });
  book(db, { kind: 'invoice', on: day, postings: invoiceIssued({ documentId, totalCents: amountCents }) });
  const bankEntryId = addBankEntry(db, { bookDate: day, amount: amountCents });
  book(db, { kind: 'receipt', on: day, postings: moneyReceived({ ownAccountId, bankEntryId, amountCents }) });
  return book(db, { kind: 'allocation', on: day, postings: receiptAllocated({ bankEntryId, documentId, amountCents }) });
}

const works: Readonly<Record<string, () => void | Promise<void>>> = {
  /** One paid invoice per write, for ever. */
  post: () => {
    const ledger = opened();
    say('ready');
    for (let amount = 1; ; amount += 1) say(String(ledger.write((db) => bookPaidInvoice(db, amount))));
  },
  /** Many invoices in one write, as an import does, for ever. */
  import: () => {
    const ledger = opened();
    say('ready');
    for (;;) {
      const last = ledger.write((db) => {
        let id = 0;
        for (let amount = 1; amount <= 50; amount += 1) id = bookPaidInvoice(db, amount);
        return id;
      });
      say(String(last));
    }
  },
  /** `argument` paid invoices, the size of the log after each; then death with the log as it stands. */
  fillLog: async () => {
    const { statSync } = await import('node:fs');
    const ledger = opened();
    for (let amount = 1; amount <= Number(argument); amount += 1) {
      const id = ledger.write((db) => bookPaidInvoice(db, amount));
      say(`${id} ${statSync(`${path}-wal`).size}`);
    }
    process.kill(process.pid, 'SIGKILL');
  },
  create: () => {
    say('ready');
    const result = openLedger({ path, mode: 'create', now, migrations });
    say(result.ok ? 'created' : result.error.code);
  },
  migrate: () => {
    say('ready');
    const result = openLedger({ path, mode: 'open', now, migrations: [...migrations, ...slowMigrations] });
    say(result.ok ? 'migrated' : result.error.code);
  },
  /** Backups while booking goes on, for ever. */
  backup: async () => {
    const ledger = opened();
    say('ready');
    for (let second = 0; ; second += 1) {
      ledger.write((db) => bookPaidInvoice(db, second + 1));
      const made = await makeBackup({
        ledger,
        now: `2026-11-22T09:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000Z`,
      });
      say(made.ok ? made.value.name : made.error.code);
    }
  },
  backupOnce: async () => {
    const ledger = opened();
    const made = await makeBackup({ ledger, now });
    say(made.ok ? made.value.name : made.error.code);
    ledger.close();
  },
  restore: () => {
    const result = restoreBackup({ ledgerPath: path, name: argument, now });
    say(result.ok ? 'restored' : result.error.code);
  },
  open: () => {
    const result = openLedger({ path, mode: 'open', now, migrations });
    say(result.ok ? 'opened' : result.error.code);
  },
};

const chosen = Object.hasOwn(works, work) ? works[work] : undefined;
if (chosen === undefined) throw new Error(`no such work: ${work}`);
await chosen();
