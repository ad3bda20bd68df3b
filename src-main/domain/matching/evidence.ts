/** What speaks for an assignment, what is missing and what speaks against, each in one sentence, with the weight by which proposals are ranked. */
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { isInTime } from './differences.ts';
import { isSameGroup } from './matchIndex.ts';
import type { Evidence, MatchDifference, MatchItem, MatchPart, MatchPromise } from './matchTypes.ts';
import type { Naming } from './namedDocuments.ts';
import { nearText } from './nearNumber.ts';
import { mistypedTexts, openOf, openSum, type ReceiptView } from './receiptView.ts';

/** A set of documents with the money for each, and what made it worth looking at beside the sum. */
export type Assignment = {
  readonly items: readonly MatchItem[];
  readonly parts: readonly MatchPart[];
  readonly differences: readonly MatchDifference[];
  /** `law`: nothing fits, so the money goes where the law sends it. */
  readonly because: 'instalment' | 'promise' | 'undisputed' | 'law' | null;
  readonly promise: MatchPromise | null;
};
export type Weighed = { readonly evidence: readonly Evidence[]; readonly score: number };

const scores = {
  reference: 60,
  directDebit: 60,
  number: 45,
  order: 40,
  letter: 40,
  near: 22,
  hint: 16,
  weakNumber: 10,
  iban: 30,
  customerNumber: 28,
  sameName: 22,
  sharedIban: 16,
  group: 14,
  name: 12,
  amount: 25,
  everything: 24,
  named: 24,
  agreed: 22,
  discount: 22,
  pair: 16,
  smallDifference: 18,
  sum: 12,
  bankCosts: 10,
  habit: 6,
  law: 4,
  oldest: 3,
  otherCustomers: -6,
  otherNamed: -20,
  otherPayer: -25,
} as const;
/** Sentences of one kind are cut when there are very many. */
const sentences = 8;

const isFor = (reason: CodedReason): Evidence => ({ stance: 'for', reason });
const none: Weighed = { evidence: [], score: 0 };
const join = (parts: readonly Weighed[]): Weighed => ({ evidence: parts.flatMap(({ evidence }) => evidence), score: parts.reduce((sum, { score }) => sum + score, 0) });

function ofNaming(naming: Naming, item: MatchItem): { readonly reason: CodedReason; readonly score: number } {
  const { number } = item;
  if (naming.kind === 'reference') return { reason: codedReason('evidence-reference', { reference: naming.text }), score: scores.reference };
  if (naming.kind === 'order') return { reason: codedReason('evidence-order', { order: naming.text }), score: naming.isWeak ? scores.weakNumber : scores.order };
  if (naming.isHint) return { reason: codedReason('evidence-number-tail', { number }), score: scores.hint };
  if (naming.isWeak) return { reason: codedReason('evidence-number-partly', { number }), score: scores.weakNumber };
  return { reason: codedReason('evidence-number', { number }), score: scores.number };
}

/** Mistyped numbers, looked for only where nothing of the set is named. */
function nearEvidence(view: ReceiptView, items: readonly MatchItem[]): Weighed {
  const texts = mistypedTexts(view);
  const found = items.slice(0, 3).flatMap((item) => {
    const text = nearText(texts, view.index.keys.get(item.documentId) ?? []);
    return text === null ? [] : [isFor(codedReason('evidence-number-near', { text, number: item.number }))];
  });
  return found.length === 0 ? none : { evidence: found, score: scores.near };
}

