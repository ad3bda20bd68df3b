/**
 * The file of a whole print run, on the worker's side. The envelopes come line by line from a file of JSON, the pages go to disk as they
 * are drawn, so that ten thousand letters take no more memory than a few hundred.
 */
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { PrintedItem, PrintFile, PrintItem } from '../../../ports/pdfWriter.ts';
import type { LetterFonts } from './letterFonts.ts';
import type { LaidOutLetter } from './letterLayout.ts';
import { Pen } from './pen.ts';
import { drawLetter, pictureRefusal, prepareLetter, withPictures } from './renderLetters.ts';
import { drawSheet, type LaidOutSheet, layOutSheet, sheetWithPictures } from './sheetLayout.ts';

/** A line of the file of envelopes: an envelope, or a picture that those after it name. */
export type RunLine = { readonly item: PrintItem } | { readonly picture: string; readonly dataUrl: string };

export type RunRequest = {
  readonly itemsFile: string;
  readonly file: string;
  readonly title: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
  readonly isDuplex: boolean;
};

/** Where the pages are gathered until the file is whole. */
export const partOf = (file: string): string => `${file}.part`;
/** Letters after which the pages are handed to the disk and the caller hears how far it is. */
const stride = 8;

type Prepared = { readonly letter: LaidOutLetter; readonly sheets: readonly LaidOutSheet[] };

function prepareItem(fonts: LetterFonts, { letter, enclosures }: PrintItem, pictures: Readonly<Record<string, string>>): Result<Prepared, AppError> {
  const prepared = prepareLetter(fonts, withPictures(letter, pictures));
  if (!prepared.ok) return prepared;
  const sheets: LaidOutSheet[] = [];
  for (const enclosure of enclosures) {
    const sheet = layOutSheet(fonts, sheetWithPictures(enclosure, pictures));
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value);
  }
  return ok({ letter: prepared.value, sheets });
}

/** Draws what goes into one envelope; where the printer uses both sides each document begins on a front page. */
function drawItem(pen: Pen, fonts: LetterFonts, { prepared, isDuplex }: { readonly prepared: Prepared; readonly isDuplex: boolean }): void {
  const toFront = (): void => {
    if (isDuplex && pen.pages % 2 === 1) pen.newPage();
  };
  toFront();
  drawLetter(pen, fonts, prepared.letter);
  for (const sheet of prepared.sheets) {
    toFront();
    drawSheet(pen, fonts, sheet);
  }
}

type Gathered = { readonly printed: PrintedItem[]; readonly refused: PrintFile['refused'][number][] };

async function drawItems(pen: Pen, fonts: LetterFonts, { request, onItem }: { readonly request: RunRequest; readonly onItem: (done: number) => void }): Promise<Gathered> {
  const pictures: Record<string, string> = {};
  const gathered: Gathered = { printed: [], refused: [] };
  let index = 0;
  for await (const text of createInterface({ input: createReadStream(request.itemsFile, 'utf8'), crlfDelay: Infinity })) {
    const line = JSON.parse(text) as RunLine;
    if ('picture' in line) {
      pictures[line.picture] = line.dataUrl;
      continue;
    }
    const prepared = prepareItem(fonts, line.item, pictures);
    if (prepared.ok) {
      const before = pen.pages;
      const firstPage = before + (request.isDuplex && before % 2 === 1 ? 2 : 1);
      drawItem(pen, fonts, { prepared: prepared.value, isDuplex: request.isDuplex });
      gathered.printed.push({ index, firstPage, pages: pen.pages - firstPage + 1 });
    } else gathered.refused.push({ index, error: prepared.error });
    index += 1;
    if (index % stride !== 0) continue;
    onItem(index);
    await setImmediate();
  }
  onItem(index);
  return gathered;
}

/** Makes the file; see the port for what it promises. */
export async function printRun(fonts: LetterFonts, request: RunRequest, onItem: (done: number) => void): Promise<Result<PrintFile, AppError>> {
  const part = partOf(request.file);
  const { title, languageTag, date } = request;
  let handle: number;
  try {
    handle = openSync(part, 'w', 0o600);
  } catch (thrown) {
    return err(notWritten(thrown));
  }
  let bytes = 0;
  const sink = (chunk: Uint8Array): void => {
    bytes += chunk.length;
    for (let from = 0; from < chunk.length; ) from += writeSync(handle, chunk, from);
  };
  try {
    const pen = new Pen(fonts, { title, author: '', subject: '', languageTag, date, attachments: [], isTagged: false }, sink);
    const gathered = await drawItems(pen, fonts, { request, onItem });
    if (gathered.printed.length === 0) return err(gathered.refused[0]?.error ?? appError('not-found'));
    await pen.finish();
    fsyncSync(handle);
    renameSync(part, request.file);
    return ok({ file: request.file, pages: pen.pages, bytes, ...gathered });
  } catch (thrown) {
    return err(notWritten(thrown));
  } finally {
    closeSync(handle);
    rmSync(part, { force: true });
  }
}

/** A disk that is full or may not be written to, or a picture that cannot be read; anything else is a fault of ours and goes on. */
function notWritten(thrown: unknown): AppError {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return pictureRefusal(thrown);
  return appError('print-file-not-written', { reason: code });
}
