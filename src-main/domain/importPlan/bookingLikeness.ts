/** How much a booking of a file looks like one that is known under another key. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { matchingText } from '../bankStatement.ts';
import { coverTheSame, createSuccession, type StatementSpan } from './statementSpan.ts';

export type BookingFacts = {
  /** All that one format says about it (see `entryKeys`), and which of the equal ones it is, counted from 1. */
  readonly key: string;
  readonly occurrence: number;
  readonly weakKey: string;
  readonly bookDate: PlainDateText;
  readonly valueDate: PlainDateText | null;
  readonly amount: Cents;
  readonly currency: string;
  readonly counterIban: string | null;
  readonly counterName: string | null;
  readonly bankRef: string | null;
  readonly remittance: string;
  /** Identifies the format. */
  readonly reader: string;
  /** The statement it stands in; of a known booking the one that brought it. */
  readonly statement: StatementSpan;
};

/** Work that stops from time to time, so that whoever does it can let others go first. */
export type InSteps<T> = Generator<undefined, T, undefined>;
/** Bookings looked at between two stops. */
export const stepSize = 200;

/** From sure to barely: the booking itself, told twice; under one reference or with the same words; with other words or another reference. */
export const likenesses = [4, 3, 2, 1] as const;
export const [certain] = likenesses;

/** The texts of bookings prepared for comparing, each once, because many bookings of one amount may stand on one day. */
export function createTexts(): (booking: BookingFacts) => string {
  const texts = new Map<BookingFacts, string>();
  return (booking) => {
    const found = texts.get(booking) ?? matchingText(booking.remittance);
    texts.set(booking, found);
    return found;
  };
}

export const isOtherParty = (one: BookingFacts, other: BookingFacts): boolean =>
  one.counterIban !== null && other.counterIban !== null && one.counterIban !== other.counterIban;

/** Whether two bookings stand in statements of which one follows on the other: then they are two. */
export function createSeparation(bookings: () => Iterable<BookingFacts>): (one: BookingFacts, other: BookingFacts) => boolean {
  const isSuccession = createSuccession(function* () {
    for (const { statement } of bookings()) yield statement;
  });
  return (one, other) => isSuccession(one.statement, other.statement);
}

const shortestName = 4;

/** One account, or one name, which one of them may have cut short. */
function isSameParty(one: BookingFacts, other: BookingFacts): boolean {
  if (one.counterIban !== null && other.counterIban !== null) return one.counterIban === other.counterIban;
  const [name, otherName] = [matchingText(one.counterName ?? ''), matchingText(other.counterName ?? '')];
  return Math.min(name.length, otherName.length) >= shortestName && (name.startsWith(otherName) || otherName.startsWith(name));
}

/** Spreadsheets take the zeros off the front of a number ("000018" becomes "18"). */
const withoutZeros = (reference: string): string => (/^\d+$/.test(reference) ? reference.replace(/^0+(?=\d)/, '') : reference);

/** How well a booking fits one of its day and amount that is known under another key: 0 = another booking. */
export function createLikeness(bookings: () => Iterable<BookingFacts>): (incoming: BookingFacts, known: BookingFacts) => number {
  const textOf = createTexts();
  const areSeparate = createSeparation(bookings);
  return (incoming, known) => {
    if (isOtherParty(incoming, known)) return 0;
    const isSameText = incoming.weakKey === known.weakKey || textOf(incoming) === textOf(known);
    const isSameFormat = incoming.reader === known.reader;
    const haveReferences = isSameFormat && incoming.bankRef !== null && known.bankRef !== null;
    if (haveReferences && incoming.bankRef === known.bankRef) return 3;
    if (haveReferences && withoutZeros(incoming.bankRef) === withoutZeros(known.bankRef)) return isSameText ? certain : 3;
    // The same words in two formats are asked about even then: balances may meet by accident.
    if (areSeparate(incoming, known)) return isSameFormat || !isSameText ? 0 : 1;
    if (isSameFormat) {
      // The file does not have the known booking as it was: it may be told anew, with another reference or other words.
      if (isSameText) return haveReferences ? 2 : 3;
      return isSameParty(incoming, known) || coverTheSame(incoming.statement, known.statement) ? 1 : 0;
    }
    if (isSameText) return incoming.remittance.trim() !== '' || incoming.counterIban === known.counterIban ? certain : 3;
    return incoming.counterIban !== null && incoming.counterIban === known.counterIban ? 2 : 1;
  };
}
