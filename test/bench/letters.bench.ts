/**
 * How much our typesetting adds to what the PDF library needs by itself: the time of a letter against that of a bare page with the same
 * words, the same three parsed fonts and one code, laid out by the library's own means and as PDF/A-2b too.
 */
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { encodeQR } from 'qr';
import { type LetterFonts, openLetterFonts, type Weight, weights } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { type LetterModel, textsOfLetter } from '../../src-shared/letter.ts';
import { letterOne } from '../letters/letterSamples.ts';
import { type Measurement, median } from './measurement.ts';

/** A page that says the same with as little as possible: text after text, and the code as one path. */
function renderLetterBaseline(fonts: LetterFonts, model: LetterModel, epcText: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      size: 'A4',
      margin: 0,
      subset: 'PDF/A-2b',
      pdfVersion: '1.7',
      tagged: true,
      lang: model.languageTag,
      displayTitle: true,
      info: { Title: model.title, CreationDate: new Date(`${model.date}T12:00:00Z`) },
      font: fonts.font('regular') as unknown as string,
    } as const;
    const document = new PDFDocument({ ...options });
    let bytes = 0;
    document.on('data', (chunk: Uint8Array) => (bytes += chunk.length));
    document.on('end', () => resolve(bytes));
    document.on('error', reject);
    for (const weight of weights) document.registerFont(weight, fonts.font(weight) as unknown as string);
    const order: readonly Weight[] = ['regular', 'regular', 'medium', 'semiBold'];
    textsOfLetter(model).forEach((text, index) => {
      document.font(order[index % order.length] ?? 'regular', 9).text(text, 99, 40 + index * 11, { width: 405, height: 11 });
    });
    const rows = encodeQR(epcText, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
    rows.forEach((row, y) => row.forEach((isDark, x) => void (isDark && document.rect(400 + x * 1.6, 500 + y * 1.6, 1.6, 1.6))));
    document.fill('#000000');
    document.end();
  });
}

/** Ours and the baseline in turns, so that a busy machine slows both; the ratio is that of the medians. */
export async function measureLetters(): Promise<Measurement> {
  const fonts = openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'));
  const built = buildLetter(letterOne);
  if (!built.ok) throw new Error(built.error.code);
  const model = built.value;
  const box = model.blocks.find((block) => block.kind === 'payment');
  const epcText = box?.kind === 'payment' ? box.payment.epcText : '';
  const ours: number[] = [];
  const bare: number[] = [];
  const warmUp = 15;
  const rounds = 60;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    // Every letter has its own amount and number, as in a real run; only then is the cache of words measured fairly.
    const own = { ...model, title: `${model.title}-${round}`, subject: `${model.subject} ${round}` };
    const start = performance.now();
    await renderLetterBaseline(fonts, own, `${epcText}${round}`);
    const middle = performance.now();
    await renderLetter(fonts, own);
    const end = performance.now();
    if (round < warmUp) continue;
    bare.push(middle - start);
    ours.push(end - middle);
  }
  const ratio = median(ours) / median(bare);
  return {
    name: 'letters',
    ratio,
    aim: 1.5,
    details: `${median(ours).toFixed(1)} ms per letter (${Math.round(1000 / median(ours))}/s), bare page ${median(bare).toFixed(1)} ms`,
  };
}
