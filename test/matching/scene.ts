/** The state of one invented administration while its history is made: what is really open, and which accounts the books know by then. */
import { addDays, daysBetween, type PlainDateText } from '../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { type Cents, cents, zeroCents } from '../../src-shared/money.ts';
import { allocationOrder } from '../../src-main/domain/matching/allocationOrder.ts';
import type { MatchCustomer, MatchItem, MatchLetter, MatchPromise, PayerAccount } from '../../src-main/domain/matching/matchTypes.ts';
import { companyName, inventedIban, type Numbering, personName } from './companies.ts';
import type { Random } from './random.ts';

/** A document as it really is; `open` moves with what was really paid. `openAtFirst` is less than its total when a part was paid before. */
export type Doc = { readonly item: Omit<MatchItem, 'openCents' | 'settledOn'>; open: Cents; openAtFirst: Cents; readonly issued: PlainDateText };
/** Something the books know from a day on, and until a day. */
export type Known<What> = { readonly what: What; readonly from: PlainDateText; readonly until: PlainDateText };
export type Party = {
  readonly customer: MatchCustomer;
  iban: string;
  readonly person: string;
  /** The same amount every month, or null. */
  readonly subscription: Cents | null;
  readonly docs: Doc[];
  day: PlainDateText;
  readonly group: Party[];
};
export type Scene = {
  readonly random: Random;
  readonly numbering: Numbering;
  readonly parties: Party[];
  readonly known: Map<string, Set<CustomerId>>;
  readonly initialPayers: PayerAccount[];
  readonly letters: Known<MatchLetter>[];
  readonly promises: Known<MatchPromise>[];
  readonly docs: Doc[];
  serial: number;
  debits: number;
  readonly psp: readonly { readonly name: string; readonly iban: string }[];
  readonly factor: { readonly name: string; readonly iban: string };
};

export const start = '2026-01-02' as PlainDateText;

const realAmount = (random: Random): Cents => {
  if (random.chance(0.3)) return cents(random.between(2, 120) * 1_210);
  if (random.chance(0.15)) return cents(random.between(1, 40) * 5_000);
  return cents(Math.round(2_000 * 250 ** random.next()) + random.between(0, 99));
};

/** Something new a customer owes, issued on a day. */
export function newDoc(scene: Scene, party: Party, over: Partial<Doc['item']> & { readonly issued: PlainDateText }): Doc {
  const { issued: wanted, ...rest } = over;
  // What happened to the customer before must not change by what comes later.
  const issued = party.day > start && wanted <= party.day ? addDays(party.day, 1) : wanted;
  scene.serial += 1;
  const kind = rest.kind ?? 'invoice';
  const number = kind === 'invoice' ? scene.numbering.numberOf(scene.serial) : kind === 'creditNote' ? `CN${scene.numbering.numberOf(scene.serial)}` : `RC-2026${String(scene.serial).padStart(5, '0')}`;
  const total = rest.totalCents ?? party.subscription ?? realAmount(scene.random);
  const item: Doc['item'] = {
    documentId: (scene.docs.length + 1) as DocumentId,
    customerId: party.customer.customerId,
    kind,
    claimKind: null,
    number,
    paymentReference: kind === 'invoice' ? scene.numbering.referenceOf(scene.serial) : null,
    poNumber: scene.random.chance(0.1) ? `PO${scene.random.between(100_000, 999_999)}` : null,
    currency: 'EUR',
    issueDate: issued,
    dueDate: addDays(issued, 30),
    discount: null,
    disputedCents: zeroCents,
    instalments: [],
    directDebitIds: [],
    ...rest,
    totalCents: total,
  };
  const doc = { item, open: total, openAtFirst: total, issued };
  scene.docs.push(doc);
  party.docs.push(doc);
  return doc;
}

export const openOf = (party: Party, day: PlainDateText): Doc[] => party.docs.filter((doc) => doc.open !== 0 && doc.issued <= day && doc.item.currency === 'EUR');
export const openInvoices = (party: Party, day: PlainDateText): Doc[] =>
  openOf(party, day).filter((doc) => doc.open > 0 && doc.item.kind === 'invoice' && doc.item.instalments.length === 0 && doc.item.disputedCents === 0);

