import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { zipArchiver } from './zipArchive.ts';

const files = [
  { name: 'README.txt', bytes: () => Buffer.from('Alles wat van jou is.') },
  { name: 'originals/Café & zonen – 1.csv', bytes: () => Buffer.from('a;b\n'.repeat(5000)) },
  { name: 'letters/leeg.txt', bytes: () => new Uint8Array(0) },
];

/** Names and contents as the directory at the end of an archive lists them (APPNOTE 4.3.12 and 4.3.16). */
function contentsOf(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const found = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, nameLength, place] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    expect(archive.readUInt32LE(place)).toBe(0x04034b50);
    const content = place + 30 + nameLength;
    found.set(archive.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(archive.subarray(content, content + packed)).toString());
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return found;
}

describe('an archive', () => {
  it('gives back every file under its name', async () => {
    const archive = Buffer.from((await zipArchiver.zip(files, 1_000_000)) ?? []);
    expect([...contentsOf(archive)]).toEqual(files.map(({ name, bytes }) => [name, Buffer.from(bytes()).toString()]));
  });

  it('is the same for the same files', async () => expect(await zipArchiver.zip(files, 1_000_000)).toEqual(await zipArchiver.zip(files, 1_000_000)));

  it('is made while everything else goes on', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    onTestFinished(() => clearInterval(timer));
    const large = [{ name: 'groot.csv', bytes: () => Buffer.from(Array.from({ length: 300_000 }, (_, row) => `${row};${(row * 7919) % 104_729}\n`).join('')) }];
    await zipArchiver.zip(large, 100_000_000);
    // Packed in one go not a single turn would come in between.
    expect(turns).toBeGreaterThan(5);
  });

  it('is not made beyond the limit', async () => expect(await zipArchiver.zip(files, 100)).toBeNull());

  it('is accepted by a foreign reader, checksums included', async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'termijn-zip-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'a.zip'), (await zipArchiver.zip(files, 1_000_000)) ?? '');
    try {
      execFileSync('python3', ['--version']);
    } catch {
      skip('no foreign reader of archives on this machine');
    }
    expect(execFileSync('python3', ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))', join(folder, 'a.zip')], { encoding: 'utf8' }).trim()).toBe('None 3');
  });
});
