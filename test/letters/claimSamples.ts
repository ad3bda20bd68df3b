/** The letters of the design beyond the reminders (design/letters.md §10), with invented companies; interest and costs come from the rules of law. */
import { type PlainDateText, plainDate } from '../../src-shared/dates.ts';
import { cents, negateCents, zeroCents } from '../../src-shared/money.ts';
import { consumerIndemnity } from '../../src-main/domain/law/belgianConsumer.ts';
import { dutchCollectionCosts, tradeMinimum } from '../../src-main/domain/law/collectionCosts.ts';
import { consumerTerm } from '../../src-main/domain/law/consumerTerms.ts';
import type { ClaimInterest } from '../../src-main/domain/law/claimInterest.ts';
import type {
  Claim,
  ClaimFacts,
  ClaimPayment,
  CrossedFacts,
  FourteenDayFacts,
  HandoverFacts,
  InterestClaim,
  LetterCustomer,
  LetterItem,
  PaymentPlanFacts,
  PreDueFacts,
  ReceiptFacts,
  StatementFacts,
  ThanksFacts,
} from '../../src-main/domain/letters/letterFacts.ts';
import { euros, interest, paid } from '../law/questions.ts';
import { belgianBusiness, belgianConsumer, letterOne } from './letterSamples.ts';

export const invoice = (number: string, [issued, due]: readonly [string, string], [total, received]: readonly [string, string]): LetterItem => ({
  kind: 'invoice',
  number,
  issueDate: plainDate(issued),
  dueDate: plainDate(due),
  total: euros(total),
  received: euros(received),
  open: cents(euros(total) - euros(received)),
  paymentReference: '',
  description: '',
});
export const creditNote = (number: string, issued: string, amount: string): LetterItem => ({
  ...invoice(number, [issued, issued], [amount, '0']),
  kind: 'creditNote',
  dueDate: null,
  total: negateCents(euros(amount)),
  open: negateCents(euros(amount)),
});
const dates = (...days: readonly string[]): readonly PlainDateText[] => days.map(plainDate);
const scale = (...principals: readonly string[]) =>
  dutchCollectionCosts({ kind: 'trade', principals: principals.map(euros), vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents });
const letterDay = '2026-11-21';

/** What the rules say about one invoice, as the letter wants it. */
const accrued = (number: string, claim: ClaimInterest): InterestClaim => ({ number, accrued: claim, perDay: claim.perDayCents, principalOpen: claim.principalLeftCents });
const payment = (on: string, number: string, parts: readonly [costs: string, interest: string, principal: string]): ClaimPayment => {
  const [toCosts, toInterest, toPrincipal] = [euros(parts[0]), euros(parts[1]), euros(parts[2])];
  return { on: plainDate(on), number, amount: cents(toCosts + toInterest + toPrincipal), toCosts, toInterest, toPrincipal, isDesignated: true };
};

const noClaim: Claim = {
  interestKind: 'trade',
  interest: [],
  perDay: zeroCents,
  costs: null,
  payments: [],
  laterCosts: null,
  chargesFrom: null,
  clauseArticle: '',
};

const common = {
  channel: 'letter',
  today: plainDate('2026-11-20'),
  bookedUntil: plainDate('2026-11-19'),
  sender: letterOne.sender,
  contact: letterOne.contact,
  currency: 'EUR',
  enclosesInvoices: false,
  own: letterOne.own,
} as const;
const customerOf = (change: Partial<LetterCustomer>): LetterCustomer => ({ ...letterOne.customer, ...change });

