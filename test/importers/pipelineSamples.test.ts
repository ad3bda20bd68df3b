/** Every public sample file, of banks and of invoices, through the whole pipeline. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { FilePreview } from '../../src-shared/contract/imports.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';
import { createWorld, type File, profile, sharedBackground } from './importWorld.ts';

const background = sharedBackground(60_000);
afterAll(() => background.close());

/** A company without numbers, so that nobody's invoices are told to be another seller's. */
const anybody = { ...profile, name: 'Wie dan ook', vatNumber: '', registrationNumber: '', ibans: [] };

const samples = (folder: string): File[] =>
  readdirSync(sharedPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:json|md)$/.test(entry.name))
    .map((entry) => ({ name: entry.name, content: new Uint8Array(readFileSync(join(entry.parentPath, entry.name))) }));

const accountsOf = (files: readonly FilePreview[]): Record<string, 'ours'> =>
  Object.fromEntries(
    files.flatMap((file) => (file.kind === 'bank' ? file.statements.map((statement) => [statement.account, 'ours'] as const) : [])),
  );

const folders: readonly (readonly [what: string, folder: string])[] = [
  ['bank statements', 'bank/fixtures'],
  ['invoices', 'invoices/fixtures'],
];

for (const [what, folder] of folders) {
  describeShared(`the public samples of ${what}`, folder, () => {
    it('are all taken in or refused in words, keep the ledger sound, and bring nothing the second time', async () => {
      const world = createWorld(background, anybody);
      const files = samples(folder);
      const preview = await world.preview(files);
      // An archive comes as its members, each by its path.
      expect(preview.files.map(({ file }) => file.split('/')[0])).toEqual(expect.arrayContaining(files.map(({ name }) => name)));
      for (const file of preview.files) if (file.kind === 'refused') expect(file.problems.length, file.file).toBeGreaterThan(0);
      expect(preview.totals.fresh).toBeGreaterThan(30);
      const accounts = accountsOf(preview.files);
      const committed = await world.tryCommit(preview.previewId, { accounts });
      expect(committed.ok).toBe(true);
      expect(world.isSound()).toBe(true);
      const again = await world.take(files, { accounts });
      expect(again).toMatchObject({ importId: null, counts: { documents: 0, changed: 0, bankEntries: 0, statements: 0 } });
      if (committed.ok) expect((await world.undo(committed.value.importId)).ok).toBe(true);
      expect(world.isSound()).toBe(true);
      expect(world.rows('SELECT account FROM posting GROUP BY account HAVING sum(cents) <> 0')).toEqual([]);
      world.close();
    });
  });
}
