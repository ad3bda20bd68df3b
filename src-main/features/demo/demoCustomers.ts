import { inventedDutchVat, inventedEnterpriseNumber, inventedIban, inventedKvk } from './identifiers.ts';
import type { Random } from './random.ts';

/** How an invented customer behaves; the proportions make a believable list, with a handful of cases that need a person. */
export type Behaviour = 'punctual' | 'slow' | 'structural' | 'month-end' | 'partial' | 'no-reference' | 'disputes' | 'bankrupt' | 'drifting';

export type DemoCustomer = {
  readonly index: number;
  readonly number: string;
  readonly name: string;
  readonly country: 'NL' | 'BE';
  readonly isConsumer: boolean;
  readonly language: 'nl' | 'fr';
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly vat: string | null;
  readonly legalId: string | null;
  readonly iban: string;
  readonly email: string;
  readonly contactName: string;
  readonly termDays: 14 | 30 | 60;
  readonly behaviour: Behaviour;
  /** Relative share of the invoices. */
  readonly weight: number;
};

const heads = ['Ateliers', 'Bouwbedrijf', 'Hotel', 'Zorggroep', 'Drukkerij', 'Kwekerij', 'Garage', 'Tandartspraktijk', 'Brouwerij', 'Boekhandel', 'Sportcentrum', 'Restaurant', 'Meubelhuis', 'Makelaardij', 'Apotheek', 'Kinderopvang', 'Transport', 'Bakkerij', 'Architecten', 'Theater'];
const nlTails = ['Bremhof', 'Kolkwijk', 'Zilverven', 'Molendrecht', 'Heuvelakker', 'Oosterhagen', 'Rietlanden', 'Wilgenvoort', 'Vlasmeer', 'Klaverdam', 'Hazelaar', 'Lindeveld', 'Berkenrode', 'Duinzicht', 'Waterloop', 'Elzenkamp', 'Korenhof', 'Vuurtoren', 'Meidoorn', 'Esdoornpark'];
const beTails = ['Oostkaai', 'Vermandel', 'Sint-Odulf', 'Leiebocht', 'Kasteelhoek', 'Abdijveld', 'Boscheut', 'Clairfont', 'Beaurivage', 'Valmoulin', 'Grandpré', 'Houtland'];
const nlCities = ['Molendrecht', 'Oosterhagen', 'Kolkwijk', 'Rietwoude', 'Heuvelstad', 'Vlasmeer'];
const beCities = ['Sint-Odulf', 'Leiebocht', 'Houtlandegem', 'Kasteelhoek'];
const beFrenchCities = ['Clairfont', 'Valmoulin', 'Beaurivage'];
const streets = ['Kerkpad', 'Havenkade', 'Lange Beemd', 'Molenweg', 'Ambachtslaan', 'Stationsplein', 'Kromme Akker', 'Dijkstraat'];
const frenchStreets = ['Rue du Moulin', 'Chemin des Tilleuls', 'Avenue du Vieux Pont'];
const firstNames = ['Ilse', 'Bram', 'Noor', 'Wout', 'Sanne', 'Joris', 'Amélie', 'Luc', 'Femke', 'Ruben', 'Katrien', 'Daan'];
const lastNames = ['Roelvink', 'Claeskens', 'Oosterling', 'Vandermeul', 'Brinkhorst', 'Delvoye', 'Hagenaar', 'Termote', 'Wijnveld', 'Kruidenier'];
const ownerNames = ['Fam. De Wilde-Brandsma', 'J. Korstanje', 'Mevr. A. Verschelde', 'Fam. Peelen', 'H. Dorrestijn', 'Mevr. L. Quaghebeur'];

const behaviours: readonly (readonly [Behaviour, number])[] = [
  ['punctual', 0.34],
  ['slow', 0.2],
  ['month-end', 0.16],
  ['structural', 0.12],
  ['partial', 0.06],
  ['no-reference', 0.06],
  ['drifting', 0.06],
];

