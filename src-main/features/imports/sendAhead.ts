/**
 * Bookings travel from the worker thread in parts: taking over 100,000 of them in one message would hold up every window. The worker sends
 * them ahead and leaves their statements empty. A statement that goes ahead has a number that no other in the same answer has.
 */
import type { Ahead, StatementAhead } from './keyedSink.ts';
import type { EntriesAhead, KeyedStatement, ParsedFile } from './parsedFile.ts';

/** Bookings in one message. */
const partSize = 500;

export type Sender = {
  readonly ahead: Ahead;
  /** Sends parts of the file at a place in the answer; resolves when they were taken over. */
  readonly send: (file: number, parts: readonly StatementAhead[]) => Promise<void>;
  /** Sends the bookings of long statements of files that were read as a whole, and answers the files without them. */
  readonly sendLong: (files: readonly ParsedFile[], firstPlace: number) => Promise<readonly ParsedFile[]>;
};

/** One for every answer. */
export function createSender(sendPart: (part: EntriesAhead) => Promise<void>): Sender {
  let places = 0;
  const nextPlace = (): number => (places += 1);
  const send: Sender['send'] = async (file, parts) => {
    for (const part of parts) await sendPart({ file, ...part });
  };
  const sendStatement = async (file: number, { statement, keys, place }: KeyedStatement): Promise<KeyedStatement> => {
    const { entries } = statement;
    if (entries.length <= partSize) return { statement, keys, place };
    const ownPlace = nextPlace();
    for (let start = 0; start < entries.length; start += partSize) {
      const end = start + partSize;
      await sendPart({ file, statement: ownPlace, entries: entries.slice(start, end), keys: keys.slice(start, end) });
    }
    return { statement: { ...statement, entries: [] }, keys: [], place: ownPlace };
  };
  return {
    ahead: { partSize, nextPlace },
    send,
    async sendLong(files, firstPlace) {
      const sent: ParsedFile[] = [];
      for (const [index, file] of files.entries()) {
        const { content } = file;
        if (content.kind !== 'bank') {
          sent.push(file);
          continue;
        }
        const statements: KeyedStatement[] = [];
        for (const one of content.statements) statements.push(await sendStatement(firstPlace + index, one));
        sent.push({ ...file, content: { ...content, statements } });
      }
      return sent;
    },
  };
}
