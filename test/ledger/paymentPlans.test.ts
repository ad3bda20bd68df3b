/** A payment plan from agreement to last instalment: what it holds back, what its receipts are taken for, and what happens when one is missed. */
import { describe, expect, it } from 'vitest';
import { buildMail } from '../../src-main/domain/letters/buildMail.ts';
import { customerPage } from '../../src-main/features/customers/customerPage.ts';
import { agreementFacts } from '../../src-main/features/paymentPlans/agreementFacts.ts';
import { customerClaims } from '../../src-main/features/law/customerClaims.ts';
import { paymentPlanMethods } from '../../src-main/features/paymentPlans/methods.ts';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { listDocuments } from '../../src-main/ledger/documents/documentRead.ts';
import { paymentPlans } from '../../src-main/ledger/customers/paymentPlans.ts';
import { stillTrue } from '../../src-main/ledger/followUp/sendCheck.ts';
import { stuckMoney } from '../../src-main/ledger/documents/stuckMoney.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { shippedRates } from '../law/lawRates.ts';
import { aardappel, biet, cashWorld } from './cashWorld.ts';
import { valueOf } from './ledgers.ts';

const iban = 'NL91ABNA0417164300';
type Method = keyof typeof paymentPlanMethods;

/** Two overdue invoices of 700 and 300, a known account, and the methods of the screen. */
function planned() {
  const world = cashWorld();
  world.run(`UPDATE customer SET email = 'crediteuren@aardappel.example' WHERE id = 1`);
  world.run(`INSERT INTO customer_iban (iban, customer_id, origin, at) VALUES (?, 1, 'person', '')`, iban);
  const documents = [world.invoice(70_000, { number: '2026-0042', due: '2026-10-05' }), world.invoice(30_000, { number: '2026-0051', due: '2026-10-20' })];
  const call = <M extends Method & MethodName>(method: M, input: InputOf<M>): Result<OutputOf<M>, AppError> => {
    // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
    const result = (paymentPlanMethods[method] as unknown as (given: unknown, asked: InputOf<M>) => Result<OutputOf<M>, AppError>)(world.context, contract[method].input.parse(input) as InputOf<M>);
    if (result.ok) contract[method].output.parse(result.value);
    return result;
  };
  const terms = (over: Partial<InputOf<'paymentPlans.propose'>> = {}): InputOf<'paymentPlans.propose'> => ({
    customerId: aardappel,
    documentIds: [...documents],
    division: { kind: 'count', count: 3 },
    firstOn: plainDate('2026-12-15'),
    interval: 'month',
    ...over,
  });
  /** Made, and not signed yet. */
  const propose = (total = 100_000, over: Partial<InputOf<'paymentPlans.propose'>> = {}) => call('paymentPlans.make', { ...terms(over), totalCents: cents(total), isInterestWaived: true });
  /** Made and signed by both on the same day: only then a plan runs. */
  const make = (total = 100_000, over: Partial<InputOf<'paymentPlans.propose'>> = {}): ReturnType<typeof propose> => {
    const made = propose(total, over);
    if (made.ok) valueOf(call('paymentPlans.accept', { planId: made.value.planId, on: world.context.clock.today(), by: 'D. van der Aardappel' }));
    return made;
  };
  const list = () => valueOf(call('paymentPlans.list', { customerId: aardappel })).plans;
  const plan = (today: string) => followUpPlan(world.ledger.read, { today: plainDate(today), customerId: aardappel });
  const held = (today: string) => plan(today).held.map(({ reason, until }) => [reason.code, until]);
  return { ...world, documents, pay: call, terms, propose, make, list, plan, held };
}
const parts = ({ must }: ReturnType<typeof cashWorld>): unknown => must('bank.allocations', { limit: 1 }).allocations.map((one) => [one.reason.code, ...one.parts.map((part) => [part.number, part.cents])])[0];

