/**
 * The mail that asks a payer what a payment is for. It names the day, the amount, the account as the payer knows it and what came with the
 * money, and asks for the numbers; it demands nothing. In the language of the customer.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, decimalFromCents } from '../../../src-shared/money.ts';

export type QuestionLanguage = 'nl' | 'en' | 'fr' | 'de';
export type QuestionFacts = {
  readonly company: string;
  /** Empty when nobody in particular is known. */
  readonly contactName: string;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly bookDate: PlainDateText;
  /** The account that the money came from; empty when unknown. */
  readonly fromAccount: string;
  readonly text: string;
  /** Numbers of open invoices with their amounts, oldest first. */
  readonly open: readonly { readonly number: string; readonly cents: Cents }[];
};
export type Question = { readonly subject: string; readonly text: string };

const shownDocuments = 15;
const shownText = 300;

type Texts = {
  readonly subject: (amount: string, date: string) => string;
  readonly greeting: (name: string) => string;
  readonly received: (amount: string, date: string, account: string) => string;
  readonly said: (text: string) => string;
  readonly nothingSaid: string;
  readonly open: string;
  readonly more: (count: number) => string;
  readonly ask: string;
  readonly closing: string;
};

const texts: Readonly<Record<QuestionLanguage, Texts>> = {
  nl: {
    subject: (amount, date) => `Uw betaling van ${amount} op ${date}: waarvoor is deze bestemd?`,
    greeting: (name) => (name === '' ? 'Geachte heer of mevrouw,' : `Beste ${name},`),
    received: (amount, date, account) => `Op ${date} ontvingen wij ${amount}${account === '' ? '' : ` van rekening ${account}`}. Wij kunnen deze betaling niet met zekerheid aan een factuur toewijzen.`,
    said: (text) => `Bij de betaling stond: "${text}".`,
    nothingSaid: 'Bij de betaling stond geen omschrijving.',
    open: 'Volgens onze administratie staan open:',
    more: (count) => `en nog ${count} andere.`,
    ask: 'Wilt u ons laten weten welke factuurnummers u met welk bedrag hebt betaald? Een betalingsspecificatie is ook goed.',
    closing: 'Met vriendelijke groet,',
  },
  en: {
    subject: (amount, date) => `Your payment of ${amount} on ${date}: what is it for?`,
    greeting: (name) => (name === '' ? 'Dear Sir or Madam,' : `Dear ${name},`),
    received: (amount, date, account) => `On ${date} we received ${amount}${account === '' ? '' : ` from account ${account}`}. We cannot assign this payment to an invoice with certainty.`,
    said: (text) => `The payment said: "${text}".`,
    nothingSaid: 'The payment came without a description.',
    open: 'According to our records these are open:',
    more: (count) => `and ${count} more.`,
    ask: 'Could you let us know which invoice numbers you paid, and how much of each? A remittance advice will do as well.',
    closing: 'Kind regards,',
  },
  fr: {
    subject: (amount, date) => `Votre paiement de ${amount} du ${date} : à quoi correspond-il ?`,
    greeting: (name) => (name === '' ? 'Madame, Monsieur,' : `Bonjour ${name},`),
    received: (amount, date, account) => `Le ${date}, nous avons reçu ${amount}${account === '' ? '' : ` du compte ${account}`}. Nous ne pouvons pas affecter ce paiement à une facture avec certitude.`,
    said: (text) => `La communication était : « ${text} ».`,
    nothingSaid: 'Le paiement ne portait pas de communication.',
    open: 'Selon notre comptabilité, sont ouvertes :',
    more: (count) => `et ${count} autres.`,
    ask: 'Pourriez-vous nous indiquer les numéros de facture payés et le montant de chacune ? Un avis de paiement convient aussi.',
    closing: 'Cordialement,',
  },
  de: {
    subject: (amount, date) => `Ihre Zahlung von ${amount} vom ${date}: wofür ist sie bestimmt?`,
    greeting: (name) => (name === '' ? 'Sehr geehrte Damen und Herren,' : `Guten Tag ${name},`),
    received: (amount, date, account) => `Am ${date} haben wir ${amount}${account === '' ? '' : ` vom Konto ${account}`} erhalten. Wir können diese Zahlung keiner Rechnung sicher zuordnen.`,
    said: (text) => `Der Verwendungszweck lautete: „${text}“.`,
    nothingSaid: 'Die Zahlung enthielt keinen Verwendungszweck.',
    open: 'Nach unseren Unterlagen sind offen:',
    more: (count) => `und ${count} weitere.`,
    ask: 'Bitte teilen Sie uns mit, welche Rechnungsnummern Sie mit welchem Betrag bezahlt haben. Ein Zahlungsavis genügt.',
    closing: 'Mit freundlichen Grüßen',
  },
};

const months: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
};

function dateIn(date: PlainDateText, language: QuestionLanguage): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}${language === 'de' ? '.' : ''} ${months[language][Number(month) - 1] ?? ''} ${year ?? ''}`;
}

const groupMark: Readonly<Record<QuestionLanguage, string>> = { nl: '.', en: ',', fr: '\u00a0', de: '.' };

function amountIn(cents: Cents, currency: string, language: QuestionLanguage): string {
  const [whole, fraction] = decimalFromCents(cents).split('.');
  const grouped = (whole ?? '').replaceAll(/\B(?=(?:\d{3})+$)/g, groupMark[language]);
  return `${currency} ${grouped}${language === 'en' ? '.' : ','}${fraction ?? '00'}`;
}

/** One line of what others wrote: without line breaks and control characters, cut. */
const oneLine = (text: string, limit: number): string => {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  const clean = text.slice(0, 5000).replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replaceAll(/ {2,}/g, ' ').trim();
  return clean.length <= limit ? clean : `${clean.slice(0, limit)}…`;
};

/** Subject and text of the question. */
export function payerQuestion(facts: QuestionFacts, language: QuestionLanguage): Question {
  const words = texts[language];
  const [amount, date] = [amountIn(facts.amountCents, facts.currency, language), dateIn(facts.bookDate, language)];
  const said = oneLine(facts.text, shownText);
  const listed = facts.open.slice(0, shownDocuments).map(({ number, cents }) => `- ${oneLine(number, 60)}: ${amountIn(cents, facts.currency, language)}`);
  const more = facts.open.length > shownDocuments ? [words.more(facts.open.length - shownDocuments)] : [];
  const paragraphs = [
    words.greeting(oneLine(facts.contactName, 100)),
    `${words.received(amount, date, oneLine(facts.fromAccount, 40))}\n${said === '' ? words.nothingSaid : words.said(said)}`,
    ...(listed.length === 0 ? [] : [[words.open, ...listed, ...more].join('\n')]),
    words.ask,
    `${words.closing}\n${oneLine(facts.company, 200)}`,
  ];
  return { subject: words.subject(amount, date), text: paragraphs.join('\n\n') };
}
