import type { LetterKind } from '../../../../src-shared/letterTemplate.ts';
import type { ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const invoices = (value: number): string => (value === 1 ? 'one invoice' : `${count(value)} invoices`);
const creditNotes = (value: number): string => (value === 1 ? 'one credit note' : `${count(value)} credit notes`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
const or = (parts: readonly string[]): string => present(parts).join(' or ');
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** What the customer receives or what happens next, by the key of the ladder's step. */
const nextSteps: Readonly<Record<string, (when: string) => string>> = {
  'reminder-1': (when) => `you will receive a payment reminder ${when}`,
  'reminder-2': (when) => `you will receive a second reminder ${when}`,
  'demand-1': (when) => `you will receive a formal demand for payment ${when}`,
  'demand-2': (when) => `you will receive a second demand for payment ${when}`,
  'demand-2-reminder': (when) => `you will receive a reminder of our demand ${when}`,
  'final-demand': (when) => `you will receive a final demand ${when}`,
  'fourteen-day-letter': (when) => `you will receive a fourteen-day letter (veertiendagenbrief) ${when}`,
  'default-notice': (when) => `you will receive a notice of default ${when}`,
  'pre-legal-procedure': (when) => `we will decide ${when} which steps are needed`,
  'pre-legal-letter': (when) => `you will receive a final letter ${when}`,
  handover: (when) => `we will refer the claim to a third party ${when}`,
};
const nextStep = (next: string, when: string): string =>
  (nextSteps[next] ?? ((day: string) => `you will hear from us again ${day}`))(when);

const phrases: LetterTexts['phrases'] = {
  list,
  items(counts, onlyNumber) {
    const listed = counts.invoices === 1 && onlyNumber !== null ? `invoice ${onlyNumber}` : invoices(counts.invoices);
    return counts.creditNotes === 0 ? listed : `${listed} and ${creditNotes(counts.creditNotes)}`;
  },
  numbered: (listed) => `${listed.length === 1 ? 'invoice' : 'invoices'} ${list(listed)}`,
  theseInvoices: ({ invoices: value }: ItemCounts) => (value === 1 ? 'this invoice' : 'these invoices'),
  invoicesListed: (counts, place) => `the ${counts.invoices === 1 ? 'invoice' : 'invoices'} ${place === 'page' ? 'below' : 'in the enclosed list'}`,
  amountTogether: (amount) => `${amount} in total`,
  together: (counts) => (counts.invoices + counts.creditNotes > 1 ? 'in total' : 'for it'),
  bookedUntil: (day) => (day === null ? '' : `, updated with bank statements up to and including ${day}`),
  afterCredit: (value) => (value === 0 ? '' : ` after the ${value === 1 ? 'credit note' : 'credit notes'}`),
  nextStep: (step, on) => nextStep(step, `on ${on}`),
  nextStepEarliest: (step, on) => nextStep(step, `on ${on} at the earliest`),
  reach({ contactName, phone, email, medium }) {
    if (medium === 'mail') return `Reply to this e-mail${phone === '' ? '' : ` or call ${contactName === '' ? '' : `${contactName}, `}${phone}`}.`;
    return `Contact ${contactName}, ${or([phone, email])}.`;
  },
  days: (value) => (value === 1 ? 'one day' : `${count(value)} days`),
  instalments: (value) => (value === 1 ? 'one instalment' : `${count(value)} instalments`),
  paymentOn: (amount, on) => `a payment of ${amount} on ${on}`,
  receiptOn: (amount, on, number) => `${amount} on ${on}${number === '' ? '' : `, set against invoice ${number}`}`,
  recipient: ({ kind, name }) =>
    ({ agency: `the collection agency ${name}`, bailiff: `the bailiff ${name}`, lawyer: `the law firm ${name}` })[kind],
  acknowledged: (number, amount, due) => `invoice ${number}, ${amount}, due on ${due}`,
  acknowledgedCredit: (number, amount) => `credit note ${number}, ${amount}`,
  debtor({ person, name, registration, isSoleTrader }) {
    const numbered = registration === '' ? '' : ` (${registration})`;
    if (isSoleTrader && person !== '') return `${person}, trading as ${name}${numbered}`;
    return `${name}${numbered}${person === '' ? '' : `, represented by ${person}`}`;
  },
  share: (percent, of) => `${percent} of ${of}`,
  scaleMinimum: 'the legal minimum',
  scaleMaximum: 'the legal maximum',
  insteadOf: (amount) => ` instead of ${amount}`,
  rates: (first, later) => list([`${first} a year`, ...later.map(({ percent, from }) => `${percent} from ${from}`)]),
  paymentBooked: ({ on, number, isDesignated }) => `The payment of ${on} was set against invoice ${number}${isDesignated ? ', as you stated' : ''}.`,
};

const law = (isBelgian: boolean): LetterTexts['law'] => ({
  interestName: isBelgian
    ? {
        trade: 'the statutory interest (wettelijke intrest / intérêts légaux)',
        statutory: 'the statutory interest (wettelijke intrest / intérêts légaux)',
        contractual: 'the agreed interest',
        capped: 'late payment interest (nalatigheidsintrest / intérêts de retard)',
      }
    : {
        trade: 'statutory commercial interest (wettelijke handelsrente)',
        statutory: 'statutory interest (wettelijke rente)',
        contractual: 'the agreed interest',
        capped: 'statutory interest (wettelijke rente)',
      },
  interestBasis(kind, article) {
    if (kind === 'contractual' || kind === 'capped') return `article ${article} of our general terms`;
    if (isBelgian) return kind === 'trade' ? 'art. 5 of the Belgian Act of 2 August 2002' : 'art. 5.240 of the Belgian Civil Code';
    return kind === 'trade' ? 'art. 6:119a of the Dutch Civil Code' : 'art. 6:119 of the Dutch Civil Code';
  },
  interestSince: {
    trade: 'from the day after the due date',
    statutory: isBelgian ? 'from the notice of default' : 'from the start of default',
    contractual: isBelgian ? 'from the day after the due date' : 'from the start of default',
    capped: 'from the day after the first reminder',
    cappedAfterTerm: 'from the day after the term of the first reminder',
  },
  costsName: {
    minimum: isBelgian ? 'the statutory compensation for recovery costs' : 'the statutory minimum compensation for collection costs',
    scale: 'extrajudicial collection costs (buitengerechtelijke incassokosten)',
    agreed: isBelgian ? 'the agreed indemnity (schadebeding / clause pénale)' : 'the agreed collection costs',
    indemnity: 'the fixed indemnity',
  },
  costsBasis(kind, { perInvoice, article }) {
    const often = perInvoice ? 'for each invoice' : 'once for this letter';
    if (kind === 'minimum') return isBelgian ? `art. 6 of the Belgian Act of 2 August 2002, ${often}` : `art. 6:96(4) of the Dutch Civil Code, ${often}`;
    if (kind === 'scale') return 'art. 6:96 of the Dutch Civil Code and the Besluit vergoeding voor buitengerechtelijke incassokosten (decree on collection costs)';
    const terms = `article ${article} of our general terms`;
    return kind === 'indemnity' ? `${terms}, within the limit of art. XIX.4 of the Belgian Code of Economic Law` : terms;
  },
  fourteenDayTerm: 'binnen vijftien dagen nadat deze brief bij u is bezorgd',
  fourteenDayGloss: 'within fifteen days after this letter has been delivered to you',
});

const table: LetterTexts['table'] = {
  invoice: 'Invoice',
  issueDate: 'Invoice date',
  dueDate: 'Due date',
  amount: 'Amount',
  received: 'Received',
  open: 'Still to pay',
  openShort: 'Open',
  supplied: 'For',
  total: 'Total',
  interestFrom: 'Interest from',
  days: 'Days',
  perDay: 'Per day',
  interest: 'Interest',
  specification: (date) => `Specification as at ${date}`,
  invoiceOf: (number, issued, due) => `Invoice ${number} of ${issued}, due on ${due}`,
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

const payment: LetterTexts['payment'] = {
  amount: 'Amount',
  name: 'Account name',
  freeReference: 'Reference',
  structuredReference: 'Reference',
  deadline: 'By',
  term: 'Term',
  until: (date) => date,
  caption: 'Payment QR for banking apps',
  alternative: ({ amount, name, reference }) => `QR code to transfer ${amount} to ${name} with reference ${reference}`,
  customerAndLetter: (customerNumber, letter) =>
    customerNumber === '' ? `Letter ${letter}` : `Customer ${customerNumber}, letter ${letter}`,
};

const facts: LetterTexts['facts'] = {
  creditor: 'Creditor',
  creditorValue: (name, enterpriseNumber) => `${name}, enterprise number ${enterpriseNumber}`,
  supplied: 'Product or service',
  invoice: 'Invoice',
  invoiceValue: (number, issued, due) => `${number} of ${issued}, due since ${due}`,
  amount: 'Invoice amount',
  received: 'Received',
  balance: 'Balance',
  dueSince: 'Due since',
};

const withoutArticle = (text: string): string => capital(text.replace(/^the /, ''));
const sums = (isBelgian: boolean): LetterTexts['sums'] => ({
  principal: isBelgian ? 'Principal, VAT included' : 'Principal of the invoices',
  credits: 'Credit notes',
  interest: (kind, percent) =>
    `${withoutArticle(law(isBelgian).interestName[kind]).replace(/ \(.*\)$/, '')}${percent === '' ? '' : ` ${percent}`} up to and including today`,
  costs(kind, { count: value, each }) {
    if (kind === 'minimum') return value > 1 ? `Compensation for recovery costs, ${value} × ${each}` : 'Compensation for recovery costs (legal minimum)';
    return kind === 'scale' ? 'Extrajudicial collection costs' : withoutArticle(law(isBelgian).costsName[kind]).replace(/ \(.*\)$/, '');
  },
  total: 'Total',
  receivedOn: (date) => `Received on ${date}`,
  received: 'Payments received',
  toPay: 'To pay',
});

const announced: LetterTexts['announced'] = {
  indemnity: (formula) =>
    formula === null ? 'Fixed indemnity' : `Fixed indemnity: ${formula.floor} + ${formula.percent} of ${formula.part}`,
  interest: (percent, since) =>
    `Late payment interest: ${percent} a year on the unpaid balance from the day after ${
      { sending: 'sending', term: 'this term', 'that-reminder': 'that reminder', 'that-term': 'the term of that reminder' }[since]
    }`,
  perDay: (amount) => `${amount} per day`,
};

const calculation = (isBelgian: boolean): LetterTexts['calculation'] => ({
  title: 'Enclosure: calculation of interest and balance',
  invoiceHeading: (number, amount, on) => `Invoice ${number}, ${amount}, due on ${on}`,
  from: 'From',
  until: 'Up to and including',
  days: 'Days',
  base: 'Interest on',
  yearlyRate: 'Rate per year',
  interest: 'Interest',
  inAnnex: '(calculation enclosed)',
  paymentOf: (date) => `Payment of ${date}${isBelgian ? ', as allocated' : ', allocated according to art. 6:44 of the Dutch Civil Code'}`,
  amount: 'Amount',
  toCosts: 'Collection costs',
  toInterest: 'Interest accrued',
  toPrincipal: 'Principal',
  received: 'Received',
  openAsOf: (date) => `Open as at ${date}`,
  principal: 'Principal',
  costs: 'Costs',
  together: 'Together',
  invoice: (number) => `Invoice ${number}`,
  toPay: 'To pay',
  howHeading: 'How this was computed',
  howInterest: (basis, since, rates) => `Interest (${basis}) runs ${since} up to and including the day of payment: ${rates}.`,
  howPeriod: (growth) =>
    `For each period: amount × rate per year × days ÷ 365, rounded to whole cents. ${
      {
        compounded: 'After each full year the unpaid interest joins the amount.',
        'first-year': 'No full year has passed, so no interest on interest was computed.',
        simple: 'The interest is simple.',
      }[growth]
    }`,
  howPayments: (first) =>
    ({
      costs: 'A payment goes first to the costs, then to the interest accrued and then to the principal.',
      interest: 'A payment goes first to the interest accrued, then to the principal and then to the costs.',
      principal: 'A payment goes first to the principal, then to the interest and then to the costs.',
    })[first],
  howPerDay: (from, perDay) => `From ${from} interest of ${perDay} per day is added.`,
});

const statement: LetterTexts['statement'] = {
  document: 'Document',
  date: 'Date',
  dueDate: 'Due date',
  daysLate: 'Days overdue',
  amount: 'Amount',
  paid: 'Paid',
  open: 'Open',
  balance: 'Balance',
  invoice: (number) => `Invoice ${number}`,
  ages: ['Not yet due', '1–30 days', '31–60 days', '61–90 days', 'Over 90'],
  credit: 'Credit note',
  fullBalance: 'Full balance',
  overdueOnly: 'Overdue only',
  overdueValue: (amount, hasCredit) => `${amount}${hasCredit ? ', after the credit note' : ''}`,
  caption: 'Payment QR for the full balance',
};

const plan: LetterTexts['plan'] = {
  instalment: 'Instalment',
  dueOn: 'In our account by',
  amount: 'Amount',
  openAfter: 'Then open',
  numberOf: (number, value) => `${number} of ${value}`,
  total: 'Total',
  codeTitle: (amount) => `Instalment 1: ${amount}`,
  payTo: 'Pay to',
  payToValue: (iban, name) => `${iban}, account name ${name}`,
  reference: 'Reference',
  referenceValue: (reference) => `${reference} and the number of the instalment`,
  placeAndDate: 'Place and date',
  signature: 'Signature',
};

const letterNames = (isBelgian: boolean): Readonly<Record<LetterKind, string>> => ({
  'pre-due-notice': 'Pre-due notice',
  'reminder-1': isBelgian ? 'First reminder' : 'Payment reminder',
  'belgian-first-reminder': 'First reminder',
  'reminder-2': 'Second reminder',
  'demand-1': 'Demand for payment',
  'demand-2': 'Second demand for payment',
  'demand-2-reminder': 'Reminder of our demand',
  'final-demand': 'Final demand',
  'fourteen-day-letter': 'Fourteen-day letter (veertiendagenbrief)',
  'default-notice': `Notice of default (${isBelgian ? 'ingebrekestelling / mise en demeure' : 'ingebrekestelling'})`,
  'pre-legal-letter': 'Letter before court proceedings',
  'handover-notice': 'Announcement of handover',
  'account-statement': 'Statement of account',
  'payment-plan': 'Payment plan',
  'receipt-confirmation': 'Confirmation of receipt',
  'payment-thanks': 'Payment received',
  'crossed-apology': 'Our message and your payment',
});

function enclosures({ letter, copies, hasAnnex, others }: Parameters<LetterTexts['enclosures']>[0]): string {
  const copied = copies === null ? '' : copies.count === 1 ? `copy of invoice ${copies.onlyNumber}` : `copies of the ${count(copies.count)} invoices`;
  const pdf = letter === null ? '' : ' (PDF)';
  const parts = present([
    letter === null ? '' : `${letter}${pdf}`,
    hasAnnex ? 'list of open invoices' : '',
    copied === '' ? '' : `${copied}${pdf}`,
    ...others.map((other) => `${other}${pdf}`),
  ]);
  const isOne = parts.length === 1 && (copies === null || copies.count === 1) && !/^\d/.test(others[0] ?? '');
  return parts.length === 0 ? '' : `${isOne ? 'Enclosure' : 'Enclosures'}: ${parts.join(', ')}`;
}

/** English for customers who read it; terms of Dutch and Belgian law keep their name beside a translation. */
export function englishTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'en',
    languageTag: 'en-GB',
    references: {
      date: 'Date',
      customerNumber: 'Customer number',
      ourReference: 'Our reference',
      contact: 'Contact',
      statement: 'Statement',
      sending: 'Sent by',
      registered: isBelgian ? 'registered post with receipt' : 'Post and registered post',
    },
    attention: (name) => `Attn ${name}`,
    salutation: (addressee) =>
      addressee === null ? 'Dear Sir or Madam,' : `Dear ${addressee.form === 'ms' ? 'Ms' : 'Mr'} ${addressee.surname},`,
    letterNames: letterNames(isBelgian),
    mailSubject: ({ letterName, numbers: listed, company }) =>
      listed.length === 0
        ? `${letterName} (${company})`
        : `${letterName}: ${listed.length === 1 ? 'invoice' : 'invoices'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} and ${listed.length - 2} more` : listed.join(', ')} (${company})`,
    phrases,
    law: law(isBelgian),
    table,
    payment,
    facts,
    sums: sums(isBelgian),
    announced,
    calculation: calculation(isBelgian),
    statement,
    plan,
    enclosures,
    footer: {
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Enterprise number ${number}` : `Chamber of Commerce ${number}`),
      vat: (number) => `VAT\u00a0${number}`,
    },
    pageLabel: 'Page {page} of {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}${payBy === '' ? '' : `, please pay by ${payBy}`}.`,
  };
}
