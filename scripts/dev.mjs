// npm run dev: the web host, built and started again whenever a source changes. Arguments are passed on to the host.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged, root } from './builds.mjs';

const quietMs = 150;
const parameters = [join(root, 'src-main', 'hosts', 'web', 'main.ts'), '--no-open', '--port=4280', ...process.argv.slice(2)];
let host = null;
let isBusy = false;
let isStale = false;

async function restart() {
  isStale = true;
  if (isBusy) return;
  isBusy = true;
  while (isStale) {
    isStale = false;
    if (!(await buildWhenChanged())) continue;
    if (host !== null && host.exitCode === null) {
      const ended = new Promise((resolve) => host.once('exit', resolve));
      host.kill('SIGTERM');
      await ended;
    }
    host = spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' });
  }
  isBusy = false;
}

let timer;
for (const folder of ['src-main', 'src-renderer', 'src-shared']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), quietMs);
  });
}
process.on('SIGINT', () => {
  host?.kill('SIGTERM');
  process.exit(0);
});
await restart();
