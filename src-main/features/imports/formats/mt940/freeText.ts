/**
 * Descriptions without marks: older ING ("MING"), older Knab, Volksbank (SNS, ASN, RegioBank), older Rabobank, and whatever else a
 * bank writes. Only what can be told for certain is taken out; the rest stays text.
 */
import { joinLines, shownSlice } from '../joinedText.ts';
import { noFields, solidReference, type PaymentFields } from '../paymentFields.ts';
import { isValidIban } from '../../../../domain/references/iban.ts';
import { findOgms } from '../../../../domain/references/ogm.ts';
import { takeReference } from './labelledReference.ts';

const iban = '[A-Z]{2}\\d{2}[A-Z0-9]{10,30}';
const bic = '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?';

/** Direct debits of older ING: `Europese Incasso, doorlopend IBAN BIC NAME CREDITORID [SEPA] MANDATE text`. */
const incasso = new RegExp(
  `Europese Incasso,? (?:doorlopend|eenmalig|eerste|laatste)? ?(${iban}) (${bic}) ?(.{1,70}?) ([A-Z]{2}\\d{2}[A-Z0-9]{3}[A-Z0-9]{8,25}) (?:SEPA )?(\\S{1,35}) ?(.*)$`,
  's',
);

/** Older ING: `ACCOUNT [IBAN [BIC]] name and text`; the account is zero-padded to ten digits. */
const account = new RegExp(`^(\\d{9,10}) (?:(${iban}) (?:(${bic}) )?)?(.*)$`, 's');

/** In running text only a number that is surely an IBAN counts as one: a Dutch one by its shape, others by their check digits. */
const isSurelyIban = (text: string): boolean => /^NL\d{2}[A-Z]{4}\d{10}$/.test(text) || isValidIban(text);

export function parseOldIng(lines: readonly string[]): PaymentFields {
  const joined = joinLines(lines);
  const text = shownSlice(joined, 0, joined.text.length).trim();
  const reference = /SCOR\/(CUR|ISO)\/([A-Z0-9]{4,35})/.exec(joined.text);
  const structured = reference === null ? labelReference(text) : solidReference(reference[2] ?? '', reference[1] ?? null);
  const collected = incasso.exec(joined.text);
  if (collected !== null) {
    return {
      ...noFields,
      account: collected[1] ?? null,
      bic: collected[2] ?? null,
      name: collected[3] ?? null,
      creditorId: collected[4] ?? null,
      mandateId: collected[5] ?? null,
      remittance: collected[6] ?? null,
      reference: structured,
    };
  }
  const match = account.exec(text);
  if (match === null) return { ...noFields, remittance: text, reference: structured };
  if (match[2] !== undefined && !isSurelyIban(match[2])) {
    return { ...noFields, account: match[1] ?? null, remittance: text.slice((match[1] ?? '').length), reference: structured };
  }
  return { ...noFields, account: match[2] ?? match[1] ?? null, bic: match[3] ?? null, remittance: match[4] ?? null, reference: structured };
}

/** A Belgian structured communication whose check fits: `+++090/9337/55493+++`, `***..***` (Febelfin; banks write both). */
function belgianReference(text: string): PaymentFields['reference'] {
  const ogm = findOgms(text).find(({ isValid }) => isValid);
  return ogm === undefined ? null : solidReference(ogm.digits, 'BBA');
}

const labelReference = (text: string): PaymentFields['reference'] => takeReference(text).reference ?? belgianReference(text);

/** Older Knab: `text`, then `REK: IBAN/NAAM: name`, or for cards `dd-mm-yyyy hh:mm PAS: 1122` and `NAAM: shop`. */
export function parseOldKnab(lines: readonly string[]): PaymentFields | null {
  const at = lines.findIndex((line) => /^(?:REK: |NAAM: )/.test(line));
  if (at === -1) return null;
  const text = joinLines(lines.slice(0, at));
  const party = joinLines(lines.slice(at)).text;
  return {
    ...noFields,
    account: /^REK: ([A-Z0-9. ]{1,40}?)(?:\/NAAM:|$)/.exec(party)?.[1] ?? null,
    name: /NAAM: (.{1,140})$/s.exec(party)?.[1] ?? null,
    remittance: shownSlice(text, 0, text.text.length),
    reference: labelReference(text.text),
  };
}

/** Volksbank: first `IBAN name`, then lines of free text padded to 65 characters; labels of direct debits stand between dashes. */
export function parseVolksbank(lines: readonly string[]): PaymentFields {
  const [first = '', ...others] = lines;
  const party = new RegExp(`^(${iban}|\\d{7,10}) (.{0,70})$`).exec(first.trimEnd());
  const joined = joinLines(party === null ? lines : others);
  const text = shownSlice(joined, 0, joined.text.length);
  return {
    ...noFields,
    account: party?.[1] ?? null,
    name: party?.[2] ?? null,
    remittance: text,
    creditorId: /Incassant ID: ?([A-Z]{2}\d{2}[A-Z0-9 ]{3,30}?)(?=-|\s{2}|$)/.exec(joined.text)?.[1] ?? null,
    mandateId: /Kenmerk Machtiging: ?(\S{1,35})/.exec(joined.text)?.[1] ?? null,
    reference: labelReference(text),
  };
}

/** Older Rabobank and everything else: lines are lines; a labelled payment reference is taken out. */
export function parsePlain(lines: readonly string[]): PaymentFields {
  const text = lines.map((line) => line.trimEnd()).join(' ');
  const { reference, rest } = takeReference(text);
  return { ...noFields, remittance: rest, reference };
}

/** Text without a layout of its own whose lines were cut at a fixed width. */
export function parseWrapped(lines: readonly string[]): PaymentFields {
  const joined = joinLines(lines);
  const text = shownSlice(joined, 0, joined.text.length);
  const leading = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30})\s/.exec(text)?.[1] ?? '';
  return { ...noFields, account: isSurelyIban(leading) ? leading : null, remittance: text, reference: labelReference(text) };
}