/** Letter 02: a payment before the due date, a row of interest for each invoice. */
export const demand: ClaimFacts = {
  ...common,
  step: 'demand-1',
  reference: 'A-2026-0064',
  customer: customerOf({ name: 'Hotel-Restaurant De Vlasbrug B.V.', attention: 'de heer P. Hoekstra', street: 'Vlasbrugweg 31', postcode: '8701 ZW', city: 'Bolsward', number: '10391' }),
  items: [
    invoice('2026-0288', ['2026-08-28', '2026-09-27'], ['4235.00', '1500.00']),
    invoice('2026-0301', ['2026-09-11', '2026-10-11'], ['2178.00', '0']),
  ],
  payBy: plainDate('2026-11-27'),
  nextStep: { step: 'default-notice', on: plainDate('2026-11-30') },
  earlierMessages: dates('2026-10-14', '2026-11-02'),
  agreedTermDays: 30,
  isRegistered: false,
  paymentReference: '',
  claim: {
    ...noClaim,
    interest: [
      accrued('2026-0288', interest({ from: '2026-09-28', to: letterDay, principalCents: euros('4235.00'), payments: [paid('2026-09-24', '1500.00')] })),
      accrued('2026-0301', interest({ from: '2026-10-12', to: letterDay, principalCents: euros('2178.00') })),
    ],
    perDay: interest({ from: '2026-10-12', to: letterDay, principalCents: euros('4913.00') }).perDayCents,
    costs: { kind: 'minimum', amount: tradeMinimum('NL', 1), perInvoice: false },
    payments: [payment('2026-09-24', '2026-0288', ['0', '0', '1500.00'])],
    laterCosts: { amount: scale('2735.00', '2178.00'), principal: euros('4913.00'), alreadyPaid: zeroCents },
  },
};

/** The other case of letter 02: the payment comes after default and goes to costs and interest first. */
export const demandPaidLater: ClaimFacts = {
  ...demand,
  claim: {
    ...demand.claim,
    interest: [
      accrued(
        '2026-0288',
        interest({ from: '2026-09-28', to: letterDay, principalCents: euros('4235.00'), payments: [paid('2026-10-20', '1500.00')], costs: [{ dueFrom: plainDate('2026-09-28'), amountCents: euros('40.00') }] }),
      ),
      ...demand.claim.interest.slice(1),
    ],
    perDay: euros('1.42'),
    payments: [payment('2026-10-20', '2026-0288', ['40.00', '27.75', '1432.25'])],
    laterCosts: { amount: scale('2802.75', '2178.00'), principal: euros('4980.75'), alreadyPaid: euros('40.00') },
  },
};

/** Letter 03: the fourteen-day letter to a Dutch consumer. */
export const fourteenDays: FourteenDayFacts = {
  ...common,
  step: 'fourteen-day-letter',
  reference: 'W-2026-0019',
  customer: customerOf({ name: 'Mevrouw J.M. van Rijsbergen-Achterberg', attention: '', street: 'Kastanjehof 26', postcode: '8448 ZV', city: 'Heerenveen', number: '20117', kind: 'consumer' }),
  items: [
    { ...invoice('2026-0339', ['2026-09-22', '2026-10-06'], ['653.40', '0']), description: 'Storing en reparatie cv-ketel, 18 september' },
    { ...invoice('2026-0352', ['2026-09-30', '2026-10-14'], ['242.00', '0']), description: 'Vervangen thermostaat, 28 september' },
  ],
  earlierMessages: dates('2026-10-21', '2026-11-04'),
  inDefaultBy: 'agreed-term',
  inDefaultSince: plainDate('2026-10-15'),
  costs: scale('653.40', '242.00'),
  vat: zeroCents,
  lastFreeDay: consumerTerm('NL', plainDate('2026-11-20'), 'letter'),
  enclosesInvoices: true,
};

