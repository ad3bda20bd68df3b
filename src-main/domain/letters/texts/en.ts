import type { LetterRun } from '../../../../src-shared/letter.ts';
import { bold, runs } from '../letterRuns.ts';
import type { BelgianConsumerTexts, ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const invoices = (value: number): string => (value === 1 ? 'one invoice' : `${count(value)} invoices`);
const creditNotes = (value: number): string => (value === 1 ? 'one credit note' : `${count(value)} credit notes`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const or = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' or ');

/** What the customer receives or what happens next, by the key of the ladder's step. */
const nextSteps: Readonly<Record<string, (on: string) => string>> = {
  'reminder-2': (on) => `you will receive a second reminder on ${on}`,
  'demand-1': (on) => `you will receive a formal demand for payment on ${on}`,
  'demand-2': (on) => `you will receive a second demand for payment on ${on}`,
  'demand-2-reminder': (on) => `you will receive a reminder of our demand on ${on}`,
  'default-notice': (on) => `you will receive a notice of default on ${on}`,
  'pre-legal-procedure': (on) => `we will decide on ${on} which steps are needed`,
  'pre-legal-letter': (on) => `you will receive a final letter on ${on}`,
  handover: (on) => `we will refer the claim to a third party on ${on}`,
};
const nextStep = (next: string, on: string): string => (nextSteps[next] ?? ((day: string) => `you will hear from us again on ${day}`))(on);

const these = ({ invoices: value }: ItemCounts): string => (value === 1 ? 'this invoice' : 'these invoices');
const balance = (counts: ItemCounts, amount: string, bookedUntil: string | null): readonly LetterRun[] => {
  const until = bookedUntil === null ? '' : `, updated with bank statements up to and including ${bookedUntil}`;
  const setOff = counts.creditNotes === 0 ? '' : ` after the ${counts.creditNotes === 1 ? 'credit note' : 'credit notes'}`;
  const total = counts.invoices + counts.creditNotes > 1 ? ' in total' : '';
  return runs`According to our records${until}, ${bold(amount)} is open${total}${setOff}.`;
};

type Sentences = Pick<LetterTexts, 'opening' | 'question' | 'request' | 'options' | 'nextStep' | 'reservation'>;
const sentences = (isBelgian: boolean): Sentences => ({
  opening({ step, counts, place, amount, bookedUntil, earlierOn, isBelgianConsumer }) {
    const listed = `${counts.invoices === 1 ? 'The invoice' : 'The invoices'} ${place === 'page' ? 'below' : 'in the enclosed list'} ${counts.invoices === 1 ? 'is' : 'are'} past the due date`;
    if (step === 'reminder-2')
      return [
        ...runs`We wrote to you on ${earlierOn} about ${these(counts)} and have not yet received payment. `,
        ...balance(counts, amount, bookedUntil),
      ];
    if (isBelgianConsumer) return runs`${listed}; this may have escaped your attention.`;
    return [...runs`${listed}. `, ...balance(counts, amount, bookedUntil)];
  },
  question: (counts) => runs`Is everything in order with ${these(counts)}?`,
  request: (step, payBy) =>
    step === 'reminder-2' ? runs`Please tell us what is holding it up, or pay by ${bold(payBy)}.` : runs`Please pay by ${bold(payBy)}.`,
  options({ contactName, phone, email, medium }) {
    const reach =
      medium === 'mail'
        ? `Reply to this e-mail${phone === '' ? '' : ` or call ${contactName}, ${phone}`}.`
        : `Contact ${contactName}, ${or([phone, email])}.`;
    return runs`${bold('Is something not right, or would a later date or paying in parts suit you better?')} ${reach} If you have already paid, this reminder is settled.`;
  },
  nextStep({ step, payBy, next, on, isConsumer }) {
    const title = bold('What happens next.');
    if (step === 'reminder-1')
      return runs`${title} If anything is still open after ${payBy} and nothing has been agreed, ${nextStep(next, on)}.`;
    if (isConsumer)
      return runs`${title} Without payment, reply or agreement, ${nextStep(next, on)}. We charge costs only after writing to you separately about them; this reminder is free.`;
    return runs`${title} Without payment, reply or agreement, ${nextStep(next, on)}. From that step on we may charge statutory interest and ${isBelgian ? 'compensation for recovery costs' : 'collection costs'}.`;
  },
  reservation: isBelgian
    ? runs`This letter is sent with all rights reserved and without prejudicial acknowledgement.`
    : runs`Wij behouden ons ondubbelzinnig ons recht op nakoming voor. (We unequivocally reserve our right to performance.)`,
});

const tableTexts: LetterTexts['table'] = {
  invoice: 'Invoice',
  issueDate: 'Invoice date',
  dueDate: 'Due date',
  amount: 'Amount',
  received: 'Received',
  open: 'Still to pay',
  total: 'Total',
  carriedForward: 'Carried forward to the next page',
  broughtForward: 'Brought forward from the previous page',
  creditNote: (number) => `Credit note ${number}`,
  annexTitle: 'Enclosure: open invoices',
  invoicesTogether: (value) => capital(invoices(value)),
  receivedTogether: 'Received so far',
  creditTogether: 'Credit notes',
  toPay: 'Still to pay',
  partlyPaid: (amount, received) => `${amount}, received ${received}`,
  restInLetter: (value) => `and ${count(value)} more in the attached letter`,
};

const paymentTexts: LetterTexts['payment'] = {
  amount: 'Amount',
  name: 'Account name',
  freeReference: 'Reference',
  structuredReference: 'Reference',
  deadline: 'By',
  caption: 'Payment QR for banking apps',
  alternative: ({ amount, name, reference }) => `QR code to transfer ${amount} to ${name} with reference ${reference}`,
  customerAndLetter: (customerNumber, letter) =>
    customerNumber === '' ? `Letter ${letter}` : `Customer ${customerNumber}, letter ${letter}`,
};

/** English for customers who read it; terms of Dutch law stay in Dutch with a translation. */
export function englishTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'en',
    languageTag: 'en-GB',
    references: { date: 'Date', customerNumber: 'Customer number', ourReference: 'Our reference', contact: 'Contact' },
    attention: (name) => `Attn ${name}`,
    salutation: (addressee) =>
      addressee === null ? 'Dear Sir or Madam,' : `Dear ${addressee.form === 'ms' ? 'Ms' : 'Mr'} ${addressee.surname},`,
    letterName: (step) => (step === 'reminder-2' ? 'Second reminder' : isBelgian ? 'First reminder' : 'Payment reminder'),
    items(counts, onlyNumber) {
      const listed = counts.invoices === 1 && onlyNumber !== null ? `invoice ${onlyNumber}` : invoices(counts.invoices);
      return counts.creditNotes === 0 ? listed : `${listed} and ${creditNotes(counts.creditNotes)}`;
    },
    subject: ({ letterName, items, amount, isSum }) => `${letterName}: ${items}, ${amount}${isSum ? ' in total' : ''}`,
    mailSubject: ({ letterName, numbers: listed, company }) =>
      `${letterName}: ${listed.length === 1 ? 'invoice' : 'invoices'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} and ${listed.length - 2} more` : listed.join(', ')} (${company})`,
    ...sentences(isBelgian),
    table: tableTexts,
    payment: paymentTexts,
    belgianConsumer: belgianConsumerTexts,
    closing: 'Kind regards,',
    enclosures({ letter, copies, hasAnnex }) {
      const copied =
        copies === null
          ? ''
          : copies.count === 1
            ? `copy of invoice ${copies.onlyNumber}`
            : `copies of the ${count(copies.count)} invoices`;
      const pdf = letter === null ? '' : ' (PDF)';
      const parts = [
        letter === null ? '' : `${letter}${pdf}`,
        hasAnnex ? 'list of open invoices' : '',
        copied === '' ? '' : `${copied}${pdf}`,
      ].filter((part) => part !== '');
      const isOne = parts.length === 1 && (copies === null || copies.count === 1);
      return parts.length === 0 ? '' : `${isOne ? 'Enclosure' : 'Enclosures'}: ${parts.join(', ')}`;
    },
    footer: {
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Enterprise number ${number}` : `Chamber of Commerce ${number}`),
      vat: (number) => `VAT\u00a0${number}`,
    },
    pageLabel: 'Page {page} of {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}, please pay by ${payBy}.`,
  };
}

