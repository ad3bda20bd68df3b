/** Reading a MT940 file of 100,000 bookings with all fields taken out, against `mt940-js`, which leaves the descriptions as they are. */
import { read as readByOther } from 'mt940-js';
import { mt940 } from '../../src-main/features/imports/formats/mt940.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { inventedIban } from '../../src-main/features/demo/identifiers.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { cents, decimalFromCents } from '../../src-shared/money.ts';
import { inTurnsApart, type Measurement } from './measurement.ts';

const bookings = 100_000;
const days = 250;
const lineLength = 65;

/** Cut at a fixed width, words and all, as banks do. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength));
  return lines.join('\r\n');
}

/** A year of a very busy company, one message a day, in the structured layout of a Dutch bank. */
export function largeMt940(): Uint8Array {
  const random = createRandom(940);
  const comma = (value: number): string => decimalFromCents(cents(value)).replace('.', ',');
  const short = (date: string): string => date.slice(2).replaceAll('-', '');
  const first = plainDate('2026-01-02');
  let balance = 1_000_000;
  const messages: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = short(addDays(first, day));
    const lines = [`:20:P${date}000000001`, ':25:NL39VRBD0000000101EUR', ':28C:00000', `:60F:C${date}EUR${comma(balance)}`];
    for (let index = 0; index < bookings / days; index += 1) {
      const amount = random.between(100, 900_000);
      balance += amount;
      const iban = inventedIban('NL', random.between(1, 900_000));
      const text = `/EREF/2026-${index}//CNTP/${iban}/DEMONL2A/Voorbeeldbedrijf ${random.between(1, 90_000)} en Zonen B.V.///REMI/USTD//Betaling factuur 2026-${random.between(1000, 99_999)} en 2026-${random.between(1000, 99_999)}, klant ${random.between(100, 9999)}/`;
      lines.push(
        `:61:${date}${date.slice(2)}C${comma(amount)}NTRFEREF//${String(day * 1000 + index).padStart(14, '0')}`,
        '/TRCD/00100/',
        wrapped(`:86:${text}`),
      );
    }
    lines.push(`:62F:C${date}EUR${comma(balance)}`, '-}');
    messages.push(['{1:F01DEMONL2ABXXX0000000000}{2:I940DEMONL2AXXXN}{4:', ...lines].join('\r\n'));
  }
  return new TextEncoder().encode(messages.join('\r\n'));
}

/** Ours: how many bookings were read; all fields must be there. */
export function readMt940File(bytes: Uint8Array): number {
  const parsed = mt940.parse({ name: 'large.sta', bytes }, readContext);
  if (!parsed.ok) throw new Error(parsed.error[0]?.code);
  if (parsed.value.problems.length > 0) throw new Error(parsed.value.problems[0]?.code);
  const entries = parsed.value.statements.flatMap((statement) => statement.entries);
  if (entries.some((entry) => entry.counterIban === null || entry.remittance === null || entry.endToEndId === null)) throw new Error('a field is missing');
  return entries.length;
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
