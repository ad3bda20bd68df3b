/**
 * Passwords without a key store of the system: encrypted in one file, the key in another, both readable by this user only (0600).
 * That keeps them out of backups, exports and glances; it does not keep out a program that runs as this user, and the settings say so.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../../ports/secrets.ts';

const zStore = z.record(z.string().max(200), z.string().max(10_000));
type Store = z.output<typeof zStore>;

const nonceBytes = 12;
const tagBytes = 16;

function readKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

/** AES-256-GCM with the name as associated data, so that a value cannot be moved to another name. */
function seal(key: Buffer, name: string, value: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function unseal(key: Buffer, name: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}

/** The file of sealed values, replaced as a whole. */
export function sealedStore(file: string): { read(): Store; write(store: Store): void } {
  return {
    read: () => (existsSync(file) ? zStore.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}),
    write(store) {
      writeFileSync(`${file}.new`, JSON.stringify(store), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

export function keyFileSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = readKey(join(folder, 'secrets.key'));
  const store = sealedStore(join(folder, 'secrets.json'));
  return {
    backend: 'key-file',
    get: async (name) => {
      const sealed = store.read()[name];
      return sealed === undefined ? null : unseal(key, name, sealed);
    },
    set: async (name, value) => store.write({ ...store.read(), [name]: seal(key, name, value) }),
    remove: async (name) => store.write(Object.fromEntries(Object.entries(store.read()).filter(([other]) => other !== name))),
  };
}

/** Keeps passwords until the program ends, for a system that offers no safe place. */
export function sessionSecrets(): Secrets {
  const values = new Map<string, string>();
  return {
    backend: 'session',
    get: async (name) => values.get(name) ?? null,
    set: async (name, value) => void values.set(name, value),
    remove: async (name) => void values.delete(name),
  };
}
