import type { LetterKind } from '../../../../src-shared/letterTemplate.ts';
import type { ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const masculine = (value: number): string => (value === 1 ? 'un' : count(value));
const invoices = (value: number): string => (value === 1 ? 'une facture' : `${count(value)} factures`);
const creditNotes = (value: number): string => (value === 1 ? 'une note de crédit' : `${count(value)} notes de crédit`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const present = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
const or = (parts: readonly string[]): string => present(parts).join(' ou ');
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1) ?? ''}`;

/** What the customer receives or what happens next, by the key of the ladder's step. */
const nextSteps: Readonly<Record<string, (when: string) => string>> = {
  'reminder-1': (when) => `vous recevrez ${when} un rappel de paiement`,
  'reminder-2': (when) => `vous recevrez ${when} un deuxième rappel`,
  'demand-1': (when) => `vous recevrez ${when} un rappel formel`,
  'demand-2': (when) => `vous recevrez ${when} un deuxième rappel formel`,
  'demand-2-reminder': (when) => `vous recevrez ${when} un rappel de notre lettre`,
  'final-demand': (when) => `vous recevrez ${when} une sommation`,
  'fourteen-day-letter': (when) => `vous recevrez ${when} une lettre de 14 jours (veertiendagenbrief)`,
  'default-notice': (when) => `vous recevrez ${when} une mise en demeure`,
  'pre-legal-procedure': (when) => `nous déciderons ${when} des suites à donner`,
  'pre-legal-letter': (when) => `vous recevrez ${when} une dernière lettre`,
  handover: (when) => `nous confierons ${when} le dossier à un tiers`,
};
const nextStep = (next: string, when: string): string =>
  (nextSteps[next] ?? ((day: string) => `vous recevrez ${day} un nouveau message de notre part`))(when);

const phrases: LetterTexts['phrases'] = {
  list,
  items(counts, onlyNumber) {
    const listed = counts.invoices === 1 && onlyNumber !== null ? `facture ${onlyNumber}` : invoices(counts.invoices);
    return counts.creditNotes === 0 ? listed : `${listed} et ${creditNotes(counts.creditNotes)}`;
  },
  numbered: (listed) => `${listed.length === 1 ? 'facture' : 'factures'} ${list(listed)}`,
  theseInvoices: ({ invoices: value }: ItemCounts) => (value === 1 ? 'cette facture' : 'ces factures'),
  invoicesListed: (counts, place) =>
    `${counts.invoices === 1 ? 'la facture' : 'les factures'} ${place === 'page' ? 'ci-dessous' : 'en annexe'}`,
  amountTogether: (amount) => `${amount} au total`,
  together: (counts) => (counts.invoices + counts.creditNotes > 1 ? 'au total' : ''),
  bookedUntil: (day) => (day === null ? '' : `, à jour des extraits bancaires jusqu’au ${day} inclus`),
  afterCredit: (value) => (value === 0 ? '' : ` après déduction ${value === 1 ? 'de la note de crédit' : 'des notes de crédit'}`),
  nextStep: (step, on) => nextStep(step, `le ${on}`),
  nextStepEarliest: (step, on) => nextStep(step, `au plus tôt le ${on}`),
  reach({ contactName, phone, email, medium }) {
    if (medium === 'mail')
      return `Répondez à cet e-mail${phone === '' ? '' : ` ou appelez ${contactName === '' ? 'le ' : `${contactName}, `}${phone}`}.`;
    return `Contactez ${contactName}, ${or([phone, email])}.`;
  },
  days: (value) => (value === 1 ? 'un jour' : `${count(value)} jours`),
  instalments: (value) => (value === 1 ? 'un versement' : `${masculine(value)} versements`),
  paymentOn: (amount, on) => `un paiement de ${amount} le ${on}`,
  receiptOn: (amount, on, number) => `${amount} le ${on}${number === '' ? '' : `, imputé sur la facture ${number}`}`,
  recipient: ({ kind, name }) =>
    ({ agency: `la société de recouvrement ${name}`, bailiff: `l’huissier de justice ${name}`, lawyer: `l’avocat ${name}` })[kind],
  acknowledged: (number, amount, due) => `la facture ${number}, ${amount}, échue le ${due}`,
  acknowledgedCredit: (number, amount) => `la note de crédit ${number}, ${amount}`,
  debtor({ person, name, registration, isSoleTrader }) {
    const numbered = registration === '' ? '' : ` (${registration})`;
    if (isSoleTrader && person !== '') return `${person}, agissant sous le nom ${name}${numbered}`;
    return `${name}${numbered}${person === '' ? '' : `, représenté par ${person}`}`;
  },
  share: (percent, of) => `${percent} de ${of}`,
  scaleMinimum: 'le minimum légal',
  scaleMaximum: 'le maximum légal',
  insteadOf: (amount) => ` au lieu de ${amount}`,
  rates: (first, later) => list([`${first} par an`, ...later.map(({ percent, from }) => `${percent} à partir du ${from}`)]),
  paymentBooked: ({ on, number, isDesignated }) =>
    `Le paiement du ${on} a été imputé sur la facture ${number}${isDesignated ? ', comme vous l’aviez indiqué' : ''}.`,
};

const law = (isBelgian: boolean): LetterTexts['law'] => ({
  interestName: isBelgian
    ? { trade: 'les intérêts légaux', statutory: 'les intérêts légaux', contractual: 'les intérêts convenus', capped: 'les intérêts de retard' }
    : {
        trade: 'les intérêts commerciaux légaux (wettelijke handelsrente)',
        statutory: 'les intérêts légaux (wettelijke rente)',
        contractual: 'les intérêts convenus',
        capped: 'les intérêts légaux (wettelijke rente)',
      },
  interestBasis(kind, article) {
    if (kind === 'contractual' || kind === 'capped') return `article ${article} de nos conditions générales`;
    if (isBelgian) return kind === 'trade' ? 'art. 5 de la loi du 2 août 2002' : 'art. 5.240 du Code civil';
    return kind === 'trade' ? 'art. 6:119a du Code civil néerlandais' : 'art. 6:119 du Code civil néerlandais';
  },
  interestSince: {
    trade: 'dès le lendemain de l’échéance',
    statutory: isBelgian ? 'dès la mise en demeure' : 'dès le début du défaut',
    contractual: isBelgian ? 'dès le lendemain de l’échéance' : 'dès le début du défaut',
    capped: 'dès le lendemain du premier rappel',
    cappedAfterTerm: 'dès le lendemain du délai du premier rappel',
  },
  costsName: {
    minimum: isBelgian ? 'l’indemnité forfaitaire pour frais de recouvrement' : 'l’indemnité légale minimale de recouvrement',
    scale: 'les frais de recouvrement extrajudiciaires (buitengerechtelijke incassokosten)',
    agreed: isBelgian ? 'l’indemnité convenue' : 'les frais de recouvrement convenus',
    indemnity: 'l’indemnité forfaitaire',
  },
  costsBasis(kind, { perInvoice, article }) {
    const often = perInvoice ? 'par facture' : 'une fois pour cette lettre';
    if (kind === 'minimum') return isBelgian ? `art. 6 de la loi du 2 août 2002, ${often}` : `art. 6:96, alinéa 4, du Code civil néerlandais, ${often}`;
    if (kind === 'scale')
      return 'art. 6:96 du Code civil néerlandais et le Besluit vergoeding voor buitengerechtelijke incassokosten (décret sur les frais de recouvrement)';
    const terms = `article ${article} de nos conditions générales`;
    return kind === 'indemnity' ? `${terms}, dans la limite de l’art. XIX.4 CDE` : terms;
  },
  fourteenDayTerm: 'binnen vijftien dagen nadat deze brief bij u is bezorgd',
  fourteenDayGloss: 'dans les quinze jours après la remise de cette lettre',
});

const table: LetterTexts['table'] = {
  invoice: 'Facture',
  issueDate: 'Date',
  dueDate: 'Échéance',
  amount: 'Montant',
  received: 'Reçu',
  open: 'Reste à payer',
  openShort: 'Dû',
  supplied: 'Prestation',
  total: 'Total',
  interestFrom: 'Intérêts dès le',
  days: 'Jours',
  perDay: 'Par jour',
  interest: 'Intérêts',
  specification: (date) => `Détail au ${date}`,
  invoiceOf: (number, issued, due) => `Facture ${number} du ${issued}, échue le ${due}`,
  carriedForward: 'À reporter',
  broughtForward: 'Report',
  creditNote: (number) => `Note de crédit ${number}`,
  annexTitle: 'Annexe : factures impayées',
  invoicesTogether: (value) => capital(invoices(value)),
  receivedTogether: 'Déjà reçu',
  creditTogether: 'Notes de crédit',
  toPay: 'Reste à payer',
  partlyPaid: (amount, received) => `${amount}, reçu ${received}`,
  restInLetter: (value) => `et ${count(value)} de plus dans la lettre jointe`,
};

const payment: LetterTexts['payment'] = {
  amount: 'Montant',
  name: 'Bénéficiaire',
  freeReference: 'Communication',
  structuredReference: 'Communication',
  deadline: 'Au plus tard',
  term: 'Délai',
  until: (date) => `le ${date}`,
  caption: 'À scanner avec votre appli bancaire',
  alternative: ({ amount, name, reference }) => `Code QR pour virer ${amount} à ${name} avec la communication ${reference}`,
  customerAndLetter: (customerNumber, letter) =>
    customerNumber === '' ? `Lettre ${letter}` : `Client ${customerNumber}, lettre ${letter}`,
};

const facts: LetterTexts['facts'] = {
  creditor: 'Créancier',
  creditorValue: (name, enterpriseNumber) => `${name}, numéro d’entreprise ${enterpriseNumber}`,
  supplied: 'Produit ou service',
  invoice: 'Facture',
  invoiceValue: (number, issued, due) => `${number} du ${issued}, exigible depuis le ${due}`,
  amount: 'Montant de la facture',
  received: 'Reçu',
  balance: 'Solde restant dû',
  dueSince: 'Exigible depuis',
};

const withoutArticle = (text: string): string => capital(text.replace(/^(?:les |l’)/, '').replace(/ \(.*\)$/, ''));
const sums = (isBelgian: boolean): LetterTexts['sums'] => ({
  principal: isBelgian ? 'Principal, TVA comprise' : 'Principal des factures',
  credits: 'Notes de crédit',
  interest: (kind, percent) =>
    `${withoutArticle(law(isBelgian).interestName[kind])}${percent === '' ? '' : ` à ${percent}`}${isBelgian ? ' jusqu’à ce jour inclus' : ', ce jour inclus'}`,
  costs(kind, { count: value, each }) {
    if (kind === 'minimum') return value > 1 ? `Indemnité forfaitaire, ${value} × ${each}` : 'Indemnité forfaitaire (minimum légal)';
    return kind === 'scale' ? 'Frais de recouvrement extrajudiciaires' : withoutArticle(law(isBelgian).costsName[kind]);
  },
  total: 'Total',
  receivedOn: (date) => `Reçu le ${date}`,
  received: 'Paiements reçus',
  toPay: 'Somme à payer',
});

const announced: LetterTexts['announced'] = {
  indemnity: (formula) =>
    formula === null ? 'Indemnité forfaitaire' : `Indemnité forfaitaire : ${formula.floor} + ${formula.percent} de ${formula.part}`,
  interest: (percent, since) =>
    `Intérêts de retard : ${percent} par an sur le solde impayé dès le lendemain ${
      { sending: 'de l’envoi', term: 'de ce délai', 'that-reminder': 'de ce rappel', 'that-term': 'du délai de ce rappel' }[since]
    }`,
  perDay: (amount) => `${amount} par jour`,
};

const calculation = (isBelgian: boolean): LetterTexts['calculation'] => ({
  title: 'Annexe : calcul des intérêts et du solde',
  invoiceHeading: (number, amount, on) => `Facture ${number}, ${amount}, échue le ${on}`,
  from: 'Du',
  until: 'Au (inclus)',
  days: 'Jours',
  base: 'Intérêts sur',
  yearlyRate: 'Taux annuel',
  interest: 'Intérêts',
  inAnnex: '(calcul en annexe)',
  paymentOf: (date) => `Paiement du ${date}, imputé${isBelgian ? '' : ' selon l’art. 6:44 du Code civil néerlandais'}`,
  amount: 'Montant',
  toCosts: 'Frais de recouvrement',
  toInterest: 'Intérêts échus',
  toPrincipal: 'Principal',
  received: 'Reçu',
  openAsOf: (date) => `Solde au ${date}`,
  principal: 'Principal',
  costs: 'Frais',
  together: 'Ensemble',
  invoice: (number) => `Facture ${number}`,
  toPay: 'Somme à payer',
  howHeading: 'Mode de calcul',
  howInterest: (basis, since, rates) => `Les intérêts (${basis}) courent ${since} jusqu’au jour du paiement inclus : ${rates}.`,
  howPeriod: (growth) =>
    `Par période : montant × taux annuel × jours ÷ 365, arrondi au centime. ${
      {
        compounded: 'Après chaque année entière, les intérêts impayés s’ajoutent au montant.',
        'first-year': 'Aucune année entière n’est écoulée ; il n’y a donc pas d’intérêts sur les intérêts.',
        simple: 'Les intérêts sont simples.',
      }[growth]
    }`,
  howPayments: (first) =>
    ({
      costs: 'Un paiement s’impute d’abord sur les frais, puis sur les intérêts échus et ensuite sur le principal.',
      interest: 'Un paiement s’impute d’abord sur les intérêts échus, puis sur le principal et ensuite sur les frais.',
      principal: 'Un paiement s’impute d’abord sur le principal, puis sur les intérêts et ensuite sur les frais.',
    })[first],
  howPerDay: (from, perDay) => `À partir du ${from} s’ajoutent ${perDay} d’intérêts par jour.`,
});

const statement: LetterTexts['statement'] = {
  document: 'Document',
  date: 'Date',
  dueDate: 'Échéance',
  daysLate: 'Jours de retard',
  amount: 'Montant',
  paid: 'Payé',
  open: 'Dû',
  balance: 'Solde',
  invoice: (number) => `Facture ${number}`,
  ages: ['Non échu', '1–30 jours', '31–60 jours', '61–90 jours', 'Plus de 90'],
  credit: 'Note de crédit',
  fullBalance: 'Solde total',
  overdueOnly: 'Échu seulement',
  overdueValue: (amount, hasCredit) => `${amount}${hasCredit ? ', après déduction de la note de crédit' : ''}`,
  caption: 'Code QR pour le solde total',
};

const plan: LetterTexts['plan'] = {
  instalment: 'Versement',
  dueOn: 'Sur le compte au plus tard le',
  amount: 'Montant',
  openAfter: 'Reste ensuite',
  numberOf: (number, value) => `${number} sur ${value}`,
  total: 'Total',
  codeTitle: (amount) => `Versement 1 : ${amount}`,
  payTo: 'À payer sur',
  payToValue: (iban, name) => `${iban} au nom de ${name}`,
  reference: 'Communication',
  referenceValue: (reference) => `${reference} et le numéro du versement`,
  placeAndDate: 'Lieu et date',
  signature: 'Signature',
};

const letterNames = (isBelgian: boolean): Readonly<Record<LetterKind, string>> => ({
  'pre-due-notice': 'Avis d’échéance',
  'reminder-1': isBelgian ? 'Premier rappel' : 'Rappel de paiement',
  'belgian-first-reminder': 'Premier rappel',
  'reminder-2': 'Deuxième rappel',
  'demand-1': 'Rappel formel',
  'demand-2': 'Deuxième rappel formel',
  'demand-2-reminder': 'Rappel de notre lettre',
  'final-demand': 'Sommation',
  'fourteen-day-letter': 'Lettre de 14 jours (veertiendagenbrief)',
  'default-notice': isBelgian ? 'Mise en demeure' : 'Mise en demeure (ingebrekestelling)',
  'pre-legal-letter': 'Lettre avant procédure',
  'handover-notice': 'Annonce de transmission',
  'account-statement': 'Relevé de compte',
  'payment-plan': 'Plan de paiement',
  'receipt-confirmation': 'Confirmation de réception',
  'payment-thanks': 'Paiement reçu',
  'crossed-apology': 'Notre message et votre paiement',
});

function enclosures({ letter, copies, hasAnnex, others }: Parameters<LetterTexts['enclosures']>[0]): string {
  const copied = copies === null ? '' : copies.count === 1 ? `copie de la facture ${copies.onlyNumber}` : `copie des ${count(copies.count)} factures`;
  const pdf = letter === null ? '' : ' (PDF)';
  const parts = present([
    letter === null ? '' : `${letter}${pdf}`,
    hasAnnex ? 'liste des factures impayées' : '',
    copied === '' ? '' : `${copied}${pdf}`,
    ...others.map((other) => `${other}${pdf}`),
  ]);
  const isOne = parts.length === 1 && (copies === null || copies.count === 1) && !/^\d/.test(others[0] ?? '');
  return parts.length === 0 ? '' : `${isOne ? 'Annexe' : 'Annexes'}\u00a0: ${parts.join(', ')}`;
}

/** French as written in Belgium; under Dutch law the terms keep their Dutch name beside a translation. */
export function frenchTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'fr',
    languageTag: isBelgian ? 'fr-BE' : 'fr-FR',
    references: {
      date: 'Date',
      customerNumber: 'Numéro de client',
      ourReference: 'Notre référence',
      contact: 'Contact',
      statement: 'Relevé',
      sending: 'Envoi',
      registered: isBelgian ? 'recommandé avec A.R.' : 'courrier et recommandé',
    },
    attention: (name) => `À l’attention de ${name}`,
    salutation: (addressee) => (addressee === null ? 'Madame, Monsieur,' : addressee.form === 'ms' ? 'Madame,' : 'Monsieur,'),
    letterNames: letterNames(isBelgian),
    mailSubject: ({ letterName, numbers: listed, company }) =>
      listed.length === 0
        ? `${letterName} (${company})`
        : `${letterName}\u00a0: ${listed.length === 1 ? 'facture' : 'factures'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} et ${listed.length - 2} autres` : listed.join(', ')} (${company})`,
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
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Numéro d’entreprise ${number}` : `KvK\u00a0${number}`),
      vat: (number) => `TVA\u00a0${number}`,
    },
    pageLabel: 'Page {page} sur {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}${payBy === '' ? '' : `, à payer au plus tard le ${payBy}`}.`,
  };
}
