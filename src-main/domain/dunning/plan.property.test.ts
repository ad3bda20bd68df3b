import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDateText, plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, HoldId } from '../../../src-shared/ids.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { cents } from '../../../src-shared/money.ts';
import { isWorkingDay, type WorkCalendar } from '../calendar/workCalendar.ts';
import { bankGuard } from './bankGuard.ts';
import { type DunningCustomer, type DunningFacts, type DunningItem, type HandledStep, standardPolicy } from './dunningFacts.ts';
import type { DunningPlan } from './dunningPlan.ts';
import { plan } from './plan.ts';
import { presetLadders } from './presetLadders.ts';

const calendar: WorkCalendar = { countries: ['NL'], quietPeriods: [] };
const start = plainDate('2026-06-01');
const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(start, days));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 });
const hold = day.map((until) => ({ holdId: 1 as HoldId, reason: 'afspraak', until }));
const rarely = fc.integer({ min: 0, max: 6 }).map((value) => value === 0);

const items = fc
  .array(
    fc.record({
      customerId: fc.integer({ min: 1, max: 4 }).map((id) => id as CustomerId),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      issueDate: day,
      term: maybe(fc.integer({ min: 0, max: 60 })),
      openCents: fc.integer({ min: -20_000, max: 100_000 }).map(cents),
      disputedCents: fc.constantFrom(0, 0, 0, 5_000, 200_000).map(cents),
      isSent: rarely.map((not) => !not),
      collectHold: fc.constantFrom(null, null, null, null, 'incasso'),
      hold: maybe(hold),
    }),
    { maxLength: 14 },
  )
  .map((rows): readonly DunningItem[] =>
    rows.map(({ term, ...row }, index) => ({
      ...row,
      documentId: (index + 1) as DocumentId,
      dueDate: term === null ? null : addDays(row.issueDate, term),
      followUpFrom: null,
      plannedPayment: null,
      sameAmountReceipt: null,
      namedReceipt: null,
    })),
  );
const customers = fc
  .array(
    fc.record({
      kind: fc.constantFrom('business' as const, 'consumer' as const),
      country: fc.constantFrom('NL', 'BE', 'DE'),
      ladderKey: fc.constantFrom(null, 'strict', 'classic-14-14'),
      preferredChannel: fc.constantFrom('email' as const, 'letter' as const),
      hasEmail: rarely.map((not) => !not),
      hasPostalAddress: rarely.map((not) => !not),
      insolventOn: maybe(day),
      handedOver: maybe(fc.record({ to: fc.constant('Duin & Zn'), sinceDate: day })),
      paysByDirectDebit: rarely,
      hold: maybe(hold),
      promisedFor: maybe(day),
      isTermAgreed: fc.boolean(),
      unmatchedReceipts: fc.constantFrom([], [], [], [{ bankEntryId: 1 as BankEntryId, bookDate: start, amountCents: cents(100) }]),
    }),
    { minLength: 4, maxLength: 4 },
  )
  .map((rows): readonly DunningCustomer[] =>
    rows.map((row, index) => ({
      ...row,
      insolventOn: row.insolventOn !== null && row.kind === 'consumer' ? row.insolventOn : null,
      customerId: (index + 1) as CustomerId,
      messageDates: [],
    })),
  );
const facts = fc.record({ items, customers }).map((made): DunningFacts => ({ ...made, handled: [] }));

const planOn = (of: DunningFacts, today: PlainDateText): DunningPlan =>
  plan({ facts: of, ladders: presetLadders, standardLadderKey: 'strict', calendar, policy: standardPolicy, today });

/** What the ledger would know after everything due was sent. */
function afterSending(of: DunningFacts, { due }: DunningPlan): DunningFacts {
  const handled = due.flatMap((message) =>
    message.items.map(
      ({ documentId, stepKey }): HandledStep => ({
        documentId,
        stepKey,
        on: message.sendOn,
        outcome: 'sent',
        channel: message.channel,
        payBy: message.payBy,
      }),
    ),
  );
  const told = of.customers.map((customer) => ({
    ...customer,
    messageDates: [
      ...customer.messageDates,
      ...due.filter((message) => message.customerId === customer.customerId).map((message) => message.sendOn),
    ],
  }));
  return { items: of.items, customers: told, handled: [...of.handled, ...handled] };
}

/** Runs the program on every day of a period. */
function live(
  of: DunningFacts,
  from: PlainDateText,
  days: number,
): { readonly facts: DunningFacts; readonly plans: readonly (readonly [PlainDateText, DunningPlan])[] } {
  let known = of;
  const plans: (readonly [PlainDateText, DunningPlan])[] = [];
  for (let today = from; today <= addDays(from, days); today = addDays(today, 1)) {
    const made = planOn(known, today);
    plans.push([today, made]);
    known = afterSending(known, made);
  }
  return { facts: known, plans };
}

