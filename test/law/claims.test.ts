/** Claims beside the ledger, over a real one: what the law adds, waiving, keeping and booking, and the rates they rest on. */
import { describe, expect, it } from 'vitest';
import { invoiceIssued, moneyReceived, receiptAllocated } from '../../src-main/domain/posting/posting.ts';
import { lawMethods, type LawContext } from '../../src-main/features/law/methods.ts';
import { cautiousSettings } from '../../src-main/features/law/lawSettings.ts';
import { readRateFile } from '../../src-main/features/law/readRates.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { reverseEntry } from '../../src-main/ledger/journal.ts';
import { verifyLedger } from '../../src-main/ledger/copies/verify.ts';
import { contract, type InputOf, type OutputOf } from '../../src-shared/contract/index.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addBankEntry, addDocument, book, ownAccountId, seedParties } from '../ledger/builders.ts';
import { codeOf, memoryLedger, now, valueOf } from '../ledger/ledgers.ts';
import { shippedText } from './lawRates.ts';

const [dutch, belgian] = [1 as CustomerId, 2 as CustomerId];
const today = plainDate('2026-11-20');

type Method = keyof typeof lawMethods;

function world(own: string | null = null) {
  const ledger = memoryLedger();
  seedParties(ledger);
  const context: LawContext = { ledger, clock: { today: () => today, now: () => now }, events: { emit: () => undefined }, lawRates: { shipped: shippedText, own: () => own } };
  const call = async <M extends Method>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>, AppError>> => {
    const handler = lawMethods[method] as unknown as (context: LawContext, input: InputOf<M>) => Promise<Result<OutputOf<M>, AppError>>;
    const answer = await handler(context, input);
    // As the dispatcher does: strictly what the contract says.
    return answer.ok ? { ok: true, value: contract[method].output.parse(answer.value) as OutputOf<M> } : answer;
  };
  const claims = (customerId: CustomerId) => contract['law.claims'].output.parse(valueOf(lawMethods['law.claims'](context, { customerId }) as Result<OutputOf<'law.claims'>, AppError>));
  return { ledger, context, call, claims };
}

/** An invoice that falls due thirty days after its date. */
const invoice = (ledger: Ledger, customerId: CustomerId, issueDate: string, total: number): DocumentId =>
  ledger.write((db) => {
    const documentId = addDocument(db, { customerId, kind: 'invoice', issueDate: plainDate(issueDate), total: cents(total) });
    book(db, { kind: 'invoice', on: plainDate(issueDate), postings: invoiceIssued({ documentId, totalCents: cents(total) }) });
    return documentId;
  });
const receive = (ledger: Ledger, documentId: DocumentId, on: string, amount: number): EntryId =>
  ledger.write((db) => {
    const bankEntryId: BankEntryId = addBankEntry(db, { bookDate: plainDate(on), amount: cents(amount) });
    book(db, { kind: 'receipt', on: plainDate(on), postings: moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(amount) }) });
    return book(db, { kind: 'allocation', on: plainDate(on), postings: receiptAllocated({ bankEntryId, documentId, amountCents: cents(amount) }) });
  });
const sent = (ledger: Ledger, customerId: CustomerId, message: { readonly documentId: DocumentId; readonly step: string; readonly on: string; readonly payBy: string }): void =>
  ledger.write((db) => {
    const id = Number(
      db.sqlite
        .prepare(
          `INSERT INTO message (customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, sent_at, sent_on, attempts)
           VALUES (?, ?, ?, 'letter', 'nl', '', '', ?, ?, '{}', '{}', 0, 'sent', 's', 't', 'h', ?, ?, ?, 1)`,
        )
        .run(customerId, message.step, message.on, `${message.step}-${message.on}`, message.payBy, now, now, message.on).lastInsertRowid,
    );
    db.sqlite.prepare('INSERT INTO message_document (message_id, document_id, open) VALUES (?, ?, 1)').run(id, message.documentId);
  });
