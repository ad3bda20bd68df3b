/**
 * Documents that are named. Exact amounts first (one document, or the sum of all named, credit notes taken off); then what the policy grants
 * to be missing; then what adds up with claims, credit notes or other open documents of the same known payer; last a part or more, by a
 * payment reference or from a known payer.
 */
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { acceptedOf, type Explained, explainShort, mayBeBankCosts } from './differences.ts';
import { exactSums } from './exactSums.ts';
import { bareNumber } from './matchIndex.ts';
import type { MatchItem, MatchRule } from './matchTypes.ts';
import { hasLookalike } from './nearNumber.ts';
import { isKnownAs, speaksAgainst } from './payer.ts';
import { fullParts, openOf, openSum, plansOf, reached, type ReceiptView, spread } from './receiptView.ts';
import { isOneGroup, type Named, usableOf } from './resolveNamed.ts';
import { book, leave, numbersText, type Ruling } from './ruling.ts';

const itemsOf = (named: readonly Named[]): readonly MatchItem[] => named.map(({ item }) => item);
const isNamedByReference = (named: readonly Named[]): boolean => named.some(({ naming }) => naming.kind === 'reference');

function amountDiffers(view: ReceiptView, named: readonly Named[]): Ruling {
  const items = itemsOf(named);
  const params = { numbers: numbersText(items), sumCents: openSum(view, items), amountCents: view.receipt.amountCents };
  return leave(codedReason('unmatched-amount-differs', params), view.payer.certain);
}

/** One document: exact, a part, or more than was open, in the words of the evidence that named it. */
function bookOne(view: ReceiptView, { item, naming }: Named): Ruling {
  const { amountCents } = view.receipt;
  const openCents = view.openNow(item);
  const fit = amountCents === openCents ? 'exact' : amountCents < openCents ? 'part' : 'over';
  const restCents = fit === 'over' ? subtractCents(amountCents, openCents) : zeroCents;
  const parts = spread(view, [item], amountCents);
  if (naming.kind === 'order') {
    const reason = codedReason('match-order-exact', { order: naming.text, number: item.number });
    return book('order', { items: [item], parts, differences: [], reason });
  }
  const reason = codedReason(`match-${naming.kind}-${fit}`, { reference: naming.text, number: item.number, openCents, amountCents, restCents });
  return book(naming.kind, { items: [item], parts, differences: [], reason });
}

/** All of them together are exactly the amount: one document, or several of one customer or group. */
function exactly(view: ReceiptView, named: readonly Named[]): Ruling | null {
  const items = itemsOf(named);
  const [first, ...others] = named;
  if (first === undefined || openSum(view, items) !== view.receipt.amountCents || !isOneGroup(view, items)) return null;
  if (others.length === 0) return bookOne(view, first);
  const reason = codedReason('match-sum-exact', { count: items.length, numbers: numbersText(items), amountCents: view.receipt.amountCents });
  return book('sum', { items, parts: fullParts(view, items, []), differences: [], reason });
}

const ruleOf = (named: readonly Named[]): MatchRule => (named.length > 1 ? 'sum' : (named[0]?.naming.kind ?? 'number'));

function explained(named: readonly Named[], { kind, differences }: Explained): ReturnType<typeof codedReason> {
  const numbers = numbersText(itemsOf(named));
  const total = sumCents(differences.map((one) => one.cents));
  if (kind === 'early-payment-discount') return codedReason('match-with-discount', { numbers, discountCents: total });
  if (kind === 'bank-costs') return codedReason('match-with-bank-costs', { numbers, costsCents: total });
  return codedReason('match-with-small-difference', { numbers, differenceCents: total });
}

/** Short by a discount in time, by costs of a bank, or by a few cents, as the policy grants. */
function withDifference(view: ReceiptView, named: readonly Named[]): Ruling | null {
  const items = itemsOf(named);
  if (items.some((item) => view.openNow(item) < 0) || !isOneGroup(view, items)) return null;
  const found = explainShort({ receipt: view.receipt, items, openNow: view.openNow, policy: view.index.policy });
  if (found === null) return null;
  // An agreed instalment or the undisputed part is a part that was meant, not a loss.
  if (items.some((item) => item.instalments.some((one) => one.cents === view.receipt.amountCents))) return null;
  return book(ruleOf(named), { items, parts: fullParts(view, items, found.differences), differences: found.differences, reason: explained(named, found) });
}

