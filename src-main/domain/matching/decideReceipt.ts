/**
 * The exact rules by which one receipt is booked. A structured reference decides alone, also for a part or an over-payment; numbers in the
 * text decide with the exact amount (one, or the sum of all named, credit notes included), and with a known payer also for a part or more;
 * the reference of a letter of ours decides when the amount is exactly what is open of that letter, and otherwise never books on its own;
 * a known account decides when exactly one open document of its customer has exactly that amount and the text names nothing else; an account
 * of several customers (a payment service, a factor, a family) only together with the name of that customer.
 * Never on amount alone; two equal candidates are never guessed between; anything in conflict goes to a person.
 */
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { normalizeAccount } from '../references/iban.ts';
import { customerAmountKey, type MatchIndex } from './matchIndex.ts';
import { decideLetter } from './decideLetter.ts';
import type { MatchDecision, MatchItem, MatchReceipt, MatchRule } from './matchTypes.ts';
import { type NamedDocuments, namedDocuments, type Naming } from './namedDocuments.ts';
import { isSameName } from './payerName.ts';

/** Balances as they stand within a run: receipts booked earlier in it have lowered some. */
export type OpenNow = (item: MatchItem) => Cents;
/** Further open documents of a customer that now have this balance, because an earlier receipt of the run paid a part. */
export type MatchState = {
  readonly index: MatchIndex;
  readonly openNow: OpenNow;
  readonly changed: ReadonlyMap<string, readonly MatchItem[]>;
};

export const payersOf = (receipt: MatchReceipt, index: MatchIndex): ReadonlySet<CustomerId> =>
  new Set(receipt.counterIban === null ? [] : (index.payers.get(normalizeAccount(receipt.counterIban)) ?? []));

const listLimit = 300;
/** Document numbers for a sentence, cut when there are very many. */
const numbersText = (items: readonly MatchItem[]): string => {
  const text = items.map(({ number }) => number).join(', ');
  return text.length <= listLimit ? text : `${text.slice(0, listLimit)}…`;
};

type Decide = { readonly receipt: MatchReceipt; readonly state: MatchState; readonly payers: ReadonlySet<CustomerId> };

const unmatched = ({ receipt }: Decide, reason: CodedReason): MatchDecision => ({
  outcome: 'parked',
  bankEntryId: receipt.bankEntryId,
  customerId: null,
  restCents: receipt.amountCents,
  reason,
});

function book(
  { receipt, state }: Decide,
  how: { readonly rule: MatchRule; readonly items: readonly MatchItem[]; readonly reason: CodedReason },
): MatchDecision {
  const [single] = how.items;
  const isOne = how.items.length === 1 && single !== undefined;
  const parts = how.items.map((item) => {
    const open = state.openNow(item);
    return {
      documentId: item.documentId,
      customerId: item.customerId,
      cents: isOne && receipt.amountCents < open ? receipt.amountCents : open,
    };
  });
  const restCents = subtractCents(receipt.amountCents, sumCents(parts.map((part) => part.cents)));
  const customerId = single?.customerId;
  if (customerId === undefined) throw new RangeError('a decision books at least one document');
  return { outcome: 'booked', bankEntryId: receipt.bankEntryId, rule: how.rule, customerId, parts, differences: [], restCents, evidence: [], reason: how.reason };
}

/** One document: exact, a part, or more than was open, in the words of the evidence that named it. */
function bookOne(decide: Decide, item: MatchItem, naming: Naming): MatchDecision {
  const amountCents = decide.receipt.amountCents;
  const openCents = decide.state.openNow(item);
  const fit = amountCents === openCents ? 'exact' : amountCents < openCents ? 'part' : 'over';
  const code = `match-${naming.kind}-${fit}` as const;
  const restCents = fit === 'over' ? subtractCents(amountCents, openCents) : zeroCents;
  const reason = codedReason(code, { reference: naming.text, number: item.number, openCents, amountCents, restCents });
  return book(decide, { rule: naming.kind, items: [item], reason });
}

type Named = { readonly item: MatchItem; readonly naming: Naming };
type Resolved = { readonly open: readonly Named[]; readonly settled: readonly MatchItem[]; readonly ambiguous: readonly Naming[] };

