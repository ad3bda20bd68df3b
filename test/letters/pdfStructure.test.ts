import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { renderSheet } from '../../src-main/adapters/node/pdf/sheetLayout.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import type { SheetModel } from '../../src-shared/sheet.ts';
import { brokenClauses } from './pdfaClauses.ts';
import { readToUnicode } from './pdfaFonts.ts';
import { PdfFile } from './pdfObjects.ts';
import { demand, everyModel, paragraph } from './pdfModels.ts';
import { pngOf } from './pngOf.ts';
import { describeWithTools, run, withPdfFile } from './pdfTools.ts';

const root = join(import.meta.dirname, '..', '..');
const fonts = openLetterFonts(join(root, 'resources', 'fonts'));

async function bytesOf(model: LetterModel): Promise<Uint8Array> {
  const pdf = await renderLetter(fonts, model);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  return pdf.value.bytes;
}

const sheet: SheetModel = {
  language: 'nl',
  languageTag: 'nl-NL',
  title: 'Kopie factuur 2026-0288',
  author: 'Veenpluis & Zonen <installatie>',
  date: demand.date,
  head: { name: 'Veenpluis & Zonen <installatie>', lines: ['Turfstekerspad 18', '8441 ZX Heerenveen'] },
  subject: 'Factuur 2026-0288',
  stamp: 'Kopie',
  blocks: [paragraph('Verzonden op 28~augustus~2026.')],
  note: 'Gemaakt uit de gegevens van de oorspronkelijke factuur.',
  footer: [['Veenpluis']],
  pageLabel: 'Pagina {page} van {pages}',
  runningHead: { left: 'Veenpluis', right: 'Kopie' },
  attachments: [
    { name: '2026-0288.xml', mime: 'application/xml', description: 'UBL 2.1', relationship: 'Alternative', text: '<Invoice>é & €</Invoice>' },
  ],
};

describe('every PDF keeps to PDF/A and is tagged', () => {
  it.each(everyModel)('%s', async (_name, model) => {
    expect(brokenClauses(await bytesOf(model), 2)).toEqual([]);
  });
  it('with logo, own paper with transparency, all marks and a name with an ampersand', async () => {
    const picture = pngOf(40, 56, (x, y) => [x * 6, y * 4, 90, x < 20 ? 255 : 120]);
    const letterhead = { ...demand.letterhead, name: 'Veenpluis & Zonen <B.V.>', logo: picture };
    const marks = { folds: true, punch: true };
    expect(brokenClauses(await bytesOf({ ...demand, letterhead, marks }), 2)).toEqual([]);
    const onPaper = { ...demand, letterhead: { ...letterhead, background: { first: picture, following: picture } }, marks };
    expect(brokenClauses(await bytesOf(onPaper), 2)).toEqual([]);
  });
  it('a copy with the UBL inside, which comes out again as it went in', async () => {
    const pdf = await renderSheet(fonts, sheet);
    if (!pdf.ok) throw new Error(pdf.error.code);
    expect(brokenClauses(pdf.value.bytes, 3)).toEqual([]);
    const file = new PdfFile(pdf.value.bytes);
    const [spec] = file.list(file.catalog.get('AF')).map((one) => file.dictionary(one));
    expect(file.streamOf(file.dictionary(spec?.get('EF')).get('F')).toString('utf8')).toBe('<Invoice>é & €</Invoice>');
    expect(file.name(spec?.get('AFRelationship'))).toBe('Alternative');
  });
  it('finds what is wrong with a PDF that was made without care', async () => {
    const careless = await new Promise<Uint8Array>((resolve) => {
      const chunks: Uint8Array[] = [];
      const document = new PDFDocument({ pdfVersion: '1.7', info: { Title: 'a & b' }, lang: 'nl', displayTitle: true });
      document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      document.fillColor([0, 0, 0, 100]).fillOpacity(0.5).text('Voorbeeld').end();
    });
    const clauses = brokenClauses(careless, 2).map((broken) => broken.split(':')[0]);
    // No XML, no output intent, a font that is not inside, transparency, CMYK, no tags, marks outside every element.
    for (const clause of ['6.6.2.1', '6.2.3', '6.2.11', '6.2.10', '14.7.1', '14.8.2']) expect(clauses).toContain(clause);
  });
});

/** The same file with one thing wrong; nothing moves, so that the table of objects still fits. */
function spoilt(bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const found = typeof from === 'string' ? from : (from.exec(text)?.[0] ?? '');
  const wrong = found === '' ? '' : typeof from === 'string' ? to : found.replace(/\d(?=\D*$)/, to);
  if (!text.includes(found) || found.length !== wrong.length || found === wrong) throw new Error(`nothing to spoil: ${String(from)}`);
  return new Uint8Array(Buffer.from(text.replaceAll(found, wrong), 'latin1'));
}

