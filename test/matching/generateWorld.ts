/**
 * The labelled history of one invented administration: receipts of eleven months week by week, with the documents, letters, promises and
 * accounts that the books know by then. The case decides what is really meant before anything is written or damaged, so the label never
 * depends on what a matcher can read.
 */
import { addDays, type PlainDateText } from '../../src-shared/dates.ts';
import type { BankEntryId } from '../../src-shared/ids.ts';
import { subtractCents } from '../../src-shared/money.ts';
import { namedCases } from './cases.ts';
import { unnamedCases } from './casesUnnamed.ts';
import { numberings } from './companies.ts';
import type { Built, Labelled } from './label.ts';
import { randomFrom } from './random.ts';
import { learn, newScene, type Party, type Scene } from './scene.ts';
import { noiseLevel } from './writing.ts';

export type World = { readonly seed: number; readonly name: string; readonly scene: Scene; readonly receipts: readonly Labelled[] };

const cases = [...namedCases, ...unnamedCases];
export const caseNames: readonly string[] = cases.map((one) => one.name);

/** Settles what was really paid, as a person would have booked it, and remembers the account. */
function settle(scene: Scene, built: Built): void {
  if (built.truth === null) return;
  for (const { documentId, cents: part } of [...built.truth.parts, ...built.truth.differences]) {
    const doc = scene.docs[documentId - 1];
    if (doc === undefined) throw new RangeError(`no document ${documentId}`);
    doc.open = subtractCents(doc.open, part);
    if (built.iban !== null) learn(scene, built.iban, doc.item.customerId);
  }
}

function buildOne(scene: Scene, party: Party, day: PlainDateText): { readonly built: Built; readonly caseName: string; readonly noise: Labelled['noise'] } {
  for (;;) {
    const chosen = scene.random.weighted(cases.map((one) => [one, one.weight] as const));
    const noise = noiseLevel(scene.random);
    const built = chosen.build({ scene, party, day, level: noise });
    if (built !== null) return { built, caseName: chosen.name, noise };
  }
}

/** A world of so many receipts, one customer for every five; the same seed gives the same world. */
export const generateWorld = (seed: number, receipts: number): World => generateSizedWorld({ seed, receipts, customers: Math.ceil(receipts / 5) });

export function generateSizedWorld({ seed, receipts, customers }: { readonly seed: number; readonly receipts: number; readonly customers: number }): World {
  const random = randomFrom(seed);
  const numbering = random.pick(numberings);
  const scene = newScene(random, numbering, customers);
  const labelled: Labelled[] = [];
  const perWeek = Math.ceil(receipts / 44);
  for (let at = 0; at < receipts; at += 1) {
    const week = Math.floor(at / perWeek);
    const day = addDays('2026-01-14' as PlainDateText, week * 7);
    // One receipt per customer and week, so that a label never depends on another receipt of the same file.
    let party = random.pick(scene.parties);
    while (party.day === day) party = random.pick(scene.parties);
    if (random.chance(0.01)) party.iban = `NL56BNKN${String(random.between(1, 9_999_999)).padStart(10, '0')}`;
    const { built, caseName, noise } = buildOne(scene, party, day);
    settle(scene, built);
    party.day = day;
    const { amount, text, structuredRef, endToEndId, name, iban, currency, expectation, truth } = built;
    labelled.push({
      receipt: { bankEntryId: (at + 1) as BankEntryId, amountCents: amount, currency, bookDate: day, counterIban: iban, counterName: name, remittance: text, structuredRef, endToEndId },
      caseName, noise, expectation, truth,
    });
  }
  return { seed, name: numbering.name, scene, receipts: labelled };
}
