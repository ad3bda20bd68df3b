import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { describe } from 'vitest';

/** Programs that look at a PDF from outside. Where one is absent its tests are skipped, and the report says which. */
export type PdfTool = 'pdftotext' | 'pdftoppm' | 'pdfinfo' | 'pdffonts' | 'pdfdetach' | 'zbarimg' | 'qpdf';
const isInstalled = (tool: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));

export function describeWithTools(name: string, tools: readonly PdfTool[], body: () => void): void {
  const absent = tools.filter((tool) => !isInstalled(tool));
  if (absent.length === 0) describe(name, body);
  else describe.skip(`${name} (skipped: ${absent.join(', ')} not installed on this machine)`, body);
}

/** Writes the bytes to a file of their own, hands its path on, and cleans up. */
export function withPdfFile<T>(bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  try {
    const path = join(folder, 'letter.pdf');
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const run = (tool: PdfTool, args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });

/** Text in reading order, blanks made plain and single. */
export const textOfPdf = (bytes: Uint8Array): string =>
  withPdfFile(bytes, (path) => run('pdftotext', ['-raw', path, '-'])).replace(/[\s\u00a0]+/g, ' ');

export type PlacedWord = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Every word with its box in millimetres. */
export function wordsOfPdf(bytes: Uint8Array): readonly PlacedWord[] {
  const xml = withPdfFile(bytes, (path) => run('pdftotext', ['-bbox', path, '-']));
  const mm = (text: string | undefined): number => (Number(text) * 25.4) / 72;
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map((match) => ({
        page: index + 1,
        text: (match[5] ?? '').replaceAll('&amp;', '&'),
        left: mm(match[1]),
        top: mm(match[2]),
        right: mm(match[3]),
        bottom: mm(match[4]),
      })),
    );
}

/** What a telephone would read from the first page as printed at the given resolution. */
export const codeOnPage = (bytes: Uint8Array, resolution: number): string =>
  withPdfFile(bytes, (path, folder) => {
    run('pdftoppm', ['-r', String(resolution), '-f', '1', '-l', '1', '-png', path, join(folder, 'page')]);
    const image = ['page-1.png', 'page-01.png'].map((name) => join(folder, name)).find((file) => existsSync(file)) ?? '';
    return run('zbarimg', ['-q', '--raw', '-Sbinary', image]);
  });
