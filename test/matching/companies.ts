/** Invented companies with accounts, and administrations that number their invoices in different ways. */
import { makeOgm } from '../../src-main/domain/references/ogm.ts';
import { lettersAsDigits, mod97 } from '../../src-shared/identifiers/mod97.ts';
import type { Random } from './random.ts';

const trades = ['Bakkerij', 'Installatiebureau', 'Schilderwerken', 'Garage', 'Drukkerij', 'Hoveniers', 'Transport', 'Bouwbedrijf', 'Adviesbureau', 'Kapsalon', 'Menuiserie', 'Boulangerie', 'Atelier', 'Groothandel', 'Meubelmakerij', 'Techniek', 'Reclame', 'Verhuur'];
const words = ['Kraanvogel', 'Tolletje', 'Zilverspar', 'Molensteen', 'Windroos', 'Berkenrijs', 'Ooievaar', 'Duinroos', 'Vuurdoorn', 'Lindeblad', 'Zeester', 'Kiezel', 'Hazelnoot', 'Papaver', 'Regenboog', 'Slotgracht', 'Veenmol', 'Wikke', 'Boterbloem', 'Nachtegaal', 'Étincelle', 'Rivière', 'Chêne Vert', 'Belle Étoile', 'Grijpvogel', 'Steenuil', 'Waterlelie', 'Klaproos', 'Noorderlicht', 'Zandloper', 'Perron', 'Viaduct', 'Havenhoofd', 'Kompas', 'Anker', 'Baken', 'Sluiswachter', 'Jutter', 'Ganzeveer', 'Inktpot'];
const endings = ['', '', '', ' & Zonen', ' Groep', ' Services', ' Nederland', ' Vlaanderen', ' Oost', ' West', ' Holding', ' Beheer', ' 2000', ' et Fils'];
const forms = ['B.V.', 'BV', 'bv', 'N.V.', 'VOF', 'BVBA', 'SRL', 'SA', 'Stichting', 'VZW', '', ''];
const initials = ['A.', 'B.', 'C.M.', 'D.', 'E.J.', 'F.', 'G.', 'H.', 'J.', 'K.', 'L.', 'M.P.', 'N.', 'P.', 'R.', 'S.', 'T.', 'W.'];

export const companyName = (random: Random): string => {
  const form = random.pick(forms);
  const name = `${random.chance(0.6) ? `${random.pick(trades)} ` : ''}${random.pick(words)}${random.chance(0.35) ? `${random.pick([' ', '-'])}${random.pick(words)}` : ''}${random.pick(endings)}`;
  return form === '' ? name : form === 'Stichting' ? `Stichting ${name}` : `${name} ${form}`;
};
export const personName = (random: Random): string => `${random.pick(initials)} ${random.pick(words)}`;

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.between(0, 9)).join('');
const withCheck = (country: string, bban: string): string => `${country}${String(98 - mod97(lettersAsDigits(`${bban}${country}00`))).padStart(2, '0')}${bban}`;

/** A valid account number at a bank that does not exist. */
export function inventedIban(random: Random, country: 'NL' | 'BE' | 'TR'): string {
  if (country === 'NL') return withCheck('NL', `${random.pick(['BNKA', 'BNKB', 'BNKC'])}${digits(random, 10)}`);
  if (country === 'TR') return withCheck('TR', digits(random, 22));
  const base = digits(random, 10);
  return withCheck('BE', `${base}${String(mod97(base) || 97).padStart(2, '0')}`);
}

/** How an administration numbers invoices and which payment references it prints. */
export type Numbering = { readonly name: string; readonly numberOf: (serial: number) => string; readonly referenceOf: (serial: number) => string | null };

const rfOf = (body: string): string => `RF${String(98 - mod97(lettersAsDigits(`${body}RF00`))).padStart(2, '0')}${body}`;
function kenmerkOf(serial: number): string {
  const body = `26000${String(serial).padStart(10, '0')}`;
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
  const sum = Array.from(body).reverse().reduce((total, digit, at) => total + Number(digit) * (weights[at % 10] ?? 0), 0);
  const check = 11 - (sum % 11);
  return `${check === 10 ? 1 : check === 11 ? 0 : check}${body}`;
}
const padded = (serial: number, width: number): string => String(serial).padStart(width, '0');

export const numberings: readonly Numbering[] = [
  { name: 'year-number, no reference', numberOf: (serial) => `2026-${padded(serial, 4)}`, referenceOf: () => null },
  { name: 'year-number, OGM', numberOf: (serial) => `2026/${padded(serial, 5)}`, referenceOf: (serial) => makeOgm(`2026${padded(serial, 6)}`) },
  { name: 'letter, RF', numberOf: (serial) => `F2026${padded(serial, 5)}`, referenceOf: (serial) => rfOf(`F2026${padded(serial, 5)}`) },
  { name: 'digits, betalingskenmerk', numberOf: (serial) => `2026${padded(serial, 5)}`, referenceOf: kenmerkOf },
  { name: 'prefix, no reference', numberOf: (serial) => `INV-${padded(100_000 + serial, 6)}`, referenceOf: () => null },
  { name: 'five digits, OGM', numberOf: (serial) => padded(40_000 + serial, 5), referenceOf: (serial) => makeOgm(padded(40_000 + serial, 10)) },
  { name: 'four digits, no reference', numberOf: (serial) => padded(1_000 + serial, 4), referenceOf: () => null },
  { name: 'prefix and year, OGM', numberOf: (serial) => `VF26/${padded(serial, 5)}`, referenceOf: (serial) => makeOgm(`26${padded(serial, 8)}`) },
];