/** Letter 04: two rates, and a payment in between that went to costs and interest first. */
export const defaultNotice: ClaimFacts = {
  ...demand,
  step: 'default-notice',
  reference: 'I-2026-0012',
  customer: customerOf({ name: 'Drukkerij Waterkring B.V.', attention: 'mevrouw R. Terpstra, directeur', street: 'Persweg 112', postcode: '8913 ZT', city: 'Leeuwarden', number: '10302' }),
  items: [
    invoice('2026-0198', ['2026-05-13', '2026-06-12'], ['6655.00', '2500.00']),
    invoice('2026-0231', ['2026-06-19', '2026-07-19'], ['3388.00', '0']),
  ],
  payBy: plainDate('2026-12-04'),
  nextStep: { step: 'handover', on: plainDate('2026-12-07') },
  earlierMessages: dates('2026-07-21', '2026-08-04', '2026-08-24'),
  isRegistered: true,
  claim: {
    ...noClaim,
    interest: [
      accrued(
        '2026-0198',
        interest({ from: '2026-06-13', to: letterDay, principalCents: euros('6655.00'), payments: [paid('2026-09-15', '2500.00')], costs: [{ dueFrom: plainDate('2026-06-13'), amountCents: euros('40.00') }] }),
      ),
      accrued('2026-0231', interest({ from: '2026-07-20', to: letterDay, principalCents: euros('3388.00') })),
    ],
    perDay: interest({ from: '2026-10-12', to: letterDay, principalCents: euros('7762.32') }).perDayCents,
    costs: { kind: 'minimum', amount: tradeMinimum('NL', 1), perInvoice: false },
    payments: [payment('2026-09-15', '2026-0198', ['40.00', '179.32', '2280.68'])],
    laterCosts: { amount: scale('7762.32'), principal: euros('7762.32'), alreadyPaid: euros('40.00') },
  },
};

/** Letter 06: a Belgian notice of default in French, € 40 for each invoice and a structured communication of its own. */
export const belgianNotice: ClaimFacts = {
  ...demand,
  step: 'default-notice',
  reference: 'MD-2026-0009',
  sender: { ...belgianBusiness.sender, name: 'Ateliers Viorne & Fusain SRL', street: 'Rue des Trois Houx 48', postcode: '5000', city: 'Namur', language: 'fr', email: 'comptabilite@viorne-fusain.example', registrationNumber: '0999.317.541', vatNumber: 'BE 0999.317.541', iban: 'BE71 0961 2345 6769', signerName: 'Benoît Delaunois', signerRole: 'administrateur' },
  customer: { ...belgianBusiness.customer, name: 'Hôtel des Trois Écluses SA', attention: 'Monsieur L. Dardenne', street: 'Quai du Halage 9 bte 12', postcode: '6000', city: 'Charleroi', language: 'fr', number: '30218' },
  contact: { name: 'Benoît Delaunois', phone: '081 01 23 45', email: 'comptabilite@viorne-fusain.example' },
  items: [
    invoice('F2026-118', ['2026-08-17', '2026-09-16'], ['5445.00', '0']),
    invoice('F2026-131', ['2026-09-07', '2026-10-07'], ['2057.00', '0']),
  ],
  payBy: plainDate('2026-12-04'),
  nextStep: { step: 'handover', on: plainDate('2026-12-07') },
  isRegistered: true,
  enclosesInvoices: true,
  paymentReference: '+++202/6900/11849+++',
  claim: {
    ...noClaim,
    interest: [
      accrued('F2026-118', interest({ country: 'BE', from: '2026-09-17', to: letterDay, principalCents: euros('5445.00') })),
      accrued('F2026-131', interest({ country: 'BE', from: '2026-10-08', to: letterDay, principalCents: euros('2057.00') })),
    ],
    perDay: interest({ country: 'BE', from: '2026-10-08', to: letterDay, principalCents: euros('7502.00') }).perDayCents,
    costs: { kind: 'minimum', amount: tradeMinimum('BE', 2), perInvoice: true },
  },
};

