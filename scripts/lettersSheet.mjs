// npm run letters:sheet [-- --out DIR]: the first page of every letter for every reader on contact sheets, to be looked at. With poppler on the machine also as pictures.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderContactSheet } from '../src-main/adapters/node/pdf/contactSheet.ts';
import { openLetterFonts } from '../src-main/adapters/node/pdf/letterFonts.ts';
import { buildLetter } from '../src-main/domain/letters/buildLetter.ts';
import { plainDate } from '../src-shared/dates.ts';
import { allLetters } from '../test/letters/allLetters.ts';
import { everyModel } from '../test/letters/pdfModels.ts';
import { root } from './builds.mjs';

const outAt = process.argv.indexOf('--out');
const out = outAt > 0 ? process.argv[outAt + 1] : join(root, 'out', 'letters');
mkdirSync(out, { recursive: true });
const fonts = openLetterFonts(join(root, 'resources', 'fonts'));

const built = allLetters.map(({ name, facts }) => ({ name, result: buildLetter(facts) }));
const refused = built.filter(({ result }) => !result.ok);
for (const { name, result } of refused) console.error(`not written: ${name}: ${result.error.code}`);
const letters = [
  ...everyModel.map(([name, model]) => ({ name: `design: ${name}`, model })),
  ...built.flatMap(({ name, result }) => (result.ok ? [{ name, model: result.value }] : [])),
];
const sheet = await renderContactSheet(fonts, letters, { title: 'Every letter', date: plainDate('2026-11-20') });
if (!sheet.ok) {
  console.error(`not drawn: ${sheet.error.where?.path}: ${sheet.error.code}`);
  process.exit(1);
}
const file = join(out, 'letters.pdf');
writeFileSync(file, sheet.value.bytes);
const pictures = spawnSync('pdftoppm', ['-r', '200', '-png', file, join(out, 'letters')]).status === 0;
console.log(`${letters.length} letters on ${sheet.value.pages} sheets: ${file}${pictures ? ', and as pictures beside it' : ''}`);
process.exit(refused.length === 0 ? 0 : 1);
