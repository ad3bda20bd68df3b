/**
 * Bookings travel from the worker thread in parts: taking over 100,000 of them in one message would hold up every window. The worker sends
 * them ahead and leaves their statements empty; the program puts them back.
 */
import type { BankEntry, EntryKey } from '../../domain/bankStatement.ts';
import type { EntriesAhead, KeyedStatement, ParsedFile } from './parsedFile.ts';

/** Bookings in one message. */
const partSize = 500;

/** Sends the bookings of long statements ahead and answers the files without them. */
export async function sendAhead(files: readonly ParsedFile[], send: (part: EntriesAhead) => Promise<void>): Promise<readonly ParsedFile[]> {
  const sent: ParsedFile[] = [];
  for (const [file, parsed] of files.entries()) {
    if (parsed.content.kind !== 'bank') {
      sent.push(parsed);
      continue;
    }
    const statements: KeyedStatement[] = [];
    for (const [place, { statement, keys }] of parsed.content.statements.entries()) {
      const isLong = statement.entries.length > partSize;
      for (let start = 0; isLong && start < statement.entries.length; start += partSize) {
        const end = start + partSize;
        await send({ file, statement: place, entries: statement.entries.slice(start, end), keys: keys.slice(start, end) });
      }
      statements.push(isLong ? { statement: { ...statement, entries: [] }, keys: [] } : { statement, keys });
    }
    sent.push({ ...parsed, content: { ...parsed.content, statements } });
  }
  return sent;
}

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
        const statements = content.statements.map((one, index): KeyedStatement => {
          const ahead = collected.get(placeOf(place, index));
          return ahead === undefined ? one : { statement: { ...one.statement, entries: ahead.entries }, keys: ahead.keys };
        });
        return { ...file, content: { ...content, statements } };
      }),
  };
}
