/** Random histories over the posting rules, as a person could make them: never more assigned than there is, in any order of days. */
import fc from 'fast-check';
import {
  creditNoteIssued,
  creditNoteSetOff,
  differenceAccepted,
  invoiceIssued,
  moneyReceived,
  receiptAllocated,
  writtenOff,
} from '../../src-main/domain/posting/posting.ts';
import type { WritableDb } from '../../src-main/ledger/connection.ts';
import { openBalance, reverseEntry, unmatchedBalance } from '../../src-main/ledger/journal.ts';
import { addDays, type PlainDateText, plainDate } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { cents, negateCents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId } from './builders.ts';

/** Numbers choose among what exists when the step runs, so that every list of steps is a possible history. */
export type Step = {
  readonly kind: 'invoice' | 'creditNote' | 'receipt' | 'allocate' | 'setOff' | 'difference' | 'writeOff' | 'undo';
  readonly day: number;
  readonly first: number;
  readonly second: number;
  readonly amount: number;
};

const stepKinds = [
  'invoice',
  'creditNote',
  'receipt',
  'allocate',
  'allocate',
  'setOff',
  'setOff',
  'difference',
  'writeOff',
  'undo',
] as const;

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...stepKinds),
    day: fc.integer({ min: 0, max: 120 }),
    first: fc.nat({ max: 1000 }),
    second: fc.nat({ max: 1000 }),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 60, size: '+1' },
);

export const dayOf = (number: number): PlainDateText => addDays(plainDate('2026-01-01'), number);

/** What exists so far in a history that is being played. */
export type Played = {
  readonly documents: { readonly id: DocumentId; readonly kind: 'invoice' | 'creditNote'; readonly issued: PlainDateText }[];
  readonly bankEntries: { readonly id: BankEntryId; readonly booked: PlainDateText }[];
  /** Entries that may be undone: those that nothing else stands on. */
  readonly undoable: EntryId[];
};

export const nothingPlayed = (): Played => ({ documents: [], bankEntries: [], undoable: [] });

const pick = <T>(items: readonly T[], number: number): T | undefined => items[items.length === 0 ? 0 : number % items.length];
const later = (a: PlainDateText, b: PlainDateText): PlainDateText => (a > b ? a : b);

/** Plays one step; a step that is impossible now (nothing to assign, nothing to undo) does nothing. */
export function play(db: WritableDb, played: Played, step: Step): void {
  const on = dayOf(step.day);
  switch (step.kind) {
    case 'invoice':
    case 'creditNote':
      issue(db, played, step, step.kind);
      return;
    case 'receipt': {
      const id = addBankEntry(db, { bookDate: on, amount: cents(step.amount) });
      played.bankEntries.push({ id, booked: on });
      book(db, { kind: 'receipt', on, postings: moneyReceived({ ownAccountId, bankEntryId: id, amountCents: cents(step.amount) }) });
      return;
    }
    case 'allocate':
      allocate(db, played, step);
      return;
    case 'setOff':
      setOff(db, played, step);
      return;
    case 'difference':
    case 'writeOff':
      giveUp(db, played, step, step.kind);
      return;
    case 'undo':
      undo(db, played, step);
  }
}

function issue(db: WritableDb, played: Played, step: Step, kind: 'invoice' | 'creditNote'): void {
  const on = dayOf(step.day);
  const total = cents(kind === 'invoice' ? step.amount : -step.amount);
  const id = addDocument(db, { customerId: (1 + (step.first % 2)) as CustomerId, kind, issueDate: on, total });
  played.documents.push({ id, kind, issued: on });
  const event = { documentId: id, totalCents: cents(step.amount) };
  book(db, {
    kind: kind === 'invoice' ? 'invoice' : 'credit-note',
    on,
    postings: kind === 'invoice' ? invoiceIssued(event) : creditNoteIssued(event),
  });
}

const invoicesOf = (played: Played): Played['documents'] => played.documents.filter((document) => document.kind === 'invoice');

function allocate(db: WritableDb, played: Played, step: Step): void {
  const receipt = pick(played.bankEntries, step.first);
  const invoice = pick(invoicesOf(played), step.second);
  if (receipt === undefined || invoice === undefined) return;
  const amountCents = cents(Math.min(step.amount, unmatchedBalance(db, receipt.id), openBalance(db, invoice.id)));
  if (amountCents <= 0) return;
  const entry = book(db, {
    kind: 'allocation',
    on: receipt.booked,
    postings: receiptAllocated({ bankEntryId: receipt.id, documentId: invoice.id, amountCents }),
  });
  db.sqlite
    .prepare(`INSERT INTO allocation (entry_id, bank_entry_id, document_id, cents, rule) VALUES (?, ?, ?, ?, 'test')`)
    .run(entry, receipt.id, invoice.id, amountCents);
  played.undoable.push(entry);
}

function setOff(db: WritableDb, played: Played, step: Step): void {
  const note = pick(
    played.documents.filter((document) => document.kind === 'creditNote'),
    step.first,
  );
  const invoice = pick(invoicesOf(played), step.second);
  if (note === undefined || invoice === undefined) return;
  const amountCents = cents(Math.min(step.amount, negateCents(openBalance(db, note.id)), openBalance(db, invoice.id)));
  if (amountCents <= 0) return;
  const postings = creditNoteSetOff({ creditNoteId: note.id, invoiceId: invoice.id, amountCents });
  played.undoable.push(book(db, { kind: 'set-off', on: later(note.issued, invoice.issued), postings }));
}

function giveUp(db: WritableDb, played: Played, step: Step, kind: 'difference' | 'writeOff'): void {
  const invoice = pick(invoicesOf(played), step.first);
  if (invoice === undefined) return;
  const amountCents = cents(Math.min(step.amount, openBalance(db, invoice.id)));
  if (amountCents <= 0) return;
  const on = later(dayOf(step.day), invoice.issued);
  const postings =
    kind === 'difference'
      ? differenceAccepted({ documentId: invoice.id, account: 'payment-difference', amountCents })
      : writtenOff({ documentId: invoice.id, amountCents });
  played.undoable.push(book(db, { kind: kind === 'difference' ? 'difference' : 'write-off', on, postings }));
}

function undo(db: WritableDb, played: Played, step: Step): void {
  const entryId = pick(played.undoable, step.first);
  if (entryId === undefined) return;
  played.undoable.splice(played.undoable.indexOf(entryId), 1);
  const reason = { code: 'test', params: {} };
  const undone = reverseEntry(db, { entryId, recordedAt: '2026-11-22T10:00:00.000Z', actor: 'person', reason, importId: null });
  if (!undone.ok) throw new Error(`could not undo: ${undone.error.code}`);
}