function namingEvidence(view: ReceiptView, items: readonly MatchItem[]): Weighed {
  const { named, receipt } = view;
  const evidence: Evidence[] = [];
  let best = 0;
  for (const id of new Set(items.flatMap((item) => item.directDebitIds))) {
    if (receipt.endToEndId === null || receipt.endToEndId.replace(/\s/g, '').toUpperCase() !== id.replace(/\s/g, '').toUpperCase()) continue;
    evidence.push(isFor(codedReason('evidence-direct-debit', { reference: id })));
    best = scores.directDebit;
  }
  const told = new Set<DocumentId>();
  for (const naming of named.namings) {
    const item = items.find((one) => naming.items.includes(one));
    if (item === undefined) continue;
    told.add(item.documentId);
    const { reason, score } = ofNaming(naming, item);
    evidence.push(isFor(reason));
    best = Math.max(best, score);
  }
  for (const { reference, documents } of named.letters) {
    const ofLetter = new Set(documents.map(({ documentId }) => documentId));
    if (!items.every((item) => ofLetter.has(item.documentId))) continue;
    evidence.push(isFor(codedReason('evidence-letter', { reference })));
    best = Math.max(best, scores.letter);
  }
  // Leaving out something that is named, or adding what is not, is less likely than paying what is named.
  const strong = named.namings.filter((naming) => !naming.isWeak && !naming.isHint);
  const leftOut = strong.filter((naming) => !naming.items.some((item) => items.includes(item))).length;
  if (evidence.length > 0) return { evidence: evidence.slice(0, sentences), score: best - Math.min(12, leftOut * 6) + Math.min(6, told.size) };
  const near = nearEvidence(view, items);
  const otherNamed: Weighed = { evidence: [{ stance: 'against', reason: codedReason('against-other-document-named', {}) }], score: scores.otherNamed };
  // What is named and open outweighs what something else in the text only looks like.
  if (near.evidence.length > 0) return strong.some((naming) => naming.items.some((item) => view.openNow(item) !== 0)) ? join([near, otherNamed]) : near;
  const isOtherNamed = strong.length > 0 || named.letters.length > 0 || named.unknownReference !== null;
  if (isOtherNamed) return otherNamed;
  return { evidence: [{ stance: 'missing', reason: codedReason('missing-reference', {}) }], score: 0 };
}

function nameEvidence({ payer, index }: ReceiptView, customerId: CustomerId): Weighed {
  const name = index.customers.get(customerId)?.name ?? '';
  if (payer.namesakes.has(customerId)) return { evidence: [isFor(codedReason('evidence-same-name', { name }))], score: scores.sameName };
  const place = payer.alike.indexOf(customerId);
  return place === -1 ? none : { evidence: [isFor(codedReason('evidence-name', { name }))], score: Math.max(6, scores.name - place) };
}

function accountEvidence({ payer, index }: ReceiptView, customerId: CustomerId): Weighed {
  if (payer.owners.has(customerId)) {
    if (payer.owners.size === 1) return { evidence: [isFor(codedReason('evidence-iban', {}))], score: scores.iban };
    return { evidence: [isFor(codedReason('evidence-shared-iban', { count: payer.owners.size - 1 }))], score: scores.sharedIban };
  }
  if ([...payer.owners].some((owner) => isSameGroup(index, owner, customerId))) return { evidence: [isFor(codedReason('evidence-group', {}))], score: scores.group };
  if (payer.owners.size > 0) return { evidence: [{ stance: 'against', reason: codedReason('against-other-payer', {}) }], score: scores.otherPayer };
  return { evidence: [{ stance: 'missing', reason: codedReason('missing-iban', {}) }], score: 0 };
}

function payerEvidence(view: ReceiptView, customerId: CustomerId): Weighed {
  const customer = view.payer.numbered.has(customerId) ? (view.index.customers.get(customerId)?.number ?? '') : null;
  const numbered = customer === null ? none : { evidence: [isFor(codedReason('evidence-customer-number', { customer }))], score: scores.customerNumber };
  const account = accountEvidence(view, customerId);
  // A known account says more than the name that belongs to it.
  const name = view.payer.owners.size === 1 && view.payer.owners.has(customerId) ? none : nameEvidence(view, customerId);
  return join([numbered, account, name]);
}

