/**
 * Takes collective bookings apart with what notifications (camt.054) say about them. The booking stands in a statement and its amount
 * never changes; the notification names the payments inside it. They belong together when account, amount, currency and day are the same
 * and nothing contradicts it: of several candidates the one that carries a reference of the notification, and only if it is the only
 * one. What fits nothing, or more than one, is left alone and reported.
 */
import type { Cents } from '../../../src-shared/money.ts';
import { type BankEntry, type BankPayment, matchingText } from '../bankStatement.ts';

/** A booking on an account, or what a notification says about one. `id` is whatever the caller knows it by. */
export type Placed<Id> = { readonly id: Id; readonly account: string; readonly entry: BankEntry };

export type SplitPlan<BookingId, NoticeId> = {
  /** The payments of a booking, by booking. Together they are its amount. */
  readonly payments: ReadonlyMap<BookingId, readonly BankPayment[]>;
  /** Which booking a notification went to. */
  readonly applied: ReadonlyMap<NoticeId, BookingId>;
  /** Notifications of several payments that found no booking, found more than one, or whose payments do not add up. */
  readonly unmatched: readonly NoticeId[];
};

/** References shorter than this occur by chance. */
const shortestReference = 4;

const groupOf = (account: string, amount: Cents, currency: string): string => `${account} ${amount} ${currency}`;

const isSameDay = (one: BankEntry, other: BankEntry): boolean => one.bookDate === other.bookDate || one.valueDate === other.valueDate;

const referencesOf = ({ bankRef, paymentInformationId, customerRef }: BankEntry): readonly string[] =>
  [bankRef, paymentInformationId, customerRef]
    .filter((reference) => reference !== null)
    .map(matchingText)
    .filter((reference) => reference.length >= shortestReference);

/** Whether a booking carries one of the references, in whatever place of its text. */
function carries(booking: BankEntry, references: readonly string[]): boolean {
  if (references.length === 0) return false;
  const text = matchingText(booking.raw);
  return references.some((reference) => text.includes(reference));
}

/** Two references of the bank that differ are two bookings. */
const contradicts = (booking: BankEntry, notice: BankEntry): boolean =>
  booking.bankRef !== null && notice.bankRef !== null && booking.bankRef !== notice.bankRef;

function theOnly<T>(candidates: readonly T[]): T | null {
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The booking that a notification is about; null when there is none or when it cannot be told which. */
function bookingOf<Id>(notice: BankEntry, candidates: readonly Placed<Id>[]): Placed<Id> | null {
  const references = referencesOf(notice);
  const referred = candidates.filter(({ entry }) => carries(entry, references));
  if (referred.length > 0) return theOnly(referred);
  return theOnly(candidates.filter(({ entry }) => !contradicts(entry, notice)));
}

/** Bookings whose payments are known already are no candidates; a notification of a single payment has nothing to take apart. */
export function splitByDetails<BookingId, NoticeId>(
  bookings: readonly Placed<BookingId>[],
  notices: readonly Placed<NoticeId>[],
): SplitPlan<BookingId, NoticeId> {
  const open = new Map<string, Placed<BookingId>[]>();
  for (const booking of bookings) {
    const { account, entry } = booking;
    if (entry.payments.length > 0) continue;
    const group = groupOf(account, entry.amount, entry.currency);
    const list = open.get(group);
    if (list === undefined) open.set(group, [booking]);
    else list.push(booking);
  }
  const payments = new Map<BookingId, readonly BankPayment[]>();
  const applied = new Map<NoticeId, BookingId>();
  const unmatched: NoticeId[] = [];
  for (const { id, account, entry } of notices) {
    const isCollective = entry.payments.length > 1 || entry.clues.length > 1 || (entry.batchSize ?? 1) > 1;
    if (!isCollective) continue;
    const group = open.get(groupOf(account, entry.amount, entry.currency)) ?? [];
    const found =
      entry.payments.length < 2
        ? null
        : bookingOf(
            entry,
            group.filter((booking) => !payments.has(booking.id) && isSameDay(booking.entry, entry)),
          );
    if (found === null) unmatched.push(id);
    else {
      payments.set(found.id, entry.payments);
      applied.set(id, found.id);
    }
  }
  return { payments, applied, unmatched };
}
