/** One print file of 10,000 letters: the memory of the whole program against 500 MB, and how long its event loop is held against 50 ms. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { createPdfWriter } from '../../src-main/adapters/node/pdf/createPdfWriter.ts';
import type { PrintItem } from '../../src-main/ports/pdfWriter.ts';
import { demand } from '../letters/pdfModels.ts';
import type { Measurement } from './measurement.ts';
import { watchThread } from './threadWatch.ts';

const letters = 10_000;
const memoryMb = 500;
const patienceMs = 50;

const root = join(import.meta.dirname, '..', '..');
const worker = pathToFileURL(join(root, 'src-main', 'adapters', 'node', 'pdf', 'pdfWorker.ts'));

function* envelopes(): Generator<PrintItem> {
  for (let number = 1; number <= letters; number += 1) {
    const letter = { ...demand, subject: `${demand.subject} ${number}`, address: [`Klant ${number} B.V.`, ...demand.address.slice(1)] };
    yield { letter, enclosures: [] };
  }
}

export async function measurePrinting(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-print-'));
  const background = createBackground({ entries: { parse: worker, pdf: worker }, threadsPerKind: 1, timeoutMs: 600_000, memoryMb: 1024 });
  try {
    const writer = createPdfWriter({ background, fontFolder: join(root, 'resources', 'fonts') });
    const watch = watchThread();
    const start = performance.now();
    const run = { items: envelopes(), count: letters, pictures: {}, file: join(folder, 'run.pdf'), title: 'Printrun', languageTag: 'nl-NL', date: demand.date, isDuplex: true };
    const answer = await writer.printRun(run, { onProgress: () => undefined, signal: new AbortController().signal });
    const seconds = (performance.now() - start) / 1000;
    const { longestMs, peakMb } = watch.stop();
    if (!answer.ok || answer.value.printed.length !== letters) throw new Error('not every letter was printed');
    return {
      name: `${letters} letters in one print file, the worse of memory ÷ ${memoryMb} MB and hold of the event loop ÷ ${patienceMs} ms`,
      ratio: Math.max(peakMb / memoryMb, longestMs / patienceMs),
      aim: 1,
      details: `${peakMb.toFixed(0)} MB, ${longestMs.toFixed(0)} ms, ${answer.value.pages} pages, ${(answer.value.bytes / 1e6).toFixed(0)} MB, ${seconds.toFixed(0)} s`,
    };
  } finally {
    await background.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
