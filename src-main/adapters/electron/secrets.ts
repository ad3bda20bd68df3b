/**
 * Passwords in the key store of the operating system, through Electron's safeStorage. Without a real store nothing is written: the user
 * is asked each session. `basic_text` is Electron's name for "no key store found, scrambled with a key everyone knows": that is no store.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { Secrets } from '../../ports/secrets.ts';
import { sealedStore, sessionSecrets } from '../node/secrets.ts';

/** The part of safeStorage that is used. `getSelectedStorageBackend` exists on Linux only. */
export type KeyStore = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

const backendEntry = 'key-store-backend';

export function safeStorageSecrets(keyStore: KeyStore, folder: string): Secrets {
  const backend = keyStore.getSelectedStorageBackend?.() ?? 'system';
  if (!keyStore.isEncryptionAvailable() || backend === 'basic_text' || backend === 'unknown') return sessionSecrets();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = sealedStore(join(folder, 'secrets-system.json'));
  // Another key store than the one that sealed the values cannot open them: forget them and let the user type them once more.
  if ((store.read()[backendEntry] ?? backend) !== backend) store.write({});

  const open = (sealed: string): string | null => {
    try {
      return keyStore.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      // The system's key was replaced (a new account, a reset keychain): the value is lost for good, so it counts as not stored.
      return null;
    }
  };
  return {
    backend: 'system',
    get: async (name) => {
      const sealed = store.read()[`secret:${name}`];
      return sealed === undefined ? null : open(sealed);
    },
    set: async (name, value) => {
      const sealed = keyStore.encryptString(value).toString('base64');
      store.write({ ...store.read(), [backendEntry]: backend, [`secret:${name}`]: sealed });
    },
    remove: async (name) => store.write(Object.fromEntries(Object.entries(store.read()).filter(([other]) => other !== `secret:${name}`))),
  };
}
