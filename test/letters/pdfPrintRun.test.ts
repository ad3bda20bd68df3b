import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { createPdfWriter } from '../../src-main/adapters/node/pdf/createPdfWriter.ts';
import { invoiceCopySheet } from '../../src-main/domain/printing/invoiceCopySheet.ts';
import { labelFormats } from '../../src-main/domain/printing/labelSheets.ts';
import { senderListSheet } from '../../src-main/domain/printing/senderList.ts';
import { sendingProofSheet } from '../../src-main/domain/printing/sendingProofSheet.ts';
import type { PrintItem, PrintRun } from '../../src-main/ports/pdfWriter.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { PdfFile } from './pdfObjects.ts';
import { agreement, demand, notice } from './pdfModels.ts';
import { brokenClauses } from './pdfaClauses.ts';
import { describeWithTools, run, textOfPdf, withPdfFile } from './pdfTools.ts';
import { pngOf } from './pngOf.ts';
import { pdfText } from './pdfReading.ts';
import { frameIn, invoiceCopy, mailProof, manyLines, registeredLetters } from './sheetSamples.ts';

const root = join(import.meta.dirname, '..', '..');
const worker = pathToFileURL(join(root, 'src-main', 'adapters', 'node', 'pdf', 'pdfWorker.ts'));
const background = createBackground({ entries: { parse: worker, pdf: worker }, threadsPerKind: 1, timeoutMs: 60_000, memoryMb: 512 });
const writer = createPdfWriter({ background, fontFolder: join(root, 'resources', 'fonts') });
afterAll(() => background.close());

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'print-run-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const unwatched = { onProgress: () => undefined, signal: new AbortController().signal };
const envelope = (letter: LetterModel, enclosures: PrintItem['enclosures'] = []): PrintItem => ({ letter, enclosures });
const runOf = (items: readonly PrintItem[], more: Partial<PrintRun> = {}): PrintRun => ({
  items,
  count: items.length,
  pictures: {},
  file: join(folder, 'run.pdf'),
  title: 'Printrun',
  languageTag: 'nl-NL',
  date: plainDate('2026-11-20'),
  isDuplex: true,
  ...more,
});
const isBlank = (file: PdfFile, page: number): boolean => {
  const dictionary = file.pages()[page - 1];
  return dictionary !== undefined && !/TJ|Tj/.test(file.contentOf(dictionary).toString('latin1'));
};

describe('a print run', () => {
  it('starts every letter and every enclosure on a front page, and says where each stands', async () => {
    const copy = invoiceCopySheet(frameIn('nl'), invoiceCopy);
    const answer = await writer.printRun(runOf([envelope(demand), envelope(notice, [copy]), envelope(agreement)]), unwatched);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.printed).toEqual([
      { index: 0, firstPage: 1, pages: 1 },
      { index: 1, firstPage: 3, pages: 3 },
      { index: 2, firstPage: 7, pages: 1 },
    ]);
    const bytes = readFileSync(answer.value.file);
    expect(answer.value.bytes).toBe(bytes.length);
    const file = new PdfFile(bytes);
    expect(file.pages()).toHaveLength(7);
    expect([1, 2, 3, 4, 5, 6, 7].filter((page) => isBlank(file, page))).toEqual([2, 6]);
    expect(readdirSync(folder)).toEqual(['run.pdf']);
  });
  it('keeps to PDF/A but for the tags, which only readers need', async () => {
    const answer = await writer.printRun(runOf([envelope(demand), envelope(notice, [sendingProofSheet(frameIn('nl'), mailProof)])]), unwatched);
    if (!answer.ok) throw new Error(answer.error.code);
    const broken = brokenClauses(readFileSync(answer.value.file), 2).filter((clause) => !clause.startsWith('14.') && !clause.startsWith('6.6.3'));
    expect(broken).toEqual([]);
  });
  it('wastes no back page on a printer that prints one side', async () => {
    const answer = await writer.printRun(runOf([envelope(demand), envelope(notice)], { isDuplex: false }), unwatched);
    expect(answer.ok && answer.value.printed.map(({ firstPage }) => firstPage)).toEqual([1, 2]);
    expect(answer.ok && answer.value.pages).toBe(3);
  });
  it('leaves out a letter that cannot be set, says which, and prints the others', async () => {
    const items = [envelope(demand), envelope({ ...demand, address: ['山田 Trading'] }), envelope(notice)];
    const answer = await writer.printRun(runOf(items), unwatched);
    expect(answer.ok && answer.value.refused).toEqual([{ index: 1, error: expect.objectContaining({ code: 'letter-characters-missing' }) }]);
    expect(answer.ok && answer.value.printed.map(({ index }) => index)).toEqual([0, 2]);
  });
  it('stores a logo and own paper once, whether letters carry them or only name them', async () => {
    const paper = pngOf(60, 84, (x, y) => [x * 4, y * 3, 120, 255]);
    const named: LetterModel = { ...demand, letterhead: { ...demand.letterhead, background: { first: 'picture:paper', following: '' } } };
    const carrying: LetterModel = { ...demand, letterhead: { ...demand.letterhead, background: { first: paper, following: paper } } };
    const imagesIn = async (items: readonly PrintItem[]): Promise<number> => {
      const answer = await writer.printRun(runOf(items, { pictures: { paper } }), unwatched);
      if (!answer.ok) throw new Error(answer.error.code);
      return readFileSync(answer.value.file).toString('latin1').split('/Subtype /Image').length - 1;
    };
    const once = await imagesIn([envelope(carrying)]);
    expect(once).toBeGreaterThan(0);
    expect(await imagesIn(Array.from({ length: 4 }, () => envelope(carrying)))).toBe(once);
    expect(await imagesIn([envelope(named), envelope(named)])).toBe(once);
  });
  it('says which picture is broken', async () => {
    const answer = await writer.printRun(
      runOf([envelope({ ...demand, letterhead: { ...demand.letterhead, background: { first: 'data:image/png;base64,AAAA', following: '' } } })]),
      unwatched,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'letter-paper-unreadable' } });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('gives the same file for the same run', async () => {
    const bytes = async (name: string): Promise<Buffer> => {
      const answer = await writer.printRun(runOf([envelope(demand), envelope(notice)], { file: join(folder, name) }), unwatched);
      return answer.ok ? readFileSync(answer.value.file) : Buffer.alloc(0);
    };
    expect((await bytes('a.pdf')).equals(await bytes('b.pdf'))).toBe(true);
  });
  it('leaves nothing behind when the user cancels, and an older file as it was', async () => {
    await writer.printRun(runOf([envelope(demand)]), unwatched);
    const before = statSync(join(folder, 'run.pdf')).size;
    const stop = new AbortController();
    const many = Array.from({ length: 400 }, () => envelope(demand));
    const answer = await writer.printRun(runOf(many), { onProgress: () => stop.abort(), signal: stop.signal });
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(readdirSync(folder)).toEqual(['run.pdf']);
    expect(statSync(join(folder, 'run.pdf')).size).toBe(before);
  });
  it('refuses a place that cannot be written to, and a run of nothing', async () => {
    expect(await writer.printRun(runOf([envelope(demand)], { file: join(folder, 'absent', 'run.pdf') }), unwatched)).toMatchObject({
      ok: false,
      error: { code: 'print-file-not-written', params: { reason: 'ENOENT' } },
    });
    expect(await writer.printRun(runOf([]), unwatched)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(existsSync(join(folder, 'run.pdf'))).toBe(false);
  });
});

