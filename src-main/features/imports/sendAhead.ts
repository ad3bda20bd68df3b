/**
 * Bookings travel from the worker thread in parts: taking over 100,000 of them in one message would hold up every window. The worker sends
 * them ahead and leaves their statements empty.
 */
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
      statements.push(isLong ? { statement: { ...statement, entries: [] }, keys: [], place } : { statement, keys, place: null });
    }
    sent.push({ ...parsed, content: { ...parsed.content, statements } });
  }
  return sent;
}
