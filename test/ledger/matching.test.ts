/** Receipts and invoices through the methods the screens call, on a real ledger in memory. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { creditNoteIssued, invoiceIssued, moneyReceived } from '../../src-main/domain/posting/posting.ts';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { openBalance, unmatchedBalance } from '../../src-main/ledger/journal.ts';
import { approveMessage, savePlanned } from '../../src-main/ledger/followUp/messages.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { type Cents, cents, negateCents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { profile } from '../importers/importWorld.ts';
import { addBankEntry, addDocument, book, ownAccountId, seedParties } from './builders.ts';
import { codeOf, memoryLedger, now, valueOf } from './ledgers.ts';
import { noBackground } from './noBackground.ts';

const [aardappel, biet] = [1 as CustomerId, 2 as CustomerId];
const today = plainDate('2026-11-22');
const iban = 'NL91ABNA0417164300';
type Method = keyof typeof matchingMethods;

function world() {
  const ledger = memoryLedger();
  seedParties(ledger);
  ledger.write((db) => createAdministration(db, { profile, isDemo: false, createdAt: now }));
  const context = { ledger, clock: { now: () => now, today: () => today }, events: { emit: () => undefined }, background: noBackground };
  const call = <M extends Method & MethodName>(method: M, input: InputOf<M>): Result<OutputOf<M>, AppError> => {
    // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
    const result = (matchingMethods[method] as (given: typeof context, asked: InputOf<M>) => Result<OutputOf<M>, AppError>)(context, input);
    if (result.ok) contract[method].output.parse(result.value);
    return result;
  };
  const invoice = (total: number, customerId = aardappel): DocumentId =>
    ledger.write((db) => {
      const on = plainDate('2026-09-01');
      const documentId = addDocument(db, { customerId, kind: total < 0 ? 'creditNote' : 'invoice', issueDate: on, total: cents(total) });
      const postings = total < 0 ? creditNoteIssued({ documentId, totalCents: negateCents(cents(total)) }) : invoiceIssued({ documentId, totalCents: cents(total) });
      book(db, { kind: total < 0 ? 'credit-note' : 'invoice', on, postings });
      return documentId;
    });
  const receipt = (amount: number, facts: { readonly text?: string; readonly from?: string } = {}): BankEntryId =>
    ledger.write((db) => {
      const bookDate = plainDate('2026-10-15');
      const bankEntryId = addBankEntry(db, { bookDate, amount: cents(amount) });
      db.sqlite.prepare('UPDATE bank_entry SET remittance = ?, counter_iban = ? WHERE id = ?').run(facts.text ?? '', facts.from ?? null, bankEntryId);
      book(db, { kind: 'receipt', on: bookDate, postings: moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(amount) }) });
      return bankEntryId;
    });
  const number = (documentId: DocumentId, text: string): void =>
    ledger.write((db) => void db.sqlite.prepare('UPDATE document SET number = ?, match_key = ? WHERE id = ?').run(text, text.replaceAll(/\W/g, ''), documentId));
  const part = (documentId: DocumentId, amount: number): { documentId: DocumentId; cents: Cents } => ({ documentId, cents: cents(amount) });
  return {
    ledger, call, invoice, receipt, number, part,
    open: (documentId: DocumentId) => openBalance(ledger.read, documentId),
    left: (bankEntryId: BankEntryId) => unmatchedBalance(ledger.read, bankEntryId),
    nameOn: (bankEntryId: BankEntryId) => ledger.read.sqlite.prepare('SELECT customer_id FROM bank_entry WHERE id = ?').pluck().get(bankEntryId),
    payers: () => ledger.read.sqlite.prepare('SELECT iban, customer_id FROM customer_iban ORDER BY 1, 2').raw().all(),
    entries: () => ledger.read.sqlite.prepare('SELECT count(*) FROM journal_entry').pluck().get(),
    isSound: () => verifyLedger(ledger.read).checks.filter((check) => !check.ok),
  };
}

describe('assigning by hand', () => {
  it('lets an invoice be paid in part: 1 000 minus 400 leaves 600 open', () => {
    const { call, invoice, receipt, part, open, left, isSound } = world();
    const [document, entry] = [invoice(100_000), receipt(40_000)];
    expect(valueOf(call('bank.allocate', { bankEntryId: entry, parts: [part(document, 40_000)] })).rest).toBe(0);
    expect([open(document), left(entry)]).toEqual([60_000, 0]);
    expect(isSound()).toEqual([]);
  });

  it('keeps what was paid too much on the receipt, in the name of the customer', () => {
    const { call, invoice, receipt, part, open, left, nameOn, isSound } = world();
    const [document, entry] = [invoice(10_000), receipt(12_500)];
    expect(valueOf(call('bank.allocate', { bankEntryId: entry, parts: [part(document, 10_000)] })).rest).toBe(2_500);
    expect([open(document), left(entry), nameOn(entry)]).toEqual([0, 2_500, aardappel]);
    expect(isSound()).toEqual([]);
  });

  it('nets a credit note with its invoice in one receipt, and one click takes all of it back', () => {
    const { call, invoice, receipt, part, open, left, nameOn, payers, isSound } = world();
    const [document, creditNote, entry] = [invoice(12_100), invoice(-2_100), receipt(10_000, { from: iban })];
    const { entryIds } = valueOf(call('bank.allocate', { bankEntryId: entry, parts: [part(document, 12_100), part(creditNote, -2_100)] }));
    expect(entryIds).toHaveLength(1);
    expect([open(document), open(creditNote), left(entry)]).toEqual([0, 0, 0]);
    expect(payers()).toEqual([[iban, aardappel]]);
    expect(isSound()).toEqual([]);
    expect(valueOf(call('bank.undoAllocation', { entryIds })).reversed).toBe(1);
    expect([open(document), open(creditNote), left(entry), nameOn(entry), payers()]).toEqual([12_100, -2_100, 10_000, null, []]);
    expect(isSound()).toEqual([]);
  });

  it('refuses as a whole and books nothing: too much, twice the same, an unknown invoice, a credit note alone', () => {
    const { call, invoice, receipt, part, entries, isSound } = world();
    const [document, other, creditNote, entry] = [invoice(10_000), invoice(5_000), invoice(-1_000), receipt(12_000)];
    const before = entries();
    const refuse = (parts: ReturnType<typeof part>[]): string => codeOf(call('bank.allocate', { bankEntryId: entry, parts }));
    expect(refuse([part(document, 10_001)])).toBe('allocation-too-large');
    expect(refuse([part(document, 10_000), part(other, 5_000)])).toBe('allocation-too-large');
    expect(refuse([part(document, 1_000), part(document, 1_000)])).toBe('not-found');
    expect(refuse([part(other, 5_000), part(999 as DocumentId, 1)])).toBe('not-found');
    expect(refuse([part(creditNote, -1_000)])).toBe('allocation-too-large');
    expect(entries()).toBe(before);
    expect(isSound()).toEqual([]);
  });

  it('cannot be undone twice', () => {
    const { call, invoice, receipt, part } = world();
    const { entryIds } = valueOf(call('bank.allocate', { bankEntryId: receipt(1_000), parts: [part(invoice(1_000), 1_000)] }));
    valueOf(call('bank.undoAllocation', { entryIds }));
    expect(codeOf(call('bank.undoAllocation', { entryIds }))).toBe('not-allowed-now');
  });
});

describe('assigning by itself', () => {
  it('books an invoice that the payer names, learns the account, and books nothing the second time', () => {
    const { call, invoice, receipt, number, open, payers, entries, isSound } = world();
    const document = invoice(24_200);
    number(document, '2026-0403');
    receipt(24_200, { text: 'factuur 2026-0403', from: iban });
    expect(valueOf(call('matching.run', {}))).toMatchObject({ booked: 1, bookedCents: 24_200, unmatched: 0 });
    expect([open(document), payers()]).toEqual([0, [[iban, aardappel]]]);
    const after = entries();
    expect(valueOf(call('matching.run', {})).booked).toBe(0);
    expect(entries()).toBe(after);
    expect(isSound()).toEqual([]);
  });

  it('books a payment that names a letter of ours on everything that letter asked for, and leaves it to people once it was undone', () => {
    const { ledger, call, invoice, receipt, open, isSound } = world();
    const documents = [invoice(50_000), invoice(60_000), invoice(70_000), invoice(80_000), invoice(-10_000)];
    const letter = ledger.write((db) => {
      const documentsOf = documents.map((documentId) => ({ documentId, open: open(documentId) }));
      const messageId = savePlanned(db, {
        customerId: aardappel, step: 'reminder-1', plannedOn: today, channel: 'letter', language: 'nl', recipients: { email: '', letter: 'Aardappel' },
        recipientName: 'Aardappel', payBy: today, reason: { code: 'step-after-due', params: {} }, cents: cents(250_000), documents: documentsOf,
      });
      return { messageId, reference: 'H-2026-0001' };
    });
    receipt(250_000, { text: `Klant 10428, brief ${letter.reference}`, from: iban });
    // A letter that nobody approved has told nobody its reference.
    expect(valueOf(call('matching.run', {})).booked).toBe(0);
    ledger.write((db) =>
      approveMessage(db, letter.messageId, {
        subject: 's', text: 't', html: null, enclosures: [], pdf: { sha256: createHash('sha256').update('%PDF').digest('hex'), bytes: Buffer.from('%PDF') }, content: '{}', contentSha256: '2'.repeat(64), messageIdHeader: null, at: now,
      }),
    );
    expect(valueOf(call('matching.run', {})).booked).toBe(1);
    expect(documents.map(open)).toEqual([0, 0, 0, 0, 0]);
    const { allocations } = valueOf(call('bank.allocations', { limit: 10 }));
    expect(allocations[0]?.reason).toEqual({ code: 'match-letter-asked', params: { reference: letter.reference, amountCents: 250_000 } });
    expect(isSound()).toEqual([]);
    valueOf(call('bank.undoAllocation', { entryIds: allocations.map(({ entryId }) => entryId) }));
    expect(valueOf(call('matching.run', {})).booked).toBe(0);
    expect(documents.map(open)).toEqual([50_000, 60_000, 70_000, 80_000, -10_000]);
  });

  it('pays several invoices that are named together, as one assignment', () => {
    const { call, invoice, receipt, number, open } = world();
    const [first, second] = [invoice(217_800), invoice(205_700)];
    number(first, '2026-0403');
    number(second, '2026-0420');
    receipt(423_500, { text: '2026-0403 en 2026-0420' });
    expect(valueOf(call('matching.run', {})).booked).toBe(1);
    expect([open(first), open(second)]).toEqual([0, 0]);
    const { allocations, today: sums } = valueOf(call('bank.allocations', { limit: 10 }));
    expect(allocations).toHaveLength(1);
    expect(allocations[0]).toMatchObject({ cents: 423_500, byPerson: false });
    expect(allocations[0]?.parts.map((one) => one.number)).toEqual(['2026-0403', '2026-0420']);
    expect(sums).toEqual({ count: 1, cents: 423_500 });
  });

  it('proposes two invoices that are exactly the amount when the payer names neither', () => {
    const { call, invoice, receipt } = world();
    const [first, second] = [invoice(50_820), invoice(412_610)];
    invoice(99_900);
    const known = receipt(100, { from: iban });
    valueOf(call('bank.assignCustomer', { bankEntryId: known, customerId: aardappel }));
    const { proposals } = valueOf(call('bank.candidates', { bankEntryId: receipt(463_430, { from: iban }) }));
    expect(proposals[0]?.parts.map((one) => one.documentId)).toEqual([first, second]);
    expect(proposals[0]?.rest).toBe(0);
  });

  it('leaves a parked receipt alone until it is taken back', () => {
    const { call, invoice, receipt, number, left } = world();
    number(invoice(5_000), '2026-0500');
    const entry = receipt(5_000, { text: '2026-0500' });
    valueOf(call('bank.park', { bankEntryId: entry, reason: 'klant belt terug', until: null }));
    expect(valueOf(call('matching.run', {})).booked).toBe(0);
    expect(valueOf(call('bank.unmatched', { includeParked: false })).receipts).toEqual([]);
    expect(valueOf(call('bank.unmatched', { includeParked: true })).receipts[0]?.parked).toEqual({ reason: 'klant belt terug', until: null });
    valueOf(call('bank.unpark', { bankEntryId: entry }));
    expect(valueOf(call('matching.run', {})).booked).toBe(1);
    expect(left(entry)).toBe(0);
  });

  it('does not book again what a person undid', () => {
    const { call, invoice, receipt, number, left, isSound } = world();
    number(invoice(5_000), '2026-0500');
    const entry = receipt(5_000, { text: '2026-0500' });
    valueOf(call('matching.run', {}));
    const [made] = valueOf(call('bank.allocations', { limit: 1 })).allocations;
    if (made === undefined) throw new Error('nothing was assigned');
    valueOf(call('bank.undoAllocation', { entryIds: [made.entryId] }));
    expect(valueOf(call('matching.run', {}))).toMatchObject({ booked: 0, unmatched: 1 });
    expect(left(entry)).toBe(5_000);
    expect(isSound()).toEqual([]);
  });
});

describe('whose receipt it is', () => {
  it('names a receipt that fits nothing after the one customer known to pay from that account', () => {
    const { call, invoice, receipt, part, nameOn } = world();
    valueOf(call('bank.allocate', { bankEntryId: receipt(1_000, { from: iban }), parts: [part(invoice(1_000), 1_000)] }));
    const entry = receipt(777, { from: iban });
    valueOf(call('matching.run', {}));
    expect(nameOn(entry)).toBe(aardappel);
  });

  it('takes names back that a wrong assignment gave to other receipts', () => {
    const { call, invoice, receipt, part, nameOn, payers } = world();
    const { entryIds } = valueOf(call('bank.allocate', { bankEntryId: receipt(1_000, { from: iban }), parts: [part(invoice(1_000), 1_000)] }));
    const entry = receipt(777, { from: iban });
    valueOf(call('matching.run', {}));
    valueOf(call('bank.undoAllocation', { entryIds }));
    expect([nameOn(entry), payers()]).toEqual([null, []]);
  });

  it('keeps the name a person gave, also when the account is of another customer or the assignment is undone', () => {
    const { call, invoice, receipt, part, nameOn } = world();
    const entry = receipt(1_000, { from: iban });
    valueOf(call('bank.assignCustomer', { bankEntryId: entry, customerId: biet }));
    const { entryIds } = valueOf(call('bank.allocate', { bankEntryId: entry, parts: [part(invoice(600), 600)] }));
    expect(nameOn(entry)).toBe(aardappel);
    valueOf(call('bank.undoAllocation', { entryIds }));
    expect(nameOn(entry)).toBe(biet);
    valueOf(call('matching.run', {}));
    expect(nameOn(entry)).toBe(biet);
  });

  it('refuses a customer that is not there', () => {
    const { call, receipt } = world();
    expect(codeOf(call('bank.assignCustomer', { bankEntryId: receipt(100), customerId: 99 as CustomerId }))).toBe('not-found');
  });
});
