/**
 * What taking in a set of documents would do: which are new, which are known, which changed, which stay out and why. Pure: the ledger
 * is asked through functions, so the preview and the booking reach the same decision. The order of the files makes no difference:
 * documents are taken in order of date, number and source.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { documentDirection, type OwnCompany, sellerNameSays } from '../receivable/documentDirection.ts';
import { sameDocumentNumber } from '../receivable/numberMatchKey.ts';
import type { DueDateOrigin, ParsedDocument } from '../receivable/parsedDocument.ts';
import { type BookedCustomer, createCustomerBook, type CustomerBook, type KnownCustomer } from './customerBook.ts';
import { customerDraft, type DraftContext } from './customerDraft.ts';
import {
  type DocumentKind,
  type DocumentValues,
  documentValues,
  issueDateOf,
  openAfter,
  settledParts,
  type SettledPart,
} from './documentValues.ts';

export type KnownDocument = {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly matchKey: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly dueDateOrigin: DueDateOrigin;
  readonly currency: string;
  readonly total: Cents;
  readonly open: Cents;
  readonly paymentReference: string | null;
  readonly orderReference: string | null;
  readonly buyerReference: string | null;
};

export type DocumentSnapshot = DraftContext & {
  readonly own: OwnCompany;
  readonly today: PlainDateText;
  readonly customers: readonly KnownCustomer[];
  /** The documents of a customer that may be the same: of that number as it is compared, or of that day and amount. */
  readonly documentsLike: (customerId: CustomerId, values: Pick<DocumentValues, 'matchKey' | 'issueDate' | 'total'>) => readonly KnownDocument[];
  /** Whether money, credit or a person has touched the balance since it was imported. */
  readonly isTouched: (documentId: DocumentId) => boolean;
};

/** A document and where it came from: the place of its file in the set, and its place in that file. */
export type SourceDocument = {
  readonly file: number;
  readonly origin: string;
  readonly document: ParsedDocument;
  /** The day a list of open items was made; null when it does not say, then today counts. */
  readonly listDate: PlainDateText | null;
};

/** New values of a known document; absent where nothing changes. `rebooked` replaces the entry of its issue. */
export type DocumentChange = {
  readonly rebooked: { readonly total: Cents; readonly issueDate: PlainDateText } | null;
  readonly openChange: Cents;
  readonly fields: Partial<
    Pick<DocumentValues, 'dueDate' | 'dueDateOrigin' | 'paymentReference' | 'referenceKey' | 'orderReference' | 'buyerReference'>
  >;
};

export type DocumentOutcome =
  | { readonly kind: 'fresh'; readonly customer: BookedCustomer; readonly values: DocumentValues; readonly settled: readonly SettledPart[] }
  | { readonly kind: 'known' }
  | {
      readonly kind: 'changed';
      readonly customer: BookedCustomer;
      readonly known: KnownDocument;
      readonly values: DocumentValues;
      readonly change: DocumentChange;
    }
  | { readonly kind: 'skipped' };

export type PlannedDocument = SourceDocument & { readonly outcome: DocumentOutcome; readonly problems: readonly Problem[] };
export type DocumentPlan = { readonly documents: readonly PlannedDocument[]; readonly customers: readonly BookedCustomer[] };

const sourceRank: Readonly<Record<ParsedDocument['sourceKind'], number>> = { ubl: 0, cii: 1, pdf: 2, manual: 3, xaf: 4, table: 5 };

function byDateNumberSource(one: SourceDocument, other: SourceDocument): number {
  const [a, b] = [one.document, other.document];
  const compared = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return (
    compared(issueDateOf(a) ?? '', issueDateOf(b) ?? '') ||
    compared(a.matchKey, b.matchKey) ||
    sourceRank[a.sourceKind] - sourceRank[b.sourceKind] ||
    a.total - b.total ||
    a.open - b.open ||
    compared(a.customer.name ?? '', b.customer.name ?? '')
  );
}

/** Facts are not replaced by guesses: a stated date beats one read from words, which beats a default. */
const dueDateRank: Readonly<Record<DueDateOrigin, number>> = {
  stated: 3,
  'payment-means': 3,
  'terms-text': 2,
  'customer-default': 1,
  unknown: 0,
};

