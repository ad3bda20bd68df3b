/**
 * The list of administrations and the few choices that belong to the computer rather than to a ledger, in one small JSON file.
 * Read at every question (it is small, and another host may have written it); replaced as a whole.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { AdministrationFiles } from '../../ports/administrationFiles.ts';

const zKnown = z.strictObject({
  id: z.string().max(80),
  name: z.string().max(500),
  country: z.string().max(2),
  isDemo: z.boolean(),
  lastOpenedAt: z.string().max(40),
  path: z.string().max(4096),
});
const zState = z.strictObject({ administrations: z.array(zKnown).max(500), preferences: z.record(z.string().max(100), z.string().max(2000)) });
type State = z.output<typeof zState>;

export function administrationFilesIn(dataDir: string): AdministrationFiles {
  const ledgers = join(dataDir, 'ledgers');
  const file = join(dataDir, 'termijn.json');
  mkdirSync(ledgers, { recursive: true, mode: 0o700 });

  const read = (): State => (existsSync(file) ? zState.parse(JSON.parse(readFileSync(file, 'utf8'))) : { administrations: [], preferences: {} });
  const write = (state: State): void => {
    writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  };
  return {
    list: () => read().administrations.map((known) => ({ ...known, isPresent: existsSync(known.path) })),
    newPath: (id) => join(ledgers, `${id.replace(/[^A-Za-z0-9_-]/g, '')}.termijn`),
    backupFolder: (ledgerPath) => join(dirname(ledgerPath), 'backups', basename(ledgerPath, '.termijn')),
    remember(administration) {
      const state = read();
      const others = state.administrations.filter(({ id }) => id !== administration.id);
      write({ ...state, administrations: [administration, ...others].slice(0, 500) });
    },
    preference: (name) => {
      const { preferences } = read();
      return Object.hasOwn(preferences, name) ? (preferences[name] ?? null) : null;
    },
    savePreference(name, value) {
      const state = read();
      write({ ...state, preferences: { ...state.preferences, [name]: value } });
    },
  };
}
