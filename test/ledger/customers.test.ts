/** Customers through the methods the screens call: what people decide is kept, marked, logged and refused where it must be. */
import { describe, expect, it } from 'vitest';
import { invoiceIssued, moneyReceived } from '../../src-main/domain/posting/posting.ts';
import { customerMethods } from '../../src-main/features/customers/methods.ts';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { type PlainDateText, plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { CustomerId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { profile } from '../importers/importWorld.ts';
import { addBankEntry, addDocument, book, ownAccountId, seedParties } from './builders.ts';
import { codeOf, memoryLedger, now, valueOf } from './ledgers.ts';

const customerId = 1 as CustomerId;
const methods = { ...customerMethods, ...matchingMethods };
type Method = keyof typeof methods & MethodName;

function world(startsOn: string) {
  const ledger = memoryLedger();
  seedParties(ledger);
  ledger.write((db) => createAdministration(db, { profile, isDemo: false, createdAt: now }));
  let today = plainDate(startsOn);
  const context = { ledger, clock: { now: () => `${today}T10:00:00.000Z`, today: () => today }, events: { emit: () => undefined } };
  const call = <M extends Method>(method: M, input: InputOf<M>): Result<OutputOf<M>, AppError> => {
    // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
    const result = (methods[method] as (given: typeof context, asked: InputOf<M>) => Result<OutputOf<M>, AppError>)(context, input);
    if (result.ok) contract[method].output.parse(result.value);
    return result;
  };
  const invoice = (total: number, issued = '2026-09-01'): DocumentId =>
    ledger.write((db) => {
      const issueDate = plainDate(issued);
      const documentId = addDocument(db, { customerId, kind: 'invoice', issueDate, total: cents(total) });
      book(db, { kind: 'invoice', on: issueDate, postings: invoiceIssued({ documentId, totalCents: cents(total) }) });
      return documentId;
    });
  const pay = (documentId: DocumentId, amount: number, on: PlainDateText): EntryId[] => {
    const bankEntryId = ledger.write((db) => {
      const id = addBankEntry(db, { bookDate: on, amount: cents(amount) });
      book(db, { kind: 'receipt', on, postings: moneyReceived({ ownAccountId, bankEntryId: id, amountCents: cents(amount) }) });
      return id;
    });
    return valueOf(call('bank.allocate', { bankEntryId, parts: [{ documentId, cents: cents(amount) }] })).entryIds;
  };
  return {
    ledger, call, invoice, pay,
    goTo: (day: string) => void (today = plainDate(day)),
    page: () => valueOf(call('customers.get', { customerId })),
    events: (kind: string) => ledger.read.sqlite.prepare('SELECT detail FROM event WHERE kind = ? ORDER BY id').pluck().all(kind).map((detail) => JSON.parse(String(detail)) as unknown),
    isSound: () => verifyLedger(ledger.read).checks.filter((check) => !check.ok),
  };
}

describe('what the user changes', () => {
  it('is marked as the user’s, trimmed, and logged with what it was', () => {
    const { call, page, events } = world('2026-11-20');
    const { fields } = page();
    valueOf(call('customers.save', { customerId, fields: { ...fields, city: '  Gent ', termDays: 14 } }));
    expect(page().editedFields).toEqual(['city', 'termDays']);
    expect(page().fields).toMatchObject({ city: 'Gent', termDays: 14 });
    expect(events('customer-changed')).toEqual([{ was: { city: '', termDays: null }, is: { city: 'Gent', termDays: 14 } }]);
  });

  it('marks nothing when nothing changed, and refuses a ladder that is not there', () => {
    const { call, page, events } = world('2026-11-20');
    valueOf(call('customers.save', { customerId, fields: page().fields }));
    expect([page().editedFields, events('customer-changed')]).toEqual([[], []]);
    expect(codeOf(call('customers.save', { customerId, fields: { ...page().fields, ladder: 'nowhere' } }))).toBe('not-found');
  });

  it('keeps one payment contact, and tells of a general mailbox', () => {
    const { call, page, events } = world('2026-11-20');
    const contact = { name: 'Ilse', role: 'accounts-payable', email: 'ilse@klant.example', phone: '', language: null, isPaymentContact: true, canReleasePayment: true } as const;
    const first = valueOf(call('customers.saveContact', { customerId, contactId: null, fields: contact })).contactId;
    valueOf(call('customers.saveContact', { customerId, contactId: null, fields: { ...contact, name: 'Info', email: 'info@klant.example' } }));
    expect(page().contacts.map((one) => [one.name, one.isPaymentContact])).toEqual([['Info', true], ['Ilse', false]]);
    expect(page().flags.map((flag) => flag.kind)).toContain('generic-mailbox');
    valueOf(call('customers.removeContact', { contactId: first }));
    expect(page().contacts).toHaveLength(1);
    expect(events('contact-removed')).toHaveLength(1);
    expect(codeOf(call('customers.removeContact', { contactId: first }))).toBe('not-found');
  });
});

describe('pauses, disputes and calls', () => {
  it('does not pause without a reason, without a future, or for a document of somebody else', () => {
    const { call, page } = world('2026-11-20');
    const until = plainDate('2026-12-01');
    expect(codeOf(call('customers.hold', { customerId, documentId: null, reason: '  ', until }))).toBe('reason-missing');
    expect(codeOf(call('customers.hold', { customerId, documentId: null, reason: 'kerst', until: plainDate('2026-11-19') }))).toBe('not-allowed-now');
    expect(codeOf(call('customers.hold', { customerId, documentId: 9 as DocumentId, reason: 'kerst', until }))).toBe('not-found');
    expect(page().holds).toEqual([]);
    expect(contract['customers.hold'].input.safeParse({ customerId: 1, documentId: null, reason: 'kerst' }).success).toBe(false);
  });

  it('a pause runs through its last day, is shown as the next step, and can be ended', () => {
    const { call, invoice, page, goTo } = world('2026-11-20');
    invoice(10_000);
    const { holdId } = valueOf(call('customers.hold', { customerId, documentId: null, reason: 'inkoopnummer', until: plainDate('2026-12-01') }));
    expect(page().nextStep?.reason.code).toBe('held-by-person');
    goTo('2026-12-01');
    expect(page().holds).toHaveLength(1);
    goTo('2026-12-02');
    expect(page().holds).toEqual([]);
    goTo('2026-12-01');
    valueOf(call('customers.endHold', { holdId }));
    expect(page().holds).toEqual([]);
    expect(codeOf(call('customers.endHold', { holdId }))).toBe('not-found');
  });

  it('disputes no more than is open and undisputed', () => {
    const { call, invoice, page } = world('2026-11-20');
    const documentId = invoice(10_000);
    const dispute = (amount: number): string => codeOf(call('customers.openDispute', { documentId, cents: cents(amount), reason: 'plinten ontbreken' }));
    expect(dispute(10_001)).toBe('not-allowed-now');
    expect(dispute(0)).toBe('not-allowed-now');
    expect(dispute(6_000)).toBe('');
    expect(dispute(5_000)).toBe('not-allowed-now');
    const [open] = page().disputes;
    if (open === undefined) throw new Error('no dispute');
    valueOf(call('customers.resolveDispute', { disputeId: open.disputeId, outcome: 'rejected' }));
    expect(page().disputes).toEqual([]);
    expect(dispute(10_000)).toBe('');
  });

  it('does not close a call without the reason why nothing was paid', () => {
    const { call } = world('2026-11-20');
    expect(codeOf(call('customers.addNote', { customerId, kind: 'call', text: 'belt terug', reason: null }))).toBe('reason-missing');
    valueOf(call('customers.addNote', { customerId, kind: 'call', text: 'belt terug', reason: 'forgotten' }));
    const { events } = valueOf(call('customers.timeline', { customerId, filter: 'notes' }));
    expect(events).toMatchObject([{ kind: 'call', detail: 'belt terug', callReason: 'forgotten' }]);
  });
});

describe('promises', () => {
  it('is open until two working days after its day, then broken', () => {
    const { call, invoice, page, goTo } = world('2026-11-10');
    invoice(50_000);
    // A Friday: the grace runs over the weekend to Tuesday.
    valueOf(call('customers.addPromise', { customerId, on: plainDate('2026-11-13'), cents: cents(50_000) }));
    const state = (): string | undefined => page().promises[0]?.state;
    expect(state()).toBe('open');
    goTo('2026-11-17');
    expect(state()).toBe('open');
    goTo('2026-11-18');
    expect(state()).toBe('broken');
    expect(page().flags.map((flag) => flag.reason.code)).toContain('flag-promise-broken');
  });

  it('is kept by money within the grace, and broken again when that is undone', () => {
    const { call, invoice, pay, page, goTo } = world('2026-11-10');
    const documentId = invoice(50_000);
    valueOf(call('customers.addPromise', { customerId, on: plainDate('2026-11-13'), cents: cents(30_000) }));
    const entryIds = pay(documentId, 30_000, plainDate('2026-11-17'));
    goTo('2026-11-20');
    expect(page().promises[0]?.state).toBe('kept');
    valueOf(call('bank.undoAllocation', { entryIds }));
    expect(page().promises[0]?.state).toBe('broken');
  });

  it('is refused for nothing, or for a day that is over', () => {
    const { call } = world('2026-11-10');
    expect(codeOf(call('customers.addPromise', { customerId, on: plainDate('2026-11-13'), cents: cents(0) }))).toBe('not-allowed-now');
    expect(codeOf(call('customers.addPromise', { customerId, on: plainDate('2026-11-09'), cents: cents(100) }))).toBe('not-allowed-now');
  });
});

describe('the page of a customer', () => {
  it('adds up: open items, the head, the list', () => {
    const { call, invoice, pay, page, isSound } = world('2026-11-20');
    const paid = invoice(100_000);
    pay(paid, 40_000, plainDate('2026-10-15'));
    invoice(25_000, '2026-11-10');
    const detail = page();
    expect([detail.open, detail.overdue, detail.openDocuments, detail.overdueDocuments]).toEqual([85_000, 60_000, 2, 1]);
    expect(detail.openItems.reduce((sum, item) => sum + item.open, 0)).toBe(detail.open);
    expect(Object.values(detail.buckets).reduce((sum, value) => sum + value, 0)).toBe(detail.open);
    const [row] = valueOf(call('customers.list', { query: '', onlyOpen: true })).customers;
    expect(row).toMatchObject({ open: 85_000, overdue: 60_000, oldestDays: 50 });
    expect(isSound()).toEqual([]);
  });

  it('undoes an assignment from the timeline, which then tells both', () => {
    const { call, invoice, pay, page, isSound } = world('2026-11-20');
    pay(invoice(10_000), 10_000, plainDate('2026-10-15'));
    const receipts = (): OutputOf<'customers.timeline'>['events'] => valueOf(call('customers.timeline', { customerId, filter: 'receipts' })).events;
    const [event] = receipts();
    expect(event).toMatchObject({ kind: 'receipt', cents: 10_000 });
    valueOf(call('bank.undoAllocation', { entryIds: event?.undoEntryIds ?? [] }));
    expect(page().open).toBe(10_000);
    expect(receipts().map((one) => [one.kind, one.undoEntryIds])).toEqual([['undo', []], ['receipt', []]]);
    expect(isSound()).toEqual([]);
  });
});
