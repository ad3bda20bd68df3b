import type { LetterKind } from '../../../../src-shared/letterTemplate.ts';
import type { ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const invoices = (value: number): string => (value === 1 ? 'een factuur' : `${count(value)} facturen`);
const creditNotes = (value: number): string => (value === 1 ? 'een creditnota' : `${count(value)} creditnota’s`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
const or = (parts: readonly string[]): string => present(parts).join(' of ');
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1) ?? ''}`;

/** What the customer gets or what happens next, by the key of the ladder's step; the verb comes first. */
const nextSteps: Readonly<Record<string, (when: string) => string>> = {
  'reminder-1': (when) => `ontvangt u ${when} een betalingsherinnering`,
  'reminder-2': (when) => `ontvangt u ${when} een tweede herinnering`,
  'demand-1': (when) => `ontvangt u ${when} een aanmaning`,
  'demand-2': (when) => `ontvangt u ${when} een tweede aanmaning`,
  'demand-2-reminder': (when) => `ontvangt u ${when} een herinnering aan onze aanmaning`,
  'final-demand': (when) => `ontvangt u ${when} een laatste aanmaning`,
  'fourteen-day-letter': (when) => `ontvangt u ${when} een veertiendagenbrief`,
  'default-notice': (when) => `ontvangt u ${when} een ingebrekestelling`,
  'pre-legal-procedure': (when) => `beoordelen wij ${when} welke stappen nodig zijn`,
  'pre-legal-letter': (when) => `ontvangt u ${when} een laatste brief`,
  handover: (when) => `geven wij de vordering ${when} uit handen`,
};
const nextStep = (next: string, when: string): string =>
  (nextSteps[next] ?? ((day: string) => `ontvangt u ${day} opnieuw bericht van ons`))(when);

const phrases = (isBelgian: boolean): LetterTexts['phrases'] => ({
  list,
  items(counts, onlyNumber) {
    const listed = counts.invoices === 1 && onlyNumber !== null ? `factuur ${onlyNumber}` : invoices(counts.invoices);
    return counts.creditNotes === 0 ? listed : `${listed} en ${creditNotes(counts.creditNotes)}`;
  },
  numbered: (listed) => `${listed.length === 1 ? 'factuur' : 'facturen'} ${list(listed)}`,
  theseInvoices: ({ invoices: value }: ItemCounts) => (value === 1 ? 'deze factuur' : 'deze facturen'),
  invoicesListed: (counts, place) =>
    `de ${counts.invoices === 1 ? 'factuur' : 'facturen'} ${place === 'page' ? 'hieronder' : 'in de bijlage'}`,
  amountTogether: (amount) => `samen ${amount}`,
  together: (counts) => (counts.invoices + counts.creditNotes > 1 ? 'samen' : 'nog'),
  bookedUntil: (day) => (day === null ? '' : `, bijgewerkt met de bankafschriften tot en met ${day},`),
  afterCredit: (value) => (value === 0 ? '' : `, na verrekening van ${value === 1 ? 'de creditnota' : 'de creditnota’s'},`),
  nextStep: (step, on) => nextStep(step, `op ${on}`),
  nextStepEarliest: (step, on) => nextStep(step, `ten vroegste op ${on}`),
  reach({ contactName, phone, email, medium }) {
    if (medium === 'mail') return `Beantwoord deze e-mail${phone === '' ? '' : ` of bel ${contactName === '' ? '' : `${contactName}, `}${phone}`}.`;
    return `Laat het weten aan ${contactName}, ${or([phone, email])}.`;
  },
  days: (value) => (value === 1 ? 'een dag' : `${count(value)} dagen`),
  instalments: (value) => (value === 1 ? 'één termijn' : `${count(value)} termijnen`),
  paymentOn: (amount, on) => `op ${on} een betaling van ${amount}`,
  receiptOn: (amount, on, number) => `${amount} op ${on}${number === '' ? '' : `, verwerkt op factuur ${number}`}`,
  recipient: ({ kind, name }) =>
    ({ agency: `incassobureau ${name}`, bailiff: `gerechtsdeurwaarder ${name}`, lawyer: `advocaat ${name}` })[kind],
  acknowledged: (number, amount, due) => `factuur ${number}, ${amount}, vervallen op ${due}`,
  acknowledgedCredit: (number, amount) => `creditnota ${number}, ${amount}`,
  debtor({ person, name, registration, isSoleTrader }) {
    const numbered = registration === '' ? '' : ` (${registration})`;
    if (isSoleTrader && person !== '') return `${person}, handelend onder de naam ${name}${numbered}`;
    return `${name}${numbered}${person === '' ? '' : `, vertegenwoordigd door ${person}`}`;
  },
  share: (percent, of) => `${percent} van ${of}`,
  scaleMinimum: 'het wettelijk minimum',
  scaleMaximum: 'het wettelijk maximum',
  insteadOf: (amount) => ` in plaats van ${amount}`,
  rates: (first, later) => list([`${first} per jaar`, ...later.map(({ percent, from }) => `${percent} vanaf ${from}`)]),
  paymentBooked: ({ on, number, isDesignated }) =>
    `De betaling van ${on} is verwerkt op factuur ${number}${isDesignated ? `, zoals u had ${isBelgian ? 'meegedeeld' : 'vermeld'}` : ''}.`,
});

const law = (isBelgian: boolean): LetterTexts['law'] => ({
  interestName: isBelgian
    ? { trade: 'de wettelijke intrest', statutory: 'de wettelijke intrest', contractual: 'de afgesproken intrest', capped: 'de nalatigheidsintrest' }
    : { trade: 'de wettelijke handelsrente', statutory: 'de wettelijke rente', contractual: 'de afgesproken rente', capped: 'de wettelijke rente' },
  interestBasis(kind, article) {
    if (kind === 'contractual' || kind === 'capped') return `artikel ${article} van onze algemene voorwaarden`;
    if (isBelgian) return kind === 'trade' ? 'art. 5 van de wet van 2 augustus 2002' : 'art. 5.240 BW';
    return kind === 'trade' ? 'art. 6:119a BW' : 'art. 6:119 BW';
  },
  interestSince: {
    trade: isBelgian ? 'vanaf de dag na de vervaldag' : 'vanaf de dag na de vervaldatum',
    statutory: isBelgian ? 'vanaf de ingebrekestelling' : 'vanaf het begin van het verzuim',
    contractual: isBelgian ? 'vanaf de dag na de vervaldag' : 'vanaf het begin van het verzuim',
    capped: 'vanaf de dag na de eerste herinnering',
    cappedAfterTerm: 'vanaf de dag na de termijn van de eerste herinnering',
  },
  costsName: {
    minimum: isBelgian ? 'de wettelijke vergoeding voor invorderingskosten' : 'de wettelijke minimumvergoeding voor incassokosten',
    scale: 'de buitengerechtelijke incassokosten',
    agreed: isBelgian ? 'de afgesproken schadevergoeding' : 'de afgesproken incassokosten',
    indemnity: 'de forfaitaire schadevergoeding',
  },
  costsBasis(kind, { perInvoice, article }) {
    const often = perInvoice ? 'per factuur' : 'eenmaal voor deze brief';
    if (kind === 'minimum') return isBelgian ? `art. 6 van de wet van 2 augustus 2002, ${often}` : `art. 6:96 lid 4 BW, ${often}`;
    if (kind === 'scale') return 'art. 6:96 BW en het Besluit vergoeding voor buitengerechtelijke incassokosten';
    const terms = `artikel ${article} van onze algemene voorwaarden`;
    return kind === 'indemnity' ? `${terms}, binnen de grens van art. XIX.4 WER` : terms;
  },
  fourteenDayTerm: 'binnen vijftien dagen nadat deze brief bij u is bezorgd',
  fourteenDayGloss: '',
});

const tableTexts = (isBelgian: boolean): LetterTexts['table'] => ({
  invoice: 'Factuur',
  issueDate: 'Factuurdatum',
  dueDate: isBelgian ? 'Vervaldag' : 'Vervaldatum',
  amount: 'Bedrag',
  received: 'Ontvangen',
  open: 'Nog te betalen',
  openShort: 'Open',
  supplied: 'Waarvoor',
  total: 'Totaal',
  interestFrom: isBelgian ? 'Intrest vanaf' : 'Rente vanaf',
  days: 'Dagen',
  perDay: 'Per dag',
  interest: isBelgian ? 'Intrest' : 'Rente',
  specification: (date) => `Specificatie per ${date}`,
  invoiceOf: (number, issued, due) => `Factuur ${number} van ${issued}, vervallen op ${due}`,
  carriedForward: 'Subtotaal, vervolg op de volgende pagina',
  broughtForward: 'Subtotaal van de vorige pagina',
  creditNote: (number) => `Creditnota ${number}`,
  annexTitle: 'Bijlage: openstaande facturen',
  invoicesTogether: (value) => capital(invoices(value)),
  receivedTogether: 'Daarop ontvangen',
  creditTogether: 'Creditnota’s',
  toPay: 'Nog te betalen',
  partlyPaid: (amount, received) => `${amount}, ontvangen ${received}`,
  restInLetter: (value) => `en nog ${count(value)} in de bijgevoegde brief`,
});

const paymentTexts = (isBelgian: boolean): LetterTexts['payment'] => ({
  amount: 'Bedrag',
  name: isBelgian ? 'Begunstigde' : 'Ten name van',
  freeReference: isBelgian ? 'Mededeling' : 'Omschrijving',
  structuredReference: isBelgian ? 'Mededeling' : 'Kenmerk',
  deadline: isBelgian ? 'Tot en met' : 'Uiterlijk',
  term: 'Termijn',
  until: (date) => date,
  caption: isBelgian ? 'Scan met uw bankapp' : 'Scan met een bank-app die de Europese betaal-QR leest',
  alternative: ({ amount, name, reference }) =>
    `QR-code om ${amount} over te maken aan ${name} met ${isBelgian ? 'mededeling' : 'omschrijving'} ${reference}`,
  customerAndLetter: (customerNumber, letter) => (customerNumber === '' ? `Brief ${letter}` : `Klant ${customerNumber}, brief ${letter}`),
});

const facts: LetterTexts['facts'] = {
  creditor: 'Schuldeiser',
  creditorValue: (name, enterpriseNumber) => `${name}, ondernemingsnummer ${enterpriseNumber}`,
  supplied: 'Product of dienst',
  invoice: 'Factuur',
  invoiceValue: (number, issued, due) => `${number} van ${issued}, opeisbaar sinds ${due}`,
  amount: 'Factuurbedrag',
  received: 'Ontvangen',
  balance: 'Openstaand saldo',
  dueSince: 'Opeisbaar sinds',
};

const sums = (isBelgian: boolean): LetterTexts['sums'] => ({
  principal: isBelgian ? 'Hoofdsom, btw inbegrepen' : 'Hoofdsom van de facturen',
  credits: 'Creditnota’s',
  interest(kind, percent) {
    const name = capital(law(isBelgian).interestName[kind].replace(/^de /, ''));
    return `${name}${percent === '' ? '' : ` ${percent}`} tot en met vandaag`;
  },
  costs(kind, { count: value, each }) {
    if (kind === 'minimum') {
      if (value > 1) return `${isBelgian ? 'Vergoeding invorderingskosten' : 'Vergoeding incassokosten'}, ${value} × ${each}`;
      return isBelgian ? 'Vergoeding invorderingskosten (wettelijk bedrag)' : 'Vergoeding incassokosten (wettelijk minimum)';
    }
    return kind === 'scale' ? 'Buitengerechtelijke incassokosten' : capital(law(isBelgian).costsName[kind].replace(/^de /, ''));
  },
  total: 'Totaal',
  receivedOn: (date) => `Ontvangen op ${date}`,
  received: 'Ontvangen betalingen',
  toPay: 'Te betalen',
});

const announced: LetterTexts['announced'] = {
  indemnity: (formula) =>
    formula === null ? 'Forfaitaire schadevergoeding' : `Forfaitaire schadevergoeding: ${formula.floor} + ${formula.percent} van ${formula.part}`,
  interest: (percent, since) =>
    `Nalatigheidsintrest: ${percent} per jaar op het onbetaalde saldo vanaf de dag na ${
      { sending: 'verzending', term: 'deze termijn', 'that-reminder': 'die herinnering', 'that-term': 'de termijn van die herinnering' }[since]
    }`,
  perDay: (amount) => `${amount} per dag`,
};

const calculation = (isBelgian: boolean): LetterTexts['calculation'] => {
  const interest = isBelgian ? 'intrest' : 'rente';
  return {
    title: `Bijlage: berekening van ${interest} en openstaand bedrag`,
    invoiceHeading: (number, amount, on) => `Factuur ${number}, ${amount}, vervallen op ${on}`,
    from: 'Van',
    until: 'Tot en met',
    days: 'Dagen',
    base: `${capital(interest)} over`,
    yearlyRate: `${capital(interest)} per jaar`,
    interest: capital(interest),
    inAnnex: '(berekening in de bijlage)',
    paymentOf: (date) => `Betaling van ${date}, in mindering gebracht${isBelgian ? '' : ' volgens art. 6:44 BW'}`,
    amount: 'Bedrag',
    toCosts: isBelgian ? 'Invorderingskosten' : 'Incassokosten',
    toInterest: `Verschenen ${interest}`,
    toPrincipal: 'Hoofdsom',
    received: 'Ontvangen',
    openAsOf: (date) => `Openstaand per ${date}`,
    principal: 'Hoofdsom',
    costs: 'Kosten',
    together: 'Samen',
    invoice: (number) => `Factuur ${number}`,
    toPay: 'Te betalen',
    howHeading: 'Zo is gerekend',
    howInterest: (basis, since, rates) => `De ${interest} (${basis}) loopt ${since} tot en met de dag van betaling: ${rates}.`,
    howPeriod: (growth) =>
      `Per periode: bedrag × ${interest} per jaar × dagen ÷ 365, afgerond op hele centen. ${
        {
          compounded: `Na elk vol jaar telt de onbetaalde ${interest} mee in het bedrag.`,
          'first-year': 'Er is geen jaar vol, dus rente over rente is niet berekend.',
          simple: `De ${interest} is enkelvoudig.`,
        }[growth]
      }`,
    howPayments: (first) =>
      ({
        costs: `Een betaling gaat eerst af van de kosten, dan van de verschenen ${interest} en daarna van de hoofdsom.`,
        interest: `Een betaling gaat eerst af van de verschenen ${interest}, dan van de hoofdsom en daarna van de kosten.`,
        principal: `Een betaling gaat eerst af van de hoofdsom, dan van de ${interest} en daarna van de kosten.`,
      })[first],
    howPerDay: (from, perDay) => `Vanaf ${from} komt er ${perDay} ${interest} per dag bij.`,
  };
};

const statement = (isBelgian: boolean): LetterTexts['statement'] => ({
  document: 'Document',
  date: 'Datum',
  dueDate: isBelgian ? 'Vervaldag' : 'Vervaldatum',
  daysLate: 'Dagen te laat',
  amount: 'Bedrag',
  paid: 'Voldaan',
  open: 'Open',
  balance: 'Saldo',
  invoice: (number) => `Factuur ${number}`,
  ages: ['Niet vervallen', '1–30 dagen', '31–60 dagen', '61–90 dagen', 'Meer dan 90'],
  credit: 'Creditnota',
  fullBalance: 'Hele saldo',
  overdueOnly: 'Alleen vervallen',
  overdueValue: (amount, hasCredit) => `${amount}${hasCredit ? ', na aftrek van de creditnota' : ''}`,
  caption: 'Betaal-QR voor het hele saldo',
});

const plan: LetterTexts['plan'] = {
  instalment: 'Termijn',
  dueOn: 'Uiterlijk op de rekening',
  amount: 'Bedrag',
  openAfter: 'Daarna open',
  numberOf: (number, value) => `${number} van ${value}`,
  total: 'Totaal',
  codeTitle: (amount) => `Termijn 1: ${amount}`,
  payTo: 'Betalen op',
  payToValue: (iban, name) => `${iban} ten name van ${name}`,
  reference: 'Omschrijving',
  referenceValue: (reference) => `${reference} en het nummer van de termijn`,
  placeAndDate: 'Plaats en datum',
  signature: 'Handtekening',
};

const letterNames = (isBelgian: boolean): Readonly<Record<LetterKind, string>> => ({
  'pre-due-notice': 'Vooraankondiging',
  'reminder-1': isBelgian ? 'Eerste herinnering' : 'Betalingsherinnering',
  'belgian-first-reminder': 'Eerste herinnering',
  'reminder-2': 'Tweede herinnering',
  'demand-1': 'Aanmaning',
  'demand-2': 'Tweede aanmaning',
  'demand-2-reminder': 'Herinnering aan onze aanmaning',
  'final-demand': 'Laatste aanmaning',
  'fourteen-day-letter': 'Veertiendagenbrief',
  'default-notice': 'Ingebrekestelling',
  'pre-legal-letter': 'Laatste brief voor een procedure',
  'handover-notice': 'Aankondiging van overdracht',
  'account-statement': 'Rekeningoverzicht',
  'payment-plan': 'Betalingsregeling',
  'receipt-confirmation': 'Ontvangstbevestiging',
  'payment-thanks': 'Betaling ontvangen',
  'crossed-apology': 'Ons bericht en uw betaling',
});

function enclosures({ letter, copies, hasAnnex, others }: Parameters<LetterTexts['enclosures']>[0]): string {
  const copied =
    copies === null ? '' : copies.count === 1 ? `kopie van factuur ${copies.onlyNumber}` : `kopie van de ${count(copies.count)} facturen`;
  const pdf = letter === null ? '' : ' (pdf)';
  const parts = present([
    letter === null ? '' : `${letter}${pdf}`,
    hasAnnex ? 'overzicht van de openstaande facturen' : '',
    copied === '' ? '' : `${copied}${pdf}`,
    ...others.map((other) => `${other}${pdf}`),
  ]);
  const isOne = parts.length === 1 && (copies === null || copies.count === 1) && !/^\d/.test(others[0] ?? '');
  return parts.length === 0 ? '' : `${isOne ? 'Bijlage' : 'Bijlagen'}: ${parts.join(', ')}`;
}

/** Dutch as written in the Netherlands, or in Belgium: vervaldag, intrest, bankapp, and the greeting differ. */
export function dutchTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'nl',
    languageTag: isBelgian ? 'nl-BE' : 'nl-NL',
    references: {
      date: 'Datum',
      customerNumber: 'Klantnummer',
      ourReference: isBelgian ? 'Onze referentie' : 'Ons kenmerk',
      contact: isBelgian ? 'Contactpersoon' : 'Behandeld door',
      statement: 'Overzicht',
      sending: 'Verzending',
      registered: isBelgian ? 'aangetekend met ontvangstbewijs' : 'Post en aangetekend',
    },
    attention: (name) => `t.a.v. ${name}`,
    salutation(addressee) {
      if (addressee === null) return isBelgian ? 'Geachte mevrouw, geachte heer,' : 'Geachte heer of mevrouw,';
      return `Geachte ${addressee.form === 'ms' ? 'mevrouw' : 'heer'} ${addressee.surname},`;
    },
    letterNames: letterNames(isBelgian),
    mailSubject: ({ letterName, numbers: listed, company }) =>
      listed.length === 0
        ? `${letterName} (${company})`
        : `${letterName}: ${listed.length === 1 ? 'factuur' : 'facturen'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} en ${listed.length - 2} andere` : listed.join(', ')} (${company})`,
    phrases: phrases(isBelgian),
    law: law(isBelgian),
    table: tableTexts(isBelgian),
    payment: paymentTexts(isBelgian),
    facts,
    sums: sums(isBelgian),
    announced,
    calculation: calculation(isBelgian),
    statement: statement(isBelgian),
    plan,
    enclosures,
    footer: {
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Ondernemingsnummer ${number}` : `KvK\u00a0${number}`),
      vat: (number) => `btw\u00a0${number}`,
    },
    pageLabel: 'Pagina {page} van {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}${payBy === '' ? '' : `, graag uiterlijk op ${payBy}`}.`,
  };
}
