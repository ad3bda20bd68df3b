/** When the program may trust the packages that are in place, and when it must let npm install them. */
import { describe, expect, it } from 'vitest';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from './cruise.ts';

type Entry = { readonly version?: string; readonly integrity?: string; readonly optional?: boolean; readonly os?: string | readonly string[]; readonly cpu?: readonly string[] };
type Lock = { readonly packages: Readonly<Record<string, Entry>> };
type Question = { readonly locked: Lock; readonly installed: Lock; readonly here: { readonly os: string; readonly cpu: string }; readonly isThere: (folder: string) => boolean };

const { isInstalled } = (await import(pathToFileURL(join(root, 'scripts/installedPackages.mjs')).href)) as { isInstalled: (question: Question) => boolean };

const alpha: Entry = { version: '1.0.0', integrity: 'sha512-a' };
const forWindows: Entry = { version: '2.0.0', integrity: 'sha512-w', optional: true, os: ['win32'], cpu: ['x64'] };
const forLinux: Entry = { version: '2.0.0', integrity: 'sha512-l', optional: true, os: 'linux', cpu: ['x64'] };
const locked: Lock = { packages: { '': {}, 'node_modules/alpha': alpha, 'node_modules/windows': forWindows, 'node_modules/linux': forLinux } };
const inPlace = { 'node_modules/alpha': alpha, 'node_modules/linux': forLinux };
const ask = (packages: Lock['packages'], isThere: Question['isThere'] = () => true): boolean =>
  isInstalled({ locked, installed: { packages }, here: { os: 'linux', cpu: 'x64' }, isThere });

describe('installed packages', () => {
  it('are trusted when they are those of the lock file, without those for other systems', () => expect(ask(inPlace)).toBe(true));
  it('are not trusted in another version', () => expect(ask({ ...inPlace, 'node_modules/alpha': { ...alpha, version: '1.0.1' } })).toBe(false));
  it('are not trusted with other contents', () => expect(ask({ ...inPlace, 'node_modules/alpha': { ...alpha, integrity: 'sha512-b' } })).toBe(false));
  it('are not trusted when one is missing', () => expect(ask({ 'node_modules/linux': forLinux })).toBe(false));
  it('are not trusted when the one for this system is missing', () => expect(ask({ 'node_modules/alpha': alpha })).toBe(false));
  it('are trusted when one is left over', () => expect(ask({ ...inPlace, 'node_modules/beta': alpha })).toBe(true));
  it('are not trusted when a folder is gone', () => expect(ask(inPlace, (folder) => !folder.endsWith('alpha'))).toBe(false));
  it('are not trusted when nothing is known', () => expect(isInstalled({ locked: { packages: {} }, installed: { packages: {} }, here: { os: 'linux', cpu: 'x64' }, isThere: () => true })).toBe(false));
});
