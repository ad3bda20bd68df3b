/** The table of rates that ships with the program, for the tests of the law. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRateFile } from '../../src-main/features/law/readRates.ts';
import type { RateTable } from '../../src-main/domain/law/rates.ts';

const root = join(import.meta.dirname, '..', '..');
export const shippedText = (): string => readFileSync(join(root, 'resources', 'law', 'rates.json'), 'utf8');

export function shippedRates(): RateTable {
  const read = readRateFile(shippedText());
  if (!read.ok) throw new Error(`rates.json: ${JSON.stringify(read.error)}`);
  return read.value;
}