describe('making a payment plan', () => {
  it('proposes € 1,000 in three as 333.33, 333.33 and 333.34, and keeps what was shown under a reference of its own', () => {
    const { pay, terms, make, list, broken } = planned();
    expect(valueOf(pay('paymentPlans.propose', terms())).instalments.map((one) => one.cents)).toEqual([33_333, 33_333, 33_334]);
    expect(list()).toEqual([]);
    expect(valueOf(make())).toMatchObject({ reference: 'R-2026-0001' });
    expect(list()).toMatchObject([{ reference: 'R-2026-0001', state: 'running', totalCents: 100_000, restCents: 100_000, documents: [{ number: '2026-0042' }, { number: '2026-0051' }] }]);
    expect(broken()).toEqual([]);
  });

  it('refuses a document that is in a plan, paid, a credit, of somebody else or in another currency, a day that is not to come, and another total than was shown', () => {
    const { make, invoice, documents } = planned();
    const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'made' : result.error.code);
    const one = (id: DocumentId): Partial<InputOf<'paymentPlans.propose'>> => ({ documentIds: [id] });
    expect(codeOf(make(99_999))).toBe('plan-total-changed');
    expect(codeOf(make(100_000, { firstOn: plainDate('2026-11-21') }))).toBe('plan-first-day-past');
    expect(codeOf(make(100, one(invoice(-500))))).toBe('plan-nothing-open');
    expect(codeOf(make(100, one(invoice(100, { customerId: biet }))))).toBe('not-found');
    expect(codeOf(make(70_100, { documentIds: [documents[0] as DocumentId, invoice(100, { currency: 'USD' })] }))).toBe('plan-currency');
    expect(codeOf(make(100_000, { division: { kind: 'amount', cents: cents(1) } }))).toBe('plan-too-many-instalments');
    expect(codeOf(make())).toBe('made');
    expect(codeOf(make(70_000, one(documents[0] as DocumentId)))).toBe('plan-document-taken');
  });

  it('is never changed or deleted in place', () => {
    const { make, run } = planned();
    valueOf(make());
    expect(() => run('UPDATE payment_plan_instalment SET cents = 1')).toThrow('append-only');
    expect(() => run('DELETE FROM payment_plan')).toThrow('append-only');
  });
});

describe('signing a payment plan', () => {
  it('starts it: until then follow-up waits up to the day agreed, and goes on when it was not signed by then', () => {
    const { propose, pay, plan, held, list, ledger, setNow, documents, terms } = planned();
    const { planId } = valueOf(propose());
    expect(list()).toMatchObject([{ state: 'unsigned', signBy: '2026-12-02', accepted: null }]);
    expect(held('2026-12-02')).toEqual([['held-plan-unsigned', '2026-12-02']]);
    const lapsed = plan('2026-12-03');
    expect([lapsed.due.length, lapsed.held, lapsed.missed]).toEqual([1, [], []]);
    expect(lapsed.decisions.map(({ kind, reason }) => [kind, reason.code, reason.params])).toEqual([['plan-lapsed', 'decide-plan-lapsed', { reference: 'R-2026-0001', signDate: '2026-12-02' }]]);
    const inPlan = (today: string): readonly string[] => listDocuments(ledger.read, { today: plainDate(today), query: '', customerId: null, documentId: null, sort: 'due', descending: false, offset: 0, limit: 10, filter: 'inPlan' }).rows.map(({ number }) => number);
    const stuck = (today: string) => stuckMoney(ledger.read, plainDate(today)).filter(({ state }) => state === 'in-plan').map((sum) => sum.cents);
    expect([inPlan('2026-12-02').length, stuck('2026-12-02')]).toEqual([2, [100_000]]);
    expect([inPlan('2026-12-03').length, stuck('2026-12-03')]).toEqual([0, []]);
    setNow('2026-12-03T10:00:00.000Z');
    expect(list()[0]?.state).toBe('lapsed');
    // Signed in time and heard of later: it runs.
    const accept = (on: string) => pay('paymentPlans.accept', { planId, on: plainDate(on), by: 'D. van der Aardappel' });
    const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'recorded' : result.error.code);
    expect([codeOf(accept('2026-12-03')), codeOf(accept('2026-11-21')), codeOf(accept('2026-12-04'))]).toEqual(['plan-signed-late', 'plan-day-wrong', 'plan-day-wrong']);
    const { eventId } = valueOf(accept('2026-12-01'));
    expect(list()[0]).toMatchObject({ state: 'running', accepted: { on: '2026-12-01', by: 'D. van der Aardappel' } });
    expect(held('2026-12-03')).toEqual([['held-payment-plan', '2026-12-17']]);
    expect(codeOf(accept('2026-12-01'))).toBe('not-allowed-now');
    valueOf(pay('paymentPlans.withdraw', { eventId }));
    expect(list()[0]?.state).toBe('lapsed');
    // A plan that lapsed takes no document: the next one may, and then the old one cannot be signed any more.
    valueOf(pay('paymentPlans.make', { ...terms({ documentIds: [...documents] }), totalCents: cents(100_000), isInterestWaived: true }));
    expect(codeOf(accept('2026-12-01'))).toBe('plan-document-taken');
    expect(plan('2026-12-04').decisions).toEqual([]);
  });

  it('warns of more than twelve instalments or months, and makes it all the same', () => {
    const { pay, terms, make } = planned();
    const isLong = (over: Partial<InputOf<'paymentPlans.propose'>>): boolean => valueOf(pay('paymentPlans.propose', terms(over))).isLong;
    expect(isLong({ division: { kind: 'count', count: 12 } })).toBe(false);
    expect(isLong({ division: { kind: 'count', count: 13 }, interval: 'week' })).toBe(true);
    expect(valueOf(make(100_000, { division: { kind: 'count', count: 14 } })).reference).toBe('R-2026-0001');
  });

  it('proposes no instalment on a day off of the customer, each later than the one before', () => {
    const { pay, terms } = planned();
    const days = valueOf(pay('paymentPlans.propose', terms({ firstOn: plainDate('2026-12-25'), interval: 'week', division: { kind: 'count', count: 3 } }))).instalments.map((one) => one.dueOn);
    // Christmas is a Friday, the days after it a holiday and a Sunday; the first of January is a Friday too.
    expect(days).toEqual(['2026-12-28', '2027-01-04', '2027-01-08']);
  });
});