const makeConsumer = (ledger: Ledger, customerId: CustomerId): void => ledger.write((db) => void db.sqlite.prepare(`UPDATE customer SET kind = 'consumer' WHERE id = ?`).run(customerId));
const codes = (doubts: readonly { readonly code: string }[]) => doubts.map(({ code }) => code);
const balances = (ledger: Ledger) => ledger.read.sqlite.prepare(`SELECT account, sum(cents) AS cents FROM posting WHERE account LIKE '%income' OR document_id IN (SELECT id FROM document WHERE kind = 'claim') GROUP BY account ORDER BY account`).all();

describe('claims between businesses', () => {
  it('interest from the day after the due date to today, 40 euros once, and nothing in the ledger', () => {
    const { ledger, claims } = world();
    const late = invoice(ledger, dutch, '2026-06-19', 3388_00);
    invoice(ledger, dutch, '2026-11-01', 500_00);
    const found = claims(dutch);
    expect(found.rows.map((row) => [row.documentId, row.dueDate, row.defaultFrom, row.interest.amountCents, row.claimCents, row.state])).toEqual([[late, '2026-07-19', '2026-07-20', 119_70, 119_70, 'claimed']]);
    expect([found.costs.claimCents, found.totalCents, found.perDayCents]).toEqual([40_00, 159_70, 97]);
    expect(balances(ledger)).toEqual([]);
  });
  it('a payment in part counts from its day, and a payment that was undone does not count at all', () => {
    const { ledger, claims } = world();
    const documentId = invoice(ledger, dutch, '2026-06-19', 3388_00);
    const entryId = receive(ledger, documentId, '2026-10-20', 1000_00);
    const part = claims(dutch).rows[0]?.interest;
    expect(part?.working.map((line) => [line.rule, line.days, line.amountCents])).toEqual([
      ['interest-trade-nl', 93, 89_78],
      ['payment-to-costs', 0, -40_00],
      ['payment-to-interest', 0, -89_78],
      ['payment-to-principal', 0, -870_22],
      ['interest-trade-nl', 31, 22_24],
    ]);
    ledger.write((db) => valueOf(reverseEntry(db, { entryId, recordedAt: now, actor: 'person', reason: { code: 'test', params: {} }, importId: null })));
    expect(claims(dutch).rows[0]?.interest.amountCents).toBe(119_70);
  });
  it('a Belgian customer: simple interest, 40 for every invoice, and the doubt about the rate is said', () => {
    const { ledger, claims } = world();
    invoice(ledger, belgian, '2026-08-17', 5445_00);
    invoice(ledger, belgian, '2026-09-07', 2057_00);
    const found = claims(belgian);
    expect([found.interestCents, found.costs.claimCents]).toEqual([127_85, 80_00]);
    expect(codes(found.rows[0]?.interest.doubts ?? [])).toEqual(['law-rate-unconfirmed']);
    expect(found.rows[0]?.interest.confidence).toBe('unconfirmed');
  });
  it('a sole trader can be treated as a consumer: then nothing is asked before a notice and the free letter', async () => {
    const { ledger, call, claims } = world();
    invoice(ledger, dutch, '2026-06-19', 3388_00);
    await call('law.saveCustomer', { customerId: dutch, law: { isTreatedAsConsumer: true, isTermAgreed: null, interestPercent: null, isSimple: false, afterPayment: null } });
    const found = claims(dutch);
    expect([found.kind, found.totalCents, found.rows[0]?.missing?.code, found.costs.notBefore?.code, codes(found.notes)]).toEqual(['consumer', 0, 'law-default-notice-needed', 'law-costs-letter-missing', ['law-treated-as-consumer']]);
  });
  it('an invoice paid too late is asked about only when that was chosen, and its interest stops on the day it was paid', async () => {
    const { ledger, call, claims } = world();
    const documentId = invoice(ledger, dutch, '2026-06-19', 3388_00);
    receive(ledger, documentId, '2026-10-20', 3388_00);
    expect(claims(dutch).rows).toEqual([]);
    await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'keep', reason: '' });
    expect(claims(dutch).rows.map((row) => [row.claimCents, row.perDayCents])).toEqual([[89_78, 0]]);
  });
});

