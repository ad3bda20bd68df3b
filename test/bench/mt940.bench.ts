/** Reading a MT940 file of 100,000 bookings with all fields taken out, against `mt940-js`, which leaves the descriptions as they are. */
import { read as readByOther } from 'mt940-js';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { inTurnsApart, type Measurement } from './measurement.ts';
import { writeMt940Day } from './mt940Day.ts';
import { isIncomplete, readThrough } from './readThrough.ts';

const bookings = 100_000;
const days = 250;
/** A year of a very busy company, one message a day, in the structured layout of a Dutch bank. */
export function largeMt940(): Uint8Array {
  const random = createRandom(940);
  const first = plainDate('2026-01-02');
  const perDay = bookings / days;
  let opening = 1_000_000;
  const messages: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const amounts = Array.from({ length: perDay }, () => random.between(100, 900_000));
    const { text, closing } = writeMt940Day({ date: addDays(first, day), opening, amounts, firstReference: day * perDay, random });
    opening = closing;
    messages.push(text);
  }
  return new TextEncoder().encode(messages.join('\r\n'));
}

/** Ours: how many bookings were read; all fields must be there. */
export function readMt940File(bytes: Uint8Array): number {
  const { bookings: read } = readThrough(bytes, (entry) => {
    if (isIncomplete(entry) || entry.endToEndId === null) throw new Error('a field is missing');
  });
  return read;
}

/** The yardstick: how many bookings the other one reads. */
export async function readByYardstick(bytes: Uint8Array): Promise<number> {
  const statements = await readByOther(Buffer.from(bytes));
  return statements.reduce((sum, statement) => sum + statement.transactions.length, 0);
}

export async function measureMt940(): Promise<Measurement> {
  const data = largeMt940();
  const module = new URL(import.meta.url);
  const { oursMs, bareMs, results } = await inTurnsApart({ rounds: 7, warmUp: 1, data, ours: { module, name: 'readMt940File' }, bare: { module, name: 'readByYardstick' } });
  if (results.some((count) => count !== bookings)) throw new Error(`${results.join(' and ')} of ${bookings} bookings were read`);
  const size = (data.length / 1e6).toFixed(0);
  return { name: `reading a MT940 of ${size} MB`, ratio: oursMs / bareMs, aim: 0.7, details: `${(oursMs / 1000).toFixed(2)} s for ${bookings} bookings with all fields, mt940-js ${(bareMs / 1000).toFixed(2)} s without` };
}
