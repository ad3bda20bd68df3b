import { plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import type { LetterCustomer, LetterItem, LetterSender, ReminderFacts } from '../../src-main/domain/letters/letterFacts.ts';

/** Invented companies and customers; the accounts are example IBANs. Today is 20 November 2026. */
const dutchSender: LetterSender = {
  name: 'Veenpluis Installatietechniek B.V.',
  activity: 'Verwarming, koeling en elektra',
  street: 'Turfstekerspad 18',
  postcode: '8441 ZX',
  city: 'Heerenveen',
  country: 'NL',
  language: 'nl',
  phone: '0513 01 23 45',
  email: 'debiteuren@veenpluis.example',
  website: 'www.veenpluis.example',
  registrationNumber: '99000214',
  vatNumber: 'NL999000214B01',
  iban: 'NL91 ABNA 0417 1643 00',
  bic: '',
  accountName: '',
  accentColour: '#17565a',
  logo: '',
  signerName: 'Sanne Wiersma',
  signerRole: 'debiteurenadministratie',
  windowOffset: { x: 0, y: 0 },
};

const belgianSender: LetterSender = {
  ...dutchSender,
  name: 'Zonnedauw Verwarming BV',
  activity: 'Verwarming, warm water, ventilatie',
  street: 'Rossolislaan 24',
  postcode: '1070',
  city: 'Anderlecht',
  country: 'BE',
  phone: '02 012 34 56',
  email: 'klanten@zonnedauw.example',
  website: 'www.zonnedauw.example',
  registrationNumber: '0999.204.171',
  vatNumber: 'BE 0999.204.171',
  iban: 'BE68 5390 0754 7034',
  accentColour: '#7d3a2a',
  signerName: 'Katrijn Debaere',
  signerRole: 'klantenadministratie',
};

const dutchCustomer: LetterCustomer = {
  name: 'Bakkerij Korenhof & Zonen B.V.',
  attention: 'mevrouw A. de Boer, crediteuren',
  street: 'Molenpad 7',
  postcode: '8621 ZX',
  city: 'Heeg',
  country: 'NL',
  language: 'nl',
  kind: 'business',
  number: '10428',
};

const invoice = (number: string, [issued, due]: readonly [string, string], [total, received]: readonly [number, number]): LetterItem => ({
  kind: 'invoice',
  number,
  issueDate: plainDate(issued),
  dueDate: plainDate(due),
  total: cents(total),
  received: cents(received),
  open: cents(total - received),
  paymentReference: '',
  description: '',
});

/** Letter 01 of the design: three invoices, one paid in part, together 3 169.50. */
export const letterOne: ReminderFacts = {
  step: 'reminder-1',
  channel: 'letter',
  reference: 'H-2026-0211',
  today: plainDate('2026-11-20'),
  bookedUntil: plainDate('2026-11-19'),
  payBy: plainDate('2026-11-27'),
  sender: dutchSender,
  customer: dutchCustomer,
  contact: { name: 'Sanne Wiersma', phone: '0513 01 23 45', email: 'debiteuren@veenpluis.example' },
  currency: 'EUR',
  items: [
    invoice('2026-0387', ['2026-10-14', '2026-11-13'], [181500, 0]),
    invoice('2026-0391', ['2026-10-16', '2026-11-15'], [48400, 0]),
    invoice('2026-0398', ['2026-10-19', '2026-11-18'], [127050, 40000]),
  ],
  earlierMessageOn: null,
  nextStep: { step: 'reminder-2', on: plainDate('2026-12-01') },
  belgianClause: null,
  enclosesInvoices: true,
  own: { subject: '', opening: '', note: '' },
};

export const letterOneInEnglish: ReminderFacts = { ...letterOne, customer: { ...dutchCustomer, language: 'en' } };

export const secondReminder: ReminderFacts = {
  ...letterOne,
  step: 'reminder-2',
  reference: 'H-2026-0230',
  today: plainDate('2026-12-01'),
  bookedUntil: plainDate('2026-11-30'),
  payBy: plainDate('2026-12-08'),
  earlierMessageOn: plainDate('2026-11-20'),
  nextStep: { step: 'demand-1', on: plainDate('2026-12-15') },
};

/** Letter 05 of the design: the free first reminder to a Belgian consumer, with a clause in the terms. */
export const belgianConsumer: ReminderFacts = {
  ...letterOne,
  reference: 'H1-2026-0086',
  payBy: plainDate('2026-12-09'),
  sender: belgianSender,
  customer: {
    name: 'Mevrouw Lotte Vandersmissen-De Wachter',
    attention: '',
    street: 'Meidoornstraat 15 bus 3',
    postcode: '1700',
    city: 'Dilbeek',
    country: 'BE',
    language: 'nl',
    kind: 'consumer',
    number: '41172',
  },
  contact: { name: 'Katrijn Debaere', phone: '02 012 34 56', email: 'klanten@zonnedauw.example' },
  items: [
    {
      ...invoice('2026/1187', ['2026-10-14', '2026-11-13'], [78440, 0]),
      paymentReference: '+++202/6001/18717+++',
      description: 'Onderhoud en herstelling van de gaswandketel op 12 oktober 2026, Meidoornstraat 15 bus 3, 1700 Dilbeek',
    },
  ],
  nextStep: { step: 'reminder-2', on: plainDate('2026-12-11') },
  belgianClause: { article: '7', interestPercent: '10.5', interestFrom: 'sending' },
};

export const belgianBusiness: ReminderFacts = {
  ...letterOne,
  reference: 'H1-2026-0091',
  sender: belgianSender,
  customer: {
    ...dutchCustomer,
    name: 'Brouwerij De Zeven Linden BV',
    attention: 'de heer P. Van den Broeck',
    street: 'Kanaalkaai 112 bus 4',
    postcode: '9000',
    city: 'Gent',
    country: 'BE',
    number: '41230',
  },
  contact: belgianConsumer.contact,
};

/** Many invoices, each of its own size; amounts in cents. */
export const manyInvoices = (count: number): ReminderFacts => ({
  ...letterOne,
  items: Array.from({ length: count }, (_, index) =>
    invoice(
      `2026-${String(300 + index).padStart(4, '0')}`,
      ['2026-10-01', `2026-10-${String(2 + (index % 28)).padStart(2, '0')}`],
      [10_000 + index * 2317, index % 7 === 3 ? 2500 : 0],
    ),
  ),
});

export const withCreditNote: ReminderFacts = {
  ...letterOne,
  items: [
    ...letterOne.items,
    {
      ...invoice('C2026-0017', ['2026-11-02', '2026-11-02'], [0, 0]),
      kind: 'creditNote',
      dueDate: null,
      total: cents(-24_200),
      open: cents(-24_200),
    },
  ],
};

export const longNames: ReminderFacts = {
  ...letterOne,
  sender: {
    ...dutchSender,
    name: 'Coöperatieve Vereniging Noordelijke Installatie- en Onderhoudsbedrijven Heerenveen en Omstreken U.A.',
    accountName: 'Coöp. Ver. Noordelijke Installatiebedrijven Heerenveen en Omstreken',
  },
  customer: {
    ...dutchCustomer,
    name: 'Stichting Regionale Scholengemeenschap voor Voortgezet Onderwijs Zuidwest-Friesland',
    attention: 'mevrouw A.M.C. van der Meulen-Hoekstra, crediteurenadministratie',
    street: 'Burgemeester Vening Meineszlaan 118-120 achterzijde',
    city: 'Nij Beets aan de Wetering',
  },
  contact: { ...letterOne.contact, name: 'Annemarijke van der Kloosterman-Verhoeven' },
};
