/**
 * Everything the matcher knows, read in pages: reading 100,000 documents in one go would hold up the windows. Between two pages something
 * may change; what is booked from the answer is checked against the ledger once more.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import { allocationOrder } from '../../domain/matching/allocationOrder.ts';
import type { ListedAmount, MatchInstalment, MatchItem, MatchLetter, MatchMaterial, MatchPolicy, MatchPromise } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb, Steps } from '../connection.ts';
import { directDebitIds } from './directDebits.ts';
import { listedAmounts } from './listedAmounts.ts';
import { discountTerms, type DiscountTerm, readHistory } from './learned.ts';
import { joinedMaterial, type MaterialPage } from './matchMaterialPage.ts';
import { paymentPlans, type StoredPlan } from '../customers/paymentPlans.ts';
import { type Span, spans } from '../spans.ts';
import { prepared } from '../statements.ts';

/** Settled documents are given for this long, so that a double payment is seen as one. */
const settledDays = 400;
/** A promise may be kept a little late. */
const promiseDays = 14;
const none: readonly never[] = [];

/** Documents that are open or were settled not long ago, letters that name them, customers, promises, what was learned. */
export function* materialPages(db: ReadableDb, today: PlainDateText): Generator<MaterialPage, undefined, undefined> {
  const since = addDays(today, -settledDays);
  yield { kind: 'history', history: readHistory(db) };
  yield { kind: 'promises', rows: runningPromises(db, today) };
  const plans = paymentPlans(db, { customerId: null, onlyRunning: true });
  yield { kind: 'letters', rows: [...lettersOut(db, since), ...plans.map(agreementOf)] };
  yield* customerPages(db);
  yield* itemPages(db, since, instalmentsOf(plans));
}

/** All of it at once, for ledgers where that is little. */
export const matchMaterial = (db: ReadableDb, today: PlainDateText, policy: MatchPolicy): MatchMaterial => joinedMaterial(materialPages(db, today), policy);

type ItemRow = Omit<MatchItem, 'discount' | 'disputedCents' | 'instalments' | 'directDebitIds' | 'listed'>;
type Instalments = ReadonlyMap<DocumentId, readonly MatchInstalment[]>;
type Listed = ReadonlyMap<DocumentId, readonly ListedAmount[]>;
type Details = { readonly disputed: ReadonlyMap<DocumentId, Cents>; readonly terms: ReadonlyMap<CustomerId, DiscountTerm>; readonly instalments: Instalments; readonly debits: ReadonlyMap<DocumentId, readonly string[]>; readonly listed: Listed };

/** Each step of a longer look-up is a page with nothing on it, so that others get their turn. */
function* inPages<T>(steps: Steps<T>): Generator<MaterialPage, T, undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { kind: 'items', rows: none };
  }
}

function* itemPages(db: ReadableDb, since: PlainDateText, instalments: Instalments): Generator<MaterialPage, undefined, undefined> {
  const [disputed, terms, debits] = [openDisputedCents(db), discountTerms(db), directDebitIds(db)];
  const listed = yield* inPages(listedAmounts(db));
  const read = prepared<[Span & { since: PlainDateText }], ItemRow>(
    db,
    `SELECT d.id AS documentId, d.customer_id AS customerId, d.kind, d.number, d.payment_reference AS paymentReference, d.order_reference AS poNumber, d.currency,
       d.total AS totalCents, b.open AS openCents, d.issue_date AS issueDate, d.due_date AS dueDate, b.settled_on AS settledOn,
       CASE WHEN d.kind = 'claim' AND d.type_code IN ('interest', 'costs') THEN d.type_code END AS claimKind
     FROM document_balance b CROSS JOIN document d ON d.id = b.document_id
     WHERE b.document_id BETWEEN @first AND @last AND (b.open <> 0 OR b.settled_on >= @since) AND d.removed_at IS NULL`,
  );
  for (const span of spans(db, 'document_balance', 'document_id')) {
    const rows = read.all({ ...span, since });
    if (rows.length > 0) yield { kind: 'items', rows: withDetails(rows, { disputed, terms, instalments, debits, listed }) };
  }
}

/** What stands in tables of its own is little; it is put beside the documents here instead of being joined to each. */
function withDetails(items: readonly ItemRow[], { disputed, terms, instalments, debits, listed }: Details): readonly MatchItem[] {
  return items.map((item) => {
    const settled = listed.get(item.documentId);
    const term = item.kind === 'invoice' ? terms.get(item.customerId) : undefined;
    return {
      ...item,
      discount: term === undefined ? null : { untilDate: addDays(item.issueDate, term.days), basisPoints: term.basisPoints },
      disputedCents: disputed.get(item.documentId) ?? zeroCents,
      instalments: instalments.get(item.documentId) ?? none,
      directDebitIds: debits.get(item.documentId) ?? none,
      ...(settled === undefined ? {} : { listed: settled }),
    };
  });
}

