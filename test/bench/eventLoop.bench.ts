/**
 * How long the event loop of the program is held while 100,000 bookings are previewed, taken in and taken back, and while the list of what
 * waits is made beside 100,000 open documents: 99.9 of 100 moments of each, against 50 ms.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import type { ImportId } from '../../src-shared/ids.ts';
import { createWorld, profile, sharedBackground, type World } from '../importers/importWorld.ts';
import { fillLedger } from './fillLedger.ts';
import { writeLargeFile } from './largeBankFiles.ts';
import type { Measurement } from './measurement.ts';
import { inTemporaryFolder } from './temporaryLedger.ts';
import { watchThread } from './threadWatch.ts';

const bookings = 100_000;
const documents = 100_000;
const patienceMs = 50;

type Phase = { readonly name: string; readonly usualMs: number; readonly longestMs: number; readonly told: string };

/** Does the work and watches the thread it is done on: its own processor time, and the clock of a machine with other work. */
async function watched<T>(name: string, work: () => Promise<T> | T): Promise<{ readonly value: T; readonly phase: Phase }> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  await pause(100);
  delay.enable();
  const watch = watchThread();
  const start = performance.now();
  const value = await work();
  const seconds = (performance.now() - start) / 1000;
  await pause(20);
  delay.disable();
  const held = watch.stop();
  const [usual, longest] = [delay.percentile(99.9) / 1e6, delay.max / 1e6].map((ms) => ms.toFixed(0));
  const told = `${name} ${held.usualMs.toFixed(0)} ms, once ${held.longestMs.toFixed(0)} (clock ${usual ?? ''}, ${longest ?? ''}) in ${seconds.toFixed(1)} s`;
  return { value, phase: { name, ...held, told } };
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function takeInAndBack(world: World, path: string): Promise<readonly Phase[]> {
  const staged = await world.context.stagedFiles.stage('large.xml', createReadStream(path), 300_000_000);
  const preview = await watched('preview', () => importMethods['imports.preview'](world.context, { jobId: 'bench', stagedIds: [staged?.stagedId ?? ''], mappings: {} }));
  const { previewId, files } = must(preview.value);
  const account = files[0]?.kind === 'bank' ? (files[0].statements[0]?.account ?? '') : '';
  const commit = { jobId: 'bench', previewId, accounts: { [account]: 'ours' as const }, takePossiblyKnown: false };
  const committed = await watched('taking in', () => importMethods['imports.commit'](world.context, commit));
  const { counts, importId } = must(committed.value);
  if (counts.bankEntries !== bookings) throw new Error('not everything was taken in');
  const log = await watched('then the log into the file', () => pause(6000));
  const undone = await watched('taking back', () => importMethods['imports.undo'](world.context, { importId: importId as ImportId }));
  if (must(undone.value).reversedEntries !== bookings) throw new Error('not everything was taken back');
  return [preview.phase, committed.phase, log.phase, undone.phase];
}

/** A few receipts that wait beside very many documents; the second time nothing has changed. */
async function listWhatWaits(world: World): Promise<Phase> {
  const { ledger } = world;
  fillLedger({ ledger, documents, customers: 5000, today: world.context.clock.today(), isPaid: false });
  ledger.write(({ sqlite }) =>
    sqlite.exec(`WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 200)
      INSERT INTO bank_entry (id, statement_id, own_account_id, book_date, amount, currency, counter_iban, counter_name, remittance, entry_key, weak_key, occurrence, raw, origin)
      SELECT i, 1, 1, date('2026-03-02', '-7 days'), 100000 + i, 'EUR', NULL, 'Customer ' || i, 'factuur F' || (i * 7), 'k' || i, 'k' || i, 1, '', '{}' FROM number;
      INSERT INTO bank_entry_balance SELECT id, amount FROM bank_entry;`),
  );
  const { value, phase } = await watched(`listing what waits beside ${documents} documents`, async () => matchingMethods['bank.unmatched'](world.context, { includeParked: false }));
  if (must(value).receipts.length !== 200) throw new Error('not everything waits');
  return phase;
}

export const measureEventLoop = (): Promise<Measurement> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'large.xml');
    writeLargeFile('camt', path, bookings);
    const background = sharedBackground(300_000);
    const worlds = [createWorld(background), createWorld(background, { ...profile, ibans: [] })] as const;
    await pause(500);
    const phases = [...(await takeInAndBack(worlds[0], path)), await listWhatWaits(worlds[1])];
    for (const world of worlds) world.close();
    await background.close();
    const longest = Math.max(...phases.map((phase) => phase.usualMs));
    const details = `processor time at 99.9 %: ${phases.map((phase) => phase.told).join('; ')}`;
    return { name: `${bookings} bookings in and back, longest hold of the event loop ÷ ${patienceMs} ms`, ratio: longest / patienceMs, aim: 1, details };
  });