describe('follow-up of what is in a plan', () => {
  it('waits while the instalments are in time, waits for the written notice after a missed one, and waits again once it is paid', () => {
    const { make, plan, held, line, must, list, setNow } = planned();
    expect(plan('2026-11-23').due).toHaveLength(1);
    valueOf(make());
    expect(held('2026-11-23')).toEqual([['held-payment-plan', '2026-12-17']]);
    expect(held('2026-12-17')).toEqual([['held-payment-plan', '2026-12-17']]);
    const missed = plan('2026-12-18');
    expect(missed.due).toEqual([]);
    expect(held('2026-12-18')).toEqual([['held-plan-notice-due', null]]);
    expect(missed.decisions.map(({ kind, reason }) => [kind, reason.code, reason.params])).toEqual([
      ['instalment-missed', 'decide-instalment-missed', { reference: 'R-2026-0001', instalmentDate: '2026-12-15', amountCents: 33_333 }],
    ]);
    expect(missed.missed).toEqual([]);
    setNow('2026-12-18T10:00:00.000Z');
    expect(list()[0]).toMatchObject({ state: 'missed', instalments: [{ state: 'missed' }, { state: 'open' }, { state: 'open' }] });
    line(33_333, { from: iban, on: '2026-12-18' });
    must('matching.run', {});
    expect(list()[0]).toMatchObject({ state: 'running', restCents: 66_667, instalments: [{ state: 'paid' }, { state: 'open' }, { state: 'open' }] });
    expect(held('2026-12-21')).toEqual([['held-payment-plan', '2027-01-19']]);
  });

  it('never asks for all of it before the notice of a missed instalment was given and its seven days are over, as the agreement says', () => {
    const { make, pay, plan, held, list, setNow, broken } = planned();
    const { planId } = valueOf(make());
    setNow('2026-12-18T10:00:00.000Z');
    const notice = (on: string, position = 1) => pay('paymentPlans.notice', { planId, position, on: plainDate(on), by: 'aangetekende brief' });
    const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'recorded' : result.error.code);
    expect(plan('2027-01-11').due).toEqual([]);
    expect([codeOf(notice('2026-12-19')), codeOf(notice('2026-12-15')), codeOf(notice('2026-12-18', 2))]).toEqual(['plan-day-wrong', 'plan-day-wrong', 'plan-nothing-missed']);
    const { eventId } = valueOf(notice('2026-12-18'));
    expect(codeOf(notice('2026-12-18'))).toBe('not-allowed-now');
    // Seven days later is Christmas, a Friday: the term ends on the Monday after it.
    expect(held('2026-12-28')).toEqual([['held-plan-noticed', '2026-12-28']]);
    expect(plan('2026-12-28').decisions).toEqual([]);
    expect(list()[0]).toMatchObject({ state: 'noticed', instalments: [{ notice: { on: '2026-12-18', by: 'aangetekende brief', payBy: '2026-12-28' } }, { notice: null }, { notice: null }] });
    const after = plan('2026-12-29');
    expect(after.due.map((message) => message.demandedCents)).toEqual([100_000]);
    expect(after.missed).toEqual([]);
    expect(after.decisions.map(({ reason }) => reason.code)).toEqual(['decide-plan-broken']);
    setNow('2026-12-29T10:00:00.000Z');
    expect(list()[0]?.state).toBe('broken');
    // Recorded by mistake: it is taken back, once, and follow-up waits for the notice again.
    valueOf(pay('paymentPlans.withdraw', { eventId }));
    expect(codeOf(pay('paymentPlans.withdraw', { eventId }))).toBe('not-allowed-now');
    expect(held('2026-12-29')).toEqual([['held-plan-notice-due', null]]);
    expect(broken()).toEqual([]);
  });

  it('says the day after the last one of grace as the first on which the step could be done', () => {
    const { make, ledger } = planned();
    valueOf(make());
    const page = (today: string) => valueOf(customerPage(ledger.read, aardappel, plainDate(today)));
    expect(page('2026-12-17')).toMatchObject({ nextStep: { on: '2026-12-18', reason: { code: 'held-payment-plan', params: { untilDate: '2026-12-17' } } } });
    expect(page('2026-12-17').ladder.find((step) => step.state === 'now')?.on).toBe('2026-12-18');
  });

  it('goes on when the plan is ended with a reason, once, and its documents may be in a new plan then', () => {
    const { make, pay, plan, list } = planned();
    const { planId } = valueOf(make());
    const end = () => pay('paymentPlans.end', { planId, kind: 'ended', reason: 'niet nagekomen' });
    valueOf(end());
    expect(end()).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
    expect(plan('2026-11-23').due).toHaveLength(1);
    expect(list()).toMatchObject([{ state: 'ended', endReason: 'niet nagekomen', endedOn: '2026-11-22' }]);
    expect(valueOf(make())).toMatchObject({ reference: 'R-2026-0002' });
  });

  it('stops a letter that was approved before the plan was made', () => {
    const { make, ledger, documents, run } = planned();
    valueOf(make());
    run(
      `INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, attempts)
       VALUES (9, 1, 'reminder-1', '2026-11-23', 'email', 'nl', 'crediteuren@aardappel.example', '', 'H-2026-0001', '2026-12-01', '{}', '{}', 70000, 'planned', 0)`,
    );
    run('INSERT INTO message_document (message_id, document_id, open) VALUES (9, ?, 70000)', documents[0]);
    const message = { messageId: 9, customerId: aardappel } as Parameters<typeof stillTrue>[1];
    expect(stillTrue(ledger.read, message, plainDate('2026-11-23'))).toEqual({ code: 'cancel-payment-plan', params: { reference: 'R-2026-0001', untilDate: '2026-12-17' } });
  });
});

