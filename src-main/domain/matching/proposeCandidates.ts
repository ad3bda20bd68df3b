/**
 * Ranked proposals for a receipt that a person must judge, each with what speaks for it, what is missing and what speaks against. Looked up
 * through the indexes with fixed limits, so that one receipt costs the same among a hundred documents or a hundred thousand.
 */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { type Cents, cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { openOfLetter } from './decideLetter.ts';
import { payersOf } from './decideReceipt.ts';
import { amountKey, type MatchIndex } from './matchIndex.ts';
import type { Evidence, MatchCandidate, MatchItem, MatchPart, MatchReceipt } from './matchTypes.ts';
import { type NamedDocuments, namedDocuments } from './namedDocuments.ts';
import { customersNamed } from './payerName.ts';

const candidateLimit = 5;
/** Documents looked at per customer, and documents of anybody with exactly the amount. */
const perCustomer = 200;
const byAmountLimit = 10;
/** Sums of documents shown per customer. */
const pairLimit = 5;

const scores = {
  reference: 60,
  number: 40,
  letter: 40,
  weakNumber: 10,
  iban: 30,
  name: 15,
  amount: 25,
  sum: 25,
  otherPayer: -25,
  otherNamed: -20,
} as const;

type Context = {
  readonly receipt: MatchReceipt;
  readonly index: MatchIndex;
  readonly payers: ReadonlySet<CustomerId>;
  readonly alike: ReadonlySet<CustomerId>;
  readonly named: NamedDocuments;
};
type Group = { readonly items: readonly MatchItem[] };

const sumOpen = (items: readonly MatchItem[]): Cents => sumCents(items.map((item) => item.openCents));
const oldestFirst = (a: MatchItem, b: MatchItem): number => {
  const [first, second] = [a.dueDate ?? a.issueDate, b.dueDate ?? b.issueDate];
  return first === second ? a.documentId - b.documentId : first < second ? -1 : 1;
};

/** Credits first, then the oldest, as far as the receipt reaches. */
function partsOf(items: readonly MatchItem[], amount: Cents): readonly MatchPart[] {
  let left = amount;
  const parts: MatchPart[] = [];
  for (const item of [...items].sort((a, b) => Number(a.openCents > 0) - Number(b.openCents > 0) || oldestFirst(a, b))) {
    const take =
      amount < 0 ? cents(Math.max(item.openCents, left)) : item.openCents < 0 ? item.openCents : cents(Math.min(item.openCents, left));
    if (take === 0) continue;
    parts.push({ documentId: item.documentId, customerId: item.customerId, cents: take });
    left = subtractCents(left, take);
  }
  return parts;
}

const isCredit = ({ openCents }: MatchItem): boolean => openCents < 0;

/** Two documents, or the oldest few together, that are exactly the amount: how people pay who name nothing. */
function exactSums(items: readonly MatchItem[], amount: Cents): readonly Group[] {
  const sorted = [...items].sort(oldestFirst);
  const groups: Group[] = [];
  let sum = 0;
  for (const [index, item] of sorted.entries()) {
    sum += item.openCents;
    if (index > 0 && index + 1 < sorted.length && sum === amount) groups.push({ items: sorted.slice(0, index + 1) });
  }
  const byOpen = new Map<number, MatchItem>();
  for (const item of sorted) {
    const partner = byOpen.get(amount - item.openCents);
    if (partner !== undefined && groups.length < pairLimit) groups.push({ items: [partner, item] });
    if (!byOpen.has(item.openCents)) byOpen.set(item.openCents, item);
  }
  return groups;
}

/** Sets of documents worth showing: what is named, the exact amounts, everything of a customer, and a customer's oldest document. */
function groupsOf({ receipt, index, payers, alike, named }: Context): readonly Group[] {
  const amount = receipt.amountCents;
  const groups: Group[] = [];
  const isOpen = (item: MatchItem): boolean => item.currency === receipt.currency && (amount > 0 ? item.openCents !== 0 : isCredit(item));
  const namedItems = named.namings
    .flatMap((naming) => naming.items)
    .filter(isOpen)
    .slice(0, perCustomer);
  for (const letter of named.letters) {
    const items = openOfLetter(letter, index.items, (item) => item.openCents).filter(isOpen);
    groups.push({ items: items.slice(0, perCustomer) });
  }
  const namedByCustomer = new Map<CustomerId, MatchItem[]>();
  for (const item of namedItems) namedByCustomer.set(item.customerId, [...(namedByCustomer.get(item.customerId) ?? []), item]);
  for (const items of namedByCustomer.values()) groups.push({ items }, ...items.map((item) => ({ items: [item] })));
  for (const customerId of new Set([...payers, ...alike])) {
    const items = (index.byCustomer.get(customerId) ?? []).filter(isOpen).slice(0, perCustomer);
    groups.push(...items.filter((item) => item.openCents === amount).map((item) => ({ items: [item] })));
    if (items.length > 1 && sumOpen(items) === amount) groups.push({ items });
    groups.push(...exactSums(items, amount));
    const oldest = [...items].filter((item) => !isCredit(item) || amount < 0).sort(oldestFirst)[0];
    if (oldest !== undefined) groups.push({ items: [oldest] });
  }
  const sameAmount = (index.byAmount.get(amountKey(receipt.currency, amount)) ?? []).slice(0, byAmountLimit);
  return [...groups, ...sameAmount.map((item) => ({ items: [item] }))];
}

type Weighed = { readonly evidence: readonly Evidence[]; readonly score: number };

function namingEvidence({ named }: Context, items: readonly MatchItem[]): Weighed {
  const evidence: Evidence[] = [];
  let score = 0;
  let best = 0;
  for (const naming of named.namings) {
    const item = items.find((one) => naming.items.includes(one));
    if (item === undefined) continue;
    const isReference = naming.kind === 'reference';
    const reason = isReference
      ? codedReason('evidence-reference', { reference: naming.text })
      : codedReason(naming.isWeak ? 'evidence-number-partly' : 'evidence-number', { number: item.number });
    evidence.push({ stance: 'for', reason });
    best = Math.max(best, isReference ? scores.reference : naming.isWeak ? scores.weakNumber : scores.number);
  }
  for (const { reference, documents } of named.letters) {
    const ofLetter = new Set(documents.map(({ documentId }) => documentId));
    if (!items.every((item) => ofLetter.has(item.documentId))) continue;
    evidence.push({ stance: 'for', reason: codedReason('evidence-letter', { reference }) });
    best = Math.max(best, scores.letter);
  }
  score += best;
  if (evidence.length === 0) {
    const isOtherNamed = named.namings.length > 0 || named.letters.length > 0 || named.unknownReference !== null;
    evidence.push(
      isOtherNamed
        ? { stance: 'against', reason: codedReason('against-other-document-named', {}) }
        : { stance: 'missing', reason: codedReason('missing-reference', {}) },
    );
    if (isOtherNamed) score += scores.otherNamed;
  }
  return { evidence: evidence.slice(0, 8), score };
}

function payerEvidence({ payers, alike, index }: Context, customerId: CustomerId): Weighed {
  if (payers.has(customerId)) return { evidence: [{ stance: 'for', reason: codedReason('evidence-iban', {}) }], score: scores.iban };
  const evidence: Evidence[] = [];
  let score = 0;
  if (alike.has(customerId)) {
    evidence.push({ stance: 'for', reason: codedReason('evidence-name', { name: index.customerNames.get(customerId) ?? '' }) });
    score += scores.name;
  }
  if (payers.size === 0) return { evidence: [...evidence, { stance: 'missing', reason: codedReason('missing-iban', {}) }], score };
  return {
    evidence: [...evidence, { stance: 'against', reason: codedReason('against-other-payer', {}) }],
    score: score + scores.otherPayer,
  };
}

function amountEvidence({ receipt }: Context, items: readonly MatchItem[]): Weighed {
  const difference = subtractCents(receipt.amountCents, sumOpen(items));
  if (difference !== 0) {
    const differenceCents = Math.abs(difference);
    return { evidence: [{ stance: 'missing', reason: codedReason('missing-amount', { differenceCents }) }], score: 0 };
  }
  if (items.length === 1) return { evidence: [{ stance: 'for', reason: codedReason('evidence-amount', {}) }], score: scores.amount };
  return { evidence: [{ stance: 'for', reason: codedReason('evidence-sum', { count: items.length }) }], score: scores.sum };
}

function weigh(context: Context, { items }: Group): MatchCandidate | null {
  const customerId = items[0]?.customerId;
  const parts = partsOf(items, context.receipt.amountCents);
  const assigned = sumCents(parts.map((part) => part.cents));
  // Credit alone cannot take in money, nor can invoices pay it out.
  if (customerId === undefined || assigned === 0 || assigned > 0 !== context.receipt.amountCents > 0) return null;
  const weighed = [namingEvidence(context, items), payerEvidence(context, customerId), amountEvidence(context, items)];
  return {
    customerId,
    parts,
    differences: [],
    restCents: subtractCents(context.receipt.amountCents, assigned),
    score: weighed.reduce((sum, { score }) => sum + score, 0),
    evidence: weighed.flatMap(({ evidence }) => evidence),
  };
}

/** Two proposals with the same score speak against each other. */
function withEquals(ranked: readonly MatchCandidate[]): readonly MatchCandidate[] {
  return ranked.map((candidate, place) => {
    const hasEqual = ranked.some((other, index) => index !== place && other.score === candidate.score);
    if (!hasEqual) return candidate;
    return { ...candidate, evidence: [...candidate.evidence, { stance: 'against', reason: codedReason('against-equal-candidate', {}) }] };
  });
}

/** At most five proposals, best first; none has only the amount against a known payer. Balances are those of the index. */
export function proposeCandidates(receipt: MatchReceipt, index: MatchIndex): readonly MatchCandidate[] {
  const context: Context = {
    receipt,
    index,
    payers: payersOf(receipt, index),
    alike: new Set(customersNamed(receipt.counterName, index)),
    named: namedDocuments(receipt, index),
  };
  const byParts = new Map<string, MatchCandidate>();
  for (const group of groupsOf(context)) {
    const candidate = weigh(context, group);
    if (candidate === null || candidate.score <= 0) continue;
    const key = candidate.parts.map((part) => `${part.documentId}:${part.cents}`).join(' ');
    if ((byParts.get(key)?.score ?? 0) < candidate.score) byParts.set(key, candidate);
  }
  const first = (candidate: MatchCandidate): number => candidate.parts[0]?.documentId ?? 0;
  const ranked = [...byParts.values()].sort((a, b) => b.score - a.score || a.parts.length - b.parts.length || first(a) - first(b));
  return withEquals(ranked.slice(0, candidateLimit));
}
