import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machine, safeStorage } from '../../../test/fakes/electron.ts';
import { safeStorageSecrets, type KeyStore } from './secrets.ts';
import { isReachable, readWindowState, writeWindowState } from './windowState.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'termijn-electron-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyStore = safeStorage as unknown as KeyStore; // the fake offers exactly the four functions that KeyStore names
const setKeyStore = (isAvailable: boolean, backend: string): void => void (machine.encryption = { isAvailable, backend });

describe('passwords in the key store of the system', () => {
  it('are stored sealed and come back after a restart when there is a real store', async () => {
    setKeyStore(true, 'gnome_libsecret');
    await safeStorageSecrets(keyStore, folder).set('smtp', 'geheim');
    const secrets = safeStorageSecrets(keyStore, folder);
    expect([secrets.backend, await secrets.get('smtp')]).toEqual(['system', 'geheim']);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('geheim');
  });
  it.each([[false, 'gnome_libsecret'], [true, 'basic_text'], [true, 'unknown']])('are never written when available=%s and the store is %s', async (isAvailable, backend) => {
    setKeyStore(isAvailable, backend);
    const secrets = safeStorageSecrets(keyStore, join(folder, 'secrets'));
    await secrets.set('smtp', 'geheim');
    expect([secrets.backend, await secrets.get('smtp'), existsSync(join(folder, 'secrets'))]).toEqual(['session', 'geheim', false]);
  });
  it('are asked again after the key store was replaced by another', async () => {
    setKeyStore(true, 'gnome_libsecret');
    await safeStorageSecrets(keyStore, folder).set('smtp', 'geheim');
    setKeyStore(true, 'kwallet6');
    expect(await safeStorageSecrets(keyStore, folder).get('smtp')).toBe(null);
  });
  it('are asked again when the key store can no longer open them', async () => {
    setKeyStore(true, 'gnome_libsecret');
    const secrets = safeStorageSecrets(keyStore, folder);
    await secrets.set('smtp', 'geheim');
    expect(await safeStorageSecrets({ ...keyStore, decryptString: () => { throw new Error('lost'); } }, folder).get('smtp')).toBe(null);
  });
  it('are gone once removed', async () => {
    setKeyStore(true, 'gnome_libsecret');
    const secrets = safeStorageSecrets(keyStore, folder);
    await secrets.set('smtp', 'geheim');
    await secrets.remove('smtp');
    expect(await secrets.get('smtp')).toBe(null);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const place = { x: 100, y: 50, width: 1280, height: 800 };
  it('is remembered', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, place);
    expect(readWindowState(file, [screen])).toEqual(place);
  });
  it('is forgotten when its screen is gone', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, { ...place, x: 2500 });
    expect(readWindowState(file, [screen])).toBe(null);
    expect(readWindowState(file, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 });
  });
  it.each(['', '{', '[]', '{"x":1}', '{"x":0,"y":0,"width":1e9,"height":800}'])('is forgotten when the file says %s', (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(join(folder, 'window.json'), [screen])).toBe(null);
  });
  it('needs a title bar that can be taken hold of', () => {
    expect(isReachable({ ...place, y: -5 }, [screen])).toBe(false);
    expect(isReachable({ ...place, y: 1000 }, [screen])).toBe(false);
    expect(isReachable({ ...place, x: -1200 }, [screen])).toBe(false);
    expect(isReachable({ ...place, x: -1100 }, [screen])).toBe(true);
  });
});
