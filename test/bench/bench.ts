/** Runs the measurement named on the command line, with the memory that the program itself has; answers 1 when its aim is missed. */
import '../../src-main/adapters/node/youngMemory.ts';
import type { Measurement } from './measurement.ts';

/** Loaded when wanted: what one takes must not count in the memory of another. */
const measurements: Readonly<Record<string, () => Promise<() => Promise<Measurement>>>> = {
  aging: async () => (await import('./aging.bench.ts')).measureAging,
  camt: async () => (await import('./camt.bench.ts')).measureCamt,
  coda: async () => (await import('./coda.bench.ts')).measureCoda,
  day: async () => (await import('./planDay.bench.ts')).measureDay,
  law: async () => (await import('./law.bench.ts')).measureInterest,
  letters: async () => (await import('./letters.bench.ts')).measureLetters,
  loop: async () => (await import('./eventLoop.bench.ts')).measureEventLoop,
  matching: async () => (await import('./matchingRun.bench.ts')).measureMatchingRun,
  memory: async () => (await import('./memory.bench.ts')).measureMemory,
  mt940: async () => (await import('./mt940.bench.ts')).measureMt940,
  printing: async () => (await import('./printing.bench.ts')).measurePrinting,
  start: async () => (await import('./start.bench.ts')).measureStart,
};
const [wanted = ''] = process.argv.slice(2);
const load = measurements[wanted];
if (wanted === 'million') for (const figure of await (await import('./million.bench.ts')).measureMillion()) console.log(`figure   ${figure}`);
else if (load === undefined) throw new RangeError(`${wanted} is no measurement`);
else {
  const { name, ratio, aim, details } = await (await load())();
  process.exitCode = ratio > aim ? 1 : 0;
  console.log(`${ratio <= aim ? 'reached' : 'MISSED '}  ${ratio.toFixed(2)} (aim ${aim.toFixed(1)})  ${name}: ${details}`);
}
