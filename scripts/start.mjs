// npm start: the desktop window where Electron and a screen are there, otherwise the same program in the browser. Arguments are passed on:
//   npm start -- --data-dir=DIR --today=YYYY-MM-DD
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenChanged, root } from './builds.mjs';
import { electronBinary, obtainElectron } from './electronBinary.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const passedOn = process.argv.slice(2);

/** Why the desktop window cannot be used, or null with the program to run. */
async function chooseWindow() {
  if (process.env.TERMIJN_NO_ELECTRON) return { reason: 'TERMIJN_NO_ELECTRON is set' };
  if (!hasScreen) return { reason: 'there is no screen' };
  if (isRoot) return { reason: 'the desktop window keeps its sandbox and therefore does not run as root' };
  const binary = electronBinary() ?? (await obtainElectron());
  return binary === null ? { reason: 'Electron is not on this machine and could not be obtained' } : { binary };
}

function follow(command, parameters) {
  const child = spawn(command, parameters, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

if (!(await buildWhenChanged())) {
  console.error('The program could not be built; the messages above say why.');
  process.exit(1);
}
const { binary, reason } = await chooseWindow();
if (binary !== undefined) follow(binary, [root, ...passedOn]);
else {
  console.log(`Termijn runs in the browser: ${reason}.`);
  console.log(hasScreen ? 'It opens by itself; otherwise open the address below.' : 'Open the address below in a browser on this computer. Ctrl+C ends the program.');
  // Translating the sources makes litter by the hundred megabytes; see src-main/adapters/node/youngMemory.ts.
  follow(process.execPath, ['--max-semi-space-size=8', join(root, 'src-main', 'hosts', 'web', 'main.ts'), ...(hasScreen ? [] : ['--no-open']), ...passedOn]);
}
