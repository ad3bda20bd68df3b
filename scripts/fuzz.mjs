// npm run fuzz -- --minutes N --seed S: reads damaged bank files for as long as asked; `--case N` makes one of a seed again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './builds.mjs';

const { status } = spawnSync(process.execPath, [join(root, 'test', 'fuzz', 'fuzz.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
