/**
 * The content of a message in the reader's words, the same for letter and mail: only the sentence on how to answer differs. Everything
 * that is said here is computed once, so that box, code, table and text cannot contradict each other.
 */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterLanguage, LetterRun } from '../../../src-shared/letter.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { buildEpcText } from '../epc.ts';
import { parseAddressee } from './attention.ts';
import { belgianIndemnity, interestPerDay } from './belgianCharges.ts';
import { cleanLines, cleanText } from './cleanText.ts';
import { isBelgianConsumer, letterCountry, type LetterFacts } from './letterFacts.ts';
import { formatDayAndMonth, formatDeadline, formatLetterEuro, formatLetterPercent, formatLongDate, noBreakSpace } from './letterFormats.ts';
import { inOneParagraph } from './letterRuns.ts';
import { dutchTexts } from './texts/nl.ts';
import { englishTexts } from './texts/en.ts';
import type { ItemCopies, ItemCounts, LetterTexts, ListPlace } from './letterTexts.ts';
import { type PaymentReference, paymentReferenceFor } from './paymentReference.ts';

type Runs = readonly LetterRun[];

/** The languages that letters exist in. A language without texts falls back to that of the sender, then to English. */
const written: Readonly<Partial<Record<LetterLanguage, (country: 'NL' | 'BE') => LetterTexts>>> = { nl: dutchTexts, en: englishTexts };

export function letterTextsFor(facts: Pick<LetterFacts, 'sender' | 'customer'>): LetterTexts {
  const make =
    written[facts.customer.language] ??
    (facts.customer.country === facts.sender.country ? written[facts.sender.language] : undefined) ??
    englishTexts;
  return make(letterCountry(facts));
}

type Charges = { readonly intro: Runs; readonly rows: readonly { readonly label: string; readonly value: string }[] };

export type LetterContent = {
  readonly texts: LetterTexts;
  readonly cents: Cents;
  readonly amount: string;
  readonly counts: ItemCounts;
  readonly itemsInWords: string;
  readonly copies: ItemCopies | null;
  readonly letterName: string;
  readonly subject: string;
  readonly salutation: string;
  readonly opening: Runs;
  readonly request: Runs;
  readonly charges: Charges | null;
  readonly options: Runs;
  readonly nextStep: Runs;
  readonly notes: readonly Runs[];
  readonly payment: {
    readonly reference: PaymentReference;
    readonly epcText: string;
    readonly iban: string;
    readonly name: string;
    readonly payBy: string;
  };
};

const ownRuns = (text: string): Runs => {
  const line = cleanLines(text).join(' ');
  return line === '' ? [] : [{ text: line, bold: false }];
};

function composeOpening(
  facts: LetterFacts,
  texts: LetterTexts,
  { counts, amount, place }: { readonly counts: ItemCounts; readonly amount: string; readonly place: ListPlace },
): Runs {
  const own = ownRuns(facts.own.opening);
  const isConsumer = isBelgianConsumer(facts);
  const ours = texts.opening({
    step: facts.step,
    counts,
    place,
    amount,
    bookedUntil: facts.bookedUntil === null ? null : formatDayAndMonth(facts.bookedUntil, texts.language, facts.today),
    earlierOn: facts.earlierMessageOn === null ? '' : formatLongDate(facts.earlierMessageOn, texts.language),
    isBelgianConsumer: isConsumer,
  });
  const text = own.length === 0 ? ours : own;
  if (facts.step !== 'reminder-1') return text;
  return inOneParagraph(text, isConsumer ? texts.belgianConsumer.isFree : texts.question(counts));
}

/** What the terms may ask of a Belgian consumer later, announced and never part of the sum. */
function composeCharges(facts: LetterFacts, texts: LetterTexts, balance: Cents): Charges | null {
  const clause = facts.belgianClause;
  if (!isBelgianConsumer(facts) || clause === null) return null;
  const words = texts.belgianConsumer;
  const euro = (value: Cents): string => formatLetterEuro(value, texts.language);
  const { amount, formula } = belgianIndemnity(balance);
  const inWords =
    formula === null
      ? null
      : { floor: euro(formula.floor), percent: formatLetterPercent(formula.percent * 100, texts.language), part: euro(formula.part) };
  const article = cleanText(clause.article);
  const earlierOn = facts.earlierMessageOn === null ? '' : formatLongDate(facts.earlierMessageOn, texts.language);
  const perDay = interestPerDay(balance, clause.interestBasisPoints);
  const interest = {
    label: words.interest(formatLetterPercent(clause.interestBasisPoints, texts.language), facts.step),
    value: words.perDay(euro(perDay)),
  };
  return {
    intro: facts.step === 'reminder-1' ? words.consequence(article) : words.laterConsequence({ article, earlierOn }),
    rows: [{ label: words.indemnity(inWords), value: euro(amount) }, ...(clause.interestBasisPoints > 0 ? [interest] : [])],
  };
}

