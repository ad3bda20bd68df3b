/** Runs the measurements named on the command line, or all; answers 1 when an aim is missed. */
import { measureAging } from './aging.bench.ts';
import { measureCamt } from './camt.bench.ts';
import { measureLetters } from './letters.bench.ts';
import type { Measurement } from './measurement.ts';
import { measureMillion } from './million.bench.ts';
import { measureStart } from './start.bench.ts';

const measurements: Readonly<Record<string, () => Promise<Measurement>>> = { aging: measureAging, camt: measureCamt, letters: measureLetters, start: measureStart };
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = Object.entries(measurements).filter(([name]) => wanted.length === 0 || wanted.includes(name));

let missed = 0;
for (const [, measure] of chosen) {
  const { name, ratio, aim, details } = await measure();
  if (ratio > aim) missed += 1;
  console.log(`${ratio <= aim ? 'reached' : 'MISSED '}  ${ratio.toFixed(2)} (aim ${aim.toFixed(1)})  ${name}: ${details}`);
}
if (process.argv.includes('--million') || wanted.includes('million')) for (const figure of await measureMillion()) console.log(`figure   ${figure}`);
process.exitCode = missed > 0 ? 1 : 0;