describe('what always holds of the planner', () => {
  it('planning twice gives the same, in whatever order the facts come', () => {
    fc.assert(
      fc.property(facts, day, (known, today) => {
        const once = planOn(known, today);
        expect(planOn(known, today)).toEqual(once);
        const turned = {
          items: [...known.items].reverse(),
          customers: [...known.customers].reverse(),
          handled: [...known.handled].reverse(),
        };
        expect(planOn(turned, today).due).toEqual(once.due);
      }),
    );
  });

  it('over months: never two messages to a customer on a day or within the gap, never a step twice, only on working days', () => {
    fc.assert(
      fc.property(facts, day, (known, from) => {
        const { facts: end } = live(known, from, 90);
        for (const { messageDates } of end.customers) {
          const sorted = [...messageDates].sort();
          expect(
            sorted.every((date, index) => index === 0 || addDays(sorted[index - 1] ?? date, standardPolicy.minimumGapDays) <= date),
          ).toBe(true);
          expect(sorted.every((date) => isWorkingDay(date, calendar))).toBe(true);
        }
        const keys = end.handled.map(({ documentId, stepKey }) => `${documentId} ${stepKey}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 40 },
    );
  });

  it('nothing goes out for paid, credit, undated, unsent, collected, paused or fully disputed documents', () => {
    fc.assert(
      fc.property(facts, day, (known, today) => {
        const byId = new Map(known.items.map((item) => [item.documentId, item]));
        for (const message of planOn(known, today).due) {
          expect(message.toPayCents).toBeGreaterThan(0);
          for (const { documentId, demandedCents } of message.items) {
            const item = byId.get(documentId);
            expect(item?.openCents).toBeGreaterThan(0);
            expect(item?.isSent && item.dueDate !== null && item.collectHold === null).toBe(true);
            expect(item?.hold === null || (item?.hold.until ?? today) < today).toBe(true);
            expect(demandedCents).toBeGreaterThan(0);
            expect(demandedCents).toBeLessThanOrEqual(item?.openCents ?? 0);
          }
        }
      }),
    );
  });

  it('setting the clock back after sending creates nothing new', () => {
    const workday = day.filter((date) => isWorkingDay(date, { countries: ['NL', 'BE'], quietPeriods: [] }));
    fc.assert(
      fc.property(facts, workday, fc.integer({ min: 0, max: 60 }), (known, today, back) => {
        const made = planOn(known, today);
        expect(planOn(afterSending(known, made), addDays(today, -back)).due).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('each document of a day is in one place only: due, held, or waiting for a decision or its day', () => {
    fc.assert(
      fc.property(facts, day, (known, today) => {
        const { due, held, decisions, upcoming } = planOn(known, today);
        const places = [
          ...due.flatMap(({ items: rows }) => rows),
          ...held.flatMap(({ items: rows }) => rows),
          ...upcoming,
          ...decisions.filter(({ documentId }) => documentId !== null),
        ].map(({ documentId }) => documentId);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  it('every reason is a complete sentence in every language', () => {
    fc.assert(
      fc.property(facts, day, fc.constantFrom('nl' as const, 'en' as const, 'fr' as const), (known, from, language) => {
        const { plans } = live(known, from, 30);
        const all = plans.flatMap(([, made]) => [
          ...made.due,
          ...made.due.flatMap((message) => message.items),
          ...made.held,
          ...made.decisions,
          ...made.missed,
        ]);
        for (const { reason } of all) expect(reasonText(reason, language)).not.toMatch(/–|\{\{/);
      }),
      { numRuns: 30 },
    );
  });

  it('the next step comes on the day that the message named, when nothing else happens', () => {
    const one = fc.record({
      due: day,
      country: fc.constantFrom('NL', 'BE'),
      kind: fc.constantFrom('business' as const, 'consumer' as const),
      ladder: fc.constantFrom('strict', 'classic-14-14'),
    });
    fc.assert(
      fc.property(one, customers, ({ due, country, kind, ladder }, [pattern]) => {
        if (pattern === undefined) throw new Error('no customer');
        const customer = {
          ...pattern,
          country,
          kind,
          ladderKey: ladder,
          hasEmail: true,
          hasPostalAddress: true,
          hold: null,
          insolventOn: null,
          promisedFor: null,
          isTermAgreed: true,
          paysByDirectDebit: false,
          handedOver: null,
          unmatchedReceipts: [],
        };
        const item: DunningItem = {
          documentId: 1 as DocumentId,
          customerId: customer.customerId,
          currency: 'EUR',
          issueDate: addDays(due, -14),
          dueDate: due,
          openCents: cents(100),
          disputedCents: cents(0),
          isSent: true,
          collectHold: null,
          hold: null,
          followUpFrom: null,
          plannedPayment: null,
          sameAmountReceipt: null,
          namedReceipt: null,
        };
        const { plans } = live({ items: [item], customers: [customer], handled: [] }, due, 60);
        const messages = plans.flatMap(([, made]) => made.due);
        const letters = ladder === 'strict' ? ['reminder-1', 'reminder-2', 'demand-1', 'default-notice', 'pre-legal-letter'] : ['reminder-1', 'reminder-2'];
        expect(messages.length).toBeGreaterThan(1);
        expect(messages.map((message) => message.stepKey)).toEqual(letters.slice(0, messages.length));
        for (const [index, message] of messages.entries()) {
          const next = messages[index + 1];
          if (next !== undefined) expect(next.sendOn).toBe(message.nextStep?.on);
          expect(message.payBy < (message.nextStep?.on ?? '')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the guard of bank data', () => {
  const guard = (newest: string | null) =>
    bankGuard({ newestDate: newest === null ? null : plainDate(newest), today: plainDate('2026-11-24'), maximumAgeDays: 3 });

  it('is fresh up to the maximum age, old after it, and says so when there are no bank data at all', () => {
    expect(['2026-11-24', '2026-11-21', '2026-11-20', null].map((date) => guard(date).state)).toEqual(['fresh', 'fresh', 'old', 'none']);
    expect(guard('2026-11-20').reason).toEqual({ code: 'bank-data-old', params: { newestDate: '2026-11-20', age: 4, maximum: 3 } });
  });

  it('counts bookings dated ahead as today', () => expect(guard('2026-11-26')).toMatchObject({ state: 'fresh', ageDays: 0 }));
});