describe('interest while a plan without interest is kept', () => {
  it('is not counted from the day it was agreed until the term of the notice is over, nor in later letters, and runs on after it', () => {
    const { make, pay, ledger, setNow, documents } = planned();
    const table = shippedRates();
    const claimed = (today: string) => {
      const claims = valueOf(customerClaims(ledger.read, { customerId: aardappel, today: plainDate(today), table, documents: null }));
      return claims.rows.filter((row) => row.documentId === documents[0]).map(({ interest, perDayCents }) => ({ cents: interest.amountCents, days: interest.working.reduce((sum, line) => sum + line.days, 0), perDayCents }))[0];
    };
    // Due on 5 October: 48 days up to and including 22 November, of which the last is the day of the agreement.
    expect(claimed('2026-11-22')?.days).toBe(48);
    valueOf(make());
    expect(claimed('2026-11-22')).toMatchObject({ days: 47, perDayCents: 0 });
    const before = claimed('2026-11-22')?.cents;
    expect(claimed('2026-12-17')).toMatchObject({ days: 47, cents: before });
    setNow('2026-12-18T10:00:00.000Z');
    const [plan] = paymentPlans(ledger.read, { customerId: aardappel, onlyRunning: true });
    if (plan === undefined) throw new Error('a plan was made');
    valueOf(pay('paymentPlans.notice', { planId: plan.planId, position: 1, on: plainDate('2026-12-18'), by: 'e-mail' }));
    expect(claimed('2026-12-28')).toMatchObject({ days: 47, cents: before });
    expect(claimed('2026-12-30')?.days).toBe(49);
    expect(claimed('2026-12-30')?.perDayCents).toBeGreaterThan(0);
  });

  it('is counted all the same when nobody signed, when the plan says otherwise, or when it was made by mistake', () => {
    const daysOf = (world: ReturnType<typeof planned>): number | undefined =>
      valueOf(customerClaims(world.ledger.read, { customerId: aardappel, today: plainDate('2026-12-17'), table: shippedRates(), documents: null })).rows[0]?.interest.working.reduce((sum, line) => sum + line.days, 0);
    const unsigned = planned();
    valueOf(unsigned.propose());
    const otherwise = planned();
    const { planId } = valueOf(otherwise.pay('paymentPlans.make', { ...otherwise.terms(), totalCents: cents(100_000), isInterestWaived: false }));
    valueOf(otherwise.pay('paymentPlans.accept', { planId, on: plainDate('2026-11-22'), by: 'D. van der Aardappel' }));
    const mistaken = planned();
    valueOf(mistaken.pay('paymentPlans.end', { planId: valueOf(mistaken.make()).planId, kind: 'cancelled', reason: 'vergissing' }));
    expect([unsigned, otherwise, mistaken].map(daysOf)).toEqual([73, 73, 73]);
  });
});

