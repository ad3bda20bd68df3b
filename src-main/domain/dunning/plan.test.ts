import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, HoldId } from '../../../src-shared/ids.ts';
import { fillIn } from '../../../src-shared/locales/fillIn.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import type { WorkCalendar } from '../calendar/workCalendar.ts';
import { type DunningCustomer, type DunningItem, type HandledStep, standardPolicy } from './dunningFacts.ts';
import { plan } from './plan.ts';
import { classicLadder, presetLadders, strictLadder } from './presetLadders.ts';

const calendar: WorkCalendar = { countries: ['NL'], quietPeriods: [] };
const customer: DunningCustomer = {
  customerId: 1 as CustomerId,
  kind: 'business',
  country: 'NL',
  ladderKey: null,
  preferredChannel: 'email',
  hasEmail: true,
  hasPostalAddress: true,
  insolventOn: null,
  paysByDirectDebit: false,
  hold: null,
  promisedFor: null,
  isTermAgreed: true,
  handedOver: null,
  unmatchedReceipts: [],
  messageDates: [],
};
const invoice = (id: number, due: string | null, over: Partial<DunningItem> = {}): DunningItem => ({
  documentId: id as DocumentId,
  customerId: 1 as CustomerId,
  currency: 'EUR',
  issueDate: plainDate('2026-09-01'),
  dueDate: due === null ? null : plainDate(due),
  openCents: cents(100_000),
  disputedCents: zeroCents,
  isSent: true,
  collectHold: null,
  hold: null,
  followUpFrom: null,
  plannedPayment: null,
  sameAmountReceipt: null,
  namedReceipt: null,
  ...over,
});
const sent = (id: number, stepKey: string, on: string, over: Partial<HandledStep> = {}): HandledStep => ({
  documentId: id as DocumentId,
  stepKey,
  on: plainDate(on),
  outcome: 'sent',
  channel: 'email',
  payBy: null,
  ...over,
});

type Case = {
  today: string;
  items: readonly DunningItem[];
  customer?: Partial<DunningCustomer>;
  handled?: readonly HandledStep[];
  ladder?: string;
  quiet?: WorkCalendar;
};
const planned = ({ today, items, customer: changes = {}, handled = [], ladder = 'strict', quiet = calendar }: Case) =>
  plan({
    facts: { items, customers: [{ ...customer, ...changes }], handled },
    ladders: presetLadders,
    standardLadderKey: ladder,
    calendar: quiet,
    policy: standardPolicy,
    today: plainDate(today),
  });
const steps = (result: ReturnType<typeof planned>): readonly string[] =>
  result.due.flatMap((message) => message.items.map((item) => `${item.documentId} ${item.stepKey}`));

describe('the ladder "Strak"', () => {
  it('queues exactly one step 1 on 21 November for an invoice due on the 20th, prepared on Saturday for Monday', () => {
    const { due } = planned({ today: '2026-11-21', items: [invoice(1, '2026-11-20')] });
    expect(due.map(({ stepKey, sendOn, payBy, tone }) => [stepKey, sendOn, payBy, tone])).toEqual([
      ['reminder-1', '2026-11-23', '2026-11-30', 'service'],
    ]);
    expect(planned({ today: '2026-11-20', items: [invoice(1, '2026-11-20')] }).due).toEqual([]);
  });

  it('says in one sentence why, and tells what comes next and when', () => {
    const [message] = planned({ today: '2026-11-24', items: [invoice(1, '2026-11-23')] }).due;
    expect(message && reasonText(message.reason, 'nl').replaceAll('\u00a0', ' ')).toBe(
      '1 dag na de vervaldatum (23 nov 2026): eerste herinnering.',
    );
    expect(message?.nextStep).toEqual({ stepKey: 'reminder-2', on: '2026-12-04', available: true });
  });

  it('puts five overdue invoices of one customer in one message at the furthest step', () => {
    const items = [1, 2, 3, 4, 5].map((id) => invoice(id, `2026-11-0${id}`));
    const { due } = planned({ today: '2026-11-24', items, handled: [sent(2, 'reminder-1', '2026-11-05')] });
    expect(due).toHaveLength(1);
    expect(due[0]).toMatchObject({ stepKey: 'reminder-2', demandedCents: 500_000, toPayCents: 500_000 });
    expect(due[0]?.items.map((item) => item.stepKey)).toEqual(['reminder-1', 'reminder-2', 'reminder-1', 'reminder-1', 'reminder-1']);
    expect(due[0]?.reason.code).toBe('step-combined');
  });
});

