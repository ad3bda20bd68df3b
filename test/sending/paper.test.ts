/** The company's own paper: kept with its pictures, behind every letter from then on, and as it was behind those that were approved. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, OutputOf } from '../../src-shared/contract/index.ts';
import { pngOf } from '../letters/pngOf.ts';
import { brokenClauses } from '../letters/pdfaClauses.ts';
import { createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

type Paper = CallInput<'settings.savePaper'>;
type Ref = { readonly token: string } | null;
const bytesOf = (file: Ref): Buffer => Buffer.from(office.backend.openFile(file?.token ?? '')?.bytes ?? []);
const look = (tool: string, options: readonly string[], pdf: Uint8Array): string => {
  const path = join(office.place, 'look.pdf');
  writeFileSync(path, pdf);
  return execFileSync(tool, [...options, path, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
};
/** Pictures by page, as poppler sees them: the page and the width of each. */
const picturesIn = (pdf: Uint8Array): readonly string[] => [...new Set(
  look('pdfimages', ['-list'], pdf).split('\n').slice(2).filter((line) => line !== '').map((line) => line.trim().split(/\s+/)).map(([page, , , width]) => `${page ?? ''}:${width ?? ''}`),
)];
/** Where the words of a page begin and end, in millimetres from the top. */
const textSpan = (pdf: Uint8Array, page: number): { readonly top: number; readonly bottom: number } => {
  const words = [...look('pdftotext', ['-bbox', '-f', String(page), '-l', String(page)], pdf).matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">/g)];
  const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;
  return { top: Math.min(...words.map(([, top]) => mm(top))), bottom: Math.max(...words.map(([, , bottom]) => mm(bottom))) };
};

const picture = async (width: number): Promise<string> => {
  const bytes = Buffer.from(pngOf(width, 60, (x) => [x % 255, 90, 120, 255]).split(',')[1] ?? '', 'base64');
  const staged = await office.backend.stage('papier.png', (async function* () { yield await Promise.resolve(new Uint8Array(bytes)); })());
  return staged?.stagedId ?? '';
};
const none = { kind: 'none' } as const;
const plain: Paper = { kind: 'own', first: none, following: none, fileName: '', isPreprinted: false, folds: true, punch: false, margins: { top: 88, nextTop: 30, bottom: 276 } };
const own = async (): Promise<Paper> => ({ ...plain, first: { kind: 'staged', stagedId: await picture(42) }, following: { kind: 'staged', stagedId: await picture(43) }, fileName: 'briefpapier.pdf' });
const preview = async (paper: Paper, isLong = false) => bytesOf(await office.call('settings.previewPaper', { paper, isLong }));
const byPost = async () => {
  for (const { customerId } of (await office.call('customers.list', { query: '', onlyOpen: false })).customers) {
    const { fields } = await office.call('customers.get', { customerId });
    await office.call('customers.save', { customerId, fields: { ...fields, channel: 'letter' } });
  }
};
const printed = async (): Promise<Buffer> => {
  const { runs } = await office.call('outbox.print', { jobId: office.job() });
  return bytesOf(runs[0]?.file ?? null);
};

describe('the paper of the letters', () => {
  it('is our own letterhead until somebody chooses otherwise', async () => {
    const { paper } = await office.call('settings.paper', {});
    expect(paper).toMatchObject({ kind: 'ours', first: none, folds: true, punch: false });
    await office.call('settings.savePaper', { ...paper, punch: true });
    expect((await office.call('settings.paper', {})).paper.punch).toBe(true);
  });

  it('is shown with a letter on it before it is kept, page by page, and keeps to PDF/A', async () => {
    const paper = await own();
    const pdf = await preview(paper, true);
    const pages = Number(/Pages:\s+(\d+)/.exec(look('pdfinfo', [], pdf))?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(picturesIn(pdf).filter((one) => /:4[23]$/.test(one))).toEqual(['1:42', ...Array.from({ length: pages - 1 }, (_, index) => `${index + 2}:43`)]);
    expect(brokenClauses(pdf, 2)).toEqual([]);
    expect((await office.call('settings.paper', {})).paper.kind).toBe('ours');
  });

  it('lets the text begin and end where the paper has room', async () => {
    const usual = textSpan(await preview(plain, true), 1);
    expect(usual.top).toBeLessThan(50);
    const paper = await own();
    const deep = await preview({ ...paper, margins: { top: 96, nextTop: 52, bottom: 262 } }, true);
    const following = textSpan(deep, 2);
    expect(following.top).toBeGreaterThan(51);
    // The page number stands under the text.
    expect(following.bottom).toBeLessThan(268);
    const answer = await office.ask('settings.previewPaper', { paper: { ...paper, margins: { top: 60, nextTop: 52, bottom: 262 } }, isLong: false });
    expect(answer).toMatchObject({ ok: false, error: { code: 'letter-paper-margins' } });
  });

  it('is refused when it is no picture', async () => {
    const staged = await office.backend.stage('papier.png', (async function* () { yield await Promise.resolve(new TextEncoder().encode('no picture at all')); })());
    const answer = await office.ask('settings.savePaper', { ...plain, first: { kind: 'staged', stagedId: staged?.stagedId ?? '' } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'letter-paper-unreadable' } });
  });
});

describe('a letter on own paper', () => {
  const firstMessage = async (): Promise<OutputOf<'outbox.get'>> => {
    const [row] = await office.outbox();
    return office.message(row?.messageId ?? (0 as never));
  };

  it('carries it in the batch, in the mail and in the test page', async () => {
    await office.call('settings.savePaper', await own());
    await office.invoice({ number: '2026-001', total: '121.00' });
    const { items } = await office.call('batch.list', {});
    const shown = await office.call('batch.preview', { messageId: items[0]?.messageId ?? (0 as never) });
    expect(picturesIn(bytesOf(shown.pdf))).toContain('1:42');
    expect(picturesIn(bytesOf(await office.call('settings.windowTestPage', {})))).toContain('1:42');
    expect(await office.approveAll()).toMatchObject({ emails: 1, refused: [] });
    await office.send();
    expect(picturesIn(office.mails[0]?.attachments[0]?.bytes ?? new Uint8Array())).toContain('1:42');
  });

  it('keeps the paper on which it was approved, whatever is chosen later', async () => {
    await office.call('settings.savePaper', await own());
    await office.invoice({ number: '2026-001', total: '121.00' });
    await byPost();
    expect(await office.approveAll()).toMatchObject({ letters: 1, refused: [] });
    const before = bytesOf((await firstMessage()).pdf);
    await office.call('settings.savePaper', { ...plain, kind: 'ours' });
    const after = await firstMessage();
    expect(after.hashesVerify).toBe(true);
    expect(bytesOf(after.pdf).equals(before)).toBe(true);
    expect(picturesIn(await printed())).toContain('1:42');
  });

  it('is printed without its pictures on sheets that carry them already, and mailed with them', async () => {
    await office.call('settings.savePaper', { ...(await own()), isPreprinted: true });
    await office.invoice({ number: '2026-001', total: '121.00' });
    await byPost();
    await office.approveAll();
    expect(picturesIn(bytesOf((await firstMessage()).pdf))).toContain('1:42');
    const file = await printed();
    expect(picturesIn(file)).toEqual([]);
    expect(look('pdftotext', ['-layout'], file)).toContain('2026-001');
  });
});
