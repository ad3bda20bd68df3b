import type { LetterRun } from '../../../../src-shared/letter.ts';
import { bold, runs } from '../letterRuns.ts';
import type { BelgianConsumerTexts, ItemCounts, LetterTexts } from '../letterTexts.ts';

const numbers = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'] as const;
const count = (value: number): string => numbers[value] ?? String(value);
const invoices = (value: number): string => (value === 1 ? 'een factuur' : `${count(value)} facturen`);
const creditNotes = (value: number): string => (value === 1 ? 'een creditnota' : `${count(value)} creditnota’s`);
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const or = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' of ');

/** What the customer gets or what happens next, by the key of the ladder's step; the verb comes first. */
const nextSteps: Readonly<Record<string, (on: string) => string>> = {
  'reminder-2': (on) => `ontvangt u op ${on} een tweede herinnering`,
  'demand-1': (on) => `ontvangt u op ${on} een aanmaning`,
  'demand-2': (on) => `ontvangt u op ${on} een tweede aanmaning`,
  'demand-2-reminder': (on) => `ontvangt u op ${on} een herinnering aan onze aanmaning`,
  'default-notice': (on) => `ontvangt u op ${on} een ingebrekestelling`,
  'pre-legal-procedure': (on) => `beoordelen wij op ${on} welke stappen nodig zijn`,
  'pre-legal-letter': (on) => `ontvangt u op ${on} een laatste brief`,
  handover: (on) => `geven wij de vordering op ${on} uit handen`,
};
const nextStep = (next: string, on: string): string =>
  (nextSteps[next] ?? ((day: string) => `ontvangt u op ${day} opnieuw bericht van ons`))(on);

const these = ({ invoices: value }: ItemCounts): string => (value === 1 ? 'deze factuur' : 'deze facturen');
const closeTo = (counts: ItemCounts, place: 'page' | 'annex'): string =>
  `de ${counts.invoices === 1 ? 'factuur' : 'facturen'} ${place === 'page' ? 'hieronder' : 'in de bijlage'}`;
const balance = (counts: ItemCounts, amount: string, bookedUntil: string | null): readonly LetterRun[] => {
  const together = counts.invoices + counts.creditNotes > 1 ? 'samen' : 'nog';
  const setOff = counts.creditNotes === 0 ? '' : `, na verrekening van ${counts.creditNotes === 1 ? 'de creditnota' : 'de creditnota’s'},`;
  const until = bookedUntil === null ? '' : `, bijgewerkt met de bankafschriften tot en met ${bookedUntil},`;
  return runs`Volgens onze administratie${until} staat er${setOff} ${together} ${bold(amount)} open.`;
};

type Sentences = Pick<LetterTexts, 'opening' | 'question' | 'request' | 'options' | 'nextStep' | 'reservation'>;
const sentences = (isBelgian: boolean): Sentences => ({
  opening({ step, counts, place, amount, bookedUntil, earlierOn, isBelgianConsumer }) {
    const openBalance = balance(counts, amount, bookedUntil);
    if (step === 'reminder-2')
      return [...runs`Op ${earlierOn} herinnerden wij u aan ${these(counts)}; de betaling is nog niet binnen. `, ...openBalance];
    if (isBelgianConsumer)
      return runs`De vervaldag van ${closeTo(counts, place)} is voorbij; misschien is ${counts.invoices === 1 ? 'ze' : 'dat'} aan uw aandacht ontsnapt.`;
    return [
      ...runs`${isBelgian ? `De vervaldag van ${closeTo(counts, place)} is voorbij.` : `Van ${closeTo(counts, place)} is de betaaltermijn verstreken.`} `,
      ...openBalance,
    ];
  },
  question: (counts) => runs`Is bij u alles in orde met ${these(counts)}?`,
  request: (step, payBy) =>
    step === 'reminder-2'
      ? runs`Laat ons weten wat er speelt, of betaal uiterlijk op ${bold(payBy)}.`
      : runs`Wij ontvangen het bedrag graag uiterlijk op ${bold(payBy)}.`,
  options({ contactName, phone, email, medium }) {
    const reach =
      medium === 'mail'
        ? `Beantwoord deze e-mail${phone === '' ? '' : ` of bel ${or([contactName]) === '' ? '' : `${contactName}, `}${phone}`}.`
        : `Laat het weten aan ${contactName}, ${or([phone, email])}.`;
    return runs`${bold('Klopt er iets niet, of komt een latere datum of betalen in delen u beter uit?')} ${reach} Hebt u al betaald, dan is deze herinnering voor u afgehandeld.`;
  },
  nextStep({ step, payBy, next, on, isConsumer }) {
    const title = bold('Volgende stap.');
    if (step === 'reminder-1')
      return runs`${title} Staat er na ${payBy} nog iets open en is er niets afgesproken, dan ${nextStep(next, on)}.`;
    const costs = isBelgian ? 'intrest en een vergoeding voor invorderingskosten' : 'wettelijke rente en incassokosten';
    if (!isConsumer)
      return runs`${title} Zonder betaling, bericht of afspraak ${nextStep(next, on)}. Vanaf die stap kunnen wij ${costs} in rekening brengen.`;
    return runs`${title} Zonder betaling, bericht of afspraak ${nextStep(next, on)}. Kosten brengen wij alleen in rekening nadat wij u daarover apart hebben geschreven; deze herinnering kost u niets.`;
  },
  reservation: isBelgian
    ? runs`Dit schrijven gebeurt onder voorbehoud van alle rechten en zonder nadelige erkentenis.`
    : runs`Wij behouden ons ondubbelzinnig ons recht op nakoming voor.`,
});