function differenceEvidence(view: ReceiptView, { items, differences }: Assignment): Weighed {
  const [first] = differences;
  if (first === undefined) return none;
  const habits = view.index.habits.get(first.customerId) ?? [];
  const habitOf = { 'early-payment-discount': 'takes-discount', 'bank-costs': 'deducts-bank-costs', 'small-difference': 'leaves-small-difference' } as const;
  const habit = habits.find((one) => one.kind === habitOf[first.kind]);
  const usual = habit === undefined ? none : { evidence: [isFor(codedReason('evidence-habit', { times: habit.times }))], score: scores.habit };
  const total = sumCents(differences.map((one) => one.cents));
  if (first.kind === 'small-difference') return join([{ evidence: [isFor(codedReason('evidence-small-difference', { differenceCents: total }))], score: scores.smallDifference }, usual]);
  if (first.kind === 'bank-costs') return join([{ evidence: [isFor(codedReason('evidence-bank-costs', { costsCents: total }))], score: scores.bankCosts }, usual]);
  const discount = items.find((item) => item.documentId === first.documentId)?.discount ?? null;
  if (discount === null) return usual;
  const { untilDate } = discount;
  if (isInTime(discount, view.receipt, view.index.policy)) return join([{ evidence: [isFor(codedReason('evidence-discount', { untilDate }))], score: scores.discount }, usual]);
  return join([{ evidence: [{ stance: 'missing', reason: codedReason('missing-discount-late', { untilDate }) }], score: scores.bankCosts }, usual]);
}

function agreedEvidence({ because, promise, items, parts }: Assignment): Weighed | null {
  if (because === 'undisputed') return { evidence: [isFor(codedReason('evidence-undisputed', {}))], score: scores.agreed };
  if (because === 'promise' && promise !== null) return { evidence: [isFor(codedReason('evidence-promise', { promiseDate: promise.dueOn }))], score: scores.agreed };
  const instalment = because === 'instalment' ? items[0]?.instalments.find((one) => one.cents === sumCents(parts.map((part) => part.cents))) : undefined;
  return instalment === undefined ? null : { evidence: [isFor(codedReason('evidence-instalment', { dueDate: instalment.dueDate }))], score: scores.agreed };
}

function amountEvidence(view: ReceiptView, assignment: Assignment): Weighed {
  const { items, differences } = assignment;
  if (differences.length > 0) return differenceEvidence(view, assignment);
  const agreed = agreedEvidence(assignment);
  if (agreed !== null) return agreed;
  const differenceCents = Math.abs(subtractCents(view.receipt.amountCents, openSum(view, items)));
  const [first] = items;
  if (differenceCents !== 0) {
    const isOldest = assignment.because === 'law' || (first !== undefined && openOf(view, first.customerId).find((item) => view.openNow(item) > 0) === first);
    return { evidence: [{ stance: 'missing', reason: codedReason('missing-amount', { differenceCents }) }], score: assignment.because === 'law' ? scores.law : isOldest ? scores.oldest : 0 };
  }
  if (items.length === 1 || first === undefined) return { evidence: [isFor(codedReason('evidence-amount', {}))], score: scores.amount };
  const isNamed = items.every((item) => view.named.namings.some((naming) => naming.items.includes(item)));
  const isEverything = items.length === openOf(view, first.customerId).length && items.every((item) => item.customerId === first.customerId);
  const sum = isFor(codedReason('evidence-sum', { count: items.length }));
  if (isEverything && !isNamed) return { evidence: [sum, isFor(codedReason('evidence-all-open', {}))], score: scores.everything };
  return { evidence: [sum], score: isNamed ? scores.named : items.length <= 3 ? scores.pair : scores.sum };
}

/** Everything that speaks for and against an assignment. */
export function weigh(view: ReceiptView, assignment: Assignment): Weighed {
  const [first] = assignment.items;
  if (first === undefined) return none;
  const customers = new Set(assignment.items.map(({ customerId }) => customerId)).size;
  const others: Weighed = customers === 1 ? none : { evidence: [{ stance: 'against', reason: codedReason('against-other-customers', { count: customers }) }], score: scores.otherCustomers };
  return join([namingEvidence(view, assignment.items), payerEvidence(view, first.customerId), amountEvidence(view, assignment), others]);
}
