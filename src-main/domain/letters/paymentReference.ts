/**
 * What the customer writes with the transfer, and where it goes in the code. One rule for box, code and matching: the structured reference
 * of a single invoice; up to three invoice numbers; more than that the customer and the letter.
 */
import { formatOgm } from '../references/ogm.ts';
import {
  parseBetalingskenmerk,
  parseCreditorReference,
  parseStructuredCommunication,
} from '../receivable/identifiers/paymentReferences.ts';
import type { LetterItem } from './letterFacts.ts';
import { noBreakSpace } from './letterFormats.ts';

export type PaymentReference = {
  readonly kind: 'structured' | 'free';
  /** As printed in the box. */
  readonly printed: string;
  /** Line 10 of the code (ISO 11649 only) or line 11. */
  readonly epcStructured: string;
  readonly epcText: string;
};

const numbersLimit = 3;
/** EPC069-12: at most 140 characters of text. */
const textLimit = 140;

const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(noBreakSpace);

/** The structured reference of an invoice, when it passes its own check; a reference that fails it is not printed. */
function structured(reference: string): PaymentReference | null {
  const communication = parseStructuredCommunication(reference);
  if (communication !== null) {
    const printed = formatOgm(communication);
    return { kind: 'structured', printed, epcStructured: '', epcText: printed };
  }
  const creditor = parseCreditorReference(reference);
  if (creditor !== null) return { kind: 'structured', printed: inFours(creditor), epcStructured: creditor, epcText: '' };
  const kenmerk = parseBetalingskenmerk(reference);
  return kenmerk === null ? null : { kind: 'structured', printed: inFours(kenmerk), epcStructured: '', epcText: kenmerk };
}

/** `customerAndLetter` is the text for many invoices, `Klant 10428, brief H-2026-0211`; `ofLetter` a structured reference of the letter itself, or empty. */
export function paymentReferenceFor(items: readonly LetterItem[], customerAndLetter: string, ofLetter: string): PaymentReference {
  const given = ofLetter === '' ? null : structured(ofLetter);
  if (given !== null) return given;
  const invoices = items.filter((item) => item.kind === 'invoice');
  const [only] = invoices;
  const own = invoices.length === 1 && items.length === 1 && only !== undefined ? structured(only.paymentReference) : null;
  if (own !== null) return own;
  const numbers = invoices.map((item) => item.number);
  const text = numbers.join(' ');
  if (numbers.length > 0 && numbers.length <= numbersLimit && text.length <= textLimit)
    return { kind: 'free', printed: numbers.join(', '), epcStructured: '', epcText: text };
  return { kind: 'free', printed: customerAndLetter, epcStructured: '', epcText: customerAndLetter.slice(0, textLimit) };
}
