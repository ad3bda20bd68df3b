/** A receipt with what is really meant by it. */
import type { MatchReceipt } from '../../src-main/domain/matching/matchTypes.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import type { Cents } from '../../src-shared/money.ts';
import type { NoiseLevel } from './writing.ts';

export type TruePart = { readonly documentId: DocumentId; readonly cents: Cents };
/** What the money is for, what is settled beside it without money, and what is left over. Null: not for one customer's documents at all. */
export type Truth = { readonly parts: readonly TruePart[]; readonly differences: readonly TruePart[]; readonly restCents: Cents };

/**
 * `certain`: the receipt as written holds enough for a careful clerk to book it without asking. `ask`: there is a right answer, but a
 * careful clerk would look or ask first. `never`: it must not be booked, whatever is proposed.
 */
export type Expectation = 'certain' | 'ask' | 'never';

export type Labelled = {
  readonly receipt: MatchReceipt;
  readonly caseName: string;
  readonly noise: NoiseLevel;
  readonly expectation: Expectation;
  readonly truth: Truth | null;
};

/** What a case makes; the driver adds the rest. */
export type Built = {
  readonly amount: Cents;
  readonly text: string;
  readonly structuredRef: string | null;
  readonly endToEndId: string | null;
  readonly name: string | null;
  readonly iban: string | null;
  readonly currency: string;
  readonly expectation: Expectation;
  readonly truth: Truth | null;
};
