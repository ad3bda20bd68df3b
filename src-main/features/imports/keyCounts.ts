/**
 * Keys of bookings as digests, and how often each was met. A large file has hundreds of thousands of keys: they are kept as numbers in one
 * table, because as texts they would weigh as much as the file.
 */
import { hash } from 'node:crypto';
import { type BankEntry, type EntryKey, keysOfEntry } from '../../domain/bankStatement.ts';

/** Bytes of a digest that are handed on. */
const digestBytes = 20;
/** Numbers of 32 bits that stand for a key in the table, and one for its count: two of a million keys are alike once in 10^7 files. */
const words = 2;
const slotWords = words + 1;
/** Share of the slots that may be taken, and how much the table grows then. */
const [fullest, growth] = [0.8, 1.5];

/** Counts digests; open addressing, so that nothing is made for a single key. */
export function createDigestCounts(slotsAtFirst: number): (digest: Buffer) => number {
  let slots = slotsAtFirst;
  let table = new Uint32Array(slots * slotWords);
  let taken = 0;
  /** Place of the slot of a key: its own, or the empty one where it belongs. */
  const placeOf = (first: number, second: number): number => {
    let slot = first % slots;
    for (;;) {
      const place = slot * slotWords;
      if (table[place + words] === 0) return place;
      if (table[place] === first && table[place + 1] === second) return place;
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
  };
  const grow = (): void => {
    const before = table;
    slots = Math.ceil(slots * growth);
    table = new Uint32Array(slots * slotWords);
    for (let at = 0; at < before.length; at += slotWords) {
      const [first, second, count] = [before[at] ?? 0, before[at + 1] ?? 0, before[at + words] ?? 0];
      if (count === 0) continue;
      const place = placeOf(first, second);
      table[place] = first;
      table[place + 1] = second;
      table[place + words] = count;
    }
  };
  return (digest) => {
    const [first, second] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
    const place = placeOf(first, second);
    const count = (table[place + words] ?? 0) + 1;
    table[place] = first;
    table[place + 1] = second;
    table[place + words] = count;
    if (count === 1) {
      taken += 1;
      if (taken > slots * fullest) grow();
    }
    return count;
  };
}

export type Keyer = (account: string, entry: BankEntry) => EntryKey;

/** Gives the bookings of one file their keys, in their order (see `entryKeys`): hashed, because they are compared and stored and never read. */
export function createKeyer(): Keyer {
  const strong = createDigestCounts(1024);
  const weak = createDigestCounts(1024);
  return (account, entry) => {
    const texts = keysOfEntry(account, entry);
    const key = hash('sha256', texts.key, 'buffer');
    const weakKey = hash('sha256', texts.weakKey, 'buffer');
    return {
      key: key.toString('hex', 0, digestBytes),
      occurrence: strong(key),
      weakKey: weakKey.toString('hex', 0, digestBytes),
      weakOccurrence: weak(weakKey),
    };
  };
}