/** Picks the document each naming means: the only open one, or the only open one of the payer; otherwise it stays ambiguous. */
function resolve({ state, payers, receipt }: Decide, { namings }: NamedDocuments): Resolved {
  const open: Named[] = [];
  const settled: MatchItem[] = [];
  const ambiguous: Naming[] = [];
  for (const naming of namings) {
    const candidates = naming.items.filter((item) => state.openNow(item) !== 0);
    const ofPayer = candidates.filter((item) => payers.has(item.customerId));
    const exact = candidates.filter((item) => state.openNow(item) === receipt.amountCents);
    const [item] =
      candidates.length === 1
        ? candidates
        : ofPayer.length === 1
          ? ofPayer
          : naming.kind === 'reference' && exact.length === 1
            ? exact
            : [];
    // A document named twice is still one document.
    if (item !== undefined && open.some((other) => other.item === item)) continue;
    if (item !== undefined) open.push({ item, naming });
    else if (candidates.length === 0) settled.push(...naming.items);
    else ambiguous.push(naming);
  }
  return { open, settled, ambiguous };
}

const isOneCustomer = (named: readonly Named[]): boolean => new Set(named.map(({ item }) => item.customerId)).size === 1;

function hasNameOf({ receipt, state }: Decide, item: MatchItem): boolean {
  const name = state.index.customerNames.get(item.customerId);
  return name !== undefined && receipt.counterName !== null && isSameName(receipt.counterName, name);
}

const isKnownPayer = (decide: Decide, item: MatchItem): boolean =>
  decide.payers.has(item.customerId) || (decide.payers.size === 0 && hasNameOf(decide, item));

/** All that is named adds up to the amount: several documents of one customer, credit notes taken off. */
function sumOf(decide: Decide, named: readonly Named[]): MatchDecision | null {
  const items = named.map(({ item }) => item);
  if (items.length < 2 || !isOneCustomer(named)) return null;
  const sum = sumCents(items.map(decide.state.openNow));
  if (sum !== decide.receipt.amountCents) return null;
  const reason = codedReason('match-sum-exact', { count: items.length, numbers: numbersText(items), amountCents: sum });
  return book(decide, { rule: 'sum', items, reason });
}

function amountDiffers(decide: Decide, named: readonly Named[]): MatchDecision {
  const items = named.map(({ item }) => item);
  const params = {
    numbers: numbersText(items),
    sumCents: sumCents(items.map(decide.state.openNow)),
    amountCents: decide.receipt.amountCents,
  };
  return unmatched(decide, codedReason('unmatched-amount-differs', params));
}

/** A structured reference of ours was given. It decides alone; with further numbers only when everything adds up. */
function byReference(decide: Decide, named: readonly Named[]): MatchDecision | null {
  const references = named.filter(({ naming }) => naming.kind === 'reference');
  const [first] = references;
  if (first === undefined) return null;
  const sum = sumOf(decide, named) ?? sumOf(decide, references);
  if (sum !== null) return sum;
  if (references.length > 1 || decide.state.openNow(first.item) < 0) return amountDiffers(decide, named);
  return bookOne(decide, first.item, first.naming);
}

/** Numbers in the text: exact amount or exact sum; a part or more only from a payer known as this customer. */
function byNumber(decide: Decide, named: readonly Named[]): MatchDecision | null {
  const { receipt, state, payers } = decide;
  const usable = named.filter(({ item, naming }) => !naming.isWeak || isKnownPayer(decide, item));
  const ofPayer = usable.filter(({ item }) => payers.has(item.customerId));
  const chosen = ofPayer.length > 0 ? ofPayer : usable;
  const [first] = chosen;
  if (first === undefined) {
    const [weak] = named;
    return weak === undefined ? null : unmatched(decide, codedReason('unmatched-weak-number', { number: weak.item.number }));
  }
  if (!isOneCustomer(chosen)) return unmatched(decide, codedReason('unmatched-other-customers', {}));
  if (payers.size > 0 && ofPayer.length === 0)
    return unmatched(decide, codedReason('unmatched-payer-conflict', { number: first.item.number }));
  const sum = sumOf(decide, chosen);
  if (sum !== null) return sum;
  const open = state.openNow(first.item);
  if (chosen.length > 1 || open < 0) return amountDiffers(decide, chosen);
  if (open === receipt.amountCents) return bookOne(decide, first.item, first.naming);
  // The text names one document and the amount is that of another: both cannot be meant.
  const isAnothersAmount = openWithAmount(decide).some((item) => item.documentId !== first.item.documentId);
  return isKnownPayer(decide, first.item) && !isAnothersAmount && !first.naming.isWeak ? bookOne(decide, first.item, first.naming) : amountDiffers(decide, chosen);
}

