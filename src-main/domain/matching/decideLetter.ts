/**
 * A receipt that names a letter of ours, `Klant 10428, brief H-2026-0211` (letters with more than three invoices ask for that text). The
 * reference decides only together with the amount: exactly what is open now of everything the letter asked for, its credit notes taken off.
 */
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import type { MatchItem, MatchLetter, MatchReceipt } from './matchTypes.ts';
import type { NamedDocuments } from './namedDocuments.ts';

export type LetterQuestion = {
  readonly receipt: MatchReceipt;
  readonly payers: ReadonlySet<CustomerId>;
  readonly named: NamedDocuments;
  readonly items: ReadonlyMap<DocumentId, MatchItem>;
  readonly openNow: (item: MatchItem) => Cents;
};
export type LetterDecision =
  | { readonly outcome: 'exact'; readonly items: readonly MatchItem[]; readonly reason: CodedReason }
  /** The letter is a payment plan and the amount that of an instalment: the documents it reaches, in their order. */
  | { readonly outcome: 'instalment'; readonly items: readonly MatchItem[]; readonly reason: CodedReason }
  /** The letter cannot decide; what is named beside it may, when that is exact. */
  | { readonly outcome: 'open'; readonly reason: CodedReason }
  /** The letter fits and something speaks against it: only a person decides. */
  | { readonly outcome: 'conflict'; readonly reason: CodedReason };

/** The documents of a letter that are known and still open by `openNow`. */
export function openOfLetter(
  letter: MatchLetter,
  items: ReadonlyMap<DocumentId, MatchItem>,
  openNow: (item: MatchItem) => Cents,
): readonly MatchItem[] {
  return letter.documents.flatMap(({ documentId }) => {
    const item = items.get(documentId);
    return item !== undefined && openNow(item) !== 0 ? [item] : [];
  });
}

/** Whether the text also names something outside the letter that fits as well: a reference, or a number that is open for this very amount. */
const namesAnother = ({ receipt, named, openNow }: LetterQuestion, ofLetter: ReadonlySet<DocumentId>): boolean =>
  named.namings.some(
    (naming) =>
      !naming.items.some((item) => ofLetter.has(item.documentId)) &&
      (naming.kind === 'reference' || naming.items.some((item) => openNow(item) === receipt.amountCents)),
  );

/** What the letter of ours that is named says about the receipt; null when none is named. */
export function decideLetter(question: LetterQuestion): LetterDecision | null {
  const { receipt, payers, named, items, openNow } = question;
  const [letter, ...others] = named.letters;
  if (letter === undefined) return null;
  const undecided = (reason: CodedReason): LetterDecision => ({ outcome: 'open', reason });
  const { reference } = letter;
  if (others.length > 0) return undecided(codedReason('unmatched-several-letters', { count: named.letters.length }));
  const open = openOfLetter(letter, items, openNow);
  const [first] = open;
  if (first === undefined) return undecided(codedReason('unmatched-letter-paid', { reference }));
  const openCents = sumCents(open.map(openNow));
  const isOneKind = open.every((item) => item.customerId === first.customerId && item.currency === receipt.currency);
  const instalment = letter.instalments.find((one) => one.cents === receipt.amountCents);
  if (isOneKind && instalment !== undefined && openCents > receipt.amountCents && (payers.size === 0 || payers.has(first.customerId))) {
    return { outcome: 'instalment', items: open, reason: codedReason('match-plan-instalment', { reference, dueDate: instalment.dueDate }) };
  }
  if (!isOneKind || openCents !== receipt.amountCents) {
    return undecided(codedReason('unmatched-letter-amount', { reference, openCents, amountCents: receipt.amountCents }));
  }
  if (payers.size > 0 && !payers.has(first.customerId)) return { outcome: 'conflict', reason: codedReason('unmatched-letter-payer', { reference }) };
  if (namesAnother(question, new Set(letter.documents.map(({ documentId }) => documentId)))) {
    return { outcome: 'conflict', reason: codedReason('unmatched-letter-beside-other', { reference }) };
  }
  const askedCents = sumCents(letter.documents.map((document) => document.askedCents));
  const code = askedCents === openCents ? 'match-letter-asked' : 'match-letter-open';
  return { outcome: 'exact', items: open, reason: codedReason(code, { reference, amountCents: openCents }) };
}
