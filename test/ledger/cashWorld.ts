/** A ledger with two customers and short ways to put invoices, receipts and money out in it, called through the methods of the screens. */
import { claimBooked, type ClaimIncomeAccount, creditNoteIssued, invoiceIssued, moneyReceived } from '../../src-main/domain/posting/posting.ts';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { openBalance, post, unmatchedBalance } from '../../src-main/ledger/journal.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { type Cents, cents, negateCents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { profile } from '../importers/importWorld.ts';
import { addBankEntry, addDocument, ownAccountId, seedParties } from './builders.ts';
import { memoryLedger, now, valueOf } from './ledgers.ts';
import { noBackground } from './noBackground.ts';

export const [aardappel, biet] = [1 as CustomerId, 2 as CustomerId];
export const cashToday = plainDate('2026-11-22');
type Method = keyof typeof matchingMethods;
type DocumentFacts = { readonly customerId?: CustomerId; readonly number?: string; readonly on?: string; readonly due?: string; readonly currency?: string };
type LineFacts = {
  readonly text?: string;
  readonly from?: string | null;
  readonly name?: string;
  readonly on?: string;
  readonly reference?: string;
  readonly endToEnd?: string;
  readonly mandate?: string;
  readonly returned?: string;
  readonly currency?: string;
  readonly customerId?: CustomerId;
};

export function cashWorld(start: { readonly at: string } = { at: now }) {
  const ledger = memoryLedger();
  let at = start.at;
  seedParties(ledger);
  ledger.write((db) => createAdministration(db, { profile, isDemo: false, createdAt: at }));
  const clock = { now: () => at, today: () => plainDate(at.slice(0, 10)) };
  const context = { ledger, clock, events: { emit: () => undefined }, background: noBackground };
  const call = <M extends Method & MethodName>(method: M, input: InputOf<M>): Result<OutputOf<M>, AppError> => {
    // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
    const result = (matchingMethods[method] as unknown as (given: typeof context, asked: InputOf<M>) => Result<OutputOf<M>, AppError>)(context, contract[method].input.parse(input) as InputOf<M>);
    if (result.ok) contract[method].output.parse(result.value);
    return result;
  };
  const must = <M extends Method & MethodName>(method: M, input: InputOf<M>): OutputOf<M> => valueOf(call(method, input));
  const run = (sql: string, ...values: readonly unknown[]): void => ledger.write((db) => void db.sqlite.prepare(sql).run(...values));
  const entry = { recordedAt: now, actor: 'program', reason: { code: 'test', params: {} }, importId: null } as const;
  const invoice = (total: number, facts: DocumentFacts = {}): DocumentId =>
    ledger.write((db) => {
      const on = plainDate(facts.on ?? '2026-09-01');
      const documentId = addDocument(db, { customerId: facts.customerId ?? aardappel, kind: total < 0 ? 'creditNote' : 'invoice', issueDate: on, total: cents(total) });
      const number = facts.number ?? `F${documentId}`;
      db.sqlite
        .prepare('UPDATE document SET number = ?, match_key = ?, currency = ?, due_date = coalesce(?, due_date) WHERE id = ?')
        .run(number, number.replaceAll(/\W/g, ''), facts.currency ?? 'EUR', facts.due ?? null, documentId);
      const postings = total < 0 ? creditNoteIssued({ documentId, totalCents: negateCents(cents(total)) }) : invoiceIssued({ documentId, totalCents: cents(total) });
      post(db, { ...entry, recordedAt: at, kind: total < 0 ? 'credit-note' : 'invoice', effectiveDate: on, currency: facts.currency ?? 'EUR', postings });
      return documentId;
    });
  /** Interest or costs claimed as a document of their own. */
  const claim = (total: number, income: ClaimIncomeAccount, facts: { readonly on: string; readonly due: string }): DocumentId =>
    ledger.write((db) => {
      const on = plainDate(facts.on);
      const documentId = addDocument(db, { customerId: aardappel, kind: 'invoice', issueDate: on, total: cents(total) });
      db.sqlite.prepare(`UPDATE document SET kind = 'claim', due_date = ? WHERE id = ?`).run(facts.due, documentId);
      post(db, { ...entry, recordedAt: at, kind: 'claim', effectiveDate: on, currency: 'EUR', postings: claimBooked({ documentId, income, amountCents: cents(total) }) });
      return documentId;
    });
  const line = (amount: number, facts: LineFacts = {}): BankEntryId =>
    ledger.write((db) => {
      const bookDate = plainDate(facts.on ?? '2026-10-15');
      const bankEntryId = addBankEntry(db, { bookDate, amount: cents(amount) });
      db.sqlite
        .prepare(
          `UPDATE bank_entry SET remittance = ?, counter_iban = ?, counter_name = ?, structured_ref = ?, end_to_end_id = ?, mandate_id = ?, return_reason = ?, currency = ?, customer_id = ? WHERE id = ?`,
        )
        .run(facts.text ?? '', facts.from ?? null, facts.name ?? null, facts.reference ?? null, facts.endToEnd ?? null, facts.mandate ?? null, facts.returned ?? null, facts.currency ?? 'EUR', facts.customerId ?? null, bankEntryId);
      if (amount > 0)
        post(db, { ...entry, recordedAt: at, kind: 'receipt', effectiveDate: bookDate, currency: facts.currency ?? 'EUR', postings: moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(amount) }) });
      return bankEntryId;
    });
  const part = (documentId: DocumentId, amount: number): { documentId: DocumentId; cents: Cents } => ({ documentId, cents: cents(amount) });
  const decide = (bankEntryId: BankEntryId, given: Partial<InputOf<'bank.decide'>>): Result<OutputOf<'bank.decide'>, AppError> =>
    call('bank.decide', { bankEntryId, parts: [], writeOffs: [], fee: cents(0), leftover: null, exchange: null, creditTo: null, ...given });
  return {
    ledger, context, call, must, invoice, claim, line, part, decide, run,
    setNow: (next: string): void => void (at = next),
    undo: (entryIds: readonly EntryId[]) => call('bank.undoAllocation', { entryIds: [...entryIds] }),
    open: (documentId: DocumentId) => openBalance(ledger.read, documentId),
    left: (bankEntryId: BankEntryId) => unmatchedBalance(ledger.read, bankEntryId),
    nameOn: (bankEntryId: BankEntryId) => ledger.read.sqlite.prepare('SELECT customer_id FROM bank_entry WHERE id = ?').pluck().get(bankEntryId),
    account: (name: string) => ledger.read.sqlite.prepare('SELECT coalesce(sum(cents), 0) FROM posting WHERE account = ?').pluck().get(name),
    openAsOf: (documentId: DocumentId, day: string) =>
      ledger.read.sqlite.prepare('SELECT coalesce(sum(cents), 0) FROM posting WHERE document_id = ? AND effective_date <= ?').pluck().get(documentId, day),
    entries: () => ledger.read.sqlite.prepare('SELECT count(*) FROM journal_entry').pluck().get(),
    broken: () => verifyLedger(ledger.read).checks.filter((check) => !check.ok),
  };
}