function drawBehaviour(random: Random, index: number): Behaviour {
  // The first few are fixed, so that every demo holds the cases that the screens are about.
  const fixed: readonly Behaviour[] = ['structural', 'disputes', 'bankrupt', 'disputes', 'no-reference', 'partial', 'month-end', 'drifting'];
  const set = fixed[index];
  if (set !== undefined) return set;
  let left = random.next();
  for (const [behaviour, share] of behaviours) {
    left -= share;
    if (left < 0) return behaviour;
  }
  return 'punctual';
}

function place(random: Random, country: 'NL' | 'BE', isFrench: boolean): Pick<DemoCustomer, 'street' | 'postcode' | 'city'> {
  const house = random.between(1, 180);
  if (country === 'NL') {
    const letters = `${String.fromCharCode(65 + random.between(0, 25))}${String.fromCharCode(66 + random.between(0, 20))}`;
    return { street: `${random.pick(streets)} ${house}`, postcode: `${random.between(1000, 9990)} ${letters}`, city: random.pick(nlCities) };
  }
  return isFrench
    ? { street: `${random.pick(frenchStreets)} ${house}`, postcode: String(random.between(4000, 7990)), city: random.pick(beFrenchCities) }
    : { street: `${random.pick(streets)} ${house}`, postcode: String(random.between(8000, 9990)), city: random.pick(beCities) };
}

const plainLetters = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function nameOf(random: Random, index: number, country: 'NL' | 'BE'): string {
  const tails = country === 'NL' ? nlTails : beTails;
  const head = heads[(index * 7) % heads.length] ?? 'Werkhuis';
  const tail = tails[(index * 3 + Math.floor(index / heads.length)) % tails.length] ?? 'Noord';
  const form = country === 'NL' ? random.pick(['B.V.', 'B.V.', 'V.O.F.', '']) : random.pick(['BV', 'NV', 'BV', 'CV']);
  return `${head} ${tail}${form === '' ? '' : ` ${form}`}`;
}

/** `count` customers, two thirds Dutch, one in eight a consumer. */
export function drawCustomers(random: Random, count: number): readonly DemoCustomer[] {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const country = index % 8 === 1 || index % 8 === 4 || index % 8 === 6 ? 'BE' : 'NL';
    const isConsumer = index > 8 && index % 9 === 0;
    const isFrench = country === 'BE' && index % 3 === 1;
    const base = isConsumer ? (ownerNames[(index / 9 - 1) % ownerNames.length] ?? 'Fam. Peelen') : nameOf(random, index, country);
    const name = used.has(base) ? `${base} ${index}` : base;
    used.add(name);
    const slug = plainLetters(name).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
    const contactName = isConsumer ? name : `${random.pick(firstNames)} ${random.pick(lastNames)}`;
    const mailbox = random.chance(0.3) && !isConsumer ? 'info' : plainLetters(contactName).replaceAll(/[^a-z]+/g, '.').replaceAll(/^\.|\.$/g, '');
    return {
      index,
      number: String(10_000 + index * 7),
      name,
      country,
      isConsumer,
      language: isFrench ? 'fr' : 'nl',
      ...place(random, country, isFrench),
      vat: isConsumer ? null : country === 'NL' ? inventedDutchVat(100 + index) : `BE${inventedEnterpriseNumber(index + 1)}`,
      legalId: isConsumer ? null : country === 'NL' ? inventedKvk(100 + index) : inventedEnterpriseNumber(index + 1),
      iban: inventedIban(country, 5_000_000 + index * 11),
      email: `${mailbox}@${slug}.example`,
      contactName,
      termDays: isConsumer ? 14 : random.pick([14, 30, 30, 30, 60] as const),
      behaviour: isConsumer ? random.pick(['punctual', 'slow', 'slow'] as const) : drawBehaviour(random, index),
      weight: index < 8 ? 3 : random.between(1, 6),
    } satisfies DemoCustomer;
  });
}