describe('what stands in the way', () => {
  it('a dispute: the interest runs on, but it is not booked', async () => {
    const { ledger, call, claims } = world();
    const documentId = invoice(ledger, dutch, '2026-06-19', 3388_00);
    ledger.write((db) => db.sqlite.prepare(`INSERT INTO dispute (document_id, cents, reason, opened_on) VALUES (?, 50000, 'Beschadigd', '2026-08-01')`).run(documentId));
    expect(claims(dutch).rows[0]).toMatchObject({ interest: { amountCents: 119_70 }, notBefore: { code: 'law-disputed', params: { amountCents: 500_00 } } });
    expect(claims(dutch).costs.claimCents).toBe(0);
    expect(codeOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'book', reason: '' }))).toBe('law-book-not-allowed');
  });
  it('prescription, by the shortest reading: a letter that reserves our rights keeps the claim alive, a first reminder does not', () => {
    const { ledger, claims } = world();
    const [quiet, reminded, demanded] = [invoice(ledger, dutch, '2021-06-01', 100_00), invoice(ledger, dutch, '2021-06-02', 100_00), invoice(ledger, dutch, '2021-06-03', 100_00)];
    sent(ledger, dutch, { documentId: reminded, step: 'reminder-1', on: '2022-01-10', payBy: '2022-01-20' });
    sent(ledger, dutch, { documentId: demanded, step: 'reminder-2', on: '2022-02-10', payBy: '2022-02-20' });
    // A statement and the like reserve nothing either.
    for (const [index, step] of ['account-statement', 'payment-thanks', 'invoice', 'crossed-apology'].entries()) sent(ledger, dutch, { documentId: quiet, step, on: `2023-02-1${index}`, payBy: '2023-02-20' });
    expect(claims(dutch).rows.map((row) => [row.documentId, row.notBefore?.code ?? null])).toEqual([[quiet, 'law-perhaps-prescribed'], [reminded, 'law-perhaps-prescribed'], [demanded, null]]);
  });
});

describe('claims on consumers', () => {
  it('NL: interest after the letter, costs by the scale only after its term, over what is then unpaid', async () => {
    const { ledger, call, claims } = world();
    makeConsumer(ledger, dutch);
    const documentId = invoice(ledger, dutch, '2026-06-19', 1000_00);
    const other = invoice(ledger, dutch, '2026-06-20', 500_00);
    for (const one of [documentId, other]) sent(ledger, dutch, { documentId: one, step: 'fourteen-day-letter', on: one === other ? '2026-10-02' : '2026-10-01', payBy: '2026-10-30' });
    receive(ledger, documentId, '2026-10-05', 400_00);
    const found = claims(dutch);
    // The letter itself set the default, on the day after its term (which ends on a Saturday, so on Monday); it opens no costs.
    expect([found.costs.claimCents, found.rows[0]?.defaultFrom]).toEqual([0, '2026-10-20']);
    expect(found.rows[0]?.interest.rule).toBe('interest-statutory-nl');
    await call('law.saveSettings', { ...cautiousSettings, isTermAgreed: true });
    expect(claims(dutch).costs.claimCents).toBe(165_00);
  });
  it('NL: a letter that went out before default opens no costs (BW 6:96 lid 6)', async () => {
    const { ledger, call, claims } = world();
    makeConsumer(ledger, dutch);
    const documentId = invoice(ledger, dutch, '2026-08-17', 1000_00);
    sent(ledger, dutch, { documentId, step: 'fourteen-day-letter', on: '2026-09-10', payBy: '2026-10-15' });
    await call('law.saveSettings', { ...cautiousSettings, isTermAgreed: true });
    expect(claims(dutch).costs).toMatchObject({ claimCents: 0, notBefore: { code: 'law-costs-letter-missing' } });
    sent(ledger, dutch, { documentId, step: 'fourteen-day-letter', on: '2026-10-01', payBy: '2026-10-30' });
    expect(claims(dutch).costs.claimCents).toBe(150_00);
  });
  it('NL: while the term runs nothing of the costs may be booked', async () => {
    const { ledger, call, claims } = world();
    makeConsumer(ledger, dutch);
    await call('law.saveSettings', { ...cautiousSettings, isTermAgreed: true });
    sent(ledger, dutch, { documentId: invoice(ledger, dutch, '2026-06-19', 1000_00), step: 'fourteen-day-letter', on: '2026-11-16', payBy: '2026-12-10' });
    expect(claims(dutch).costs).toMatchObject({ claimCents: 0, notBefore: { code: 'law-costs-term-running', params: { fromDate: '2026-12-03' } } });
    expect(codeOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'costs', decision: 'book', reason: '' }))).toBe('law-nothing-to-book');
  });
  it('BE: without a clause no indemnity; with one the cap, and interest that counts may not be asked before the term ends', async () => {
    const { ledger, call, claims } = world();
    makeConsumer(ledger, belgian);
    const documentId = invoice(ledger, belgian, '2026-08-17', 784_40);
    sent(ledger, belgian, { documentId, step: 'reminder-1', on: '2026-11-10', payBy: '2026-12-01' });
    expect(claims(belgian)).toMatchObject({ totalCents: 0, costs: { notBefore: { code: 'law-clause-needed' } } });
    await call('law.saveSettings', { ...cautiousSettings, hasConsumerClause: true, isSmallCreditor: true });
    const found = claims(belgian);
    expect(found.rows[0]).toMatchObject({ defaultFrom: '2026-11-11', claimCents: 2_26, notBefore: { code: 'law-interest-term-running' } });
    expect(codeOf(await call('law.decide', { customerId: belgian, documentId: null, what: 'interest', decision: 'book', reason: '' }))).toBe('law-book-not-allowed');
  });
});

