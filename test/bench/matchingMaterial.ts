/** An invented administration of a given size: so many receipts against ten times as many open documents, all to be matched in one run. */
import { buildMatchIndex, type MatchIndex } from '../../src-main/domain/matching/matchIndex.ts';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import { matchReceipts } from '../../src-main/domain/matching/matchReceipts.ts';
import type { MatchMaterial, MatchReceipt } from '../../src-main/domain/matching/matchTypes.ts';
import { generateSizedWorld } from '../matching/generateWorld.ts';

export type Size = { readonly receipts: readonly MatchReceipt[]; readonly material: MatchMaterial };

/** Customers per receipt so that about ten documents are open for each receipt. */
const customersPerReceipt = 3.75;

export function matchingMaterial(receipts: number): Size {
  const { scene, receipts: labelled } = generateSizedWorld({ seed: 20_260_005, receipts, customers: Math.round(receipts * customersPerReceipt) });
  return {
    receipts: labelled.map(({ receipt }) => receipt),
    material: {
      items: scene.docs.map((doc) => ({ ...doc.item, openCents: doc.openAtFirst, settledOn: null })),
      letters: scene.letters.map(({ what }) => what),
      customers: scene.parties.map(({ customer }) => customer),
      promises: scene.promises.map(({ what }) => what),
      history: { payers: scene.initialPayers, names: [], habits: [] },
      policy: cautiousPolicy,
    },
  };
}

export type Timed = { readonly indexMs: number; readonly matchMs: number; readonly booked: number };

/** Index and run together, as one import costs. */
export function timeMatching({ receipts, material }: Size): Timed {
  const start = performance.now();
  const index: MatchIndex = buildMatchIndex(material);
  const indexed = performance.now();
  const decisions = matchReceipts(receipts, index);
  const end = performance.now();
  return { indexMs: indexed - start, matchMs: end - indexed, booked: decisions.filter(({ outcome }) => outcome === 'booked').length };
}
