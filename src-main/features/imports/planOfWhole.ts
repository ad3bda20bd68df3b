import type { ReadableDb } from '../../ledger/connection.ts';
import { changesSoFar, isHalfWritten } from '../../ledger/presence.ts';
import type { HeldFile } from './heldFile.ts';
import { inTurns } from './inTurns.ts';
import { type ImportPlan, type PlanContext, planImport } from './planImport.ts';

const waitMs = 20;
/** After so many plans that something overtook the last one is taken: booking never keeps a booking twice, whatever its plan says. */
const mostPlans = 5;
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, waitMs));

/**
 * A plan of the ledger as it stands. While a long write is half done (another import, one that is taken back) its rows may never come to
 * be and would count as known, so its end is waited for; a plan that a write overtook is made again.
 */
export async function planOfWhole(db: ReadableDb, files: readonly HeldFile[], context: PlanContext): Promise<ImportPlan> {
  for (let plans = 1; ; plans += 1) {
    while (isHalfWritten(db)) await pause();
    const before = changesSoFar(db);
    const plan = await inTurns(planImport(db, files, context));
    if (plans === mostPlans || (!isHalfWritten(db) && changesSoFar(db) === before)) return plan;
  }
}
