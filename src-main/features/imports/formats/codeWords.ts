/**
 * Descriptions made of code words between slashes, as Dutch banks write them in MT940 :86: and in free texts of CAMT:
 * - ING: `/EREF/../CNTP/account/BIC/name/city//REMI/USTD//text/` ("Format description MT940 structured", v4; also Triodos since 2018);
 * - Rabobank: `/EREF/../ORDP//NAME/../REMI/text/ISDT/..` ("MT940 structured", 2013);
 * - ABN AMRO: `/TRTP/../IBAN/../BIC/../NAME/../REMI/../EREF/..` (also Knab, bunq, Van Lanschot, ASN Bank).
 * A word counts once, at its first place: later ones are text. Behind the remittance only the words that may follow it count.
 */
import { joinLines, shownSlice, type JoinedText } from './joinedText.ts';
import { noFields, solidReference, solidText, type PaymentFields } from './paymentFields.ts';

type Grammar = { readonly pattern: RegExp; readonly afterRemittance: ReadonlySet<string>; readonly closesWithSlash: boolean };

/** The longest word first, so that `ULTD//NAME` is not read as `ULTD`. */
const patternOf = (words: readonly string[]): RegExp => new RegExp(`/(${[...words].sort((a, b) => b.length - a.length).join('|')})/`, 'g');

const ing: Grammar = {
  pattern: patternOf(['RTRN', 'CREF', 'EREF', 'PREF', 'IREF', 'MARF', 'CSID', 'CNTP', 'REMI', 'PURP', 'ULTC', 'ULTD', 'EXCH', 'CHGS']),
  afterRemittance: new Set(['PURP', 'ULTC', 'ULTD', 'EXCH', 'CHGS']),
  closesWithSlash: true,
};

const parties = ['BENM//NAME', 'BENM//ID', 'ORDP//NAME', 'ORDP//ID', 'ULTD//NAME', 'ULTD//ID', 'ULTC//NAME', 'ULTC//ID'];

const rabobank: Grammar = {
  pattern: patternOf([...parties, 'MARF', 'EREF', 'PREF', 'RTRN', 'ID', 'ADDR', 'REMI', 'CSID', 'ISDT', 'PURP', 'ULTD', 'ULTC']),
  afterRemittance: new Set(['CSID', 'ISDT', 'PURP', 'ULTD', 'ULTC', 'ULTD//NAME', 'ULTC//NAME']),
  closesWithSlash: false,
};

const abnAmroWords = [
  'TRTP',
  'RTYP',
  'IBAN',
  'BBAN',
  'BIC',
  'NAME',
  'CSID',
  'MARF',
  'RTRN',
  'REMI',
  'EREF',
  'PREF',
  'NRTX',
  'PIND',
  'PURP',
];

const abnAmro: Grammar = {
  pattern: patternOf([...parties, ...abnAmroWords]),
  afterRemittance: new Set([...parties, 'IBAN', 'BIC', 'EREF', 'PREF', 'NRTX', 'PIND', 'PURP', 'MARF', 'CSID', 'RTRN']),
  closesWithSlash: false,
};

type Sections = ReadonlyMap<string, { readonly from: number; readonly to: number }>;

function sectionsOf(text: string, grammar: Grammar): Sections {
  const expression = grammar.pattern;
  expression.lastIndex = 0;
  const sections = new Map<string, { from: number; to: number }>();
  let current: { from: number; to: number } | null = null;
  let isRemittanceSeen = false;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const word = match[1] ?? '';
    // The closing slash of one word may be the opening slash of the next.
    expression.lastIndex = match.index + match[0].length - 1;
    if (sections.has(word) || (isRemittanceSeen && !grammar.afterRemittance.has(word))) continue;
    if (current !== null) current.to = match.index;
    current = { from: match.index + match[0].length, to: text.length };
    sections.set(word, current);
    if (word === 'REMI') isRemittanceSeen = true;
  }
  return sections;
}

type Values = {
  /** The characters as they stand, for identifications. */
  readonly solid: (word: string) => string | null;
  /** For people: with blanks where lines ended by themselves. */
  readonly shown: (word: string) => string | null;
};

function valuesOf(joined: JoinedText, grammar: Grammar): Values {
  const sections = sectionsOf(joined.text, grammar);
  const close = (value: string): string => (grammar.closesWithSlash ? value.trim().replace(/\/{1,2}$/, '') : value);
  return {
    solid: (word) => {
      const section = sections.get(word);
      return section === undefined ? null : close(joined.text.slice(section.from, section.to));
    },
    shown: (word) => {
      const section = sections.get(word);
      return section === undefined ? null : close(shownSlice(joined, section.from, section.to));
    },
  };
}

/** Remittance of ING: `USTD//text`, `STRD/CUR/reference`, or text without a mark (older files). */
function ingRemittance(values: Values): Pick<PaymentFields, 'remittance' | 'reference'> {
  const solid = values.solid('REMI');
  if (solid === null) return { remittance: null, reference: null };
  const structured = /^\/?STRD\/([A-Z]{0,10})\/(.{1,60})$/.exec(solid);
  if (structured !== null) return { remittance: null, reference: solidReference(structured[2] ?? '', structured[1] ?? null) };
  return { remittance: (values.shown('REMI') ?? '').replace(/^\/?U\s?S\s?T\s?D\s?\/\s?\/?/, ''), reference: null };
}

