/** Every import arrow points one way, and the rules that say so are themselves seen to catch each kind of violation. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseSources, root } from './cruise.ts';

/** A sound miniature of the tree: one small file per layer. */
const sound: Readonly<Record<string, string>> = {
  'src-shared/money.ts': 'export const zero = 0;',
  'src-renderer/main.tsx': `import { zero } from '../src-shared/money.ts'; export const page = zero;`,
  'src-main/domain/posting.ts': `import { zero } from '../../src-shared/money.ts'; export const post = zero;`,
  'src-main/ports/clock.ts': 'export type Clock = { readonly today: string };',
  'src-main/ledger/open.ts': `import Database from 'better-sqlite3'; import { post } from '../domain/posting.ts'; export const open = [Database, post];`,
  'src-main/features/aging/methods.ts': `import { open } from '../../ledger/open.ts'; import type { Clock } from '../../ports/clock.ts'; export const aging = (clock: Clock) => [clock, open];`,
  'src-main/features/letters/methods.ts': 'export const letters = 1;',
  'src-main/api/dispatch.ts': `import { aging } from '../features/aging/methods.ts'; export const dispatch = aging;`,
  'src-main/adapters/node/clock.ts': `import type { Clock } from '../../ports/clock.ts'; export const clock: Clock = { today: '' };`,
  'src-main/backend.ts': `import { dispatch } from './api/dispatch.ts'; export const backend = dispatch;`,
  'src-main/hosts/electron/main.ts': `import { app } from 'electron'; import { backend } from '../../backend.ts'; export const start = [app, backend];`,
  'src-main/hosts/web/main.ts': `import { clock } from '../../adapters/node/clock.ts'; export const start = clock;`,
};

/** One violation per rule: what is planted where, and which rule must catch it. */
const planted: readonly (readonly [name: string, file: string, text: string, rule: string])[] = [
  ['the shared folder reaching into the main process', 'src-shared/bad.ts', `import '../src-main/domain/posting.ts';`, 'one way: ^src-shared/'],
  ['the page reaching into the main process', 'src-renderer/bad.ts', `import '../src-main/domain/posting.ts';`, 'one way: ^src-renderer/'],
  ['the domain reaching into the ledger', 'src-main/domain/bad.ts', `import '../ledger/open.ts';`, 'one way: ^src-main/domain/'],
  ['a port reaching for its adapter', 'src-main/ports/bad.ts', `import '../adapters/node/clock.ts';`, 'one way: ^src-main/ports/'],
  ['the ledger reaching into a feature', 'src-main/ledger/bad.ts', `import '../features/letters/methods.ts';`, 'one way: ^src-main/ledger/'],
  ['a feature reaching for an adapter', 'src-main/features/aging/bad.ts', `import '../../adapters/node/clock.ts';`, 'one way: ^src-main/features/'],
  ['the API reaching into the ledger', 'src-main/api/bad.ts', `import '../ledger/open.ts';`, 'one way: ^src-main/api/'],
  ['an adapter reaching into the domain', 'src-main/adapters/node/bad.ts', `import '../../domain/posting.ts';`, 'one way: ^src-main/adapters/'],
  ['a host reaching into a feature', 'src-main/hosts/web/bad.ts', `import '../../features/letters/methods.ts';`, 'one way: ^src-main/hosts/'],
  ['a feature reaching into another, if only for a type', 'src-main/features/letters/bad.ts', `import type { aging } from '../aging/methods.ts'; export type A = typeof aging;`, 'features do not meet'],
  ['one host reaching into the other', 'src-main/hosts/web/worse.ts', `import '../electron/main.ts';`, 'hosts do not meet'],
  ['Electron outside its place', 'src-main/adapters/node/electronic.ts', `import { app } from 'electron'; export default app;`, 'electron only in its host and adapters'],
  ['SQLite outside the ledger', 'src-main/features/aging/sql.ts', `import Database from 'better-sqlite3'; export default Database;`, 'SQLite only in ledger'],
  ['Node in the domain', 'src-main/domain/disk.ts', `import { readFileSync } from 'node:fs'; export default readFileSync;`, 'pure code has no Node'],
  ['Node in the shared folder', 'src-shared/disk.ts', `import { join } from 'node:path'; export default join;`, 'pure code has no Node'],
  ['a file in no layer', 'src-main/utils/misc.ts', `import { zero } from '../../src-shared/money.ts'; export const misc = zero;`, 'every file has a layer'],
  ['a circle', 'src-main/api/circle.ts', `import './bend.ts'; export const a = 1;`, 'no cycles'],
];
const companions: Readonly<Record<string, string>> = { 'src-main/api/bend.ts': `import './circle.ts'; export const b = 1;` };

let place = '';
const write = (files: Readonly<Record<string, string>>): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
};
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'termijn-layers-'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the layers', () => {
  it('are kept by every file of the program', async () => {
    const { summary } = await cruiseSources(root);
    expect(summary.totalCruised).toBeGreaterThan(40);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
  it('accept a sound tree and catch every planted violation by the rule that is meant for it', async () => {
    write(sound);
    const clean = await cruiseSources(place);
    expect(clean.summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(sound).length);
    expect(clean.summary.violations).toEqual([]);

    write(Object.fromEntries(planted.map(([, file, text]) => [file, text])));
    write(companions);
    const { summary } = await cruiseSources(place);
    // A circle has no beginning: the cruiser names one of its members.
    const caught = summary.violations.map(({ rule, from }) => `${rule.name} ← ${from.replace('/bend.ts', '/circle.ts')}`);
    for (const [name, file, , rule] of planted) expect(caught, name).toContain(`${rule} ← ${file}`);
    const foreseen = new Set([...planted.map(([, file]) => file), ...Object.keys(companions)]);
    expect(summary.violations.map(({ from }) => from).filter((file) => !foreseen.has(file))).toEqual([]);
  });
  it('have a place for every file, also for one that imports nothing', async () => {
    const { modules, summary } = await cruiseSources(root);
    const layers = (summary.ruleSetUsed?.forbidden ?? []).flatMap(({ name }) => (name?.startsWith('one way: ') ? [new RegExp(name.slice('one way: '.length))] : []));
    expect(layers.length).toBe(10);
    const own = modules.map(({ source }) => source).filter((source) => source.startsWith('src-'));
    expect(own.filter((source) => !layers.some((layer) => layer.test(source)))).toEqual([]);
  });
  it('have a planted violation for every rule there is', async () => {
    const { summary } = await cruiseSources(place);
    const names = (summary.ruleSetUsed?.forbidden ?? []).map(({ name }) => name);
    // The composition root may import every layer below it, so only the hosts and adapters could break its rule.
    expect(names.filter((name) => !planted.some(([, , , rule]) => rule === name))).toEqual(['one way: ^src-main/backend\\.ts$']);
  });
});