describe('decisions', () => {
  it('waived is asked no more, kept is asked again, both are logged with amount and reason', async () => {
    const { ledger, call, claims } = world();
    const documentId = invoice(ledger, dutch, '2026-06-19', 3388_00);
    await call('law.decide', { customerId: dutch, documentId, what: 'interest', decision: 'waive', reason: 'Vaste klant' });
    expect(claims(dutch)).toMatchObject({ interestCents: 0, rows: [{ state: 'waived', claimCents: 0, interest: { amountCents: 119_70 } }] });
    await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'keep', reason: '' });
    expect(claims(dutch)).toMatchObject({ interestCents: 119_70, decisions: [{ decision: 'waive', cents: 119_70, reason: 'Vaste klant' }, { decision: 'keep', documentId: null }] });
    const logged = ledger.read.sqlite.prepare(`SELECT kind FROM event WHERE kind LIKE 'claim-%' ORDER BY id`).pluck().all();
    expect(logged).toEqual(['claim-waive', 'claim-keep']);
  });
  it('booking makes a claim with a balanced entry; what was booked is not asked twice; the ledger still verifies', async () => {
    const { ledger, call, claims } = world();
    invoice(ledger, dutch, '2026-06-19', 3388_00);
    const interest = valueOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'book', reason: '' }));
    const costs = valueOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'costs', decision: 'book', reason: '' }));
    expect([interest.cents, interest.claimNumber, costs.cents, costs.claimNumber]).toEqual([119_70, 'RK-2026-0001', 40_00, 'RK-2026-0002']);
    expect(balances(ledger)).toEqual([
      { account: 'cost-income', cents: -40_00 },
      { account: 'interest-income', cents: -119_70 },
      { account: 'receivable', cents: 159_70 },
    ]);
    expect(claims(dutch)).toMatchObject({ totalCents: 0, rows: [{ state: 'booked', bookedCents: 119_70 }], costs: { state: 'booked' } });
    expect(codeOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'book', reason: '' }))).toBe('law-nothing-to-book');
    expect(verifyLedger(ledger.read).checks.filter((check) => !check.ok)).toEqual([]);
  });
  it('a booked claim bears no interest itself and can be taken back while nobody paid on it', async () => {
    const { ledger, call, claims } = world();
    invoice(ledger, dutch, '2026-06-19', 3388_00);
    const { claimDocumentId } = valueOf(await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'book', reason: '' }));
    const claimId = claimDocumentId ?? (0 as DocumentId);
    expect(claims(dutch).rows).toHaveLength(1);
    const paidEntry = receive(ledger, claimId, '2026-11-20', 19_70);
    expect(codeOf(await call('law.undoBooking', { claimDocumentId: claimId }))).toBe('law-claim-touched');
    ledger.write((db) => valueOf(reverseEntry(db, { entryId: paidEntry, recordedAt: now, actor: 'person', reason: { code: 'test', params: {} }, importId: null })));
    expect(await call('law.undoBooking', { claimDocumentId: claimId })).toMatchObject({ ok: true });
    expect(claims(dutch)).toMatchObject({ interestCents: 119_70, rows: [{ state: 'claimed', bookedCents: 0 }] });
    expect(verifyLedger(ledger.read).checks.filter((check) => !check.ok)).toEqual([]);
  });
  it('decisions and typed rates cannot be changed in the file', async () => {
    const { ledger, call } = world();
    invoice(ledger, dutch, '2026-06-19', 3388_00);
    await call('law.decide', { customerId: dutch, documentId: null, what: 'interest', decision: 'waive', reason: '' });
    await call('law.saveRate', { series: 'nl-trade', from: plainDate('2027-01-01'), percent: '9.9', source: 'Staatscourant' });
    for (const table of ['claim_decision', 'law_rate']) expect(() => ledger.read.sqlite.exec(`DELETE FROM ${table}`)).toThrow('append-only');
  });
});