/** Letter 07: a statement with documents of every age, a part payment and a credit note. */
export const statement: StatementFacts = {
  ...common,
  step: 'account-statement',
  reference: '10277-2026-11',
  customer: customerOf({ name: 'Stichting Beheer en Exploitatie Sportpark De Lange Akker', attention: 'de penningmeester', street: 'Sportlaan 3 bis', postcode: '8401 ZR', city: 'Gorredijk', number: '10277' }),
  items: [
    invoice('2026-0243', ['2026-07-10', '2026-08-09'], ['1452.00', '952.00']),
    invoice('2026-0279', ['2026-08-14', '2026-09-13'], ['2420.00', '0']),
    invoice('2026-0296', ['2026-09-04', '2026-10-04'], ['786.50', '0']),
    creditNote('C2026-014', '2026-09-18', '242.00'),
    invoice('2026-0317', ['2026-09-25', '2026-10-25'], ['3146.00', '0']),
    invoice('2026-0389', ['2026-10-16', '2026-11-15'], ['605.00', '0']),
    invoice('2026-0411', ['2026-10-30', '2026-11-29'], ['1936.00', '0']),
    invoice('2026-0427', ['2026-11-13', '2026-12-13'], ['968.00', '0']),
  ],
  previousOn: plainDate('2026-10-20'),
  nextOn: plainDate('2026-12-18'),
  receipts: [{ on: plainDate('2026-11-02'), amount: euros('952.00'), number: '2026-0243' }],
  paymentReference: 'RF561027720261120',
};
export const englishStatement: StatementFacts = {
  ...statement,
  reference: '10419-2026-11',
  customer: customerOf({ name: 'Harrowmere Fixtures Ltd', attention: 'Accounts Payable', street: 'Unit 7, Saltmarsh Quay', postcode: '', city: 'Cork', country: 'IE', language: 'en', number: '10419' }),
  items: [
    invoice('2026-0270', ['2026-08-07', '2026-09-06'], ['3960.00', '1460.00']),
    invoice('2026-0322', ['2026-10-02', '2026-11-01'], ['5120.00', '0']),
    creditNote('C2026-017', '2026-10-09', '320.00'),
    invoice('2026-0401', ['2026-10-23', '2026-11-22'], ['1845.00', '0']),
    invoice('2026-0430', ['2026-11-16', '2026-12-16'], ['2275.00', '0']),
  ],
  receipts: [{ on: plainDate('2026-11-06'), amount: euros('1460.00'), number: '2026-0270' }],
  paymentReference: 'RF961041920261120',
};

/** Letter 08: five instalments, the last two cents more. */
export const plan: PaymentPlanFacts = {
  ...common,
  step: 'payment-plan',
  reference: 'R-2026-0014',
  customer: customerOf({ name: 'Timmerbedrijf Van der Spaan', attention: 'de heer D. van der Spaan', street: 'Zaagmolenhof 4', postcode: '8501 ZN', city: 'Joure', number: '10366' }),
  items: [
    invoice('2026-0212', ['2026-06-26', '2026-07-26'], ['2299.00', '0']),
    invoice('2026-0254', ['2026-07-17', '2026-08-16'], ['1212.42', '0']),
  ],
  instalments: [
    ['2026-12-15', '702.28'],
    ['2027-01-15', '702.28'],
    ['2027-02-15', '702.28'],
    ['2027-03-15', '702.28'],
    ['2027-04-15', '702.30'],
  ].map(([dueOn = '', amount = '']) => ({ dueOn: plainDate(dueOn), amount: euros(amount) })),
  agreedOn: plainDate('2026-11-18'),
  signBy: plainDate('2026-12-04'),
  debtor: { person: 'D. van der Spaan', registrationNumber: '99000677', isSoleTrader: true },
  graceDays: 7,
  isInterestWaived: true,
  interestKind: 'trade',
};

export const preDue: PreDueFacts = {
  ...common,
  step: 'pre-due-notice',
  reference: 'V-2026-0031',
  customer: letterOne.customer,
  items: [invoice('2026-0430', ['2026-10-30', '2026-11-27'], ['1936.00', '0'])],
  payBy: plainDate('2026-11-27'),
  nextStep: { step: 'reminder-1', on: plainDate('2026-11-30') },
};
export const handover: HandoverFacts = {
  ...defaultNotice,
  step: 'handover-notice',
  nextStep: { step: 'handover', on: plainDate('2026-12-07') },
  recipient: { kind: 'agency', name: 'Wilgenroos Incasso B.V.' },
};

