import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type InputOf } from '../../src-shared/contract/index.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { camtFile } from './importFiles.ts';
import { createWorld, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

let [world, folder]: [World, string] = [undefined as unknown as World, ''];
beforeEach(() => {
  world = createWorld(background);
  folder = mkdtempSync(join(tmpdir(), 'termijn-watched-'));
});
afterEach(() => {
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function must<T>(answer: Result<T, AppError> | Promise<Result<T, AppError>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const save = (to: string | null) => importMethods['imports.saveWatched'](world.context, { folder: to });
const watched = async () => contract['imports.watched'].output.parse(await must(importMethods['imports.watched'](world.context, {})));
const names = async (): Promise<readonly string[]> => (await watched()).files.map(({ name }) => name).sort();
const longAgo = new Date('2026-01-15T08:00:00Z');
/** Puts a file there that nobody is writing any more. */
function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
  utimesSync(join(folder, name), longAgo, longAgo);
}
const statement = (number: string) => camtFile({ number, opening: 0, movements: [{ date: '2026-02-02', cents: 1000 + Number(number), text: number }] });
async function takeOffered(): Promise<void> {
  const { files } = await must(importMethods['imports.stageWatched'](world.context, {}));
  const input: InputOf<'imports.preview'> = { jobId: 'job', stagedIds: files.map(({ stagedId }) => stagedId), mappings: {} };
  const { previewId } = await must(importMethods['imports.preview'](world.context, input));
  await must(importMethods['imports.commit'](world.context, { jobId: 'job', previewId, accounts: {}, takePossiblyKnown: false }));
}

describe('a folder that is looked into', () => {
  it('offers new files until they are taken in, under whatever name they come back', async () => {
    await save(folder);
    expect(await watched()).toEqual({ folder, problem: null, files: [] });
    put('een.xml', statement('1').content);
    put('twee.xml', statement('2').content);
    expect(await names()).toEqual(['een.xml', 'twee.xml']);
    await takeOffered();
    expect(await names()).toEqual([]);
    expect(world.rows('SELECT id FROM bank_entry')).toHaveLength(2);
    put('kopie van een.xml', statement('1').content);
    put('drie.xml', statement('3').content);
    expect(await names()).toEqual(['drie.xml']);
  });
  it('offers the rest of very many files once the first of them were dealt with', async () => {
    await save(folder);
    for (let place = 0; place < 203; place += 1) put(`bestand ${place}.txt`, `inhoud ${place}`);
    expect(await names()).toHaveLength(200);
    await must(importMethods['imports.skipWatched'](world.context, {}));
    expect(await names()).toHaveLength(3);
  });

  it('offers an archive until what is in it was taken in', async () => {
    await save(folder);
    put('maand.zip', zipSync({ 'een.xml': new TextEncoder().encode(String(statement('1').content)) }));
    expect(await names()).toEqual(['maand.zip']);
    await takeOffered();
    expect(await names()).toEqual([]);
  });
  it('offers no longer what was put aside, until its content changes', async () => {
    await save(folder);
    put('reclame.txt', 'niets');
    expect(await must(importMethods['imports.skipWatched'](world.context, {}))).toEqual({ skipped: 1 });
    expect(await names()).toEqual([]);
    put('reclame.txt', 'iets anders');
    expect(await names()).toEqual(['reclame.txt']);
  });
  it('leaves alone what is being written, what lies deeper and what points elsewhere', async () => {
    await save(folder);
    put('afschrift.xml.part', 'half');
    put('.verborgen', 'x');
    put('~$lijst.xlsx', 'x');
    mkdirSync(join(folder, 'dieper'));
    put('doel', 'buiten');
    symlinkSync(join(folder, 'doel'), join(folder, 'verwijzing.xml'));
    unlinkSync(join(folder, 'doel'));
    writeFileSync(join(folder, 'vers.xml'), 'x');
    const now = new Date(Date.parse(world.context.clock.now()));
    utimesSync(join(folder, 'vers.xml'), now, now);
    expect(await names()).toEqual([]);
  });
  it('says why a folder cannot be read, and keeps the one it had', async () => {
    expect(await save(join(folder, 'nergens'))).toMatchObject({ ok: false, error: { code: 'watched-folder-unreadable', params: { reason: 'missing' } } });
    put('bestand', 'x');
    expect(await save(join(folder, 'bestand'))).toMatchObject({ ok: false, error: { params: { reason: 'no-folder' } } });
    expect(await save('relatief/pad')).toMatchObject({ ok: false, error: { params: { reason: 'missing' } } });
    await save(folder);
    rmSync(folder, { recursive: true });
    expect(await watched()).toEqual({ folder, problem: 'missing', files: [] });
    mkdirSync(folder);
  });
  it('is no longer looked into when it is given up', async () => {
    await save(folder);
    put('een.xml', statement('1').content);
    await save(null);
    expect(await watched()).toEqual({ folder: null, problem: null, files: [] });
  });
});
