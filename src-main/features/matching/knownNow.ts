import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type MatchIndex, matchIndexInSteps } from '../../domain/matching/matchIndex.ts';
import type { MatchMaterial } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { atOnce } from '../../ledger/inTurns.ts';
import { materialPages } from '../../ledger/cash/matchMaterial.ts';
import { joinedMaterial, type MaterialPage } from '../../ledger/cash/matchMaterialPage.ts';
import { readMatchingPolicy } from '../../ledger/cash/matchingPolicy.ts';
import { changesSoFar, isHalfWritten } from '../../ledger/presence.ts';

export type Known = { readonly material: MatchMaterial; readonly index: MatchIndex };

/** The last one per ledger: the list and the detail of the bank page ask for the same within one second. */
const kept = new WeakMap<object, { readonly key: string; readonly known: Known }>();

/** Of more documents than this nothing is kept: it would hold on to a hundred megabytes for as long as the program runs. */
const mostKept = 30_000;

/** What the ledger knows, indexed for proposals. Built once until anything is written or the day turns. */
export const knownNow = (db: ReadableDb, today: PlainDateText): Known => atOnce(knownInSteps(db, today));

/** The same in steps. What is written between them may be missing in it: then it is not kept. */
export function* knownInSteps(db: ReadableDb, today: PlainDateText): Steps<Known> {
  // Half of a long write is seen as it is and never kept: when it is cancelled, nothing would tell that it is gone.
  const isPassing = isHalfWritten(db);
  const key = `${today} ${changesSoFar(db)}`;
  const last = kept.get(db.sqlite);
  if (!isPassing && last?.key === key) return last.known;
  const pages: MaterialPage[] = [];
  for (const page of materialPages(db, today)) {
    pages.push(page);
    yield;
  }
  const material = joinedMaterial(pages, readMatchingPolicy(db));
  const known = { material, index: yield* matchIndexInSteps(material) };
  if (isPassing || isHalfWritten(db) || key !== `${today} ${changesSoFar(db)}`) return known;
  if (material.items.length <= mostKept) kept.set(db.sqlite, { key, known });
  else kept.delete(db.sqlite);
  return known;
}