const tableTexts = (isBelgian: boolean): LetterTexts['table'] => ({
  invoice: 'Factuur',
  issueDate: 'Factuurdatum',
  dueDate: isBelgian ? 'Vervaldag' : 'Vervaldatum',
  amount: 'Bedrag',
  received: 'Ontvangen',
  open: 'Nog te betalen',
  total: 'Totaal',
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
  caption: isBelgian ? 'Scan met uw bankapp' : 'Scan met een bank-app die de Europese betaal-QR leest',
  alternative: ({ amount, name, reference }) =>
    `QR-code om ${amount} over te maken aan ${name} met ${isBelgian ? 'mededeling' : 'omschrijving'} ${reference}`,
  customerAndLetter: (customerNumber, letter) => (customerNumber === '' ? `Brief ${letter}` : `Klant ${customerNumber}, brief ${letter}`),
});

/** Dutch as written in the Netherlands, or in Belgium: vervaldag, intrest, bankapp, and the greeting differ. */
export function dutchTexts(country: 'NL' | 'BE'): LetterTexts {
  const isBelgian = country === 'BE';
  return {
    language: 'nl',
    languageTag: isBelgian ? 'nl-BE' : 'nl-NL',
    references: isBelgian
      ? { date: 'Datum', customerNumber: 'Klantnummer', ourReference: 'Onze referentie', contact: 'Contactpersoon' }
      : { date: 'Datum', customerNumber: 'Klantnummer', ourReference: 'Ons kenmerk', contact: 'Behandeld door' },
    attention: (name) => `t.a.v. ${name}`,
    salutation(addressee) {
      if (addressee === null) return isBelgian ? 'Geachte mevrouw, geachte heer,' : 'Geachte heer of mevrouw,';
      return `Geachte ${addressee.form === 'ms' ? 'mevrouw' : 'heer'} ${addressee.surname},`;
    },
    letterName: (step) => (step === 'reminder-2' ? 'Tweede herinnering' : isBelgian ? 'Eerste herinnering' : 'Betalingsherinnering'),
    items(counts, onlyNumber) {
      const listed = counts.invoices === 1 && onlyNumber !== null ? `factuur ${onlyNumber}` : invoices(counts.invoices);
      return counts.creditNotes === 0 ? listed : `${listed} en ${creditNotes(counts.creditNotes)}`;
    },
    subject: ({ letterName, items, amount, isSum }) => `${letterName}: ${items}, ${isSum ? 'samen ' : ''}${amount}`,
    mailSubject: ({ letterName, numbers: listed, company }) =>
      `${letterName}: ${listed.length === 1 ? 'factuur' : 'facturen'} ${listed.length > 3 ? `${listed.slice(0, 2).join(', ')} en ${listed.length - 2} andere` : listed.join(', ')} (${company})`,
    ...sentences(isBelgian),
    table: tableTexts(isBelgian),
    payment: paymentTexts(isBelgian),
    belgianConsumer: belgianConsumerTexts,
    closing: isBelgian ? 'Met vriendelijke groeten,' : 'Met vriendelijke groet,',
    enclosures({ letter, copies, hasAnnex }) {
      const copied =
        copies === null
          ? ''
          : copies.count === 1
            ? `kopie van factuur ${copies.onlyNumber}`
            : `kopie van de ${count(copies.count)} facturen`;
      const pdf = letter === null ? '' : ' (pdf)';
      const parts = [
        letter === null ? '' : `${letter}${pdf}`,
        hasAnnex ? 'overzicht van de openstaande facturen' : '',
        copied === '' ? '' : `${copied}${pdf}`,
      ].filter((part) => part !== '');
      const isOne = parts.length === 1 && (copies === null || copies.count === 1);
      return parts.length === 0 ? '' : `${isOne ? 'Bijlage' : 'Bijlagen'}: ${parts.join(', ')}`;
    },
    footer: {
      registration: (number, senderCountry) => (senderCountry === 'BE' ? `Ondernemingsnummer ${number}` : `KvK\u00a0${number}`),
      vat: (number) => `btw\u00a0${number}`,
    },
    pageLabel: 'Pagina {page} van {pages}',
    preheader: ({ items, amount, payBy }) => `${capital(items)}, ${amount}, graag uiterlijk op ${payBy}.`,
  };
}

