/** Reading a CAMT.053 file of 100,000 bookings against tokenising it with the same XML reader in the same pieces. */
import { SaxesParser } from 'saxes';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { inventedIban } from '../../src-main/features/demo/identifiers.ts';
import { statementMaker, writeCamt053 } from '../../src-main/features/demo/writeStatements.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { inTurnsApart, type Measurement } from './measurement.ts';
import { isIncomplete, readThrough } from './readThrough.ts';

const bookingsInFile = 100_000;
const fileBytes = 50_000_000;
const pieceBytes = 1 << 20;

/** One month of a very busy company. */
function largeFile(): Uint8Array {
  const random = createRandom(50);
  const first = plainDate('2026-10-01');
  const entries = Array.from({ length: bookingsInFile }, (_, index) => ({
    account: 'nl' as const,
    date: addDays(first, Math.floor(index / (bookingsInFile / 30))),
    amount: cents(random.between(1_000, 900_000)),
    counterIban: inventedIban('NL', random.between(1, 900_000)),
    counterName: `Voorbeeldbedrijf ${random.between(1, 90_000)} & Zonen B.V.`,
    text: `Betaling factuur 2026-${random.between(1000, 99_999)} en 2026-${random.between(1000, 99_999)}, klant ${random.between(100, 9999)}`,
    ogm: null,
  }));
  const [statement] = statementMaker(addDays(first, 30))('2026-10', entries);
  if (statement === undefined) throw new Error('a month without a statement');
  return Buffer.from(writeCamt053(statement, 8));
}

/** The yardstick: every token of the file by the same XML reader, with nothing done to it. */
export function tokenise(bytes: Uint8Array): number {
  let tokens = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const count = (): void => void (tokens += 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', count);
  parser.on('text', count);
  parser.on('closetag', count);
  const decoder = new TextDecoder('utf-8');
  for (let start = 0; start < bytes.length; start += pieceBytes) parser.write(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true }));
  parser.write(decoder.decode());
  parser.close();
  return tokens;
}

/** Ours: how many bookings were read, with all their fields. */
export function readCamtFile(bytes: Uint8Array): number {
  const { bookings } = readThrough(bytes, (entry) => {
    if (isIncomplete(entry)) throw new Error('a field is missing');
  });
  return bookings;
}

export async function measureCamt(): Promise<Measurement> {
  const data = largeFile();
  if (data.length < fileBytes) throw new Error(`the file has only ${data.length} bytes`);
  const module = new URL(import.meta.url);
  const { oursMs, bareMs, results } = await inTurnsApart({ rounds: 7, warmUp: 1, data, ours: { module, name: 'readCamtFile' }, bare: { module, name: 'tokenise' } });
  if (results[0] !== bookingsInFile) throw new Error(`${String(results[0])} of ${bookingsInFile} bookings were read`);
  const size = (data.length / 1e6).toFixed(0);
  return { name: `reading a CAMT.053 of ${size} MB`, ratio: oursMs / bareMs, aim: 1.8, details: `${(oursMs / 1000).toFixed(2)} s for ${bookingsInFile} bookings, bare tokens ${(bareMs / 1000).toFixed(2)} s` };
}
