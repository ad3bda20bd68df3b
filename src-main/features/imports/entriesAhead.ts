/**
 * The bookings of long statements travel ahead of their file in parts (see `sendAhead`): taking over 100,000 of them in one message would
 * hold up every window. Here the program puts them back.
 */
import type { BankEntry, EntryKey } from '../../domain/bankStatement.ts';
import type { EntriesAhead, KeyedStatement, ParsedFile } from './parsedFile.ts';

type Collected = { readonly entries: BankEntry[]; readonly keys: EntryKey[] };

/** Collects what one answer sends ahead and puts it back into its statements. */
export function createCollector(): { readonly take: (part: EntriesAhead) => void; readonly complete: (files: readonly ParsedFile[]) => readonly ParsedFile[] } {
  const collected = new Map<string, Collected>();
  const placeOf = (file: number, statement: number): string => `${file}/${statement}`;
  return {
    take({ file, statement, entries, keys }) {
      const place = placeOf(file, statement);
      const before = collected.get(place) ?? { entries: [], keys: [] };
      collected.set(place, before);
      for (const entry of entries) before.entries.push(entry);
      for (const key of keys) before.keys.push(key);
    },
    complete: (files) =>
      files.map((file, place) => {
        const { content } = file;
        if (content.kind !== 'bank') return file;
        const statements = content.statements.map((one): KeyedStatement => {
          const ahead = one.place === null ? undefined : collected.get(placeOf(place, one.place));
          return ahead === undefined ? one : { statement: { ...one.statement, entries: ahead.entries }, keys: ahead.keys, place: null };
        });
        return { ...file, content: { ...content, statements } };
      }),
  };
}
