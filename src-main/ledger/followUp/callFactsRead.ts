/** What the call list must know of each customer with something overdue. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import type { DunningFacts } from '../../domain/dunning/dunningFacts.ts';
import type { CallFacts } from '../../domain/priority/callList.ts';
import type { ReadableDb } from '../connection.ts';
import { daysLateOfPaid } from '../customers/customerRead.ts';
import { readDunningFacts } from './dunningFactsRead.ts';
import { readPromises } from './followUp.ts';
import { prepared } from '../statements.ts';

const graceDays = 2;
type CallRow = { customerId: CustomerId; lastContactOn: PlainDateText | null; unanswered: number };

function contacts(db: ReadableDb): ReadonlyMap<CustomerId, CallRow> {
  const rows = prepared<[], CallRow>(
    db,
    `SELECT c.id AS customerId, (SELECT max(n.noted_on) FROM note n WHERE n.customer_id = c.id AND n.kind = 'call') AS lastContactOn,
       (SELECT count(*) FROM message m WHERE m.customer_id = c.id AND m.state = 'sent' AND EXISTS (SELECT 1 FROM message_document md WHERE md.message_id = m.id)
         AND m.sent_on > coalesce((SELECT max(n.noted_on) FROM note n WHERE n.customer_id = c.id AND n.kind = 'call'), '')
         AND m.sent_on > coalesce((SELECT max(e.book_date) FROM bank_entry e WHERE e.customer_id = c.id AND e.amount > 0), '')) AS unanswered
     FROM customer c`,
  ).all();
  return new Map(rows.map((row) => [row.customerId, row]));
}

const excluded = (customer: DunningFacts['customers'][number], today: PlainDateText): boolean =>
  customer.hold !== null || (customer.insolventOn !== null && customer.insolventOn <= today);

/** Facts per customer that has open documents. */
export function readCallFacts(db: ReadableDb, today: PlainDateText): readonly CallFacts[] {
  const facts = readDunningFacts(db, { today, customerId: null });
  const items = Map.groupBy(
    facts.items.filter((item) => item.currency === 'EUR'),
    (item) => item.customerId,
  );
  const late = daysLateOfPaid(db, null, 14);
  const reached = contacts(db);
  const broken = new Map(
    readPromises(db, null, graceDays)
      .filter((promise) => promise.deadline < today && promise.received < promise.cents)
      .map((promise) => [promise.customerId, promise]),
  );
  const brokenCount = Map.groupBy(broken.values(), (promise) => promise.customerId);
  return facts.customers.map((customer): CallFacts => {
    const { customerId } = customer;
    const promise = broken.get(customerId);
    return {
      customerId,
      items: items.get(customerId) ?? [],
      behaviour: { daysLate: late.get(customerId) ?? [], brokenPromises: brokenCount.get(customerId)?.length ?? 0 },
      brokenPromise: promise === undefined ? null : { promiseDate: promise.on, amountCents: promise.cents },
      lastContactOn: reached.get(customerId)?.lastContactOn ?? null,
      unansweredReminders: reached.get(customerId)?.unanswered ?? 0,
      isExcluded: excluded(customer, today),
    };
  });
}
