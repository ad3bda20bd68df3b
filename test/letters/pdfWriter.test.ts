import { performance } from 'node:perf_hooks';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { createPdfWriter } from '../../src-main/adapters/node/pdf/createPdfWriter.ts';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import { letterOne, manyInvoices } from './letterSamples.ts';

const root = join(import.meta.dirname, '..', '..');
const fontFolder = join(root, 'resources', 'fonts');
const worker = pathToFileURL(join(root, 'src-main', 'adapters', 'node', 'pdf', 'pdfWorker.ts'));
const background = createBackground({ entries: { parse: worker, pdf: worker }, threadsPerKind: 1, timeoutMs: 60_000, memoryMb: 512 });
const writer = createPdfWriter({ background, fontFolder });
afterAll(() => background.close());

const modelOf = (facts: LetterFacts): LetterModel => {
  const model = buildLetter(facts);
  if (!model.ok) throw new Error(model.error.code);
  return model.value;
};
const unwatched = { onProgress: () => undefined, signal: new AbortController().signal };

describe('letters on a thread of their own', () => {
  it('gives the same bytes as on this thread', async () => {
    const here = await renderLetter(openLetterFonts(fontFolder), modelOf(letterOne));
    const there = await writer.letter(modelOf(letterOne), unwatched);
    const hash = (pdf: typeof here): string => (pdf.ok ? createHash('sha256').update(pdf.value.bytes).digest('hex') : pdf.error.code);
    expect(hash(there)).toBe(hash(here));
  });
  it('tells its progress, and this thread keeps answering meanwhile', async () => {
    const before = performance.eventLoopUtilization();
    const seen: number[] = [];
    const models = Array.from({ length: 40 }, () => modelOf(letterOne));
    const files = await writer.letters(models, { ...unwatched, onProgress: (done) => seen.push(done) });
    const { utilization } = performance.eventLoopUtilization(before);
    expect(files.ok && files.value.every((file) => file.ok)).toBe(true);
    expect(seen.at(-1)).toBe(40);
    // Setting forty letters fills a thread; the share of the time in which this one was busy says whose thread that was.
    expect(utilization).toBeLessThan(0.5);
  });
  it('goes on after a letter that cannot be set, and says which', async () => {
    const unprintable = modelOf({ ...letterOne, customer: { ...letterOne.customer, name: '山田' } });
    const files = await writer.letters([modelOf(letterOne), unprintable, modelOf(manyInvoices(12))], unwatched);
    expect(files.ok && files.value.map((file) => (file.ok ? file.value.pages : file.error.code))).toEqual([
      1,
      'letter-characters-missing',
      2,
    ]);
  });
  it('stops when the user cancels', async () => {
    const stop = new AbortController();
    const models = Array.from({ length: 200 }, () => modelOf(letterOne));
    const answer = writer.batch(models, { onProgress: () => stop.abort(), signal: stop.signal });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