describe('rates', () => {
  const shown = async (call: ReturnType<typeof world>['call']) => valueOf(await call('law.rates', {}));
  it('a typed-in rate is dated, logged and used at once', async () => {
    const { ledger, call, claims } = world();
    invoice(ledger, dutch, '2026-06-19', 3388_00);
    const before = claims(dutch).interestCents;
    await call('law.saveRate', { series: 'nl-trade', from: plainDate('2026-11-01'), percent: '20', source: 'own knowledge' });
    expect(claims(dutch).interestCents).toBeGreaterThan(before);
    expect((await shown(call)).series[0]?.rows.at(-1)).toEqual({ from: '2026-11-01', percent: '20', source: 'own knowledge', confidence: 'secondary', isTyped: true });
    expect(ledger.read.sqlite.prepare(`SELECT count(*) FROM event WHERE kind = 'law-rate-typed'`).pluck().get()).toBe(1);
  });
  it('past the last half-year the program says so', async () => {
    const { context } = world();
    const later: LawContext = { ...context, clock: { today: () => plainDate('2027-01-01'), now: () => now } };
    const handler = lawMethods['law.rates'] as (context: LawContext, input: InputOf<'law.rates'>) => Result<OutputOf<'law.rates'>, AppError>;
    const { series } = valueOf(handler(later, {}));
    expect(series.map((one) => [one.key, one.isOutdated])).toEqual([['nl-trade', true], ['nl-statutory', true], ['be-trade', true], ['be-trade-before-2013', false], ['be-civil', true]]);
    expect((await shown(world().call)).series.every((one) => !one.isOutdated)).toBe(true);
  });
  it('a newer file in the data folder needs no new program; one that does not fit is said and not used', async () => {
    const newer = shippedText().replace('{"from": "2026-07-01", "percent": "10.4"', '{"from": "2026-07-01", "percent": "11.4"');
    expect(await shown(world(newer).call)).toMatchObject({ origin: 'own', problems: [] });
    for (const broken of ['', '{}', newer.replace('"11.4"', '"11,4"'), newer.replace('"be-civil"', '"be-other"'), newer.replace('"2026-07-01", "percent": "11.4"', '"2020-07-01", "percent": "11.4"')]) {
      expect(await shown(world(broken).call)).toMatchObject({ origin: 'shipped', problems: [{ code: 'law-rates-unreadable' }] });
    }
  });
  it('the file that ships has every series without a gap of more than its period, and a source for every row', () => {
    const table = valueOf(readRateFile(shippedText()));
    for (const { rows } of table.values()) for (const row of rows) expect(row.source.length).toBeGreaterThan(10);
    expect([...table.values()].map((series) => [series.key, series.rows.length])).toEqual([['nl-trade', 51], ['nl-statutory', 24], ['be-trade', 50], ['be-trade-before-2013', 6], ['be-civil', 21]]);
  });
});