describe('the ladder "Klassiek 14/14"', () => {
  const items = [invoice(1, '2026-11-01')];
  const on = (today: string, handled: readonly HandledStep[] = []) => steps(planned({ today, items, handled, ladder: 'classic-14-14' }));

  it('sends step 1 strictly more than 14 days after a due date of 1 November', () => {
    expect([on('2026-11-15'), on('2026-11-16')]).toEqual([[], ['1 reminder-1']]);
  });

  it('sends step 2 fourteen days after the day step 1 was really sent', () => {
    const late = [sent(1, 'reminder-1', '2026-11-18')];
    expect([on('2026-12-01', late), on('2026-12-02', late)]).toEqual([[], ['1 reminder-2']]);
  });

  it('has the ten named steps in order, each reached by going through time', () => {
    const names = [
      'invoice',
      'reminder-1',
      'reminder-2',
      'pre-legal-procedure',
      'demand-1',
      'demand-2',
      'demand-2-reminder',
      'default-notice',
      'pre-legal-letter',
      'handover',
    ];
    expect(classicLadder.steps.map((step) => step.key)).toEqual(names);
    const handled: HandledStep[] = [];
    const reached: string[] = [];
    for (let today = plainDate('2026-11-01'); today < '2027-06-01' && reached.length < 9; today = addDays(today, 1)) {
      const result = planned({ today, items, handled, ladder: 'classic-14-14' });
      const stepKey = result.due[0]?.stepKey ?? result.decisions.find(({ kind }) => kind === 'step-unavailable')?.stepKey;
      if (stepKey === undefined || stepKey === null) continue;
      reached.push(stepKey);
      handled.push(sent(1, stepKey, today, { outcome: 'done' }));
    }
    expect(reached).toEqual(names.slice(1));
  });

  it('asks for a decision where the letter of a step does not exist yet, and never lets it lapse', () => {
    const result = planned({ today: '2026-12-20', items, handled: [sent(1, 'reminder-2', '2026-12-01')], ladder: 'classic-14-14' });
    expect(result.due).toEqual([]);
    expect(result.decisions).toMatchObject([{ kind: 'step-unavailable', documentId: 1, stepKey: 'pre-legal-procedure' }]);
  });
});