/** The only way in which claims, credit notes or other open documents of the same customer make up the difference; null when there is none or more than one. */
export function completion(view: ReceiptView, items: readonly MatchItem[]): readonly MatchItem[] | null {
  const [first] = items;
  if (first === undefined) return null;
  const sum = openSum(view, items);
  const left = subtractCents(view.receipt.amountCents, sum);
  const others = openOf(view, first.customerId).filter((item) => !items.includes(item));
  const claims = others.filter((item) => item.kind === 'claim');
  const credits = others.filter((item) => view.openNow(item) < 0);
  for (const [at, choice] of [claims, credits, others].entries()) {
    const sums = exactSums(choice.map((item) => view.openNow(item)), left, 2);
    const [only, second] = sums.sets;
    if (only === undefined) continue;
    // Exactly twice what is named may be paid twice as well as another document of the same amount.
    const isTwice = at === 2 && sum !== 0 && view.receipt.amountCents % sum === 0;
    if (second !== undefined || !sums.isComplete || isTwice || (at === 2 && choice.length > completionLimit)) return null;
    return only.flatMap((place) => choice[place] ?? []);
  }
  return null;
}

/** Among more other documents than this a sum may fit by chance. */
const completionLimit = 9;

function withOthers(view: ReceiptView, named: readonly Named[]): Ruling | null {
  const items = itemsOf(named);
  const more = isOneGroup(view, items) ? completion(view, items) : null;
  if (more === null) return null;
  const all = [...items, ...more];
  const reason = codedReason('match-sum-with', { numbers: numbersText(items), count: more.length });
  return book('sum', { items: all, parts: fullParts(view, all, []), differences: [], reason });
}

/** Other open documents of the payer or the named customer with exactly this amount: the text says one, the amount another. */
const isAnothersAmount = (view: ReceiptView, { item }: Named): boolean =>
  [...new Set([item.customerId, ...view.payer.owners])].some((customerId) =>
    openOf(view, customerId).some((other) => other !== item && view.openNow(other) === view.receipt.amountCents),
  );

/**
 * A payment reference alone decides also over a part, unless the account is somebody else's, or it was typed into the text by somebody
 * with another name: a mistyped reference can be that of another invoice.
 */
function isReferenceEnough(view: ReceiptView, { item }: Named): boolean {
  const { payer, receipt, index } = view;
  if (payer.owners.size > 0) return !speaksAgainst(payer, item.customerId, index);
  return receipt.structuredRef !== null || receipt.counterName === null || payer.alike.includes(item.customerId);
}

/** More than this many times what was open is no slip of a payer's pen. */
const mostTimes = 3;

/** What is left over is exactly what the customer or its group has open elsewhere, in one way or in several: then it was probably meant for that. */
function isRestOfOthers(view: ReceiptView, { item }: Named, rest: Cents): boolean {
  if (rest <= 0) return false;
  if (rest > view.openNow(item) * (mostTimes - 1)) return true;
  const close = new Set([...(view.index.groups.get(item.customerId) ?? [item.customerId]), ...view.payer.owners]);
  const others = [...close].flatMap((customerId) => openOf(view, customerId)).filter((other) => other !== item);
  return exactSums(others.map((other) => view.openNow(other)), rest, 1).sets.length > 0;
}

/** A few cents more than all that is named, as the policy accepts; not when something else is open for them or for the whole amount. */
function withSurplus(view: ReceiptView, named: readonly Named[]): Ruling | null {
  const items = itemsOf(named);
  const [first] = named;
  const restCents = subtractCents(view.receipt.amountCents, openSum(view, items));
  if (first === undefined || restCents <= 0 || acceptedOf(restCents, view.index.policy) === 0 || !isOneGroup(view, items)) return null;
  if (items.some((item) => view.openNow(item) <= restCents) || isAnothersAmount(view, first) || isRestOfOthers(view, first, restCents)) return null;
  const reason = codedReason('match-with-small-surplus', { numbers: numbersText(items), differenceCents: restCents });
  return book(ruleOf(named), { items, parts: fullParts(view, items, []), differences: [], reason });
}

