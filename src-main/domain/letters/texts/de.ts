import type { LetterKind } from '../../../../src-shared/letterTemplate.ts';
import type { ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const invoices = (value: number): string => (value === 1 ? 'eine Rechnung' : `${count(value)} Rechnungen`);
const creditNotes = (value: number): string => (value === 1 ? 'eine Gutschrift' : `${count(value)} Gutschriften`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
const or = (parts: readonly string[]): string => present(parts).join(' oder ');
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`;

/** What the customer receives or what happens next, by the key of the ladder's step; the verb comes first. */
const nextSteps: Readonly<Record<string, (when: string) => string>> = {
  'reminder-1': (when) => `erhalten Sie ${when} eine Zahlungserinnerung`,
  'reminder-2': (when) => `erhalten Sie ${when} eine zweite Zahlungserinnerung`,
  'demand-1': (when) => `erhalten Sie ${when} eine Mahnung`,
  'demand-2': (when) => `erhalten Sie ${when} eine zweite Mahnung`,
  'demand-2-reminder': (when) => `erhalten Sie ${when} eine Erinnerung an unsere Mahnung`,
  'final-demand': (when) => `erhalten Sie ${when} eine letzte Mahnung`,
  'fourteen-day-letter': (when) => `erhalten Sie ${when} ein 14-Tage-Schreiben (veertiendagenbrief)`,
  'default-notice': (when) => `erhalten Sie ${when} eine Inverzugsetzung`,
  'pre-legal-procedure': (when) => `entscheiden wir ${when}, welche Schritte nötig sind`,
  'pre-legal-letter': (when) => `erhalten Sie ${when} ein letztes Schreiben`,
  handover: (when) => `übergeben wir die Forderung ${when} an Dritte`,
};
const nextStep = (next: string, when: string): string =>
  (nextSteps[next] ?? ((day: string) => `erhalten Sie ${day} erneut Nachricht von uns`))(when);

const phrases: LetterTexts['phrases'] = {
  list,
  items(counts, onlyNumber) {
    const listed = counts.invoices === 1 && onlyNumber !== null ? `Rechnung ${onlyNumber}` : invoices(counts.invoices);
    return counts.creditNotes === 0 ? listed : `${listed} und ${creditNotes(counts.creditNotes)}`;
  },
  numbered: (listed) => `${listed.length === 1 ? 'Rechnung' : 'Rechnungen'} ${list(listed)}`,
  theseInvoices: ({ invoices: value }: ItemCounts) => (value === 1 ? 'diese Rechnung' : 'diese Rechnungen'),
  invoicesListed: (counts, place) =>
    `die ${counts.invoices === 1 ? 'Rechnung' : 'Rechnungen'} ${place === 'page' ? 'in der Übersicht unten' : 'in der Anlage'}`,
  amountTogether: (amount) => `zusammen ${amount}`,
  together: (counts) => (counts.invoices + counts.creditNotes > 1 ? 'zusammen' : 'noch'),
  bookedUntil: (day) => (day === null ? '' : ` (Kontoauszüge bis einschließlich ${day})`),
  afterCredit: (value) => (value === 0 ? '' : ` nach Abzug ${value === 1 ? 'der Gutschrift' : 'der Gutschriften'}`),
  nextStep: (step, on) => nextStep(step, `am ${on}`),
  nextStepEarliest: (step, on) => nextStep(step, `frühestens am ${on}`),
  reach({ contactName, phone, email, medium }) {
    if (medium === 'mail')
      return `Antworten Sie auf diese E-Mail${phone === '' ? '' : ` oder rufen Sie an: ${contactName === '' ? '' : `${contactName}, `}${phone}`}.`;
    return `Wenden Sie sich an ${contactName}, ${or([phone, email])}.`;
  },
  days: (value) => (value === 1 ? 'einem Tag' : `${count(value)} Tagen`),
  instalments: (value) => (value === 1 ? 'einer Rate' : `${count(value)} Raten`),
  paymentOn: (amount, on) => `am ${on} eine Zahlung von ${amount}`,
  receiptOn: (amount, on, number) => `${amount} am ${on}${number === '' ? '' : `, verbucht auf Rechnung ${number}`}`,
  recipient: ({ kind, name }) =>
    ({ agency: `das Inkassobüro ${name}`, bailiff: `den Gerichtsvollzieher ${name}`, lawyer: `die Kanzlei ${name}` })[kind],
  acknowledged: (number, amount, due) => `Rechnung ${number}, ${amount}, fällig am ${due}`,
  acknowledgedCredit: (number, amount) => `Gutschrift ${number}, ${amount}`,
  debtor({ person, name, registration, isSoleTrader }) {
    const numbered = registration === '' ? '' : ` (${registration})`;
    if (isSoleTrader && person !== '') return `${person}, handelnd unter dem Namen ${name}${numbered}`;
    return `${name}${numbered}${person === '' ? '' : `, vertreten durch ${person}`}`;
  },
  share: (percent, of) => `${percent} von ${of}`,
  scaleMinimum: 'das gesetzliche Minimum',
  scaleMaximum: 'das gesetzliche Maximum',
  insteadOf: (amount) => ` statt ${amount}`,
  rates: (first, later) => list([`${first} im Jahr`, ...later.map(({ percent, from }) => `${percent} ab ${from}`)]),
  paymentBooked: ({ on, number, isDesignated }) =>
    `Die Zahlung vom ${on} wurde auf Rechnung ${number} verbucht${isDesignated ? ', wie von Ihnen angegeben' : ''}.`,
};

const law = (isBelgian: boolean): LetterTexts['law'] => ({
  interestName: isBelgian
    ? {
        trade: 'die gesetzlichen Zinsen (wettelijke intrest / intérêts légaux)',
        statutory: 'die gesetzlichen Zinsen (wettelijke intrest / intérêts légaux)',
        contractual: 'die vereinbarten Zinsen',
        capped: 'die Verzugszinsen (nalatigheidsintrest / intérêts de retard)',
      }
    : {
        trade: 'die gesetzlichen Handelszinsen (wettelijke handelsrente)',
        statutory: 'die gesetzlichen Zinsen (wettelijke rente)',
        contractual: 'die vereinbarten Zinsen',
        capped: 'die gesetzlichen Zinsen (wettelijke rente)',
      },
  interestBasis(kind, article) {
    if (kind === 'contractual' || kind === 'capped') return `Artikel ${article} unserer Geschäftsbedingungen`;
    if (isBelgian) return kind === 'trade' ? 'Art. 5 des belgischen Gesetzes vom 2. August 2002' : 'Art. 5.240 des belgischen Zivilgesetzbuchs';
    return kind === 'trade' ? 'Art. 6:119a des niederländischen Zivilgesetzbuchs (BW)' : 'Art. 6:119 des niederländischen Zivilgesetzbuchs (BW)';
  },
  interestSince: {
    trade: 'ab dem Tag nach der Fälligkeit',
    statutory: isBelgian ? 'ab der Inverzugsetzung' : 'ab Beginn des Verzugs',
    contractual: isBelgian ? 'ab dem Tag nach der Fälligkeit' : 'ab Beginn des Verzugs',
    capped: 'ab dem Tag nach der ersten Erinnerung',
    cappedAfterTerm: 'ab dem Tag nach der Frist der ersten Erinnerung',
  },
  costsName: {
    minimum: isBelgian ? 'die gesetzliche Entschädigung für Beitreibungskosten' : 'die gesetzliche Mindestentschädigung für Inkassokosten',
    scale: 'die außergerichtlichen Inkassokosten (buitengerechtelijke incassokosten)',
    agreed: isBelgian ? 'die vereinbarte Entschädigung' : 'die vereinbarten Inkassokosten',
    indemnity: 'die Pauschalentschädigung',
  },
  costsBasis(kind, { perInvoice, article }) {
    const often = perInvoice ? 'je Rechnung' : 'einmal für dieses Schreiben';
    if (kind === 'minimum')
      return isBelgian ? `Art. 6 des belgischen Gesetzes vom 2. August 2002, ${often}` : `Art. 6:96 Abs. 4 BW (niederländisches Zivilgesetzbuch), ${often}`;
    if (kind === 'scale') return 'Art. 6:96 BW und das Besluit vergoeding voor buitengerechtelijke incassokosten (Verordnung über Inkassokosten)';
    const terms = `Artikel ${article} unserer Geschäftsbedingungen`;
    return kind === 'indemnity' ? `${terms}, in den Grenzen von Art. XIX.4 des belgischen Wirtschaftsgesetzbuchs` : terms;
  },
  fourteenDayTerm: 'binnen vijftien dagen nadat deze brief bij u is bezorgd',
  fourteenDayGloss: 'innerhalb von fünfzehn Tagen nach Zustellung dieses Briefes',
});

const table: LetterTexts['table'] = {
  invoice: 'Rechnung',
  issueDate: 'Datum',
  dueDate: 'Fällig am',
  amount: 'Betrag',
  received: 'Erhalten',
  open: 'Noch zu zahlen',
  openShort: 'Offen',
  supplied: 'Leistung',
  total: 'Summe',
  interestFrom: 'Zinsen ab',
  days: 'Tage',
  perDay: 'Je Tag',
  interest: 'Zinsen',
  specification: (date) => `Aufstellung zum ${date}`,
  invoiceOf: (number, issued, due) => `Rechnung ${number} vom ${issued}, fällig am ${due}`,
  carriedForward: 'Übertrag auf die nächste Seite',
  broughtForward: 'Übertrag von der vorigen Seite',
  creditNote: (number) => `Gutschrift ${number}`,
  annexTitle: 'Anlage: offene Rechnungen',
  invoicesTogether: (value) => capital(invoices(value)),
  receivedTogether: 'Bereits erhalten',
  creditTogether: 'Gutschriften',
  toPay: 'Noch zu zahlen',
  partlyPaid: (amount, received) => `${amount}, erhalten ${received}`,
  restInLetter: (value) => `und ${count(value)} weitere im beigefügten Schreiben`,
};

const payment: LetterTexts['payment'] = {
  amount: 'Betrag',
  name: 'Empfänger',
  freeReference: 'Verwendungszweck',
  structuredReference: 'Verwendungszweck',
  deadline: 'Bis',
  term: 'Frist',
  until: (date) => date,
  caption: 'Mit Ihrer Banking-App scannen',
  alternative: ({ amount, name, reference }) => `QR-Code zur Überweisung von ${amount} an ${name} mit Verwendungszweck ${reference}`,
  customerAndLetter: (customerNumber, letter) => (customerNumber === '' ? `Brief ${letter}` : `Kunde ${customerNumber}, Brief ${letter}`),
};

const facts: LetterTexts['facts'] = {
  creditor: 'Gläubiger',
  creditorValue: (name, enterpriseNumber) => `${name}, Unternehmensnummer ${enterpriseNumber}`,
  supplied: 'Ware oder Dienstleistung',
  invoice: 'Rechnung',
  invoiceValue: (number, issued, due) => `${number} vom ${issued}, fällig seit ${due}`,
  amount: 'Rechnungsbetrag',
  received: 'Erhalten',
  balance: 'Offener Betrag',
  dueSince: 'Fällig seit',
};

const withoutArticle = (text: string): string => capital(text.replace(/^die /, '').replace(/ \(.*\)$/, ''));
/** Nouns stand in the nominative without article: an adjective changes its ending. */
const bare = (text: string): string => withoutArticle(text).replace(/^(Gesetzliche|Vereinbarte|Außergerichtliche)n /, '$1 ');
const sums = (isBelgian: boolean): LetterTexts['sums'] => ({
  principal: isBelgian ? 'Hauptforderung einschließlich MwSt.' : 'Hauptforderung',
  credits: 'Gutschriften',
  interest: (kind, percent) => `${bare(law(isBelgian).interestName[kind])}${percent === '' ? '' : ` ${percent}`} bis einschließlich heute`,
  costs(kind, { count: value, each }) {
    if (kind === 'minimum') return value > 1 ? `Entschädigung Beitreibungskosten, ${value} × ${each}` : 'Entschädigung Beitreibungskosten (gesetzlich)';
    return bare(law(isBelgian).costsName[kind]);
  },
  total: 'Summe',
  receivedOn: (date) => `Erhalten am ${date}`,
  received: 'Erhaltene Zahlungen',
  toPay: 'Zu zahlen',
});

const announced: LetterTexts['announced'] = {
  indemnity: (formula) =>
    formula === null ? 'Pauschalentschädigung' : `Pauschalentschädigung: ${formula.floor} + ${formula.percent} von ${formula.part}`,
  interest: (percent, since) =>
    `Verzugszinsen: ${percent} im Jahr auf den unbezahlten Betrag ab dem Tag nach ${
      { sending: 'dem Versand', term: 'dieser Frist', 'that-reminder': 'jener Erinnerung', 'that-term': 'der Frist jener Erinnerung' }[since]
    }`,
  perDay: (amount) => `${amount} je Tag`,
};

const calculation = (isBelgian: boolean): LetterTexts['calculation'] => ({
  title: 'Anlage: Berechnung der Zinsen und des offenen Betrags',
  invoiceHeading: (number, amount, on) => `Rechnung ${number}, ${amount}, fällig am ${on}`,
  from: 'Von',
  until: 'Bis einschließlich',
  days: 'Tage',
  base: 'Zinsen auf',
  yearlyRate: 'Zinssatz im Jahr',
  interest: 'Zinsen',
  inAnnex: '(Berechnung in der Anlage)',
  paymentOf: (date) => `Zahlung vom ${date}${isBelgian ? ', angerechnet' : ', angerechnet nach Art. 6:44 BW'}`,
  amount: 'Betrag',
  toCosts: 'Inkassokosten',
  toInterest: 'Aufgelaufene Zinsen',
  toPrincipal: 'Hauptforderung',
  received: 'Erhalten',
  openAsOf: (date) => `Offen zum ${date}`,
  principal: 'Hauptforderung',
  costs: 'Kosten',
  together: 'Zusammen',
  invoice: (number) => `Rechnung ${number}`,
  toPay: 'Zu zahlen',
  howHeading: 'So wurde gerechnet',
  howInterest: (basis, since, rates) => `Die Zinsen (${basis}) laufen ${since} bis einschließlich zum Tag der Zahlung: ${rates}.`,
  howPeriod: (growth) =>
    `Je Zeitraum: Betrag × Zinssatz im Jahr × Tage ÷ 365, auf ganze Cent gerundet. ${
      {
        compounded: 'Nach jedem vollen Jahr werden die unbezahlten Zinsen dem Betrag hinzugerechnet.',
        'first-year': 'Es ist kein volles Jahr vergangen, also wurden keine Zinsen auf Zinsen berechnet.',
        simple: 'Die Zinsen sind einfach.',
      }[growth]
    }`,
  howPayments: (first) =>
    ({
      costs: 'Eine Zahlung wird zuerst auf die Kosten, dann auf die aufgelaufenen Zinsen und danach auf die Hauptforderung angerechnet.',
      interest: 'Eine Zahlung wird zuerst auf die aufgelaufenen Zinsen, dann auf die Hauptforderung und danach auf die Kosten angerechnet.',
      principal: 'Eine Zahlung wird zuerst auf die Hauptforderung, dann auf die Zinsen und danach auf die Kosten angerechnet.',
    })[first],
  howPerDay: (from, perDay) => `Ab dem ${from} kommen ${perDay} Zinsen je Tag hinzu.`,
});

const statement: LetterTexts['statement'] = {
  document: 'Beleg',
  date: 'Datum',
  dueDate: 'Fällig am',
  daysLate: 'Tage überfällig',
  amount: 'Betrag',
  paid: 'Bezahlt',
  open: 'Offen',
  balance: 'Saldo',
  invoice: (number) => `Rechnung ${number}`,
  ages: ['Nicht fällig', '1–30 Tage', '31–60 Tage', '61–90 Tage', 'Über 90'],
  credit: 'Gutschrift',
  fullBalance: 'Ganzer Saldo',
  overdueOnly: 'Nur Fälliges',
  overdueValue: (amount, hasCredit) => `${amount}${hasCredit ? ', nach Abzug der Gutschrift' : ''}`,
  caption: 'QR-Code für den ganzen Saldo',
};

const plan: LetterTexts['plan'] = {
  instalment: 'Rate',
  dueOn: 'Auf unserem Konto bis',
  amount: 'Betrag',
  openAfter: 'Danach offen',
  numberOf: (number, value) => `${number} von ${value}`,
  total: 'Summe',
  codeTitle: (amount) => `Rate 1: ${amount}`,
  payTo: 'Zahlen an',
  payToValue: (iban, name) => `${iban}, Empfänger ${name}`,
  reference: 'Verwendungszweck',
  referenceValue: (reference) => `${reference} und die Nummer der Rate`,
  placeAndDate: 'Ort und Datum',
  signature: 'Unterschrift',
};

const letterNames = (isBelgian: boolean): Readonly<Record<LetterKind, string>> => ({
  'pre-due-notice': 'Zahlungsankündigung',
  'reminder-1': isBelgian ? 'Erste Zahlungserinnerung' : 'Zahlungserinnerung',
  'belgian-first-reminder': 'Erste Zahlungserinnerung',
  'reminder-2': 'Zweite Zahlungserinnerung',
  'demand-1': 'Mahnung',
  'demand-2': 'Zweite Mahnung',
  'demand-2-reminder': 'Erinnerung an unsere Mahnung',
  'final-demand': 'Letzte Mahnung',
  'fourteen-day-letter': '14-Tage-Schreiben (veertiendagenbrief)',
  'default-notice': 'Inverzugsetzung',
  'pre-legal-letter': 'Ankündigung gerichtlicher Schritte',
  'handover-notice': 'Ankündigung der Übergabe',
  'account-statement': 'Kontoübersicht',
  'payment-plan': 'Ratenvereinbarung',
  'receipt-confirmation': 'Zahlungsbestätigung',
  'payment-thanks': 'Zahlung erhalten',
  'crossed-apology': 'Unsere Nachricht und Ihre Zahlung',
});

function enclosures({ letter, copies, hasAnnex, others }: Parameters<LetterTexts['enclosures']>[0]): string {
  const copied = copies === null ? '' : copies.count === 1 ? `Kopie der Rechnung ${copies.onlyNumber}` : `Kopien der ${count(copies.count)} Rechnungen`;
  const pdf = letter === null ? '' : ' (PDF)';
  const parts = present([
    letter === null ? '' : `${letter}${pdf}`,
    hasAnnex ? 'Aufstellung der offenen Rechnungen' : '',
    copied === '' ? '' : `${copied}${pdf}`,
    ...others.map((other) => `${other}${pdf}`),
  ]);
  const isOne = parts.length === 1 && (copies === null || copies.count === 1) && !/^\d/.test(others[0] ?? '');
  return parts.length === 0 ? '' : `${isOne ? 'Anlage' : 'Anlagen'}: ${parts.join(', ')}`;
}

/** German for customers who read it; terms of Dutch and Belgian law keep their name beside a translation. */
export function germanTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'de',
    languageTag: isBelgian ? 'de-BE' : 'de-DE',
    references: {
      date: 'Datum',
      customerNumber: 'Kundennummer',
      ourReference: 'Unser Zeichen',
      contact: 'Ansprechpartner',
      statement: 'Kontoübersicht',
      sending: 'Versand',
      registered: isBelgian ? 'Einschreiben mit Rückschein' : 'Post und Einschreiben',
    },
    attention: (name) => `z. Hd. ${name}`,
    salutation(addressee) {
      if (addressee === null) return 'Sehr geehrte Damen und Herren,';
      return addressee.form === 'ms' ? `Sehr geehrte Frau ${addressee.surname},` : `Sehr geehrter Herr ${addressee.surname},`;
    },
    letterNames: letterNames(isBelgian),
    mailSubject: ({ letterName, numbers: listed, company }) =>
      listed.length === 0
        ? `${letterName} (${company})`
        : `${letterName}: ${listed.length === 1 ? 'Rechnung' : 'Rechnungen'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} und ${listed.length - 2} weitere` : listed.join(', ')} (${company})`,
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
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Unternehmensnummer ${number}` : `KvK\u00a0${number}`),
      vat: (number) => `USt-IdNr.\u00a0${number}`,
    },
    pageLabel: 'Seite {page} von {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}${payBy === '' ? '' : `, bitte bis ${payBy}`}.`,
  };
}