function changedFields(known: KnownDocument, values: DocumentValues): DocumentChange['fields'] {
  const isOtherDate =
    values.dueDate !== null && values.dueDate !== known.dueDate && dueDateRank[values.dueDateOrigin] >= dueDateRank[known.dueDateOrigin];
  return {
    ...(isOtherDate ? { dueDate: values.dueDate, dueDateOrigin: values.dueDateOrigin } : {}),
    ...(known.paymentReference === null && values.paymentReference !== null
      ? { paymentReference: values.paymentReference, referenceKey: values.referenceKey }
      : {}),
    ...(known.orderReference === null && values.orderReference !== null ? { orderReference: values.orderReference } : {}),
    ...(known.buyerReference === null && values.buyerReference !== null ? { buyerReference: values.buyerReference } : {}),
  };
}

type Comparison = {
  readonly known: KnownDocument;
  readonly values: DocumentValues;
  readonly document: ParsedDocument;
  readonly listedOpen: Cents;
};
type Compared = { readonly change: DocumentChange | null; readonly problem: Problem | null; readonly isSkipped: boolean };

/** Only a list of open items knows the balance; an e-invoice knows what was issued. */
const ownsBalance = (document: ParsedDocument): boolean => document.sourceKind === 'table' || document.sourceKind === 'xaf';

function compare({ known, values, document, listedOpen }: Comparison, isTouched: DocumentSnapshot['isTouched']): Compared {
  const refuse = (code: 'document-currency-changed' | 'document-below-paid'): Compared => ({
    change: null,
    isSkipped: true,
    problem: problem('warning', code, { number: known.number, before: known.total, after: values.total }),
  });
  const isOtherIssueDate = document.issueDate !== null && values.issueDate !== known.issueDate;
  const isOtherTotal = values.total !== known.total;
  if (values.currency !== known.currency) return refuse('document-currency-changed');
  const openBefore = addCents(known.open, subtractCents(values.total, known.total));
  if (isOtherTotal && openBefore !== zeroCents && openBefore > 0 !== values.total > 0) return refuse('document-below-paid');
  const fields = changedFields(known, values);
  const rebooked = isOtherTotal || isOtherIssueDate ? { total: values.total, issueDate: values.issueDate } : null;
  const difference = ownsBalance(document) ? subtractCents(listedOpen, openBefore) : zeroCents;
  const mayFollowList = difference !== zeroCents && !isTouched(known.id);
  const finding =
    difference !== zeroCents && !mayFollowList
      ? problem('warning', 'document-balance-differs', { number: known.number, ledger: openBefore, list: listedOpen })
      : null;
  const change: DocumentChange = { rebooked, openChange: mayFollowList ? difference : zeroCents, fields };
  const isChanged = rebooked !== null || change.openChange !== zeroCents || Object.keys(fields).length > 0;
  return { change: isChanged ? change : null, problem: finding, isSkipped: false };
}

/** Finds what the ledger and the set itself already hold of a customer. Excel drops leading zeros, so a spelling without them counts too. */
function findSame<
  T extends { readonly kind: DocumentKind; readonly matchKey: string; readonly total: Cents; readonly issueDate: PlainDateText },
>(documents: readonly T[], values: DocumentValues): T | undefined {
  const sameKind = documents.filter((one) => one.kind === values.kind);
  return (
    sameKind.find((one) => one.matchKey === values.matchKey) ??
    sameKind.find(
      (one) => sameDocumentNumber(one.matchKey, values.matchKey) && one.total === values.total && one.issueDate === values.issueDate,
    )
  );
}

type InSet = DocumentValues & { readonly document: ParsedDocument };

/** The same document twice in one set: equal is known, different is said aloud and the first (by source, then amount) stands. */
function comparedInSet(first: InSet, values: DocumentValues): { readonly outcome: DocumentOutcome; readonly problems: readonly Problem[] } {
  const isSame = first.total === values.total && first.currency === values.currency;
  if (isSame) return { outcome: { kind: 'known' }, problems: [] };
  const params = { number: values.number, first: first.total, second: values.total };
  return { outcome: { kind: 'skipped' }, problems: [problem('warning', 'document-twice', params)] };
}

