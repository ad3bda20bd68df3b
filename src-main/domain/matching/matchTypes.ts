/** What the matcher reads and answers. Amounts are in cents; a credit note has a negative open balance. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';

/** A bank line with the part of it that is not assigned yet. */
export type MatchReceipt = {
  readonly bankEntryId: BankEntryId;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly bookDate: PlainDateText;
  readonly counterIban: string | null;
  readonly counterName: string | null;
  readonly remittance: string;
  readonly structuredRef: string | null;
  readonly endToEndId: string | null;
};

/** A document; give settled ones too (open 0), at least recent ones, so that a double payment is recognised instead of guessed away. */
export type MatchItem = {
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly number: string;
  readonly paymentReference: string | null;
  readonly currency: string;
  readonly openCents: Cents;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
};

/** A letter of ours that reached the customer or may have: its reference, and what it asked for document by document. */
export type MatchLetter = {
  readonly reference: string;
  readonly documents: readonly { readonly documentId: DocumentId; readonly askedCents: Cents }[];
};

/** An account known to be used by a customer; one account may belong to several customers. */
export type PayerAccount = { readonly iban: string; readonly customerId: CustomerId };
export type MatchCustomer = { readonly customerId: CustomerId; readonly name: string };

/** A part of the receipt for one document; negative for a credit note that the payer took off. */
export type MatchPart = { readonly documentId: DocumentId; readonly customerId: CustomerId; readonly cents: Cents };

export type MatchRule = 'reference' | 'number' | 'sum' | 'letter' | 'iban-amount';

export type MatchDecision =
  | {
      readonly outcome: 'booked';
      readonly bankEntryId: BankEntryId;
      readonly rule: MatchRule;
      readonly parts: readonly MatchPart[];
      /** What stays unmatched on the bank line: an over-payment. */
      readonly restCents: Cents;
      readonly reason: CodedReason;
    }
  | { readonly outcome: 'unmatched'; readonly bankEntryId: BankEntryId; readonly restCents: Cents; readonly reason: CodedReason };

export type Evidence = { readonly stance: 'for' | 'missing' | 'against'; readonly reason: CodedReason };

/** A possible assignment for a person to judge, best first. Nothing is ever booked from it by the program. */
export type MatchCandidate = {
  readonly customerId: CustomerId;
  readonly parts: readonly MatchPart[];
  readonly restCents: Cents;
  readonly score: number;
  readonly evidence: readonly Evidence[];
};