describe('the checks find what is spoilt in a good file', () => {
  it.each([
    ['6.2.3', '/GTS_PDFA1', '/GTS_PDFA9'],
    ['6.6.2.1', '/Subtype /XML', '/Subtype /XMX'],
    ['6.6.2.3', 'http://ns.adobe.com/pdf/1.3/', 'http://ns.adobe.com/pdf/1.4/'],
    ['6.6.3', '/Producer ', '/Produces '],
    ['6.1.13', '/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 595.28 842.89]'],
    ['6.2.2', '/Font <<', '/Fond <<'],
    ['6.2.11.3.3', '/Encoding /Identity-H', '/Encoding /Identity-V'],
    ['6.2.11.3.2', '/CIDToGIDMap /Identity', '/CIDToGIDMap /Identitx'],
    ['6.2.11.4.1', '/FontFile2', '/FontFile9'],
    ['6.2.11.5', /\/W \[0 \[[\d. ]{20}\d/, '0'],
    ['6.2.11.7', '/ToUnicode', '/ToUnicodx'],
    ['14.7.4.4', '/StructParents 0', '/StructParents 9'],
    ['14.8.4', '/S /TR\n', '/S /TD\n'],
    ['14.8.5.7', '/Scope', '/Scopx'],
    ['14.9.2', '/Lang (nl-NL)', '/Lang (de-DE)'],
  ] as const)('%s: %s', async (clause, from, to) => {
    const good = await bytesOf(demand);
    expect(brokenClauses(good, 2)).toEqual([]);
    const clauses = brokenClauses(spoilt(good, from, to), 2).map((broken) => broken.split(':')[0]);
    expect(clauses).toContain(clause);
  });
  it('in a file with another inside', async () => {
    const pdf = await renderSheet(fonts, sheet);
    if (!pdf.ok) throw new Error(pdf.error.code);
    const { bytes } = pdf.value;
    const clauses = (file: Uint8Array, part: 2 | 3): readonly string[] => brokenClauses(file, part).map((broken) => broken.split(':')[0] ?? '');
    // The metadata says part 3; held against part 2 both that and the file inside are wrong.
    expect(clauses(bytes, 2)).toEqual(expect.arrayContaining(['6.6.4', '6.8']));
    expect(clauses(spoilt(bytes, '/AFRelationship /Alternative', '/AFRelationship /Alternativx'), 3)).toContain('6.8');
    expect(clauses(spoilt(bytes, '/AF [', '/AX ['), 3)).toContain('6.8');
  });
  it('reads the characters of a font from every form of its map', () => {
    const map = 'beginbfrange <0001> <0002> [<0041> <0066 0069>] <0005> <0005> <20AC> endbfrange beginbfchar <0007> <006b> endbfchar';
    expect([...readToUnicode(map)]).toEqual([[1, 'A'], [2, 'fi'], [5, '€'], [7, 'k']]);
  });
});

describe('the same letter gives the same bytes', () => {
  it('whatever was set before it, and its letters can still be copied', async () => {
    const fresh = openLetterFonts(join(root, 'resources', 'fonts'));
    const accents: LetterModel = { ...demand, subject: 'É À Ç Ü Ñ Ô Š Ž é à ç ü ñ ô š ž', blocks: [paragraph('É À Ç Ü Ñ Ô Š Ž é à ç ü ñ ô š ž fi fl')] };
    const plain: LetterModel = { ...demand, subject: 'E A C U N O S Z e a c u n o s z, officieel afgeleid' };
    const first = await renderLetter(openLetterFonts(join(root, 'resources', 'fonts')), plain);
    expect((await renderLetter(fresh, accents)).ok).toBe(true);
    const later = await renderLetter(fresh, plain);
    if (!first.ok || !later.ok) throw new Error('a letter that cannot be set');
    expect(brokenClauses(later.value.bytes, 2)).toEqual([]);
    expect(Buffer.from(later.value.bytes).equals(Buffer.from(first.value.bytes))).toBe(true);
  });
  it('in other processes and other time zones', async () => {
    const hashes = await Promise.all(everyModel.map(async ([name, model]) => `${name} ${createHash('sha256').update(await bytesOf(model)).digest('hex')}`));
    const inProcess = (zone: string): string =>
      execFileSync(process.execPath, [join(root, 'test', 'letters', 'renderOnce.ts')], { encoding: 'utf8', env: { ...process.env, TZ: zone } }).trim();
    expect(inProcess('Pacific/Auckland').split('\n')).toEqual(hashes);
    expect(inProcess('America/Los_Angeles').split('\n')).toEqual(hashes);
  });
});

describeWithTools('what other programs say of our PDFs', ['qpdf', 'pdfinfo'], () => {
  it.each(everyModel)('%s: sound and tagged', async (_name, model) => {
    withPdfFile(await bytesOf(model), (path) => {
      expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
      expect(run('pdfinfo', ['-struct-text', path])).toContain(model.subject.split(' ')[0]);
    });
  });
});