/** Open documents of the known payers with exactly the amount of the receipt, each once. */
function openWithAmount({ receipt, state, payers }: Decide): readonly MatchItem[] {
  const found = new Map<DocumentId, MatchItem>();
  for (const customerId of payers) {
    const key = customerAmountKey(customerId, receipt.currency, receipt.amountCents);
    for (const item of [...(state.index.byCustomerAmount.get(key) ?? []), ...(state.changed.get(key) ?? [])]) {
      if (state.openNow(item) === receipt.amountCents) found.set(item.documentId, item);
    }
  }
  return [...found.values()];
}

function byAccount(decide: Decide): MatchDecision {
  if (decide.payers.size === 0) return unmatched(decide, codedReason('unmatched-nothing-found', {}));
  const candidates = openWithAmount(decide);
  const [item] = candidates;
  if (item === undefined) return unmatched(decide, codedReason('unmatched-no-amount', {}));
  if (candidates.length > 1) return unmatched(decide, codedReason('unmatched-equal-candidates', { count: candidates.length }));
  if (decide.payers.size > 1 && !hasNameOf(decide, item)) return unmatched(decide, codedReason('unmatched-shared-account', { count: decide.payers.size }));
  const reason = codedReason('match-iban-exact', { number: item.number, amountCents: decide.receipt.amountCents });
  return book(decide, { rule: 'iban-amount', items: [item], reason });
}

const exactCodes: ReadonlySet<string> = new Set(['match-reference-exact', 'match-number-exact', 'match-sum-exact']);
const onlyExact = (decision: MatchDecision | null): MatchDecision | null =>
  decision?.outcome === 'booked' && exactCodes.has(decision.reason.code) ? decision : null;

/** A letter of ours is named: exactly what is open of it is booked; otherwise documents named beside it, when exact; otherwise nothing. */
function byLetter(decide: Decide, named: NamedDocuments, open: readonly Named[]): MatchDecision | null {
  const { receipt, state, payers } = decide;
  const found = decideLetter({ receipt, payers, named, items: state.index.items, openNow: state.openNow });
  if (found === null) return null;
  if (found.outcome === 'exact') return book(decide, { rule: 'letter', items: found.items, reason: found.reason });
  const beside = found.outcome === 'open' ? (onlyExact(byReference(decide, open)) ?? onlyExact(byNumber(decide, open))) : null;
  return beside ?? unmatched(decide, found.reason);
}

/** Decides about one receipt with the balances as they stand. */
export function decideReceipt(receipt: MatchReceipt, state: MatchState): MatchDecision {
  const decide: Decide = { receipt, state, payers: payersOf(receipt, state.index) };
  if (receipt.amountCents <= 0) return unmatched(decide, codedReason('unmatched-money-out', {}));
  const named = namedDocuments(receipt, state.index);
  const { open, settled, ambiguous } = resolve(decide, named);
  const letter = byLetter(decide, named, open);
  if (letter !== null) return letter;
  const [unclear] = open.some(({ naming }) => naming.kind === 'reference')
    ? []
    : ambiguous.filter((naming) => !open.some(({ item }) => naming.items.includes(item)));
  if (unclear !== undefined) return unmatched(decide, codedReason('unmatched-equal-candidates', { count: unclear.items.length }));
  const decision = byReference(decide, open) ?? byNumber(decide, open);
  if (decision !== null) return decision;
  const [paid] = settled;
  if (paid !== undefined) return unmatched(decide, codedReason('unmatched-already-paid', { number: paid.number }));
  if (named.unknownReference !== null)
    return unmatched(decide, codedReason('unmatched-reference-unknown', { reference: named.unknownReference.slice(0, 60) }));
  return byAccount(decide);
}
