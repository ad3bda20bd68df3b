// npm run bench: ratios measured in one run, each with its aim. `npm run bench -- --million` adds figures for 1,000,000 documents;
// `npm run bench -- aging camt coda day law letters matching memory printing start` runs some of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenChanged, root } from './builds.mjs';

if (!(await buildWhenChanged())) process.exit(1);
// Each in a process of its own: what one leaves in memory must not slow the next.
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const ratios = ['aging', 'camt', 'coda', 'day', 'law', 'letters', 'loop', 'matching', 'memory', 'mt940', 'printing', 'start'];
const wanted = [...(named.length > 0 ? named : ratios), ...(process.argv.includes('--million') ? ['million'] : [])];
const missed = wanted.filter((name) => spawnSync(process.execPath, [join(root, 'test', 'bench', 'bench.ts'), name], { cwd: root, stdio: 'inherit' }).status !== 0);
process.exit(missed.length === 0 ? 0 : 1);