describe('a receipt of an instalment', () => {
  it('of a known payer is booked to the oldest documents of the plan, with the instalment as evidence', () => {
    const world = planned();
    valueOf(world.make(100_000, { division: { kind: 'count', count: 1 } }));
    const other = planned();
    valueOf(other.make());
    for (const on of ['2026-12-15', '2027-01-15', '2027-02-15']) other.line(on === '2027-02-15' ? 33_334 : 33_333, { from: iban, on });
    other.setNow('2027-02-16T10:00:00.000Z');
    other.must('matching.run', {});
    expect(other.documents.map((id) => other.open(id))).toEqual([0, 0]);
    expect(other.list()).toMatchObject([{ state: 'paid', restCents: 0 }]);
    expect(other.must('bank.allocations', { limit: 9 }).allocations.map((one) => [one.reason.code, one.parts.map((part) => part.cents)])).toContainEqual(['match-instalment', [33_333]]);
    expect(other.broken()).toEqual([]);
  });

  it('of an unknown account that gives the reference of the plan is booked, over more than one document where it reaches', () => {
    const world = planned();
    valueOf(world.make(100_000, { division: { kind: 'amount', cents: cents(80_000) } }));
    world.line(80_000, { text: 'R-2026-0001 termijn 1', name: 'D. van der Aardappel', on: '2026-12-14' });
    world.must('matching.run', {});
    expect(parts(world)).toEqual(['match-plan-instalment', ['2026-0042', 70_000], ['2026-0051', 10_000]]);
  });

  it('that names one of the invoices pays that one first, then the oldest of the plan', () => {
    const world = planned();
    valueOf(world.make(100_000, { division: { kind: 'amount', cents: cents(40_000) } }));
    world.line(40_000, { text: 'factuur 2026-0051', name: 'D. van der Aardappel', on: '2026-12-14' });
    world.must('matching.run', {});
    expect(parts(world)).toEqual(['match-instalment', ['2026-0042', 10_000], ['2026-0051', 30_000]]);
  });

  it('that could as well be another open invoice, or of two plans, is not guessed but proposed with the instalment', () => {
    const world = planned();
    valueOf(world.make(100_000, { division: { kind: 'amount', cents: cents(40_000) } }));
    world.invoice(40_000, { number: '2026-0099' });
    const receipt = world.line(40_000, { from: iban, on: '2026-12-14' });
    world.must('matching.run', {});
    expect(world.left(receipt)).toBe(40_000);
    const shown = world.must('bank.candidates', { bankEntryId: receipt });
    expect(JSON.stringify(shown)).toContain('evidence-instalment');
  });

  it('that is undone or went back is not paid any more', () => {
    const world = planned();
    valueOf(world.make());
    world.line(33_333, { from: iban, on: '2026-12-15' });
    world.must('matching.run', {});
    expect(world.list()[0]?.restCents).toBe(66_667);
    const [booked] = world.must('bank.allocations', { limit: 1 }).allocations;
    if (booked === undefined) throw new Error('a receipt was booked');
    valueOf(world.undo([booked.entryId]));
    expect(world.list()[0]?.restCents).toBe(100_000);
  });
});

describe('the agreement', () => {
  it('prints the schedule as it was made and a line to sign for each party, whatever was paid since', () => {
    const world = planned();
    world.run(`UPDATE administration SET profile = json_set(profile, '$.signerName', 'A. Veen', '$.phone', '0513 000 000', '$.email', 'administratie@veen.example')`);
    world.run(`UPDATE customer SET street = 'Akker 1', postcode = '8501 AA', city = 'Joure' WHERE id = 1`);
    valueOf(world.make());
    const printed = (): string => {
      const [plan] = paymentPlans(world.ledger.read, { customerId: aardappel, onlyRunning: false });
      if (plan === undefined) throw new Error('a plan was made');
      return JSON.stringify(valueOf(buildMail(valueOf(agreementFacts(world.ledger.read, plan)))).letter.blocks).replaceAll('\u00a0', ' ');
    };
    const before = printed();
    for (const text of ['333,33', '333,34', '15 december 2026', 'R-2026-0001', 'signatures', 'Aardappel']) expect(before).toContain(text);
    world.line(33_333, { from: iban, on: '2026-12-15' });
    world.must('matching.run', {});
    expect(printed()).toBe(before);
  });
});
