/** The aging list of 100,000 open items through the API, JSON in and out, against its own SQL alone on the same connection. */
import { join } from 'node:path';
import { bind } from '../../src-main/api/combine.ts';
import { createDispatch } from '../../src-main/api/dispatch.ts';
import { createJobRegister } from '../../src-main/api/jobs.ts';
import { createMadeFiles } from '../../src-main/api/madeFiles.ts';
import { createWriteQueue } from '../../src-main/api/writeQueue.ts';
import { randomIds } from '../../src-main/adapters/node/ids.ts';
import { agingMethods } from '../../src-main/features/aging/methods.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { agingSql } from '../../src-main/ledger/documents/agingRead.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { fillLedger } from './fillLedger.ts';
import { inTurns, type Measurement } from './measurement.ts';
import { inTemporaryFolder, openAt, today } from './temporaryLedger.ts';

const items = 100_000;

/** The dispatcher of the program over the aging methods. */
export function askAging(ledger: Ledger): (asOf: string) => Promise<string> {
  const handlers = bind({ ledger, madeFiles: createMadeFiles({ ids: randomIds, limitBytes: 1_000_000 }) }, agingMethods);
  const silent = { info: () => undefined, error: (event: string, details: object) => console.error(event, details) };
  const dispatch = createDispatch({ handlers, jobs: createJobRegister(), writeQueue: createWriteQueue(), logger: silent, ids: randomIds });
  return (asOf) => dispatch(JSON.stringify({ method: 'aging.list', input: { asOf, basis: 'due' } }));
}

export const measureAging = (): Promise<Measurement> =>
  inTemporaryFolder(async (folder) => {
    const ledger = openAt(join(folder, 'aging.termijn'), 'create');
    fillLedger({ ledger, documents: items, customers: 2000, today, isPaid: false });
    const asOf = plainDate(today);
    const limits = { asOf, d30: addDays(asOf, -30), d60: addDays(asOf, -60), d90: addDays(asOf, -90) };
    const bareStatement = ledger.read.sqlite.prepare<[typeof limits], { documents: number }>(agingSql(ledger.read, { asOf, basis: 'due' }));
    const ask = askAging(ledger);
    const first = JSON.parse(await ask(asOf)) as { ok: boolean; value?: { customers: readonly unknown[] } };
    const counted = bareStatement.all(limits).reduce((sum, row) => sum + row.documents, 0);
    if (!first.ok || counted !== items) throw new Error(`the aging list of ${counted} items is not what was measured`);
    const { oursMs, bareMs } = await inTurns({ rounds: 25, warmUp: 5, ours: () => ask(asOf), bare: () => bareStatement.all(limits) });
    ledger.close();
    return { name: `aging of ${items} open items`, ratio: oursMs / bareMs, aim: 1.5, details: `${oursMs.toFixed(1)} ms through the API, bare SQL ${bareMs.toFixed(1)} ms` };
  });