type Suspicion = { readonly isRefused: boolean; readonly problem: Problem };
const refused = (code: 'document-purchase' | 'document-other-seller' | 'document-foreign-seller' | 'document-not-a-claim', params: Problem['params']): Suspicion => ({
  isRefused: true,
  problem: problem('warning', code, params),
});

/** What speaks against a document whatever the ledger holds, and whether it stays out for that; null when nothing does. */
function suspicionOf(document: ParsedDocument, own: OwnCompany): Suspicion | null {
  const params = {
    number: document.number,
    seller: (document.seller?.name ?? '').slice(0, 120),
    customer: (document.customer.name ?? '').slice(0, 120),
  };
  const direction = documentDirection(document, own);
  if (direction === 'purchase') return refused('document-purchase', params);
  const canBeTold =
    (own.vat !== null && document.seller?.vat !== null) || (own.companyNumber !== null && document.seller?.legalId !== null);
  if (direction === 'unknown' && canBeTold) return refused('document-other-seller', params);
  if (document.collectHolds.some((hold) => hold.reason === 'not-a-claim')) return refused('document-not-a-claim', params);
  if (direction !== 'unknown' || document.seller === null) return null;
  // Nothing but the name tells whose invoice it is. A reminder to our own supplier is worse than an invoice that must be taken in again.
  const says = sellerNameSays(document.seller, own);
  if (says === 'other') return refused('document-foreign-seller', params);
  return says === 'alike' ? { isRefused: false, problem: problem('warning', 'document-seller-alike', params) } : null;
}

type Working = {
  readonly snapshot: DocumentSnapshot;
  readonly book: CustomerBook;
  readonly inSet: Map<number, InSet[]>;
};

function planOne(source: SourceDocument, working: Working): PlannedDocument {
  const { document } = source;
  const { snapshot, book, inSet } = working;
  const out = (outcome: DocumentOutcome, problems: readonly (Problem | null)[]): PlannedDocument => ({
    ...source,
    outcome,
    problems: problems.flatMap((one) => (one === null ? [] : { ...one, where: { file: source.origin } })),
  });
  const suspicion = suspicionOf(document, snapshot.own);
  if (suspicion?.isRefused === true) return out({ kind: 'skipped' }, [suspicion.problem]);
  const doubt = suspicion?.problem ?? null;
  const issueDate = issueDateOf(document);
  const draft = customerDraft(document, snapshot);
  if (issueDate === null) return out({ kind: 'skipped' }, [problem('error', 'document-undated', { number: document.number })]);
  if (draft === null) return out({ kind: 'skipped' }, [problem('error', 'document-customer-missing', { number: document.number })]);
  const customer = book.find(draft);
  const values = documentValues(document, { issueDate, termDays: customer.termDays, currency: 'EUR', origin: source.origin });
  const settled = settledParts(document, { issueDate, listedOn: source.listDate ?? snapshot.today });
  const earlier = inSet.get(customer.place) ?? [];
  inSet.set(customer.place, earlier);
  const twice = findSame(earlier, values);
  if (twice !== undefined) {
    const { outcome, problems } = comparedInSet(twice, values);
    return out(outcome, problems);
  }
  earlier.push({ ...values, document });
  const known = findSame(customer.id === null ? [] : snapshot.documentsLike(customer.id, values), values);
  if (known === undefined) {
    book.learn(customer, draft, issueDate);
    return out({ kind: 'fresh', customer, values, settled: settled.parts }, [doubt, settled.problem]);
  }
  const compared = compare({ known, values, document, listedOpen: openAfter(values.total, settled.parts) }, snapshot.isTouched);
  if (compared.isSkipped) return out({ kind: 'skipped' }, [compared.problem]);
  if (compared.change === null) return out({ kind: 'known' }, [compared.problem]);
  book.learn(customer, draft, issueDate);
  return out({ kind: 'changed', customer, known, values, change: compared.change }, [doubt, compared.problem, settled.problem]);
}

/** Plans a whole set. Answers the documents in the order in which they are to be booked. */
export function planDocuments(sources: readonly SourceDocument[], snapshot: DocumentSnapshot): DocumentPlan {
  const working: Working = { snapshot, book: createCustomerBook(snapshot.customers), inSet: new Map() };
  const documents = [...sources].sort(byDateNumberSource).map((source) => planOne(source, working));
  return { documents, customers: working.book.all() };
}
