/** Runs the measurement named on the command line, with the memory that the program itself has; answers 1 when its aim is missed. */
import '../../src-main/adapters/node/youngMemory.ts';
import { measureAging } from './aging.bench.ts';
import { measureCamt } from './camt.bench.ts';
import { measureCoda } from './coda.bench.ts';
import { measureEventLoop } from './eventLoop.bench.ts';
import { measureInterest } from './law.bench.ts';
import { measureLetters } from './letters.bench.ts';
import { measureMatchingRun } from './matchingRun.bench.ts';
import type { Measurement } from './measurement.ts';
import { measureMemory } from './memory.bench.ts';
import { measureMillion } from './million.bench.ts';
import { measureMt940 } from './mt940.bench.ts';
import { measureDay } from './planDay.bench.ts';
import { measurePrinting } from './printing.bench.ts';
import { measureStart } from './start.bench.ts';

const measurements: Readonly<Record<string, () => Promise<Measurement>>> = { aging: measureAging, camt: measureCamt, coda: measureCoda, day: measureDay, law: measureInterest, letters: measureLetters, loop: measureEventLoop, matching: measureMatchingRun, memory: measureMemory, mt940: measureMt940, printing: measurePrinting, start: measureStart };
const [wanted = ''] = process.argv.slice(2);
const measure = measurements[wanted];
if (wanted === 'million') for (const figure of await measureMillion()) console.log(`figure   ${figure}`);
else if (measure === undefined) throw new RangeError(`${wanted} is no measurement`);
else {
  const { name, ratio, aim, details } = await measure();
  process.exitCode = ratio > aim ? 1 : 0;
  console.log(`${ratio <= aim ? 'reached' : 'MISSED '}  ${ratio.toFixed(2)} (aim ${aim.toFixed(1)})  ${name}: ${details}`);
}