describe('nothing goes out for', () => {
  const today = '2026-11-24';
  const held = (over: Partial<DunningItem>, changes: Partial<DunningCustomer> = {}) => {
    const result = planned({ today, items: [invoice(1, '2026-11-01', over)], customer: changes });
    expect(result.due).toEqual([]);
    return result;
  };
  const pause = { holdId: 7 as HoldId, reason: 'levering loopt', until: plainDate('2026-11-30') };

  it('a paid invoice or a credit note', () => {
    expect(held({ openCents: zeroCents }).held).toEqual([]);
    expect(held({ openCents: cents(-500) }).held).toEqual([]);
  });

  it('an invoice without a due date: it becomes a decision', () => {
    expect(held({ dueDate: null }).decisions).toMatchObject([{ kind: 'undated', documentId: 1 }]);
  });

  it('an invoice that was never sent: it becomes a decision', () => {
    expect(held({ isSent: false }).decisions).toMatchObject([{ kind: 'never-sent', documentId: 1 }]);
  });

  it('a paused invoice or customer, up to and including the last day, with reason and end', () => {
    const expected = [
      { holdId: 7, until: '2026-11-30', reason: { code: 'held-by-person' }, items: [{ documentId: 1, stepKey: 'reminder-1' }] },
    ];
    expect(held({ hold: pause }).held).toMatchObject(expected);
    expect(held({}, { hold: pause }).held).toMatchObject(expected);
    expect(planned({ today: '2026-12-01', items: [invoice(1, '2026-11-01', { hold: pause })] }).due).toHaveLength(1);
  });

  it('a fully disputed invoice; of a partly disputed one only the rest is asked', () => {
    expect(held({ disputedCents: cents(100_000) }).held[0]?.reason.code).toBe('held-dispute');
    const [message] = planned({ today, items: [invoice(1, '2026-11-01', { disputedCents: cents(20_000) })] }).due;
    expect(message?.demandedCents).toBe(80_000);
  });

  it('a promise that still runs, grace included', () => {
    expect(held({}, { promisedFor: plainDate('2026-11-20') }).held).toMatchObject([
      { until: '2026-11-24', reason: { code: 'held-promise' } },
    ]);
    expect(
      planned({ today: '2026-11-25', items: [invoice(1, '2026-11-01')], customer: { promisedFor: plainDate('2026-11-20') } }).due,
    ).toHaveLength(1);
  });

  it('direct debit, by customer or by invoice', () => {
    expect(held({}, { paysByDirectDebit: true }).held[0]?.reason.code).toBe('held-direct-debit');
    expect(held({ collectHold: 'SEPA-incasso' }).held[0]?.reason.code).toBe('held-collected-elsewhere');
  });

  it('an insolvent customer: one decision to submit the claim', () => {
    const result = held({}, { insolventOn: plainDate('2026-11-10') });
    expect(result.held[0]?.reason.code).toBe('held-insolvent');
    expect(result.decisions).toMatchObject([{ kind: 'insolvent', cents: 100_000 }]);
  });

  it('a customer with an unmatched receipt from a known account', () => {
    const receipt = { bankEntryId: 9 as BankEntryId, bookDate: plainDate('2026-11-20'), amountCents: cents(4_000) };
    expect(held({}, { unmatchedReceipts: [receipt] }).held).toMatchObject([
      { reason: { code: 'held-unmatched-receipt', params: { amountCents: 4_000 } } },
    ]);
  });

  it('an invoice that waiting money names, before an equal amount is looked at; the other invoices go on', () => {
    const receipt = { bankEntryId: 9 as BankEntryId, bookDate: plainDate('2026-11-20'), amountCents: cents(4_000) };
    const named = { ...receipt, payer: 'M. de Boer' };
    expect(held({ namedReceipt: named, sameAmountReceipt: receipt }).held.map(({ reason }) => reason)).toEqual([
      { code: 'held-named-receipt', params: { amountCents: 4_000, bookDate: '2026-11-20', payer: 'M. de Boer' } },
    ]);
    expect(held({ namedReceipt: { ...named, bankEntryId: null } }).held.map(({ reason }) => reason.code)).toEqual(['held-doubtful-booking']);
    const [message] = planned({ today, items: [invoice(1, '2026-11-01', { namedReceipt: named }), invoice(2, '2026-11-01')] }).due;
    expect(message?.items.map(({ documentId }) => documentId)).toEqual([2]);
  });

  it('a customer whose open credit covers what is due; a smaller credit is taken off', () => {
    const credit = (open: number) => invoice(2, null, { openCents: cents(open) });
    const covered = planned({ today, items: [invoice(1, '2026-11-01'), credit(-100_000)] });
    expect([covered.due, covered.held[0]?.reason.code, covered.decisions[0]?.kind]).toEqual([[], 'held-open-credit', 'open-credit']);
    const [message] = planned({ today, items: [invoice(1, '2026-11-01'), credit(-40_000)] }).due;
    expect(message).toMatchObject({ demandedCents: 100_000, creditCents: 40_000, toPayCents: 60_000 });
  });

  it('a customer without any address: it becomes a decision', () => {
    expect(held({}, { hasEmail: false, hasPostalAddress: false }).decisions).toMatchObject([{ kind: 'no-recipient' }]);
  });
});