/** Instalments that are still to be paid, with what is left of each. */
const stillToPay = ({ planId, instalments }: StoredPlan): readonly MatchInstalment[] => instalments.filter((one) => one.restCents > 0).map(({ dueOn, restCents }) => ({ planId, dueDate: dueOn, cents: restCents }));

const instalmentsOf = (plans: readonly StoredPlan[]): Instalments => new Map(plans.flatMap((plan) => plan.documents.map(({ documentId }) => [documentId, stillToPay(plan)] as const)));

/** The agreement is a letter too: its reference is what the customer writes with each instalment. */
const agreementOf = (plan: StoredPlan): MatchLetter => ({
  reference: plan.reference,
  documents: plan.documents.map(({ documentId, open }) => ({ documentId, askedCents: open })),
  instalments: stillToPay(plan),
});

const openDisputedCents = (db: ReadableDb): ReadonlyMap<DocumentId, Cents> =>
  new Map(
    prepared<[], { documentId: DocumentId; cents: Cents }>(db, 'SELECT document_id AS documentId, sum(cents) AS cents FROM dispute WHERE resolved_on IS NULL GROUP BY document_id')
      .all()
      .map(({ documentId, cents }) => [documentId, cents]),
  );

const runningPromises = (db: ReadableDb, today: PlainDateText): readonly MatchPromise[] =>
  prepared<[PlainDateText], MatchPromise>(db, 'SELECT customer_id AS customerId, due_on AS dueOn, cents FROM promise WHERE cancelled_at IS NULL AND due_on >= ? ORDER BY id').all(addDays(today, -promiseDays));

/** Letters since a day that the customer has or may have, with what each asked for. A planned one has told nobody its reference yet. */
function lettersOut(db: ReadableDb, since: PlainDateText): readonly MatchLetter[] {
  const rows = prepared<[{ since: PlainDateText }], { reference: string; documentId: DocumentId; askedCents: Cents }>(
    db,
    `SELECT m.reference, md.document_id AS documentId, md.open AS askedCents FROM message m JOIN message_document md ON md.message_id = m.id
     WHERE m.state IN ('approved', 'sending', 'sent', 'unconfirmed') AND m.planned_on >= @since
     UNION ALL SELECT m.reference, c.document_id, c.open FROM message m JOIN correspondence_document c ON c.message_id = m.id
     WHERE m.step = 'account-statement' AND m.state IN ('approved', 'sending', 'sent', 'unconfirmed') AND m.planned_on >= @since ORDER BY 1, 2`,
  ).all({ since });
  return [...Map.groupBy(rows, (row) => row.reference)].map(([reference, documents]) => ({ reference, documents, instalments: none }));
}

type CustomerRow = { readonly customerId: CustomerId; readonly name: string; readonly number: string; readonly country: string; readonly kind: 'business' | 'consumer' };
/** A tree of companies is shallow; a circle would be a mistake in the data and must not hang the program. */
const deepestGroup = 20;

/** All customers, each with the top of its group. */
function* customerPages(db: ReadableDb): Generator<MaterialPage, undefined, undefined> {
  const links = prepared<[], { customerId: CustomerId; parentId: CustomerId }>(db, 'SELECT id AS customerId, parent_id AS parentId FROM customer WHERE parent_id IS NOT NULL').all();
  const parents = new Map(links.map(({ customerId, parentId }) => [customerId, parentId]));
  const members = new Set(links.flatMap(({ customerId, parentId }) => [customerId, parentId]));
  const topOf = (customerId: CustomerId): CustomerId => {
    let top = customerId;
    for (let depth = 0; depth < deepestGroup; depth += 1) top = parents.get(top) ?? top;
    return top;
  };
  const read = prepared<[Span], CustomerRow>(db, 'SELECT id AS customerId, name, number, country, kind FROM customer WHERE id BETWEEN @first AND @last');
  for (const span of spans(db, 'customer', 'id')) {
    const rows = read.all(span).map(({ customerId, name, number, country, kind }) => ({
      customerId,
      name,
      number: number === '' ? null : number,
      aliases: none,
      groupId: members.has(customerId) ? topOf(customerId) : null,
      allocationOrder: allocationOrder(country, kind),
    }));
    if (rows.length > 0) yield { kind: 'customers', rows };
  }
}