/** Remittance of Rabobank and ABN AMRO: text, `/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/..`, or `ISSUER: CUR REF: ..`. */
function plainRemittance(values: Values): Pick<PaymentFields, 'remittance' | 'reference'> {
  const solid = values.solid('REMI');
  if (solid === null) return { remittance: null, reference: null };
  const rabo = /^\/?CDTRREFTP\/{1,2}CD\/[A-Z]{1,10}(?:\/ISSR\/([A-Z]{0,10}))?\/CDTRREF\/(.{1,60})$/.exec(solid);
  if (rabo !== null) return { remittance: null, reference: solidReference(rabo[2] ?? '', rabo[1] ?? null) };
  const abn = /^ISSUER:\s{0,40}([A-Z]{2,10})\s{0,40}REF:(.{1,60})$/i.exec(solid.trim());
  if (abn !== null) return { remittance: null, reference: solidReference(abn[2] ?? '', abn[1] ?? null) };
  // A sender's own "/REMI/" at the start of the text says nothing more than the code word did.
  return { remittance: (values.shown('REMI') ?? '').replace(/^\/?REMI\//, ''), reference: null };
}

function commonFields(values: Values): PaymentFields {
  return {
    ...noFields,
    endToEndId: values.solid('EREF'),
    mandateId: values.solid('MARF'),
    creditorId: values.solid('CSID'),
    paymentInformationId: values.solid('PREF'),
    returnReason: solidText(values.solid('RTRN')),
    purpose: values.solid('PURP'),
  };
}

function ingFields(joined: JoinedText): PaymentFields {
  const values = valuesOf(joined, ing);
  const [account, bic] = (values.solid('CNTP') ?? '').split('/');
  const name = (values.shown('CNTP') ?? '').split('/')[2];
  const ultimate = values.shown('ULTD') ?? values.shown('ULTC');
  const [ultimateName, ultimateId] = ultimate === null ? [] : ultimate.replace(/^\//, '').split('/');
  const { remittance, reference } = ingRemittance(values);
  return {
    account: account ?? null,
    bic: bic ?? null,
    name: name ?? null,
    ultimateName: ultimateName ?? null,
    ultimateId: ultimateId ?? null,
    remittance,
    reference,
    endToEndId: values.solid('EREF'),
    mandateId: values.solid('MARF'),
    creditorId: values.solid('CSID'),
    paymentInformationId: values.solid('PREF'),
    returnReason: solidText(values.solid('RTRN')),
    isReturn: false,
    purpose: values.solid('PURP'),
    instructed: null,
    batchSize: null,
  };
}

const ultimateOf = (values: Values, own: readonly string[]): Pick<PaymentFields, 'ultimateName' | 'ultimateId'> => ({
  ultimateName: values.shown('ULTD//NAME') ?? values.shown('ULTC//NAME') ?? null,
  ultimateId: [...own, 'ULTD//ID', 'ULTC//ID'].map((word) => values.solid(word)).find((id) => id !== null) ?? null,
});

function rabobankFields(joined: JoinedText): PaymentFields {
  const values = valuesOf(joined, rabobank);
  return {
    ...commonFields(values),
    ...plainRemittance(values),
    ...ultimateOf(values, []),
    name: values.shown('BENM//NAME') ?? values.shown('ORDP//NAME'),
  };
}

function abnAmroFields(joined: JoinedText): PaymentFields {
  const values = valuesOf(joined, abnAmro);
  const size = /^\s*(\d{1,7})\s*$/.exec(values.solid('NRTX') ?? '')?.[1];
  const kind = (values.shown('TRTP') ?? values.shown('RTYP') ?? '').toUpperCase();
  return {
    ...commonFields(values),
    ...plainRemittance(values),
    ...ultimateOf(values, ['ORDP//ID', 'BENM//ID']),
    account: values.solid('IBAN') ?? values.solid('BBAN'),
    bic: values.solid('BIC'),
    name: values.shown('NAME') ?? values.shown('ORDP//NAME') ?? values.shown('BENM//NAME'),
    isReturn: /TERUGBOEKING|NIET UITGEVOERD|STORNO|RETURN/.test(kind) || values.solid('RTYP') !== null,
    batchSize: size === undefined ? null : Number(size),
  };
}

/** Reads a description made of code words; null when it is none. */
export function parseCodeWords(lines: readonly string[]): PaymentFields | null {
  const start = lines.findIndex((line) => /^\s{0,3}\/[A-Z]/.test(line));
  if (start === -1) return null;
  const isWhole = start === 0 && lines[0]?.startsWith('/') === true;
  const joined = joinLines(isWhole ? lines : lines.slice(start).map((line, index) => (index === 0 ? line.trimStart() : line)));
  const { text } = joined;
  if (/^\/(?:TRTP|RTYP|IBAN|BBAN|NAME)\//.test(text)) return abnAmroFields(joined);
  if (/\/(?:CNTP|REMI\/(?:USTD|STRD))\//.test(text)) return ingFields(joined);
  if (/\/(?:BENM|ORDP)\/\//.test(text) || /\/ISDT\/\d{4}-\d\d-\d\d/.test(text)) return rabobankFields(joined);
  if (/^\/(?:RTRN|CREF|PREF|IREF|MARF|CSID|EREF|REMI)\//.test(text)) return text.endsWith('/') ? ingFields(joined) : rabobankFields(joined);
  return null;
}
