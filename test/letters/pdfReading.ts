/** What a reader sees on our pages, found with the same library that shows them in the window: no tool of the machine is needed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { decodeQR } from 'qr/decode.js';
import { operationsOf, PdfFile } from './pdfObjects.ts';

const mmOf = (points: number): number => (points * 25.4) / 72;
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ');

/** A piece of text with the place of its baseline and its width, in millimetres from the top left corner. */
export type SeenText = { readonly page: number; readonly text: string; readonly left: number; readonly baseline: number; readonly width: number; readonly size: number };

/** Every piece of text of a document in the order in which it was drawn. */
export async function seenTexts(bytes: Uint8Array): Promise<readonly SeenText[]> {
  const standardFontDataUrl = pathToFileURL(join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist', 'standard_fonts', '/')).href;
  const task = getDocument({ data: new Uint8Array(bytes), standardFontDataUrl, verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const seen: SeenText[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const transform = item.transform as readonly number[];
      seen.push({ page, text: item.str, left: mmOf(transform[4] ?? 0), baseline: 297 - mmOf(transform[5] ?? 0), width: mmOf(item.width), size: Math.abs(transform[0] ?? 0) });
    }
  }
  await task.destroy();
  return seen;
}

/** The text of all pages, blanks made plain and single, pages apart by a form feed. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pages = Map.groupBy(await seenTexts(bytes), ({ page }) => page);
  return [...pages.values()].map((texts) => plain(texts.map(({ text }) => text).join(' '))).join('\f');
}

type Square = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Runs of filled rectangles of a page that are as many as only a payment code has. */
function codesOf(content: Buffer): readonly (readonly Square[])[] {
  const codes: Square[][] = [];
  let path: Square[] = [];
  for (const { operator, operands } of operationsOf(content)) {
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number);
      path.push({ x, y, width, height });
    } else if (['f', 'f*', 'F', 'S', 's', 'n', 'B'].includes(operator)) {
      if (operator.startsWith('f') && path.length > 100) codes.push(path);
      path = [];
    }
  }
  return codes;
}

/** Draws the rectangles of a code with its quiet zone and reads them as a telephone would. */
function readCode(squares: readonly Square[]): string {
  const module = Math.min(...squares.map(({ height }) => height));
  const left = Math.min(...squares.map(({ x }) => x));
  const top = Math.min(...squares.map(({ y }) => y));
  const modules = Math.round((Math.max(...squares.map(({ y, height }) => y + height)) - top) / module);
  const scale = 4;
  const quiet = 4;
  const side = (modules + 2 * quiet) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const square of squares) {
    const [fromX, fromY] = [Math.round((square.x - left) / module) + quiet, Math.round((square.y - top) / module) + quiet];
    for (let y = fromY * scale; y < (fromY + 1) * scale; y += 1)
      for (let x = fromX * scale; x < (fromX + Math.round(square.width / module)) * scale; x += 1) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  }
  return decodeQR({ width: side, height: side, data });
}

/** What the payment codes of a document say, and how wide a module is on paper in millimetres, in order of the pages. */
export function codesIn(bytes: Uint8Array): readonly { readonly page: number; readonly text: string; readonly moduleMm: number }[] {
  const file = new PdfFile(bytes);
  return file.pages().flatMap((page, index) =>
    codesOf(file.contentOf(page)).map((squares) => ({
      page: index + 1,
      text: readCode(squares),
      moduleMm: mmOf(Math.min(...squares.map(({ height }) => height))),
    })),
  );
}