const belgianConsumerTexts: BelgianConsumerTexts = {
  isFree: runs`${bold('Deze herinnering is gratis: u betaalt nu alleen het openstaande saldo.')}`,
  facts: {
    creditor: 'Schuldeiser',
    creditorValue: (name, enterpriseNumber) => `${name}, ondernemingsnummer ${enterpriseNumber}`,
    supplied: 'Product of dienst',
    invoice: 'Factuur',
    invoiceValue: (number, issued, due) => `${number} van ${issued}, opeisbaar sinds ${due}`,
    amount: 'Factuurbedrag',
    received: 'Ontvangen',
    balance: 'Openstaand saldo',
    dueSince: 'Opeisbaar sinds',
  },
  term: (channel, payBy) =>
    channel === 'letter'
      ? runs`${bold('Uw termijn.')} U kunt zonder kosten of intrest betalen binnen 14 kalenderdagen. Die termijn begint op de derde werkdag na de verzending van deze brief; u hebt in elk geval de tijd ${bold(`tot en met ${payBy}`)}.`
      : runs`${bold('Uw termijn.')} U kunt zonder kosten of intrest betalen binnen 14 kalenderdagen. Die termijn begint op de dag na de verzending van deze e-mail; u hebt in elk geval de tijd ${bold(`tot en met ${payBy}`)}.`,
  secondTerm: (payBy) =>
    runs`Laat ons weten wat er speelt, of betaal uiterlijk op ${bold(payBy)}. U betaalt ook nu alleen het openstaande saldo.`,
  consequence: (article) =>
    runs`${bold('Als u niet binnen deze termijn betaalt,')} bent u volgens artikel\u00a0${article} van onze algemene voorwaarden ook het volgende verschuldigd, en niets anders:`,
  laterConsequence: ({ article, earlierOn }) =>
    runs`${bold('Als u ook nu niet betaalt,')} kunnen wij aanrekenen waarover wij u op ${earlierOn} schreven (artikel\u00a0${article} van onze algemene voorwaarden), en niets anders:`,
  indemnity: (formula) =>
    formula === null
      ? 'Forfaitaire schadevergoeding'
      : `Forfaitaire schadevergoeding: ${formula.floor} + ${formula.percent} van ${formula.part}`,
  interest: (percent, step) =>
    `Nalatigheidsintrest: ${percent} per jaar op het onbetaalde saldo vanaf de dag na ${step === 'reminder-1' ? 'verzending' : 'die herinnering'}`,
  perDay: (amount) => `${amount} per dag`,
  options: ({ phone, email, medium }) =>
    runs`${bold('Een vraag, een betwisting, later of in delen betalen?')} ${medium === 'mail' ? `Beantwoord deze e-mail${phone === '' ? '' : ` of bel ${phone}`}` : or([phone, email])}. Op eenvoudig verzoek bezorgen wij u meteen alle bewijsstukken en de uitleg over hoe u de schuld kunt betwisten. Zolang wij uw vraag of voorstel behandelen, wachten wij met verdere stappen. Hebt u al betaald, dan is deze herinnering afgehandeld.`,
  nextStep({ step, payBy, next, on }) {
    if (step === 'reminder-1' && next === 'reminder-2')
      return runs`${bold('Volgende stap.')} Staat het saldo na ${payBy} nog open, dan ontvangt u ten vroegste op ${on} een tweede herinnering.`;
    return runs`${bold('Volgende stap.')} Zonder betaling, bericht of afspraak ${nextStep(next, on)}.`;
  },
};
