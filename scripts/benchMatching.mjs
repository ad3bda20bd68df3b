// npm run bench:matching: quality and speed of the matcher (see test/bench/matchingReport.ts). Words after `--` are passed on.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './builds.mjs';

const { status } = spawnSync(process.execPath, [join(root, 'test', 'bench', 'matchingReport.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