describeWithTools('what other programs say of print files and sheets', ['qpdf', 'pdftotext'], () => {
  it('sound, with the words in place', async () => {
    const answer = await writer.printRun(runOf([envelope(demand), envelope(agreement)]), unwatched);
    if (!answer.ok) throw new Error(answer.error.code);
    const bytes = readFileSync(answer.value.file);
    withPdfFile(bytes, (path) => expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found'));
    expect(textOfPdf(bytes)).toContain('Aanmaning: facturen 2026-0288 en 2026-0301');
    const copy = await writer.sheet(invoiceCopySheet(frameIn('nl'), invoiceCopy));
    if (!copy.ok) throw new Error(copy.error.code);
    withPdfFile(copy.value.bytes, (path) => {
      expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
      expect(run('qpdf', ['--list-attachments', path])).toContain('2026-0387.xml');
    });
  });
});

describe('pages that are no letters', () => {
  it.each(['nl', 'fr', 'en', 'de'] as const)('%s: copy, proof and list keep to PDF/A', async (language) => {
    const frame = frameIn(language);
    for (const [sheet, part] of [
      [invoiceCopySheet(frame, invoiceCopy), 3],
      [sendingProofSheet(frame, mailProof), 2],
      [senderListSheet(frame, { letters: registeredLetters(3), carrier: 'bpost' }), 2],
    ] as const) {
      const pdf = await writer.sheet(sheet);
      if (!pdf.ok) throw new Error(pdf.error.code);
      expect(brokenClauses(pdf.value.bytes, part)).toEqual([]);
      expect(await pdfText(pdf.value.bytes)).toContain(sheet.subject.replaceAll('\u00a0', ' '));
    }
  });
  it('carries the total of a long copy over every page, and the word copy with it', async () => {
    const pdf = await writer.sheet(invoiceCopySheet(frameIn('nl'), manyLines));
    if (!pdf.ok) throw new Error(pdf.error.code);
    const pages = (await pdfText(pdf.value.bytes)).split('\f');
    expect(pages).toHaveLength(4);
    for (const page of pages) expect(page).toContain('Kopie');
    const carried = pages.map((page) => /vervolg op de volgende pagina ([\d.,]+)/.exec(page)?.[1]);
    const brought = pages.map((page) => /Subtotaal van de vorige pagina ([\d.,]+)/.exec(page)?.[1]);
    expect(brought.slice(1)).toEqual(carried.slice(0, -1));
    expect(carried.slice(0, -1)).not.toContain(undefined);
    expect(carried.at(-1)).toBeUndefined();
    expect(pages.at(-1)).toContain('Totaal van de regels 2.400,00');
  });
  it('puts every address on a label of its own, after those already used', async () => {
    const addresses = registeredLetters(30).map((letter) => [letter.name, letter.street, `${letter.postcode} ${letter.city}`]);
    const run = { addresses, title: 'Etiketten', languageTag: 'nl-NL', date: plainDate('2026-11-20') };
    const pdf = await writer.labels({ ...run, sheet: { ...labelFormats['3x8'], skip: 2 } });
    expect(pdf.ok && pdf.value.pages).toBe(2);
    expect(pdf.ok && brokenClauses(pdf.value.bytes, 2)).toEqual([]);
    expect(await writer.labels({ ...run, addresses: [['B'.repeat(600)]], sheet: { ...labelFormats['3x8'], skip: 0 } })).toMatchObject({
      ok: false,
      error: { code: 'letter-address-too-large' },
    });
  });
});