const belgianConsumerTexts: BelgianConsumerTexts = {
  isFree: runs`${bold('This reminder is free: you pay only the balance now.')}`,
  facts: {
    creditor: 'Creditor',
    creditorValue: (name, enterpriseNumber) => `${name}, enterprise number ${enterpriseNumber}`,
    supplied: 'Product or service',
    invoice: 'Invoice',
    invoiceValue: (number, issued, due) => `${number} of ${issued}, due since ${due}`,
    amount: 'Invoice amount',
    received: 'Received',
    balance: 'Balance',
    dueSince: 'Due since',
  },
  term: (channel, payBy) =>
    channel === 'letter'
      ? runs`${bold('Your term.')} You can pay without costs or interest within 14 calendar days. The term starts on the third working day after this letter is sent; in any case you have ${bold(`up to and including ${payBy}`)}.`
      : runs`${bold('Your term.')} You can pay without costs or interest within 14 calendar days. The term starts on the day after this e-mail is sent; in any case you have ${bold(`up to and including ${payBy}`)}.`,
  secondTerm: (payBy) => runs`Please tell us what is holding it up, or pay by ${bold(payBy)}. You still pay only the balance now.`,
  consequence: (article) =>
    runs`${bold('If you do not pay within this term,')} you also owe the following under article\u00a0${article} of our general terms, and nothing else:`,
  laterConsequence: ({ article, earlierOn }) =>
    runs`${bold('If you do not pay now either,')} we may charge what we wrote to you about on ${earlierOn} (article\u00a0${article} of our general terms), and nothing else:`,
  indemnity: (formula) =>
    formula === null ? 'Fixed indemnity' : `Fixed indemnity: ${formula.floor} + ${formula.percent} of ${formula.part}`,
  interest: (percent, step) =>
    `Late payment interest: ${percent} a year on the unpaid balance from the day after ${step === 'reminder-1' ? 'sending' : 'that reminder'}`,
  perDay: (amount) => `${amount} per day`,
  options: ({ phone, email, medium }) =>
    runs`${bold('A question, an objection, paying later or in parts?')} ${medium === 'mail' ? `Reply to this e-mail${phone === '' ? '' : ` or call ${phone}`}` : or([phone, email])}. On simple request we send you at once all supporting documents and an explanation of how to contest the debt. While we deal with your question or proposal, we take no further steps. If you have already paid, this reminder is settled.`,
  nextStep({ step, payBy, next, on }) {
    if (step === 'reminder-1' && next === 'reminder-2')
      return runs`${bold('What happens next.')} If the balance is still open after ${payBy}, you will receive a second reminder on ${on} at the earliest.`;
    return runs`${bold('What happens next.')} Without payment, reply or agreement, ${nextStep(next, on)}.`;
  },
};
