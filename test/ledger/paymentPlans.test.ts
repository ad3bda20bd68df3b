/** A payment plan from agreement to last instalment: what it holds back, what its receipts are taken for, and what happens when one is missed. */
import { describe, expect, it } from 'vitest';
import { buildMail } from '../../src-main/domain/letters/buildMail.ts';
import { agreementFacts } from '../../src-main/features/paymentPlans/agreementFacts.ts';
import { paymentPlanMethods } from '../../src-main/features/paymentPlans/methods.ts';
import { followUpPlan } from '../../src-main/ledger/followUpPlan.ts';
import { paymentPlans } from '../../src-main/ledger/paymentPlans.ts';
import { stillTrue } from '../../src-main/ledger/sendCheck.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
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
  const make = (total = 100_000, over: Partial<InputOf<'paymentPlans.propose'>> = {}) => call('paymentPlans.make', { ...terms(over), totalCents: cents(total), isInterestWaived: true });
  const list = () => valueOf(call('paymentPlans.list', { customerId: aardappel })).plans;
  const plan = (today: string) => followUpPlan(world.ledger.read, { today: plainDate(today), customerId: aardappel });
  const held = (today: string) => plan(today).held.map(({ reason, until }) => [reason.code, until]);
  return { ...world, documents, pay: call, terms, make, list, plan, held };
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

describe('follow-up of what is in a plan', () => {
  it('waits while the instalments are in time, resumes two working days after a missed one, and waits again once it is paid', () => {
    const { make, plan, held, line, must, list, setNow } = planned();
    expect(plan('2026-11-23').due).toHaveLength(1);
    valueOf(make());
    expect(held('2026-11-23')).toEqual([['held-payment-plan', '2026-12-17']]);
    expect(held('2026-12-17')).toEqual([['held-payment-plan', '2026-12-17']]);
    const resumed = plan('2026-12-18');
    expect([resumed.due.length, resumed.held]).toEqual([1, []]);
    expect(resumed.decisions.map(({ kind, reason }) => [kind, reason.params])).toEqual([['instalment-missed', { reference: 'R-2026-0001', instalmentDate: '2026-12-15', amountCents: 33_333 }]]);
    // Nothing counts as forgotten of the time in which the plan was kept.
    expect(resumed.missed).toEqual([]);
    setNow('2026-12-18T10:00:00.000Z');
    expect(list()[0]).toMatchObject({ state: 'missed', instalments: [{ state: 'missed' }, { state: 'open' }, { state: 'open' }] });
    line(33_333, { from: iban, on: '2026-12-18' });
    must('matching.run', {});
    expect(list()[0]).toMatchObject({ state: 'running', restCents: 66_667, instalments: [{ state: 'paid' }, { state: 'open' }, { state: 'open' }] });
    expect(held('2026-12-21')).toEqual([['held-payment-plan', '2027-01-19']]);
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