describe('pace and days', () => {
  const items = [invoice(1, '2026-11-01')];

  it('keeps the minimum gap between messages and says until when', () => {
    const result = planned({ today: '2026-11-24', items, customer: { messageDates: [plainDate('2026-11-20')] } });
    expect(result.held).toMatchObject([
      { until: '2026-11-25', reason: { code: 'held-minimum-gap', params: { lastDate: '2026-11-20', gap: 5 } } },
    ]);
  });

  it('keeps the frequency cap over all documents of the customer', () => {
    const messageDates = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map(plainDate);
    const result = planned({ today: '2026-11-24', items, customer: { messageDates } });
    expect(result.held).toMatchObject([{ until: '2026-11-25', reason: { code: 'held-frequency-cap' } }]);
    expect(planned({ today: '2026-11-25', items, customer: { messageDates } }).due).toHaveLength(1);
  });

  it('moves a step on Christmas to the next working day', () => {
    const christmas = [invoice(1, '2026-12-24')];
    const result = planned({ today: '2026-12-25', items: christmas });
    expect([result.due, result.held[0]?.reason.code, result.held[0]?.until]).toEqual([[], 'held-holiday', '2026-12-28']);
    expect(planned({ today: '2026-12-28', items: christmas })).toMatchObject({ due: [{ stepKey: 'reminder-1' }], missed: [] });
  });

  it('writes nothing on 21 July to a Belgian customer, nor on the quiet days of the company', () => {
    const july = [invoice(1, '2026-07-20', { issueDate: plainDate('2026-06-20') })];
    expect(planned({ today: '2026-07-21', items: july, customer: { country: 'BE' } }).held[0]?.reason.code).toBe('held-holiday');
    expect(planned({ today: '2026-07-21', items: july }).due).toHaveLength(1);
    const quiet = { ...calendar, quietPeriods: [{ from: plainDate('2026-07-20'), to: plainDate('2026-07-24') }] };
    expect(planned({ today: '2026-07-21', items: july, quiet }).held).toMatchObject([
      { until: '2026-07-27', reason: { code: 'held-quiet-day' } },
    ]);
  });

  it('after a month off sends one message at the furthest step and lists what was missed', () => {
    const many = [invoice(1, '2026-10-10'), invoice(2, '2026-10-20'), invoice(3, '2026-11-20')];
    const result = planned({ today: '2026-11-24', items: many, handled: [sent(1, 'reminder-1', '2026-10-12')] });
    expect(result.due).toHaveLength(1);
    expect(steps(result)).toEqual(['1 reminder-2', '2 reminder-1', '3 reminder-1']);
    expect(result.missed.map((missed) => [missed.documentId, missed.stepKey, missed.plannedFor, missed.kind])).toEqual([
      [1, 'reminder-2', '2026-10-22', 'late'],
      [2, 'reminder-1', '2026-10-21', 'late'],
      [3, 'reminder-1', '2026-11-23', 'late'],
    ]);
  });

  it('calls nothing missed that lies before the import', () => {
    const imported = [invoice(1, '2026-08-01', { followUpFrom: plainDate('2026-11-24') })];
    expect(planned({ today: '2026-11-24', items: imported })).toMatchObject({ due: [{ stepKey: 'reminder-1' }], missed: [] });
  });

  it('of several steps counted from the due date only the highest is sent; the lower ones are overtaken', () => {
    const [, first, second] = strictLadder.steps;
    if (first === undefined || second === undefined) throw new Error('no steps');
    const ladder = {
      ...strictLadder,
      steps: [{ ...first, key: 'pre-due', offsetDays: -5 }, first, { ...second, after: 'due-date' as const }],
    };
    const at = (today: string) =>
      plan({
        facts: { items: [invoice(1, '2026-10-12')], customers: [customer], handled: [] },
        ladders: [ladder],
        standardLadderKey: 'strict',
        calendar,
        policy: standardPolicy,
        today: plainDate(today),
      });
    expect(at('2026-10-07').due).toMatchObject([{ stepKey: 'pre-due', reason: { code: 'step-before-due', params: { days: 5 } } }]);
    expect(at('2026-11-24').due).toMatchObject([{ stepKey: 'reminder-2' }]);
    expect(at('2026-11-24').missed.map((missed) => [missed.stepKey, missed.kind])).toEqual([
      ['pre-due', 'lapsed'],
      ['reminder-1', 'superseded'],
      ['reminder-2', 'late'],
    ]);
  });

  it('a Belgian consumer hears nothing more until the waiting period of the first reminder has passed', () => {
    const belgian = { kind: 'consumer', country: 'BE' } as const;
    const handled = [sent(1, 'reminder-1', '2026-11-02', { channel: 'letter', payBy: plainDate('2026-11-09') })];
    expect(planned({ today: '2026-11-18', items, customer: belgian, handled }).due).toEqual([]);
    expect(planned({ today: '2026-11-19', items, customer: belgian, handled }).due).toMatchObject([{ stepKey: 'reminder-2' }]);
  });

  it('gives a Belgian consumer the legal term of the first reminder to pay, and a business its own', () => {
    const payBy = (customer: Partial<DunningCustomer>) => planned({ today: '2026-11-20', items, customer }).due[0]?.payBy;
    expect(payBy({ kind: 'consumer', country: 'BE' })).toBe('2026-12-09');
    expect(payBy({ kind: 'business', country: 'BE' })).toBe('2026-11-27');
  });

  it('never sends the next step before the day to pay by of the last message has passed', () => {
    const handled = [sent(1, 'reminder-1', '2026-11-02', { payBy: plainDate('2026-11-20') })];
    expect(planned({ today: '2026-11-20', items, handled }).due).toEqual([]);
    expect(planned({ today: '2026-11-23', items, handled }).due).toMatchObject([{ stepKey: 'reminder-2' }]);
  });

  it('writes in euro first and keeps another currency for later, never adding the two', () => {
    const result = planned({ today: '2026-11-24', items: [invoice(1, '2026-11-01', { currency: 'USD' }), invoice(2, '2026-11-02')] });
    expect(result.due).toMatchObject([{ currency: 'EUR', demandedCents: 100_000 }]);
    expect(result.held).toMatchObject([{ items: [{ documentId: 1 }], reason: { code: 'held-other-currency' } }]);
  });

  it('writes a letter where the customer wants paper or has no e-mail address', () => {
    const channel = (changes: Partial<DunningCustomer>) => planned({ today: '2026-11-24', items, customer: changes }).due[0]?.channel;
    expect([channel({}), channel({ preferredChannel: 'letter' }), channel({ hasEmail: false })]).toEqual(['email', 'letter', 'letter']);
    expect(channel({ preferredChannel: 'letter', hasPostalAddress: false })).toBe('email');
  });

  it('decides with a person when the last step is done and money is still open', () => {
    const result = planned({ today: '2026-11-24', items, handled: [sent(1, 'handover', '2026-11-10')] });
    expect(result.decisions).toMatchObject([{ kind: 'ladder-ended', documentId: 1 }]);
  });

  it('lists the next step of what is not due yet', () => {
    expect(planned({ today: '2026-11-24', items: [invoice(1, '2026-11-27')] }).upcoming).toEqual([
      { customerId: 1, documentId: 1, stepKey: 'reminder-1', on: '2026-11-30', available: true },
    ]);
  });

  it('fills every reason completely', () => {
    expect(fillIn('{{nothing}}', {}, 'nl')).toBe('–');
    const results = [planned({ today: '2026-11-24', items: [...items, invoice(2, null), invoice(3, '2026-11-23')] })];
    const reasons = results.flatMap(({ due, decisions, missed }) =>
      [...due, ...decisions, ...missed].map(({ reason }) => reasonText(reason, 'nl')),
    );
    expect(reasons.length).toBeGreaterThan(2);
    for (const text of reasons) expect(text).not.toContain('–');
  });
});
