/** Which country a party lives in, and the language it is first written to in, from what a file happens to say. */
import { normaliseIdentifier } from '../../../src-shared/identifiers/normaliseIdentifier.ts';
import type { ParsedParty } from '../receivable/parsedDocument.ts';

export type LetterLanguage = 'nl' | 'fr' | 'en' | 'de';

const names: ReadonlyMap<string, string> = new Map([
  ...['nederland', 'netherlands', 'the netherlands', 'pays-bas', 'pays bas', 'niederlande', 'holland', 'nld'].map(
    (name) => [name, 'NL'] as const,
  ),
  ...['belgie', 'belgium', 'belgique', 'belgien', 'bel'].map((name) => [name, 'BE'] as const),
  ...['duitsland', 'germany', 'allemagne', 'deutschland', 'deu'].map((name) => [name, 'DE'] as const),
  ...['frankrijk', 'france', 'frankreich', 'fra'].map((name) => [name, 'FR'] as const),
  ...['luxemburg', 'luxembourg', 'lux'].map((name) => [name, 'LU'] as const),
  ...['verenigd koninkrijk', 'united kingdom', 'royaume-uni', 'groot-brittannie', 'great britain', 'england', 'uk', 'gbr'].map(
    (name) => [name, 'GB'] as const,
  ),
  ...['oostenrijk', 'austria', 'autriche', 'osterreich', 'aut'].map((name) => [name, 'AT'] as const),
  ...['zwitserland', 'switzerland', 'suisse', 'schweiz', 'che'].map((name) => [name, 'CH'] as const),
  ...['spanje', 'spain', 'espagne', 'spanien', 'esp'].map((name) => [name, 'ES'] as const),
  ...['italie', 'italy', 'italien', 'ita'].map((name) => [name, 'IT'] as const),
  ...['ierland', 'ireland', 'irlande', 'irland', 'irl'].map((name) => [name, 'IE'] as const),
  ...['verenigde staten', 'united states', 'usa', 'etats-unis'].map((name) => [name, 'US'] as const),
]);

function countryFromWord(word: string): string | null {
  const plain = word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .trim()
    .toLowerCase();
  const found = names.get(plain);
  if (found !== undefined) return found;
  if (!/^[a-z]{2}$/.test(plain)) return null;
  return plain === 'el' ? 'GR' : plain.toUpperCase();
}

/** The country as written, else that of the VAT number, else what a Dutch post code tells, else the given one. Two capital letters. */
export function countryOf(party: ParsedParty, otherwise: string): string {
  const written = party.address?.country ?? null;
  const named = written === null ? null : countryFromWord(written);
  if (named !== null) return named;
  const prefix = /^([A-Z]{2})[A-Z0-9]{6}/.exec(normaliseIdentifier(party.vat ?? ''))?.[1];
  if (prefix !== undefined) return prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix;
  return /^[1-9]\d{3} ?[A-Z]{2}$/i.test(party.address?.postcode?.trim() ?? '') ? 'NL' : otherwise;
}

/**
 * The language areas of Belgium by post code (bpost): 1300–1499 and 4000–7999 are Walloon, of which 4700–4799 speak German apart from
 * Malmedy and Waimes (4950, 4960); 1000–1299 is Brussels, which has two languages.
 */
function belgianLanguage(postcode: string, ownLanguage: LetterLanguage): LetterLanguage {
  const digits = /^(?:B-?)?(\d{4})$/i.exec(postcode.trim())?.[1];
  const code = Number(digits ?? 0);
  if (code >= 4700 && code <= 4799) return 'de';
  if ((code >= 1300 && code <= 1499) || (code >= 4000 && code <= 7999)) return 'fr';
  if (code >= 1000 && code <= 1299) return ownLanguage === 'fr' ? 'fr' : 'nl';
  return 'nl';
}

/** The language a new customer is written to in until somebody says otherwise. */
export function languageOf({
  country,
  postcode,
  ownLanguage,
}: {
  readonly country: string;
  readonly postcode: string;
  readonly ownLanguage: LetterLanguage;
}): LetterLanguage {
  if (country === 'NL') return 'nl';
  if (country === 'BE') return belgianLanguage(postcode, ownLanguage);
  if (country === 'FR' || country === 'LU') return 'fr';
  return country === 'DE' || country === 'AT' ? 'de' : 'en';
}
