/** Archives of statements and invoices: each member a file of its own, and nothing that unpacks without bounds. */
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src-main/features/imports/archive.ts';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentFile } from '../../src-main/features/imports/presentFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { camtFile, mt940File, ublFile } from './importFiles.ts';
import { createWorld, type File, sharedBackground, type World } from './importWorld.ts';

const bytesOf = ({ content }: File): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
const zip = (name: string, members: readonly File[]): File => ({
  name,
  content: zipSync(Object.fromEntries(members.map((member) => [member.name, bytesOf(member)]))),
});
const text = (name: string, content: string): File => ({ name, content });

const monday = camtFile({ number: '1', opening: 0, movements: [{ date: '2026-02-02', cents: 12100, text: '2026-001', ref: 'A1' }] });
const tuesday = mt940File({ number: '2', opening: 12100, movements: [{ date: '2026-02-03', cents: 6050, text: '2026-002' }] });
const invoice = ublFile({ number: '2026-001', total: '121.00' });

const codes = (file: File): readonly string[] => {
  const read = readBankFile({ name: file.name, bytes: bytesOf(file) }, readContext);
  return (read.ok ? read.value.problems : read.error).filter(({ severity }) => severity === 'error').map(({ code }) => code);
};

describe('an archive taken in', () => {
  const background = sharedBackground(30_000);
  afterAll(() => background.close());
  let world: World;
  beforeEach(() => {
    world = createWorld(background);
  });
  afterEach(() => {
    expect(world.isSound()).toBe(true);
    world.close();
  });

  it('shows each member as a file of its own, by its path in the archive, statements and invoices together', async () => {
    const { files } = await world.preview([zip('februari.zip', [tuesday, monday, invoice])]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['februari.zip/2026-001.xml', 'invoices'],
      ['februari.zip/camt-1.xml', 'bank'],
      ['februari.zip/mt940-2.sta', 'bank'],
    ]);
  });

  it('books what is in it and keeps the members themselves, so that each can be looked up', async () => {
    const archive = zip('februari.zip', [monday, tuesday, invoice]);
    const { counts } = await world.take([archive]);
    expect(counts).toMatchObject({ documents: 1, statements: 2, bankEntries: 2 });
    expect(world.rows('SELECT name, size FROM import_file ORDER BY name')).toEqual(
      [invoice, monday, tuesday].map((member) => ({ name: `februari.zip/${member.name}`, size: bytesOf(member).length })),
    );
    expect((await world.preview([archive])).totals).toMatchObject({ fresh: 0 });
    expect((await world.preview([monday])).totals).toMatchObject({ fresh: 0, known: 1 });
  });

  it('leaves the order of files alone when an archive stands between others', async () => {
    const { files } = await world.preview([tuesday, zip('a.zip', [monday, invoice]), text('leeg.txt', '')]);
    expect(files.map(({ file }) => file)).toEqual(['mt940-2.sta', 'a.zip/2026-001.xml', 'a.zip/camt-1.xml', 'leeg.txt']);
  });

  it('names the member that cannot be read and takes the others', async () => {
    const { files } = await world.preview([zip('a.zip', [monday, text('LEESMIJ.txt', 'Beste klant,')])]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['a.zip/LEESMIJ.txt', 'refused'],
      ['a.zip/camt-1.xml', 'bank'],
    ]);
  });

  it('is refused as a whole, with what is wrong with its members, when nothing in it can be read', async () => {
    const { files } = await world.preview([zip('a.zip', [text('LEESMIJ.txt', 'Beste klant,'), text('foto.jpg', '\u0000\u0001')])]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ kind: 'refused', file: 'a.zip' });
    expect(files[0]?.problems[0]?.code).toBe('archive-empty');
    expect(files[0]?.problems.slice(1).map(({ where }) => where?.file)).toEqual(['a.zip/LEESMIJ.txt', 'a.zip/foto.jpg']);
  });
});

describe('what stands in an archive', () => {
  it('leaves out what operating systems put beside the files, and folders', () => {
    const litter = [text('__MACOSX/._camt-1.xml', 'x'), text('.DS_Store', 'x'), text('map/Thumbs.db', 'x'), text('map/', '')];
    const archive = zip('a.zip', [...litter, monday]);
    const members = openArchive({ name: 'a.zip', bytes: bytesOf(archive) });
    expect(members?.ok === true && members.value.map(({ name }) => name)).toEqual(['a.zip/camt-1.xml']);
    expect(codes(zip('b.zip', litter))).toEqual(['archive-empty']);
  });

  it('is not opened again when it is an archive itself', () => {
    expect(codes(zip('a.zip', [zip('b.zip', [monday])]))).toEqual(['archive-empty', 'archive-nested']);
    expect(codes(zip('a.zip', [monday, zip('b.zip', [tuesday])]))).toEqual(['archive-nested']);
  });

  it('is refused before it is unpacked when it would become too large, in one member or in many', () => {
    const large = text('groot.xml', ' '.repeat(20_000_000));
    expect(codes(zip('a.zip', [large]))).toEqual(['zip-bomb']);
    const many = Array.from({ length: 2001 }, (_, index) => text(`${index}.xml`, '<a/>'));
    expect(codes(zip('b.zip', many))).toEqual(['zip-bomb']);
  });

  it('is refused when it lies about its sizes or is cut short', () => {
    const bytes = bytesOf(zip('a.zip', [monday]));
    const directory = bytes.length - 22 - 46 - 'camt-1.xml'.length;
    const lying = bytes.slice();
    new DataView(lying.buffer).setUint32(directory + 24, 10, true);
    expect(codes({ name: 'a.zip', content: lying })).toContain('zip-bomb');
    expect(codes({ name: 'a.zip', content: bytes.slice(0, bytes.length - 30) })).toEqual(['zip-invalid']);
  });

  it('is shown without the characters that would turn its name around', () => {
    const members = openArchive({ name: 'a.zip', bytes: bytesOf(zip('a.zip', [{ ...monday, name: '\u202egnp.exe\u0007' }])) });
    expect(members?.ok === true && members.value.map(({ name }) => name)).toEqual(['a.zip/gnp.exe']);
  });

  it('is no archive when it is a document of an office program', () => {
    for (const name of ['xl/workbook.xml', '[Content_Types].xml', 'mimetype']) {
      expect(openArchive({ name: 'a', bytes: bytesOf(zip('a', [text(name, 'x')])) })).toBeNull();
    }
  });

  it('gives all its statements at once on the command line', async () => {
    const presented = await presentFile('bank', { name: 'a.zip', bytes: bytesOf(zip('a.zip', [monday, tuesday])) });
    expect(presented).toMatchObject({ statements: [{ closing: '121.00' }, { closing: '181.50' }] });
  });
});
