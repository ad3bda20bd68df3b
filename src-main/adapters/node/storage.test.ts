/** The adapters that keep something on disk, on a real disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { administrationFilesIn } from './administrationFiles.ts';
import { clockOnDay, systemClock } from './clock.ts';
import { defaultDataFolder } from './dataFolder.ts';
import { readHostArguments } from './hostArguments.ts';
import { randomIds } from './ids.ts';
import { fileLogger } from './logger.ts';
import { keyFileSecrets, sessionSecrets } from './secrets.ts';
import { stagedFilesIn } from './stagedFiles.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'termijn-adapters-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const onlyForThisUser = (file: string): number => statSync(file).mode & 0o077;

describe('passwords with a key file', () => {
  it('come back after a restart, are unreadable in the file, and are for this user only', async () => {
    await keyFileSecrets(folder).set('smtp', 'geheim woord');
    expect(await keyFileSecrets(folder).get('smtp')).toBe('geheim woord');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('geheim');
      expect(onlyForThisUser(join(folder, name))).toBe(0);
    }
  });
  it('are different in the file each time, and cannot be moved to another name', async () => {
    const secrets = keyFileSecrets(folder);
    await secrets.set('a', 'same');
    await secrets.set('b', 'same');
    const file = join(folder, 'secrets.json');
    const store = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(store['a']).not.toBe(store['b']);
    writeFileSync(file, JSON.stringify({ b: store['a'] }));
    await expect(secrets.get('b')).rejects.toThrow();
  });
  it('are gone once removed', async () => {
    const secrets = keyFileSecrets(folder);
    await secrets.set('a', 'x');
    await secrets.remove('a');
    expect(await secrets.get('a')).toBe(null);
    expect(secrets.backend).toBe('key-file');
  });
  it('of a session are never written', async () => {
    const secrets = sessionSecrets();
    await secrets.set('a', 'x');
    expect([await secrets.get('a'), readdirSync(folder), secrets.backend]).toEqual(['x', [], 'session']);
  });
});

describe('uploaded files', () => {
  const staging = (nowMs = Date.now()) => stagedFilesIn({ parent: folder, ids: randomIds, nowMs });
  const lying = (): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  async function* parts(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
    for (const size of sizes) yield new Uint8Array(size);
  }
  it('wait under a name of ours, whatever theirs was', async () => {
    const staged = await staging().stage('../../etc/passwd', parts(3, 4), 10);
    expect(staged).toMatchObject({ name: '../../etc/passwd', size: 7 });
    expect(lying()).toEqual([staged?.stagedId]);
    expect(onlyForThisUser(staged?.path ?? '')).toBe(0);
  });
  it('above the limit leave nothing behind', async () => {
    expect(await staging().stage('a', parts(6, 6), 10)).toBe(null);
    expect(lying()).toEqual([]);
  });
  it('whose upload breaks off leave nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(5);
      throw new Error('connection lost');
    }
    await expect(staging().stage('a', broken(), 10)).rejects.toThrow('connection lost');
    expect(lying()).toEqual([]);
  });
  it('can be read and taken away, and unknown ids find nothing', async () => {
    const files = staging();
    const staged = await files.stage('a', parts(3), 10);
    expect((await files.read(staged?.stagedId ?? ''))?.length).toBe(3);
    await files.remove(staged?.stagedId ?? '');
    expect([files.find(staged?.stagedId ?? ''), await files.read('../secrets'), lying()]).toEqual([null, null, []]);
  });
  it('of an earlier run are thrown away after a day, and those of a program that runs beside this one stay', async () => {
    await staging().stage('a', parts(3), 10);
    staging();
    expect(lying()).toHaveLength(1);
    staging(Date.now() + 90_000_000);
    expect(lying()).toEqual([]);
  });
});

describe('the list of administrations', () => {
  const known = (id: string, path: string) => ({ id, name: id, country: 'NL', isDemo: false, lastOpenedAt: '2026-11-21T08:00:00Z', path });
  it('shows the last opened first, each once, and says when a file is gone', () => {
    const files = administrationFilesIn(folder);
    writeFileSync(files.newPath('a'), '');
    files.remember(known('a', files.newPath('a')));
    files.remember(known('b', files.newPath('b')));
    files.remember(known('a', files.newPath('a')));
    expect(administrationFilesIn(folder).list().map(({ id, isPresent }) => [id, isPresent])).toEqual([['a', true], ['b', false]]);
  });
  it('keeps choices, and knows no names of the language it is written in', () => {
    const files = administrationFilesIn(folder);
    files.savePreference('uiLanguage', 'fr');
    expect([files.preference('uiLanguage'), files.preference('toString'), files.preference('x')]).toEqual(['fr', null, null]);
  });
  it('puts ledgers and their backups inside the data folder, whatever the id', () => {
    const files = administrationFilesIn(folder);
    expect(files.newPath('../../x')).toBe(join(folder, 'ledgers', 'x.termijn'));
    expect(files.backupFolder(files.newPath('x'))).toBe(join(folder, 'ledgers', 'backups', 'x'));
  });
});

describe('the log', () => {
  it('has one object per line, is for this user only, and starts afresh when full', () => {
    const file = join(folder, 'logs', 'a.log');
    const logger = fileLogger(file, clockOnDay(plainDate('2026-11-21')));
    logger.info('hello', { count: 1 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ level: 'info', event: 'hello', count: 1, at: expect.stringMatching(/^2026-11-21T/) as string });
    expect(onlyForThisUser(file)).toBe(0);
    writeFileSync(file, 'x'.repeat(2_000_001));
    logger.error('after', {});
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    expect(statSync(`${file}.1`).size).toBe(2_000_001);
  });
});

describe('clock and place', () => {
  it('stays on the day it was told and lets the time go on', () => {
    const clock = clockOnDay(plainDate('2026-11-21'));
    expect(clock.today()).toBe('2026-11-21');
    expect(clock.now()).toMatch(/^2026-11-21T\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
  it('keeps data where each system keeps data', () => {
    const at = (platform: string, env: Record<string, string>): string => defaultDataFolder({ platform, home: '/home/eva', env });
    expect(at('linux', {})).toBe('/home/eva/.local/share/termijn');
    expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/termijn');
    expect(at('linux', { XDG_DATA_HOME: 'relative' })).toBe('/home/eva/.local/share/termijn');
    expect(at('darwin', {})).toBe('/home/eva/Library/Application Support/Termijn');
    expect(at('win32', { APPDATA: '/roaming' })).toBe('/roaming/Termijn');
  });
  it.each([['--port=70000'], ['--port=-1'], ['--port=x'], ['--today=2026-02-30'], ['--today=21-11-2026'], ['--unknown']])('refuses %s with a sentence', (argument) =>
    expect(() => readHostArguments([argument])).toThrow(/\w+ \w+/),
  );
  it('reads the arguments of a host', () => {
    const read = readHostArguments(['--data-dir=/x', '--today=2026-11-21', '--port=4280', '--no-open']);
    expect(read).toMatchObject({ dataDir: '/x', port: 4280, opensBrowser: false });
    expect(read.clock.today()).toBe('2026-11-21');
  });
});
