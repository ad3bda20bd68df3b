/** Bank files too large for the memory, written to disk piece by piece: one account, one year, as many bookings as fit. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { inventedIban } from '../../src-main/features/demo/identifiers.ts';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { statementMaker, writeCamt053 } from '../../src-main/features/demo/writeStatements.ts';
import { addDays, type PlainDateText, plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { writeMt940Day } from './mt940Day.ts';

export type LargeFile = { readonly path: string; readonly bytes: number; readonly bookings: number };

const first = plainDate('2026-01-01');
const days = 365;
const perDay = 1000;

const dayOf = (index: number, bookings: number): PlainDateText => addDays(first, Math.floor((index * days) / bookings));
const amountOf = (index: number): number => 1_000 + ((index * 7919) % 890_000);

function writePieces(path: string, pieces: Iterable<string>): number {
  const handle = openSync(path, 'w');
  let bytes = 0;
  try {
    for (const piece of pieces) bytes += writeSync(handle, piece);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** A CAMT.053 statement in the words of the example company, with other bookings in it. */
function* camtPieces(bookings: number): Generator<string> {
  const random = createRandom(53);
  const make = statementMaker(addDays(first, days));
  const booking = (index: number, amount: number) => ({
    account: 'nl' as const,
    date: dayOf(index, bookings),
    amount: cents(amount),
    counterIban: inventedIban('NL', random.between(1, 900_000)),
    counterName: `Voorbeeldbedrijf ${random.between(1, 90_000)} & Zonen B.V.`,
    text: `Betaling factuur 2026-${random.between(1000, 99_999)} en 2026-${random.between(1000, 99_999)}, klant ${random.between(100, 9999)}`,
    ogm: null,
  });
  const written = (entries: readonly ReturnType<typeof booking>[]): string => {
    const [statement] = make('2026-01', entries);
    if (statement === undefined) throw new Error('a month without a statement');
    return writeCamt053(statement, 8);
  };
  const lines = (text: string): string => text.slice(text.indexOf('<Ntry>'), text.indexOf('</Stmt>'));
  let sum = 0;
  for (let index = 0; index < bookings; index += 1) sum += amountOf(index);
  // The balances are those of one booking of the same sum.
  const frame = written([booking(0, sum)]);
  yield frame.slice(0, frame.indexOf('<Ntry>'));
  for (let start = 0; start < bookings; start += perDay) {
    const text = written(Array.from({ length: Math.min(perDay, bookings - start) }, (_, at) => booking(start + at, amountOf(start + at))));
    // Every call numbers its bookings from one.
    yield lines(text).replaceAll('<AcctSvcrRef>NL2601', `<AcctSvcrRef>NL26${String(start / perDay).padStart(4, '0')}01`);
  }
  yield frame.slice(frame.indexOf('</Stmt>'));
}

function* mt940Pieces(bookings: number): Generator<string> {
  const random = createRandom(940);
  let balance = 1_000_000;
  for (let day = 0; day < days; day += 1) {
    const [from, to] = [Math.floor((day * bookings) / days), Math.floor(((day + 1) * bookings) / days)];
    const amounts = Array.from({ length: to - from }, (_, at) => amountOf(from + at));
    const written = writeMt940Day({ date: addDays(first, day), opening: balance, amounts, firstReference: from, random });
    balance = written.closing;
    yield `${written.text}\r\n`;
  }
}

export function writeLargeFile(kind: 'camt' | 'mt940', path: string, bookings: number): LargeFile {
  const bytes = writePieces(path, kind === 'camt' ? camtPieces(bookings) : mt940Pieces(bookings));
  return { path, bytes, bookings };
}
