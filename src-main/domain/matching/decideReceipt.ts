/**
 * The written policy by which one receipt is booked, in this order; anything in conflict goes to a person.
 * 1. Money of a payment service that is a payout is never of one customer.
 * 2. The end-to-end id of our own direct debit, with its exact amount.
 * 3. The reference of a letter of ours, with exactly what is open of that letter.
 *    Of a payment plan also exactly an instalment, to its oldest documents.
 * 4. Documents that are named (see decideNamed.ts): a payment reference decides alone, a number with the exact amount or with a known payer.
 * 5. A known payer who names nothing (see decideUnnamed.ts): the only document, agreed payment or set of documents of exactly this amount.
 * 6. Whatever was decided waits when a list of open items may hold that money already (see listedAlready.ts).
 * Never on amount alone; two equal candidates are never guessed between; a reference beats age and account.
 */
import type { CustomerId } from '../../../src-shared/ids.ts';
import { negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { decideLetter } from './decideLetter.ts';
import { decideNamed } from './decideNamed.ts';
import { decideUnnamed } from './decideUnnamed.ts';
import { acceptedOf } from './differences.ts';
import { weigh } from './evidence.ts';
import { heldByList, listedAlready, type ListedAlready } from './listedAlready.ts';
import { endToEndKey } from './matchIndex.ts';
import type { BookedDecision, MatchItem, ParkedDecision } from './matchTypes.ts';
import { nearText } from './nearNumber.ts';
import { speaksAgainst } from './payer.ts';
import { fullParts, mistypedTexts, openSum, reached, type ReceiptView } from './receiptView.ts';
import { isOneGroup, type Named, resolveNamed } from './resolveNamed.ts';
import { book, leave, type Ruling } from './ruling.ts';

const alreadyPaid = ({ number, totalCents }: MatchItem): CodedReason => codedReason('unmatched-already-paid', { number, totalCents });

function mistyped(ruling: Ruling, view: ReceiptView): Ruling | null {
  const [item, ...others] = ruling.kind === 'book' ? ruling.items : [];
  return item !== undefined && others.length === 0 && nearText(mistypedTexts(view), view.index.keys.get(item.documentId) ?? []) !== null ? ruling : null;
}

function byDirectDebit(view: ReceiptView): Ruling | null {
  const { receipt, index, openNow } = view;
  const id = receipt.endToEndId;
  const items = id === null ? [] : (index.byDirectDebit.get(endToEndKey(id)) ?? []).filter((item) => item.currency === receipt.currency);
  const [first] = items;
  if (first === undefined || id === null) return null;
  const open = items.filter((item) => openNow(item) !== 0);
  const params = { reference: id, number: open[0]?.number ?? first.number };
  if (open.length === 0) return leave(alreadyPaid(first), first.customerId);
  if (!isOneGroup(view, open)) return leave(codedReason('unmatched-other-customers', {}), null);
  const openCents = openSum(view, open);
  const reason = codedReason('match-direct-debit', params);
  if (openCents === receipt.amountCents) return book('direct-debit', { items: open, parts: fullParts(view, open, []), differences: [], reason });
  return leave(codedReason('unmatched-direct-debit-amount', { ...params, openCents, amountCents: receipt.amountCents }), first.customerId);
}

const exactCodes: ReadonlySet<string> = new Set(['match-reference-exact', 'match-number-exact', 'match-sum-exact']);
const onlyExact = (ruling: Ruling | null): Ruling | null => (ruling?.kind === 'book' && exactCodes.has(ruling.reason.code) ? ruling : null);

/** A letter of ours is named: exactly what is open of it is booked; otherwise documents named beside it, when exact; otherwise nothing. */
function byLetter(view: ReceiptView, open: readonly Named[]): Ruling | null {
  const { receipt, payer, named, index, openNow } = view;
  const found = decideLetter({ receipt, payers: payer.owners, named, items: index.items, openNow });
  if (found === null) return null;
  if (found.outcome === 'instalment') return book('instalment', { ...reached(view, found.items), differences: [], reason: found.reason });
  if (found.outcome === 'exact') return book('letter', { items: found.items, parts: fullParts(view, found.items, []), differences: [], reason: found.reason });
  const beside = found.outcome === 'open' ? onlyExact(decideNamed(view, open)) : null;
  return beside ?? leave(found.reason, payer.certain);
}

function ruleOn(view: ReceiptView): Ruling {
  const { receipt, payer, named } = view;
  if (receipt.amountCents <= 0) return leave(codedReason('unmatched-money-out', {}), payer.certain);
  if (payer.service?.isSettlement === true) return leave(codedReason('unmatched-settlement', { provider: payer.service.provider }), null);
  const debit = byDirectDebit(view);
  if (debit !== null) return debit;
  const { open, settled, ambiguous } = resolveNamed(view);
  const letter = byLetter(view, open);
  if (letter !== null) return letter;
  const [unclear] = open.some(({ naming }) => naming.kind === 'reference')
    ? []
    : ambiguous.filter((naming) => !open.some(({ item }) => naming.items.includes(item)));
  if (unclear !== undefined) return leave(codedReason('unmatched-equal-candidates', { count: unclear.items.length }), payer.certain);
  const ruling = decideNamed(view, open);
  if (ruling !== null) return ruling;
  const paid = settled.find((item) => !speaksAgainst(payer, item.customerId, view.index));
  if (paid !== undefined) return leave(alreadyPaid(paid), payer.certain ?? paid.customerId);
  const [othersPaid] = settled;
  // A paid invoice of somebody else is a slip of the pen when what the payer owes is one mistake away from it.
  if (othersPaid !== undefined) return mistyped(decideUnnamed(view), view) ?? leave(alreadyPaid(othersPaid), payer.certain);
  if (named.unknownReference !== null) return leave(codedReason('unmatched-reference-unknown', { reference: named.unknownReference.slice(0, 60) }), payer.certain);
  if (named.otherCurrency !== null) return leave(codedReason('unmatched-other-currency', { number: named.otherCurrency.number }), payer.certain);
  return decideUnnamed(view);
}

const parked = (view: ReceiptView, reason: CodedReason, customerId: CustomerId | null): ParkedDecision => ({
  outcome: 'parked',
  bankEntryId: view.receipt.bankEntryId,
  customerId,
  restCents: view.receipt.amountCents,
  reason,
});

/** Decides about one receipt with the balances as they stand. What is not booked is answered as parked, with why; proposals come later. */
export function decideReceipt(view: ReceiptView): BookedDecision | ParkedDecision {
  const ruling = heldByList(view, ruleOn(view));
  if (ruling.kind === 'leave') return parked(view, ruling.reason, ruling.customerId);
  const { rule, items, parts, differences, reason } = ruling;
  const customerId = items[0]?.customerId;
  if (customerId === undefined) throw new RangeError('a decision books at least one document');
  if (!view.index.policy.mayBook[rule]) {
    const code = rule === 'name-amount' ? 'unmatched-name-only' : 'unmatched-by-policy';
    return parked(view, codedReason(code, {}), rule === 'name-amount' ? null : customerId);
  }
  const { evidence } = weigh(view, { items, parts, differences, because: rule === 'instalment' ? 'instalment' : null, promise: null });
  const restCents = subtractCents(view.receipt.amountCents, sumCents(parts.map((part) => part.cents)));
  if (restCents < 0 || parts.some((part) => part.cents === 0)) throw new RangeError(`a decision that does not add up: ${String(negateCents(restCents))}`);
  return { outcome: 'booked', bankEntryId: view.receipt.bankEntryId, rule, customerId, parts, differences, restCents, acceptedCents: acceptedOf(restCents, view.index.policy), evidence, reason };
}

/** What of a receipt a list of open items has settled already; null when nothing. */
export const settledByList = (view: ReceiptView): ListedAlready | null => listedAlready(view, ruleOn(view));