/** An invoice to pay: an open one, or a new one issued since the last thing that happened. */
export function invoiceToPay(scene: Scene, party: Party, day: PlainDateText): Doc {
  const open = openInvoices(party, day);
  if (open.length > 0 && scene.random.chance(0.5)) return scene.random.pick(open);
  return newDoc(scene, party, { issued: addDays(day, -scene.random.between(1, Math.min(20, Math.max(1, daysBetween(party.day, day))))) });
}

/** Whether the books know the account as this customer's and nobody else's. */
export const isKnownAlone = (scene: Scene, party: Party, iban: string): boolean => {
  const owners = scene.known.get(iban);
  return owners?.size === 1 && owners.has(party.customer.customerId);
};
export function learn(scene: Scene, iban: string, customerId: CustomerId): void {
  scene.known.set(iban, (scene.known.get(iban) ?? new Set()).add(customerId));
}

/** In how many ways open documents of a customer add up to an amount, counted up to two. */
export function waysToReach(docs: readonly Doc[], amount: number): number {
  let ways = 0;
  const usable = docs.slice(0, 14);
  const visit = (at: number, left: number, taken: number): void => {
    if (ways > 1) return;
    const doc = usable[at];
    if (doc === undefined) {
      if (left === 0 && taken > 0) ways += 1;
      return;
    }
    visit(at + 1, left - doc.open, taken + 1);
    visit(at + 1, left, taken);
  };
  visit(0, amount, 0);
  return ways;
}

export function newScene(random: Random, numbering: Numbering, customers: number): Scene {
  const country = numbering.name.includes('OGM') ? 'BE' : 'NL';
  const scene: Scene = {
    random, numbering, parties: [], known: new Map(), initialPayers: [], letters: [], promises: [], docs: [], serial: 0, debits: 0,
    psp: [
      { name: 'Stichting Mollie Payments', iban: inventedIban(random, 'NL') },
      { name: 'STRIPE TECHNOLOGY EUROPE LTD', iban: inventedIban(random, 'BE') },
      { name: 'Adyen N.V.', iban: inventedIban(random, 'NL') },
    ],
    factor: { name: 'Factormaatschappij De Sluiswachter NV', iban: inventedIban(random, 'NL') },
  };
  for (let at = 1; at <= customers; at += 1) {
    const isConsumer = random.chance(0.12);
    const before = scene.parties.at(-1);
    const joins = before !== undefined && !isConsumer && random.chance(0.06) ? before : null;
    const name = isConsumer ? personName(random) : joins !== null && random.chance(0.6) ? `${joins.customer.name.replace(/ (?:B\.V\.|BV|bv|N\.V\.|VOF|BVBA|SRL|SA|VZW)$/, '')} ${random.pick(['Oost', 'West', 'Holding', 'Vastgoed'])}` : companyName(random);
    const kind = isConsumer ? 'consumer' : 'business';
    const groupId = joins === null ? (at as CustomerId) : (joins.customer.groupId ?? (at as CustomerId));
    const party: Party = {
      customer: { customerId: at as CustomerId, name, number: String(10_000 + at * 3), aliases: random.chance(0.05) ? [companyName(random)] : [], groupId, allocationOrder: allocationOrder(country, kind) },
      iban: joins !== null && random.chance(0.3) ? joins.iban : inventedIban(random, random.chance(0.85) ? country : country === 'NL' ? 'BE' : 'NL'),
      person: personName(random),
      subscription: random.chance(0.2) ? cents(random.pick([2_500, 6_050, 12_100, 18_150, 24_200, 48_400])) : null,
      docs: [],
      day: start,
      group: joins === null ? [] : joins.group,
    };
    party.group.push(party);
    scene.parties.push(party);
    if (random.chance(0.6)) {
      learn(scene, party.iban, party.customer.customerId);
      scene.initialPayers.push({ iban: party.iban, customerId: party.customer.customerId });
    }
  }
  for (const party of scene.parties) for (let left = random.between(0, 5); left > 0; left -= 1) newDoc(scene, party, { issued: addDays(start, -random.between(2, 100)) });
  return scene;
}
