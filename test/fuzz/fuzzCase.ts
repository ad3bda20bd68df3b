/** One damaged file: made from a seed and a number alone, so that every case can be made again. */
import { createRandom } from '../../src-main/features/demo/random.ts';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import type { FuzzSample } from './fuzzSamples.ts';
import { mutate, mutationNames } from './mutations.ts';
import { faultsOf } from './oracles.ts';

export type FuzzCase = { readonly number: number; readonly story: string; readonly bytes: Uint8Array };

export type FuzzOutcome = { readonly faults: readonly string[]; readonly processorMs: number; readonly grownBytes: number };

export const slowestMs = 2000;
const longBytes = 1_000_000;
/** No file is larger than a megabyte or two. */
export const mostGrownBytes = 256_000_000;

export function makeCase(samples: readonly FuzzSample[], seed: number, number: number): FuzzCase {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  random.next();
  const sample = random.pick(samples);
  let { bytes } = sample;
  const story = [sample.name];
  for (let turn = random.pick([1, 1, 1, 2, 3]); turn > 0; turn -= 1) {
    const name = random.pick(mutationNames);
    const other = random.pick(samples);
    bytes = mutate(name, bytes, random, other.bytes);
    story.push(/file/.test(name) ? `${name} (${other.name})` : name);
  }
  return { number, story: story.join(', '), bytes };
}

/** What makes long files slow in a reader that is careless with them. */
const longTokens: readonly string[] = [
  '<a>',
  '<',
  '&',
  '"',
  "'",
  ';',
  ',',
  '\t',
  ' ',
  '\n',
  '\r',
  '9',
  '-\n',
  '\n-\n',
  '^\n',
  '{4:',
  '\u00ad',
  'RF',
  ':86:',
  '\n:86:',
  '\n:86:x',
  '\n:61:2601020102C1,00NTRFNONREF',
  '\n:25:NL39VRBD0000000101',
  '/REMI/',
  '?20',
  '>20',
  '\n2100010001',
  '\n21000100000000000000000000000000000000010000101260015000',
  '\n31000100010',
  '+++000/0000/00097+++',
  'IBAN: ',
  'Naam: ',
  '<STMTTRN>',
  '<PAYEE>',
  '<Ntry>',
  '<TxDtls/>',
  '<Ustrd>x</Ustrd>',
  '<![CDATA[',
  ']]>',
  '\nT1',
  '\n$1',
  '\nSx',
];

/** A sample blown up to a megabyte: by itself, by one of its lines, or by something put in many times. */
export function makeLongCase(samples: readonly FuzzSample[], seed: number, number: number): FuzzCase {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  random.next();
  const sample = random.pick(samples);
  const text = Buffer.from(sample.bytes).toString('latin1');
  const lines = text.split('\n');
  const at = random.between(0, lines.length - 1);
  const place = random.between(0, text.length);
  const token = random.pick([...longTokens, `${lines[at] ?? ''}\n`, text]);
  const from = token === text ? 0 : token.endsWith('\n') && token.length > 3 ? lines.slice(0, at).join('\n').length + 1 : place;
  const blown = text.slice(0, from) + token.repeat(Math.ceil(longBytes / Math.max(1, token.length))) + text.slice(from);
  return {
    number,
    story: `${sample.name}, blown up with ${JSON.stringify(token.slice(0, 40))} at ${from}`,
    bytes: Buffer.from(blown, 'latin1'),
  };
}

/** Reads a damaged file and answers everything that is wrong with how that went. */
export function runCase({ bytes }: FuzzCase): FuzzOutcome {
  const name = 'damaged.txt';
  const heap = process.memoryUsage().heapUsed;
  const before = process.cpuUsage();
  let faults: string[];
  try {
    faults = [...faultsOf(readBankFile({ name, bytes }, readContext), name)];
  } catch (error) {
    faults = [`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const { user, system } = process.cpuUsage(before);
  const processorMs = (user + system) / 1000;
  const grownBytes = process.memoryUsage().heapUsed - heap;
  if (processorMs > slowestMs) faults.push(`took ${Math.round(processorMs)} ms of the processor`);
  if (grownBytes > mostGrownBytes) faults.push(`grew by ${Math.round(grownBytes / 1e6)} MB`);
  return { faults, processorMs, grownBytes };
}
