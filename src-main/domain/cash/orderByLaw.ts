/**
 * How the law divides a payment over what one customer owes when the payer says nothing. First over costs, interest and principal in the
 * order of the country and the kind of customer (NL BW 6:44; BE old Civil Code 1254, a consumer's principal first), then within each over
 * the documents: what is due, then the oldest, then in proportion (NL BW 6:43; BE old Civil Code 1256). Costs and interest that are not due
 * yet absorb nothing, and money for what is not due yet is taken last.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { allocateBetweenClaims, allocateWithinClaim, type ClaimToPay } from '../law/allocatePayment.ts';

/** What a document asks for: the price itself, or interest or costs claimed as a document of their own. */
export type Owed = {
  readonly documentId: DocumentId;
  readonly share: 'costs' | 'interest' | 'principal';
  readonly openCents: Cents;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
};
export type PaymentByLaw = { readonly amountCents: Cents; readonly paidOn: PlainDateText; readonly country: string; readonly kind: 'business' | 'consumer' };
export type DividedByLaw = { readonly parts: readonly { readonly documentId: DocumentId; readonly cents: Cents }[]; readonly restCents: Cents; readonly reason: CodedReason };

const reasonOf = ({ country, kind }: PaymentByLaw): CodedReason =>
  codedReason(country !== 'BE' ? 'order-nl' : kind === 'consumer' ? 'order-be-consumer' : 'order-be-business', {});

const toClaim = ({ documentId, openCents, dueDate, issueDate }: Owed): ClaimToPay => ({ id: documentId, openCents, dueDate, issueDate, burdenPercent: '0' });
const isDue = ({ dueDate }: Owed, paidOn: PlainDateText): boolean => dueDate !== null && dueDate < paidOn;
const openOf = (owed: readonly Owed[]): Cents => sumCents(owed.map(({ openCents }) => openCents));

/** Divides the payment; documents with a credit and other currencies are left out by the caller. The rest is credit of the customer. */
export function orderByLaw(owed: readonly Owed[], payment: PaymentByLaw): DividedByLaw {
  const { amountCents, paidOn, kind } = payment;
  const country = payment.country === 'BE' ? 'BE' : 'NL';
  const open = owed.filter(({ openCents }) => openCents > 0);
  const due = open.filter((item) => isDue(item, paidOn));
  const dueOf = (share: Owed['share']): readonly Owed[] => due.filter((item) => item.share === share);
  const within = allocateWithinClaim(
    { costs: openOf(dueOf('costs')), interest: openOf(dueOf('interest')), principal: openOf(dueOf('principal')) },
    amountCents,
    { country, kind: kind === 'consumer' ? 'consumer' : 'trade' },
  );
  const divide = (items: readonly Owed[], cents: Cents) =>
    allocateBetweenClaims(items.map(toClaim), { country, amountCents: cents, paidOn, named: [] });
  const parts = (['costs', 'interest', 'principal'] as const).flatMap((share) => divide(dueOf(share), within.paid[share]).allocated);
  const later = divide(open.filter((item) => !isDue(item, paidOn) && item.share === 'principal'), within.leftOverCents);
  const all = [...parts, ...later.allocated].map(({ id, cents }) => ({ documentId: id as DocumentId, cents }));
  return { parts: all, restCents: subtractCents(amountCents, sumCents(all.map(({ cents }) => cents))), reason: reasonOf(payment) };
}
