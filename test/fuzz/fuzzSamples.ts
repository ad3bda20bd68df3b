/** What is damaged: the project's own samples always, the public ones where they are on this machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FuzzSample = { readonly name: string; readonly bytes: Uint8Array };

function samplesIn(root: string, label: string): readonly FuzzSample[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/\.(?:json|md)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({ name: `${label}${path.slice(root.length)}`, bytes: readFileSync(path) }));
}

/** The start of a file that is too large to be damaged thousands of times. */
const shortened = (sample: FuzzSample, largest: number): FuzzSample => ({ ...sample, bytes: sample.bytes.subarray(0, largest) });

/** Where the public samples lie when they are on this machine. */
const publicRoot = join(import.meta.dirname, '../../../shared/bank/fixtures');

export function fuzzSamples(largest: number): readonly FuzzSample[] {
  const own = samplesIn(join(import.meta.dirname, '../fixtures/bank'), 'own');
  return [...own, ...samplesIn(publicRoot, 'public')].map((sample) => shortened(sample, largest));
}
