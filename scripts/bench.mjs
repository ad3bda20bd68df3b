// npm run bench: ratios measured in one run, each with its aim. `npm run bench -- --million` adds figures for 1,000,000 documents;
// `npm run bench -- aging camt letters start` runs some of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenChanged, root } from './builds.mjs';

if (!(await buildWhenChanged())) process.exit(1);
const { status } = spawnSync(process.execPath, [join(root, 'test', 'bench', 'bench.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
