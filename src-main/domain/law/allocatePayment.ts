/**
 * What a payment pays. Between claims (NL BW 6:43, BE old BW 1253–1256), then within one claim (NL BW 6:44, BE old BW 1254): the first is
 * decided before the second (HR 29 May 2015). What the debtor named always goes first.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { allocateCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import type { PaymentShare } from './accrueInterest.ts';
import { paymentOrder } from './claimInterest.ts';
import { percentOf } from './exactShare.ts';
import type { ClaimKind, Country } from './lawTypes.ts';

export type ClaimToPay = {
  readonly id: number;
  readonly openCents: Cents;
  /** Last day for payment; null: not known to be due. */
  readonly dueDate: PlainDateText | null;
  readonly issueDate: PlainDateText;
  /** What it costs the debtor a year, in percent: the higher, the more burdensome. */
  readonly burdenPercent: string;
};
export type PaymentToAllocate = {
  readonly country: Country;
  readonly amountCents: Cents;
  readonly paidOn: PlainDateText;
  /** Ids that the debtor named, in the order named. */
  readonly named: readonly number[];
};
export type Allocated = { readonly id: number; readonly cents: Cents };

const isDue = (claim: ClaimToPay, paidOn: PlainDateText): boolean => claim.dueDate !== null && claim.dueDate < paidOn;
const ageOf = (claim: ClaimToPay): PlainDateText => claim.dueDate ?? claim.issueDate;

/** Below zero: the first is paid before the second. Zero: equal in every respect, so in proportion. */
function precedence(a: ClaimToPay, b: ClaimToPay, { paidOn }: PaymentToAllocate): number {
  const due = Number(isDue(b, paidOn)) - Number(isDue(a, paidOn));
  if (due !== 0) return due;
  const [left, right] = [percentOf(a.burdenPercent), percentOf(b.burdenPercent)];
  if (left !== right) return left > right ? -1 : 1;
  return ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : 0;
}

function namedFirst(claims: readonly ClaimToPay[], { named }: PaymentToAllocate): readonly (readonly ClaimToPay[])[] {
  return [...new Set(named)].flatMap((id) => {
    const claim = claims.find((known) => known.id === id);
    return claim === undefined ? [] : [[claim]];
  });
}

function groups(claims: readonly ClaimToPay[], payment: PaymentToAllocate): readonly (readonly ClaimToPay[])[] {
  const rest = claims.filter(({ id }) => !payment.named.includes(id)).toSorted((a, b) => precedence(a, b, payment));
  const equal: ClaimToPay[][] = [];
  for (const claim of rest) {
    const group = equal.at(-1);
    if (group?.[0] !== undefined && precedence(group[0], claim, payment) === 0) group.push(claim);
    else equal.push([claim]);
  }
  return [...namedFirst(claims, payment), ...equal];
}

/**
 * Divides a payment over claims: those that the debtor named, then due ones, then the most burdensome, then the oldest, then in proportion.
 * Both countries follow this order; in Belgium "most burdensome" is what it is most advantageous for the debtor to be rid of.
 */
export function allocateBetweenClaims(claims: readonly ClaimToPay[], payment: PaymentToAllocate): { readonly allocated: readonly Allocated[]; readonly leftOverCents: Cents } {
  let left = payment.amountCents;
  const allocated: Allocated[] = [];
  for (const group of groups(claims.filter(({ openCents }) => openCents > 0), payment)) {
    if (left <= 0) break;
    const open = group.reduce((sum, claim) => sum + claim.openCents, 0);
    const parts = left >= open ? group.map((claim) => claim.openCents) : allocateCents(left, group.map((claim) => claim.openCents));
    for (const [index, claim] of group.entries()) {
      const part = parts[index] ?? zeroCents;
      if (part > 0) allocated.push({ id: claim.id, cents: part });
      left = subtractCents(left, part);
    }
  }
  return { allocated, leftOverCents: left };
}

export type OwedParts = Readonly<Record<PaymentShare, Cents>>;

/** Divides what one claim receives over its parts: NL costs that are due, interest, principal. BE interest, principal; a consumer's principal first. */
export function allocateWithinClaim(owed: OwedParts, amountCents: Cents, claim: { readonly country: Country; readonly kind: ClaimKind }): { readonly paid: OwedParts; readonly leftOverCents: Cents } {
  let left = amountCents;
  const paid: Record<PaymentShare, Cents> = { costs: zeroCents, interest: zeroCents, principal: zeroCents };
  for (const share of paymentOrder(claim.country, claim.kind)) {
    paid[share] = left < owed[share] ? left : owed[share];
    left = subtractCents(left, paid[share]);
  }
  return { paid, leftOverCents: left };
}
