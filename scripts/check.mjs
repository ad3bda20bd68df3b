// Everything that can be said of the code without running it: types per environment, lint.
import { spawnSync } from 'node:child_process';

const steps = [
  ...['.', 'src-shared', 'src-main/domain', 'src-main', 'src-renderer', 'test'].map((project) => [`types: ${project}`, 'tsc', ['-p', project]]),
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', 'src-shared', 'src-main', 'src-renderer', 'test', 'scripts']],
];
let failed = 0;
for (const [name, command, parameters] of steps) {
  const done = spawnSync(command, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    failed += 1;
    console.error(`check failed: ${name}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
