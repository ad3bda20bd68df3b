/** Hands the envelopes of a print run to the worker through a file of JSON lines, a little at a time: this thread stays free. */
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { PrintRun } from '../../../ports/pdfWriter.ts';
import type { RunLine } from './printRun.ts';

/** Text that is gathered before it is written, in characters. */
const writeAt = 256 * 1024;
/** The longest this thread works on without looking up, in milliseconds. */
const turnMs = 8;
/** A picture from this length on is written once and named by the letters that show it. */
const sharedFrom = 200;

/** Replaces the pictures in a letter by names, and gives those that were not named before. */
function sharePictures(letter: LetterModel, known: Map<string, string>): { readonly letter: LetterModel; readonly fresh: RunLine[] } {
  const fresh: RunLine[] = [];
  const nameOf = (picture: string): string => {
    if (picture.length < sharedFrom || picture.startsWith('picture:')) return picture;
    const name = known.get(picture) ?? `shared-${known.size + 1}`;
    if (!known.has(picture)) {
      known.set(picture, name);
      fresh.push({ picture: name, dataUrl: picture });
    }
    return `picture:${name}`;
  };
  const { letterhead } = letter;
  const background = letterhead.background && { first: nameOf(letterhead.background.first), following: nameOf(letterhead.background.following) };
  return { letter: { ...letter, letterhead: { ...letterhead, logo: nameOf(letterhead.logo), ...(background && { background }) } }, fresh };
}

async function writeLines(handle: FileHandle, { items, pictures }: PrintRun, signal: AbortSignal): Promise<void> {
  let waiting: string[] = [];
  let length = 0;
  const put = (line: RunLine): void => {
    const text = JSON.stringify(line);
    waiting.push(text, '\n');
    length += text.length + 1;
  };
  for (const [picture, dataUrl] of Object.entries(pictures)) put({ picture, dataUrl });
  const known = new Map<string, string>();
  let turnStart = performance.now();
  for await (const item of items) {
    if (signal.aborted) return;
    const { letter, fresh } = sharePictures(item.letter, known);
    for (const line of fresh) put(line);
    put({ item: { ...item, letter } });
    if (length >= writeAt) {
      await handle.appendFile(waiting.join(''));
      waiting = [];
      length = 0;
    } else if (performance.now() - turnStart < turnMs) continue;
    // Awaiting an iterator that is always ready never lets anybody else in; this does.
    await setImmediate();
    turnStart = performance.now();
  }
  await handle.appendFile(waiting.join(''));
}

/** Writes all envelopes of a run to a file for the worker. */
export async function writeRunItems(file: string, run: PrintRun, signal: AbortSignal): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await writeLines(handle, run, signal);
  } finally {
    await handle.close();
  }
}