function partOrMore(view: ReceiptView, named: Named, isKnown: boolean): Ruling {
  const { item, naming } = named;
  if (isRestOfOthers(view, named, subtractCents(view.receipt.amountCents, view.openNow(item))) || mayBeBankCosts(view.receipt, view.openNow(item), view.index.policy)) return amountDiffers(view, [named]);
  if (naming.kind === 'reference' && !isKnown && !isReferenceEnough(view, named)) return amountDiffers(view, [named]);
  if (view.openNow(item) < 0 || naming.kind === 'order' || naming.isWeak || (naming.kind === 'number' && !isKnown) || isAnothersAmount(view, named)) return amountDiffers(view, [named]);
  return bookOne(view, named);
}

/**
 * Documents of a payment plan are named and the amount is exactly that of an instalment: first what is named (6:43 BW, the payer says what
 * for), then the oldest others of the plan.
 */
function byPlan(view: ReceiptView, named: readonly Named[]): Ruling | null {
  const items = itemsOf(named);
  const [first] = items;
  if (first === undefined || named.some(({ naming }) => naming.kind === 'order' || naming.isWeak)) return null;
  const [plan, ...others] = plansOf(view, openOf(view, first.customerId));
  if (plan === undefined || others.length > 0 || !items.every((item) => plan.items.includes(item)) || openSum(view, plan.items) < view.receipt.amountCents) return null;
  const own = reached(view, items);
  const left = subtractCents(view.receipt.amountCents, sumCents(own.parts.map((part) => part.cents)));
  const rest = left > 0 ? spread(view, plan.items.filter((item) => !items.includes(item)), left) : [];
  const parts = [...own.parts, ...rest];
  const paid = parts.flatMap((part) => plan.items.find((item) => item.documentId === part.documentId) ?? []);
  return book('instalment', { items: paid, parts, differences: [], reason: codedReason('match-instalment', { dueDate: plan.instalment.dueDate, number: numbersText(items) }) });
}

/** A number that only ends a longer one: with a known payer and the exact amount, nothing else. */
function byHints(view: ReceiptView, hints: readonly Named[]): Ruling | null {
  const exact = hints.filter(({ item }) => view.openNow(item) === view.receipt.amountCents);
  const [only, ...others] = exact;
  return only === undefined || others.length > 0 ? null : bookOne(view, only);
}

/** Something else in the text may be a further number, mistyped or paid before: then neither a part nor a rest is certain. */
const mayNameMore = (view: ReceiptView, { item }: Named): boolean =>
  hasLookalike(view.named.unread, bareNumber(item.number)) ||
  view.named.namings.some((naming) => !naming.items.includes(item) && (naming.isHint || (naming.kind !== 'order' && !naming.isWeak)));

/** Decides by what is named; null when nothing usable is. */
export function decideNamed(view: ReceiptView, open: readonly Named[]): Ruling | null {
  const { payer, index } = view;
  const { strong, references, hints } = usableOf(view, open);
  const [first] = references.length > 0 ? references : strong;
  if (first === undefined) {
    const [weak] = open.filter(({ naming }) => naming.isWeak && !naming.isHint);
    return byHints(view, hints) ?? (weak === undefined ? null : leave(codedReason('unmatched-weak-number', { number: weak.item.number }), payer.certain));
  }
  if (references.length === 0 && !isOneGroup(view, itemsOf(strong))) return leave(codedReason('unmatched-other-customers', {}), payer.certain);
  if (references.length === 0 && speaksAgainst(payer, first.item.customerId, index)) {
    return leave(codedReason('unmatched-payer-conflict', { number: first.item.number }), payer.certain);
  }
  const isKnown = isKnownAs(payer, first.item.customerId, index);
  const exact = exactly(view, strong) ?? exactly(view, references) ?? (hints.length > 0 ? exactly(view, [...strong, ...hints]) : null);
  if (exact !== null) return exact;
  const chosen = references.length > 0 ? references : strong;
  const agreed = mayNameMore(view, first) ? null : byPlan(view, chosen);
  if (agreed !== null) return agreed;
  const found = withDifference(view, chosen) ?? (isKnown || isNamedByReference(chosen) ? withOthers(view, chosen) : null) ?? withSurplus(view, chosen);
  if (found !== null) return found;
  return chosen.length > 1 || mayNameMore(view, first) ? amountDiffers(view, chosen) : partOrMore(view, first, isKnown);
}

