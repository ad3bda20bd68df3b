/**
 * How much our typesetting adds to what the PDF library needs by itself, over a batch of 1,000 letters: processor time against that of a
 * bare loop that makes as many files with the same words in a table of lines, the same three parsed fonts and one code, laid out by the
 * library's own means. Both are PDF/A-2b with a tagged structure: one element per page there, one per paragraph and cell here.
 */
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { encodeQR } from 'qr';
import { type LetterFonts, openLetterFonts, type Weight, weights } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { type LetterModel, textsOfLetter } from '../../src-shared/letter.ts';
import { demand } from '../letters/pdfModels.ts';
import { inTurnsOfProcessor, type Measurement } from './measurement.ts';

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
    const draw = (): void => {
      textsOfLetter(model).forEach((text, index) => {
        document.font(order[index % order.length] ?? 'regular', 9).text(text, 99, 40 + index * 11, { width: 405, height: 11 });
      });
      for (let line = 0; line < 14; line += 1) document.moveTo(99, 300 + line * 15).lineTo(524, 300 + line * 15).stroke();
      const rows = encodeQR(epcText, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
      rows.forEach((row, y) => row.forEach((isDark, x) => void (isDark && document.rect(400 + x * 1.6, 500 + y * 1.6, 1.6, 1.6))));
      document.fill('#000000');
    };
    document.addStructure(document.struct('Document', {}, draw));
    document.end();
  });
}

/** Every letter has its own amount and number, as in a real run; only then is the cache of words measured fairly. */
const letterOf = (number: number): LetterModel => ({
  ...demand,
  title: `${demand.title}-${number}`,
  subject: `${demand.subject} ${number}`,
  address: [`Klant ${number} B.V.`, ...demand.address.slice(1)],
});

const perTurn = 50;
const turns = 20;

/** Ours and the bare loop in turns, so that a busy machine slows both; the ratio is that of the medians. */
export async function measureLetters(): Promise<Measurement> {
  const fonts = openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'));
  const box = demand.blocks.find((block) => block.kind === 'payment');
  const epcText = box?.kind === 'payment' ? box.payment.epcText : '';
  let made = 0;
  const batch = async (one: (number: number) => Promise<unknown>): Promise<void> => {
    for (let count = 0; count < perTurn; count += 1) await one((made += 1));
  };
  const { oursMs, bareMs } = await inTurnsOfProcessor({
    rounds: turns,
    warmUp: 1,
    ours: () => batch((number) => renderLetter(fonts, letterOf(number))),
    bare: () => batch((number) => renderLetterBaseline(fonts, letterOf(number), `${epcText}${number}`)),
  });
  const letterMs = oursMs / perTurn;
  return {
    name: `${perTurn * turns} letters ÷ bare loop of the PDF library`,
    ratio: oursMs / bareMs,
    aim: 1.4,
    details: `${letterMs.toFixed(1)} ms per letter (${Math.round(1000 / letterMs)} per second on one core), bare page ${(bareMs / perTurn).toFixed(1)} ms`,
  };
}