const settled = [invoice('2026-0387', ['2026-10-14', '2026-11-13'], ['1815.00', '1815.00'])];
export const receipt: ReceiptFacts = {
  ...common,
  step: 'receipt-confirmation',
  reference: 'O-2026-0007',
  customer: letterOne.customer,
  items: [...settled, invoice('2026-0398', ['2026-10-19', '2026-11-18'], ['1270.50', '400.00'])],
  payment: { on: plainDate('2026-11-19'), amount: euros('2215.00') },
};
export const thanks: ThanksFacts = { ...receipt, step: 'payment-thanks', items: settled, payment: { on: plainDate('2026-11-19'), amount: euros('1815.00') } };
export const crossed: CrossedFacts = { ...thanks, step: 'crossed-apology', messageOn: plainDate('2026-11-18') };

/** A claim on a Belgian consumer after the term of the free reminder of 20 November: the indemnity of the clause, and interest at the cap from the day after it. */
export const belgianConsumerDemand: ClaimFacts = {
  ...demand,
  reference: 'A-2026-0071',
  sender: belgianConsumer.sender,
  customer: belgianConsumer.customer,
  contact: belgianConsumer.contact,
  items: belgianConsumer.items,
  today: plainDate('2026-12-18'),
  bookedUntil: plainDate('2026-12-17'),
  payBy: plainDate('2026-12-31'),
  nextStep: { step: 'handover', on: plainDate('2027-01-05') },
  earlierMessages: dates('2026-11-20', '2026-12-11'),
  agreedTermDays: null,
  claim: {
    ...noClaim,
    interestKind: 'capped',
    interest: [
      accrued(
        '2026/1187',
        interest({ country: 'BE', kind: 'consumer', agreed: { kind: 'clause' }, from: '2026-11-21', to: '2026-12-19', principalCents: euros('784.40') }),
      ),
    ],
    perDay: euros('0.23'),
    costs: { kind: 'indemnity', amount: consumerIndemnity(euros('784.40')), perInvoice: false },
    chargesFrom: plainDate('2026-12-10'),
    clauseArticle: '7',
  },
};
/** A Dutch consumer after the fourteen-day letter: the costs of the scale. */
export const dutchConsumerDemand: ClaimFacts = {
  ...demand,
  customer: fourteenDays.customer,
  items: fourteenDays.items,
  today: plainDate('2026-12-18'),
  payBy: plainDate('2026-12-28'),
  nextStep: { step: 'handover', on: plainDate('2026-12-31') },
  earlierMessages: dates('2026-10-21', '2026-11-20'),
  claim: {
    ...noClaim,
    interestKind: 'statutory',
    costs: { kind: 'scale', amount: scale('653.40', '242.00'), perInvoice: false },
    chargesFrom: plainDate('2026-12-09'),
  },
};
/** A claim with a credit note and amounts beyond the nine columns. */
export const largeDemand: ClaimFacts = {
  ...demand,
  items: [invoice('2026-0288', ['2026-08-28', '2026-09-27'], ['1234567.89', '0']), creditNote('C2026-031', '2026-10-01', '250.00')],
  claim: {
    ...noClaim,
    interest: [accrued('2026-0288', interest({ from: '2026-09-28', to: letterDay, principalCents: euros('1234567.89') }))],
    perDay: interest({ from: '2026-10-12', to: letterDay, principalCents: euros('1234567.89') }).perDayCents,
    costs: { kind: 'minimum', amount: tradeMinimum('NL', 1), perInvoice: false },
  },
};
/** Letters to consumers may not charge before the free letter; without charges they ask the invoices alone. */
export const withoutCharges = (facts: ClaimFacts): ClaimFacts => ({ ...facts, claim: { ...noClaim, payments: [] } });
export const withoutChargesHandover = (facts: HandoverFacts): HandoverFacts => ({ ...facts, claim: noClaim });
