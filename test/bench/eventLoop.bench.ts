/** How long the event loop of the program is held while 100,000 bookings are previewed and taken in: 99.9 of 100 moments, against 50 ms. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { inventedIban } from '../../src-main/features/demo/identifiers.ts';
import { statementMaker, writeCamt053 } from '../../src-main/features/demo/writeStatements.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { createWorld, sharedBackground } from '../importers/importWorld.ts';
import type { Measurement } from './measurement.ts';
import { watchThread } from './threadWatch.ts';

const bookings = 100_000;
const patienceMs = 50;

function largeFile(): string {
  const random = createRandom(50);
  const first = plainDate('2026-01-01');
  const entries = Array.from({ length: bookings }, (_, index) => ({
    account: 'nl' as const,
    date: addDays(first, Math.floor(index / (bookings / 30))),
    amount: cents(random.between(1_000, 900_000)),
    counterIban: inventedIban('NL', random.between(1, 900_000)),
    counterName: `Voorbeeldbedrijf ${random.between(1, 90_000)}`,
    text: `Betaling factuur 2026-${random.between(1000, 99_999)}`,
    ogm: null,
  }));
  const [statement] = statementMaker(addDays(first, 30))('2026-01', entries);
  if (statement === undefined) throw new Error('a month without a statement');
  return writeCamt053(statement, 8);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export async function measureEventLoop(): Promise<Measurement> {
  const background = sharedBackground(300_000);
  const world = createWorld(background);
  const stagedIds = await world.stage([{ name: 'large.xml', content: largeFile() }]);
  await pause(500);
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const watch = watchThread();
  const start = performance.now();
  const preview = await importMethods['imports.preview'](world.context, { jobId: 'bench', stagedIds, mappings: {} });
  if (!preview.ok) throw new Error(preview.error.code);
  const [file] = preview.value.files;
  const account = file?.kind === 'bank' ? (file.statements[0]?.account ?? '') : '';
  const previewed = performance.now();
  const commit = { jobId: 'bench', previewId: preview.value.previewId, accounts: { [account]: 'ours' as const }, takePossiblyKnown: false };
  const committed = await importMethods['imports.commit'](world.context, commit);
  if (!committed.ok || committed.value.counts.bankEntries !== bookings) throw new Error('not everything was taken in');
  const ended = performance.now();
  delay.disable();
  const { usualMs: held, longestMs: longest } = watch.stop();
  world.close();
  await background.close();
  const clock = `on the clock of a machine with other work ${(delay.percentile(99.9) / 1e6).toFixed(0)} ms, once ${(delay.max / 1e6).toFixed(0)} ms`;
  const took = `preview ${((previewed - start) / 1000).toFixed(1)} s, taking in ${((ended - previewed) / 1000).toFixed(1)} s`;
  return { name: `taking in ${bookings} bookings, longest hold of the event loop ÷ ${patienceMs} ms`, ratio: held / patienceMs, aim: 1, details: `${held.toFixed(0)} ms of processor time at 99.9 %, once ${longest.toFixed(0)} ms; ${clock}; ${took}` };
}
