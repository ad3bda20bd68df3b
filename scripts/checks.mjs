// Everything that can be said of the code without running it: types per environment, lint. Each is one check.
import { spawn } from 'node:child_process';

const projects = ['.', 'src-shared', 'src-main/domain', 'src-main', 'src-renderer', 'test'];
const folders = ['src-shared', 'src-main', 'src-renderer', 'test', 'scripts'];
export const checks = [
  ...projects.map((project) => ({ name: `types: ${project}`, command: 'tsc', parameters: ['-p', project] })),
  { name: 'lint', command: 'oxlint', parameters: ['--type-aware', '--deny-warnings', ...folders] },
];

/** Runs a program to its end and answers its exit code with everything it wrote. */
export function run(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ status: 127, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs all checks, a few at a time, and answers which of them passed; what the failing ones wrote is printed. */
export async function runChecks() {
  const waiting = [...checks];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { status, output } = await run(check.command, check.parameters);
      results.push({ name: check.name, ok: status === 0 });
      if (status !== 0) console.error(`${output}check failed: ${check.name}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
