/** Prints the hash of every sample letter: run as a process of its own, to see that neither process nor time leaves a trace in a file. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { everyModel } from './pdfModels.ts';

const fonts = openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'));
for (const [name, model] of everyModel) {
  const pdf = await renderLetter(fonts, model);
  console.log(`${name} ${pdf.ok ? createHash('sha256').update(pdf.value.bytes).digest('hex') : pdf.error.code}`);
}
