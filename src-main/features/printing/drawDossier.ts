/**
 * A dossier as files: every sheet drawn once by itself, an inventory with fingerprints, and the portfolio, in which the sheets are pages and
 * everything is inside as a file. The same dossier gives the same bytes.
 */
import { createHash } from 'node:crypto';
import type { AppError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { dossierIndexSheet, type IndexEntry } from '../../domain/printing/dossierIndexSheet.ts';
import { dossierSheetWordsIn } from '../../domain/printing/dossierSheetWords.ts';
import { dossierWordsIn } from '../../domain/printing/dossierWords.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { Dossier } from './dossier.ts';
import { csv, type DossierFile } from './dossierTypes.ts';

export type DrawnFile = { readonly name: string; readonly bytes: Uint8Array };
/** `files` are for an archive, the inventory among them; `portfolio` is all of it in one document. */
export type DrawnDossier = { readonly files: readonly DrawnFile[]; readonly portfolio: Uint8Array };
type Tools = { readonly pdfWriter: PdfWriter; readonly onProgress: (done: number, total: number) => void; readonly signal: AbortSignal };

type Item = DossierFile & { readonly bytes: Uint8Array; readonly sha256: string; readonly sheet: SheetModel | null; readonly pages: number };

const mimes: Readonly<Record<string, string>> = { pdf: 'application/pdf', xml: 'application/xml', csv: 'text/csv', txt: 'text/plain', html: 'text/html', json: 'application/json', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const mimeOf = (name: string): string => mimes[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Draws the sheets one by one. Names are made unique for file systems that do not tell capitals apart. */
async function drawItems(files: readonly DossierFile[], { pdfWriter, onProgress, signal }: Tools): Promise<Result<readonly Item[], AppError>> {
  const items: Item[] = [];
  const used = new Set<string>();
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return err({ code: 'cancelled', params: {} });
    onProgress(index, files.length + 1);
    const sheet = file.content instanceof Uint8Array ? null : file.content;
    const drawn = file.content instanceof Uint8Array ? ok({ bytes: file.content, pages: 0 }) : await pdfWriter.sheet(file.content);
    if (!drawn.ok) return drawn;
    let name = file.name;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = file.name.replace(/(\.[^./]+)?$/, `-${count}$1`);
    used.add(name.toLowerCase());
    const { bytes, pages } = drawn.value;
    items.push({ ...file, name, sheet, bytes, pages, sha256: sha256Of(bytes) });
  }
  return ok(items);
}

const entriesOf = (items: readonly Item[], firstPages: ReadonlyMap<Item, number>): readonly IndexEntry[] =>
  items.map((item, index) => ({ number: String(index + 1), description: item.description, firstPage: firstPages.get(item) ?? null, pages: item.pages, bytes: item.bytes.length, sha256: item.sha256 }));

/** Where each sheet begins, behind the first pages and the inventory. */
function firstPagesOf(items: readonly Item[], before: number): ReadonlyMap<Item, number> {
  let next = before + 1;
  const first = new Map<Item, number>();
  for (const item of items) {
    if (item.sheet === null) continue;
    first.set(item, next);
    next += item.pages;
  }
  return first;
}

const portfolioName = (number: number, width: number, name: string): string => `${String(number).padStart(width, '0')}-${name.replaceAll('/', '-')}`;

/** Draws everything. Errors: `cancelled`, and what the writer refuses. */
export async function drawDossier({ frame, summary, files }: Dossier, tools: Tools): Promise<Result<DrawnDossier, AppError>> {
  const { pdfWriter, onProgress, signal } = tools;
  const words = dossierWordsIn(frame.language);
  const columns = dossierSheetWordsIn(frame.language);
  const drawn = await drawItems(files, tools);
  if (!drawn.ok) return drawn;
  const items = drawn.value;
  const cover = await pdfWriter.sheet(summary);
  if (!cover.ok) return cover;
  // The inventory names pages that come after it: it is set once to learn how long it is.
  const inventory = await pdfWriter.sheet(dossierIndexSheet(frame, entriesOf(items, new Map())));
  if (!inventory.ok) return inventory;
  const index = dossierIndexSheet(frame, entriesOf(items, firstPagesOf(items, cover.value.pages + inventory.value.pages)));
  const width = String(items.length).length;
  const portfolio = await pdfWriter.portfolio(
    {
      sheets: [summary, index, ...items.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]))],
      files: items.map(({ name, description, relationship, on, sha256, bytes }, place) => ({ name: portfolioName(place + 1, width, name), mime: mimeOf(name), description, relationship, date: on, sha256, bytes })),
      columns: { number: '#', file: columns.file, description: columns.item, date: columns.date, size: columns.size, fingerprint: columns.fingerprint },
    },
    { onProgress: () => undefined, signal },
  );
  if (!portfolio.ok) return portfolio;
  onProgress(files.length + 1, files.length + 1);
  const own = [{ name: `${words.files.summary}.pdf`, bytes: cover.value.bytes }, ...items.map(({ name, bytes }) => ({ name, bytes }))];
  const list = own.map(({ name, bytes }) => [name, bytes.length, sha256Of(bytes)]);
  return ok({ files: [...own, { name: `${words.files.contents}.csv`, bytes: csv([words.heads.contents, ...list]) }], portfolio: portfolio.value.bytes });
}
