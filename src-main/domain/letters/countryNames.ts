import type { LetterLanguage } from '../../../src-shared/letter.ts';

/** Countries to which letters go, in capitals for the last line of an address. Another country stands there by its two letters. */
const table: Readonly<Record<string, readonly [nl: string, en: string, fr: string, de: string]>> = {
  AT: ['OOSTENRIJK', 'AUSTRIA', 'AUTRICHE', 'ÖSTERREICH'],
  BE: ['BELGIË', 'BELGIUM', 'BELGIQUE', 'BELGIEN'],
  BG: ['BULGARIJE', 'BULGARIA', 'BULGARIE', 'BULGARIEN'],
  CA: ['CANADA', 'CANADA', 'CANADA', 'KANADA'],
  CH: ['ZWITSERLAND', 'SWITZERLAND', 'SUISSE', 'SCHWEIZ'],
  CY: ['CYPRUS', 'CYPRUS', 'CHYPRE', 'ZYPERN'],
  CZ: ['TSJECHIË', 'CZECH REPUBLIC', 'TCHÉQUIE', 'TSCHECHIEN'],
  DE: ['DUITSLAND', 'GERMANY', 'ALLEMAGNE', 'DEUTSCHLAND'],
  DK: ['DENEMARKEN', 'DENMARK', 'DANEMARK', 'DÄNEMARK'],
  EE: ['ESTLAND', 'ESTONIA', 'ESTONIE', 'ESTLAND'],
  ES: ['SPANJE', 'SPAIN', 'ESPAGNE', 'SPANIEN'],
  FI: ['FINLAND', 'FINLAND', 'FINLANDE', 'FINNLAND'],
  FR: ['FRANKRIJK', 'FRANCE', 'FRANCE', 'FRANKREICH'],
  GB: ['VERENIGD KONINKRIJK', 'UNITED KINGDOM', 'ROYAUME-UNI', 'VEREINIGTES KÖNIGREICH'],
  GR: ['GRIEKENLAND', 'GREECE', 'GRÈCE', 'GRIECHENLAND'],
  HR: ['KROATIË', 'CROATIA', 'CROATIE', 'KROATIEN'],
  HU: ['HONGARIJE', 'HUNGARY', 'HONGRIE', 'UNGARN'],
  IE: ['IERLAND', 'IRELAND', 'IRLANDE', 'IRLAND'],
  IT: ['ITALIË', 'ITALY', 'ITALIE', 'ITALIEN'],
  LT: ['LITOUWEN', 'LITHUANIA', 'LITUANIE', 'LITAUEN'],
  LU: ['LUXEMBURG', 'LUXEMBOURG', 'LUXEMBOURG', 'LUXEMBURG'],
  LV: ['LETLAND', 'LATVIA', 'LETTONIE', 'LETTLAND'],
  MT: ['MALTA', 'MALTA', 'MALTE', 'MALTA'],
  NL: ['NEDERLAND', 'THE NETHERLANDS', 'PAYS-BAS', 'NIEDERLANDE'],
  NO: ['NOORWEGEN', 'NORWAY', 'NORVÈGE', 'NORWEGEN'],
  PL: ['POLEN', 'POLAND', 'POLOGNE', 'POLEN'],
  PT: ['PORTUGAL', 'PORTUGAL', 'PORTUGAL', 'PORTUGAL'],
  RO: ['ROEMENIË', 'ROMANIA', 'ROUMANIE', 'RUMÄNIEN'],
  SE: ['ZWEDEN', 'SWEDEN', 'SUÈDE', 'SCHWEDEN'],
  SI: ['SLOVENIË', 'SLOVENIA', 'SLOVÉNIE', 'SLOWENIEN'],
  SK: ['SLOWAKIJE', 'SLOVAKIA', 'SLOVAQUIE', 'SLOWAKEI'],
  US: ['VERENIGDE STATEN', 'UNITED STATES', 'ÉTATS-UNIS', 'VEREINIGTE STAATEN'],
};
const places: Readonly<Record<LetterLanguage, 0 | 1 | 2 | 3>> = { nl: 0, en: 1, fr: 2, de: 3 };

export const countryInCapitals = (code: string, language: LetterLanguage): string =>
  Object.hasOwn(table, code) ? (table[code]?.[places[language]] ?? code) : code;

/** `Nederland`, `The Netherlands`: as in running text. */
export const countryName = (code: string, language: LetterLanguage): string =>
  countryInCapitals(code, language)
    .toLowerCase()
    .replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