function composeRequest(facts: LetterFacts, texts: LetterTexts): Runs {
  const payBy = formatDeadline(facts.payBy, texts.language);
  if (!isBelgianConsumer(facts)) return texts.request(facts.step, payBy);
  return facts.step === 'reminder-1' ? texts.belgianConsumer.term(facts.channel, payBy) : texts.belgianConsumer.secondTerm(payBy);
}

function composeNextStep(facts: LetterFacts, texts: LetterTexts): Runs {
  const payBy = formatDayAndMonth(facts.payBy, texts.language, facts.today);
  const named = { step: facts.step, payBy, next: facts.nextStep.step, on: formatLongDate(facts.nextStep.on, texts.language) };
  const isConsumer = facts.customer.kind === 'consumer';
  const next = isBelgianConsumer(facts) ? texts.belgianConsumer.nextStep(named) : texts.nextStep({ ...named, isConsumer });
  return facts.step === 'reminder-1' ? next : inOneParagraph(next, texts.reservation);
}

function composeOptions(facts: LetterFacts, texts: LetterTexts, medium: 'letter' | 'mail'): Runs {
  const reach = { phone: cleanText(facts.contact.phone).replaceAll(' ', noBreakSpace), email: cleanText(facts.contact.email), medium };
  return isBelgianConsumer(facts)
    ? texts.belgianConsumer.options(reach)
    : texts.options({ ...reach, contactName: cleanText(facts.contact.name).replaceAll(' ', noBreakSpace) });
}

/** Composes checked facts; refuses only what the payment code refuses. */
export function composeLetter(
  facts: LetterFacts,
  { medium, place }: { readonly medium: 'letter' | 'mail'; readonly place: ListPlace },
): Result<LetterContent, AppError> {
  const texts = letterTextsFor(facts);
  const balance = sumCents(facts.items.map((item) => item.open));
  const amount = formatLetterEuro(balance, texts.language);
  const invoices = facts.items.filter((item) => item.kind === 'invoice');
  const counts: ItemCounts = { invoices: invoices.length, creditNotes: facts.items.length - invoices.length };
  const itemsInWords = texts.items(counts, invoices.length === 1 ? cleanText(invoices[0]?.number ?? '') : null);
  const letterName = texts.letterName(facts.step);
  const reference = paymentReferenceFor(
    facts.items,
    texts.payment.customerAndLetter(cleanText(facts.customer.number), cleanText(facts.reference)),
  );
  const name = cleanText(facts.sender.accountName) || cleanText(facts.sender.name);
  const epc = buildEpcText({
    version: '002',
    characterSet: 1,
    bic: '',
    name,
    iban: facts.sender.iban,
    amount: balance,
    purpose: '',
    structuredReference: reference.epcStructured,
    text: reference.epcText,
    information: '',
  });
  if (!epc.ok) return epc;
  const addressee =
    parseAddressee(cleanText(facts.customer.attention)) ??
    (facts.customer.kind === 'consumer' ? parseAddressee(cleanText(facts.customer.name)) : null);
  return ok({
    texts,
    cents: balance,
    amount,
    counts,
    itemsInWords,
    copies: facts.enclosesInvoices ? { count: invoices.length, onlyNumber: cleanText(invoices[0]?.number ?? '') } : null,
    letterName,
    subject: cleanText(facts.own.subject) || texts.subject({ letterName, items: itemsInWords, amount, isSum: facts.items.length > 1 }),
    salutation: texts.salutation(addressee),
    opening: composeOpening(facts, texts, { counts, amount, place }),
    request: composeRequest(facts, texts),
    charges: composeCharges(facts, texts, balance),
    options: composeOptions(facts, texts, medium),
    nextStep: composeNextStep(facts, texts),
    notes: cleanLines(facts.own.note).map((line) => [{ text: line, bold: false }]),
    payment: { reference, epcText: epc.value.text, iban: facts.sender.iban, name, payBy: formatLongDate(facts.payBy, texts.language) },
  });
}
