/**
 * Bookings of one file on their way out of a reader: they get their keys, and of a large file they go ahead in parts. What is left at the
 * end comes with its statements. A statement that stands in the file twice, with the same balances and bookings, was put together from two
 * downloads and counts once.
 */
import { createHash, type Hash } from 'node:crypto';
import type { BankEntry, BankStatement, EntryKey } from '../../domain/bankStatement.ts';
import type { EntrySink } from './formats/bankStream.ts';
import { cutLoose } from './formats/cutLoose.ts';
import { createKeyer } from './keyCounts.ts';
import type { EntriesAhead, KeyedStatement } from './parsedFile.ts';

/** Bookings of one statement that go ahead of their file. */
export type StatementAhead = Omit<EntriesAhead, 'file'>;

export type Ahead = {
  /** Bookings that wait before they are handed on: as many as one message carries at most. */
  readonly partSize: number;
  /** A number for a statement some of whose bookings go ahead; never given twice for one answer. */
  readonly nextPlace: () => number;
};

/** Nothing goes ahead. */
export const nothingAhead: Ahead = { partSize: Number.POSITIVE_INFINITY, nextPlace: () => 0 };

/** The bookings of a statement as far as they were not handed on. */
type Group = {
  readonly account: string;
  /** Of its bookings; null when the statement stood in the file before. */
  readonly digest: Hash | null;
  count: number;
  entries: BankEntry[];
  keys: EntryKey[];
  place: number | null;
};

const identify = (entry: BankEntry): string => JSON.stringify([entry.bookDate, entry.amount, entry.raw]);

/** What makes a statement the same as another; null for one that never is: without balances or bookings. */
function identityOf({ account, number, opening, closing }: BankStatement, { digest, count }: Group): string | null {
  if (opening === null || closing === null || count === 0 || digest === null) return null;
  const facts = [account, number, opening.amount, opening.date, closing.amount, closing.date, closing.currency];
  return digest.update(JSON.stringify(facts)).digest('hex');
}

/** Collects the bookings of one reading; statements at the places in `repeats` are read past. */
export function createKeyedSink({ partSize, nextPlace }: Ahead, repeats: ReadonlySet<number>) {
  let groups: Group[] = [];
  let waiting: Group[] = [];
  let waitingCount = 0;
  let keyOf = createKeyer();
  let ready: StatementAhead[] = [];
  const handOn = (): void => {
    for (const group of waiting) {
      group.place ??= nextPlace();
      ready.push({ statement: group.place, entries: group.entries, keys: group.keys });
      [group.entries, group.keys] = [[], []];
    }
    waiting = [];
    waitingCount = 0;
  };
  const sink: EntrySink = {
    begin(account) {
      const isRepeat = repeats.has(groups.length);
      groups.push({ account: cutLoose(account), digest: isRepeat ? null : createHash('sha256'), count: 0, entries: [], keys: [], place: null });
    },
    entry(entry) {
      const group = groups[groups.length - 1];
      if (group === undefined || group.digest === null) return;
      group.count += 1;
      group.digest.update(identify(entry));
      if (group.entries.length === 0) waiting.push(group);
      group.entries.push(entry);
      group.keys.push(keyOf(group.account, entry));
      waitingCount += 1;
      if (waitingCount >= partSize) handOn();
    },
    restart() {
      [groups, waiting, waitingCount, ready, keyOf] = [[], [], 0, [], createKeyer()];
    },
  };
  return {
    sink,
    /** The parts that became ready since they were asked for last. */
    takeReady(): readonly StatementAhead[] {
      const parts = ready;
      ready = [];
      return parts;
    },
    /** The places of statements that stood in the file before. */
    newRepeats(statements: readonly BankStatement[]): ReadonlySet<number> {
      const seen = new Set<string>();
      const found = new Set<number>();
      for (const [index, statement] of statements.entries()) {
        const group = groups[index];
        const identity = group === undefined ? null : identityOf(statement, group);
        if (identity !== null && seen.has(identity)) found.add(index);
        else if (identity !== null) seen.add(identity);
      }
      return found;
    },
    /** The statements with the bookings that are left to them. Of one whose others went ahead the last go ahead as well. */
    complete(statements: readonly BankStatement[]): readonly KeyedStatement[] {
      for (const group of groups) {
        if (group.place === null || group.entries.length === 0) continue;
        ready.push({ statement: group.place, entries: group.entries, keys: group.keys });
        [group.entries, group.keys] = [[], []];
      }
      return statements.flatMap((statement, index): readonly KeyedStatement[] => {
        const group = groups[index];
        if (group === undefined || group.digest === null) return [];
        return [{ statement: { ...statement, entries: group.entries }, keys: group.keys, place: group.place }];
      });
    },
  };
}

const noRepeats: ReadonlySet<number> = new Set();

/** Statements that were read as a whole, with the keys of their bookings, each once. */
export function keyedStatements(statements: readonly BankStatement[]): readonly KeyedStatement[] {
  const fed = (repeats: ReadonlySet<number>): ReturnType<typeof createKeyedSink> => {
    const collector = createKeyedSink(nothingAhead, repeats);
    for (const { account, entries } of statements) {
      collector.sink.begin(account);
      entries.forEach(collector.sink.entry);
    }
    return collector;
  };
  const first = fed(noRepeats);
  const repeats = first.newRepeats(statements);
  return (repeats.size === 0 ? first : fed(repeats)).complete(statements);
}
