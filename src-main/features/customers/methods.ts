import type { CustomerFields } from '../../../src-shared/contract/customers.ts';
import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { appError } from '../../../src-shared/errors.ts';
import { err, ok } from '../../../src-shared/result.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { saveCustomer } from '../../ledger/customers/customerEdit.ts';
import { customerSums, daysLateOfPaid } from '../../ledger/customers/customerRead.ts';
import { addHold, addNote, addPromise, endHold, holdProblem, openDispute, removeContact, resolveDispute, saveContact } from '../../ledger/followUp/followUp.ts';
import { followUpPlan, readLadders } from '../../ledger/followUp/followUpPlan.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import { customerPage, medianOf, nextSteps } from './customerPage.ts';
import { flagFacts, flagsOf } from './flags.ts';
import { customerTimeline } from './timeline.ts';

export type CustomersContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events };
type Methods =
  | 'customers.list'
  | 'customers.get'
  | 'customers.timeline'
  | 'customers.save'
  | 'customers.saveContact'
  | 'customers.removeContact'
  | 'customers.addNote'
  | 'customers.hold'
  | 'customers.endHold'
  | 'customers.openDispute'
  | 'customers.resolveDispute'
  | 'customers.addPromise';

const done = ok({ done: true as const });

/** Blanks around what was typed or pasted are never meant. */
const trimmed = (fields: CustomerFields): CustomerFields => {
  const { name, number, attention, street, postcode, city, vatNumber, registrationNumber, email, phone } = fields;
  const texts = { name, number, attention, street, postcode, city, vatNumber, registrationNumber, email, phone };
  return { ...fields, ...mapValues(texts, (text) => text.trim()) };
};

function mapValues<Keys extends string>(values: Readonly<Record<Keys, string>>, change: (value: string) => string): Record<Keys, string> {
  return Object.fromEntries(Object.entries<string>(values).map(([key, value]) => [key, change(value)])) as Record<Keys, string>;
}

function listCustomers(db: ReadableDb, today: PlainDateText, question: { query: string; onlyOpen: boolean }): OutputOf<'customers.list'>['customers'] {
  const all = customerSums(db, { today, query: question.query, customerId: null });
  const facts = flagFacts(db, today, null);
  const late = daysLateOfPaid(db, null, 14);
  const steps = nextSteps(followUpPlan(db, { today, customerId: null }), today).byCustomer;
  return all
    .filter((sums) => !question.onlyOpen || sums.open !== 0)
    .map((sums) => {
      const daysLate = late.get(sums.customerId) ?? [];
      return {
        customerId: sums.customerId,
        name: sums.name,
        number: sums.number,
        city: sums.city,
        country: sums.country,
        open: sums.open,
        overdue: sums.overdue,
        oldestDays: sums.oldestDue === null ? 0 : daysBetween(sums.oldestDue, today),
        daysLate: [...daysLate],
        medianDaysLate: medianOf(daysLate),
        nextStep: steps.get(sums.customerId) ?? null,
        flags: flagsOf(sums, daysLate, facts, today),
      };
    });
}

/** What people look up and decide about customers. Every change tells the windows, and is logged by the ledger. */
export const customerMethods: Handlers<CustomersContext, Methods> = {
  'customers.list': ({ ledger, clock }, question) => ok({ customers: listCustomers(ledger.read, clock.today(), question) }),
  'customers.get': ({ ledger, clock }, { customerId }) => customerPage(ledger.read, customerId, clock.today()),
  'customers.timeline': ({ ledger }, { customerId, filter }) => ok({ events: [...customerTimeline(ledger.read, customerId, filter)] }),
  'customers.save': ({ ledger, clock, events }, { customerId, fields }) => {
    if (fields.ladder !== null && !readLadders(ledger.read).ladders.some((ladder) => ladder.key === fields.ladder)) return err(appError('not-found', { what: 'ladder', id: fields.ladder }));
    const saved = ledger.write((db) => saveCustomer(db, { customerId, fields: trimmed(fields), at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'customers.saveContact': ({ ledger, clock, events }, { customerId, contactId, fields }) => {
    const saved = ledger.write((db) => saveContact(db, { customerId, contactId, contact: fields, at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return ok({ contactId: saved.value });
  },
  'customers.removeContact': ({ ledger, clock, events }, { contactId }) => {
    const removed = ledger.write((db) => removeContact(db, contactId, clock.now()));
    if (!removed.ok) return removed;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'customers.addNote': ({ ledger, clock, events }, { customerId, kind, text, reason }) => {
    const noted = ledger.write((db) => addNote(db, { customerId, kind, text: text.trim(), reason, on: clock.today(), at: clock.now() }));
    if (!noted.ok) return noted;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'customers.hold': ({ ledger, clock, events }, { customerId, documentId, reason, until }) => {
    if (until < clock.today()) return err(appError('not-allowed-now', { what: 'hold', until }));
    const hold = { customerId, documentId, reason: reason.trim(), until, at: clock.now() };
    const problem = holdProblem(ledger.read, hold);
    if (problem !== null) return err(problem);
    const holdId = ledger.write((db) => addHold(db, hold));
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return ok({ holdId });
  },
  'customers.endHold': ({ ledger, clock, events }, { holdId }) => {
    const ended = ledger.write((db) => endHold(db, holdId, clock.now()));
    if (!ended.ok) return ended;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'customers.openDispute': ({ ledger, clock, events }, { documentId, cents, reason }) => {
    const opened = ledger.write((db) => openDispute(db, { documentId, cents, reason, openedOn: clock.today(), at: clock.now() }));
    if (!opened.ok) return opened;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
    return ok({ disputeId: opened.value });
  },
  'customers.resolveDispute': ({ ledger, clock, events }, { disputeId, outcome }) => {
    const resolved = ledger.write((db) => resolveDispute(db, { disputeId, outcome, on: clock.today(), at: clock.now() }));
    if (!resolved.ok) return resolved;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
    return done;
  },
  'customers.addPromise': ({ ledger, clock, events }, { customerId, on, cents }) => {
    const promised = ledger.write((db) => addPromise(db, { customerId, promisedOn: clock.today(), dueOn: on, cents, at: clock.now() }));
    if (!promised.ok) return promised;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return ok({ promiseId: promised.value });
  },
};
