// Finds the Electron program by looking at files: asking the package itself would start a download.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './builds.mjs';
import { run } from './checks.mjs';

const packageFolder = join(root, 'node_modules', 'electron');
const attemptFile = join(root, 'node_modules', '.termijn-electron-attempt');
const attemptMs = 20_000;
const dayMs = 86_400_000;
const names = { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The path of the Electron program, or null when this machine has none. */
export function electronBinary() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = names[process.platform] ?? 'electron';
  if (own) return existsSync(join(own, name)) ? join(own, name) : null;
  const pathFile = join(packageFolder, 'path.txt');
  const file = existsSync(pathFile) ? join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
  return file !== null && existsSync(file) ? file : null;
}

/** Tries once a day, for at most 20 seconds, to get the program that belongs to the installed package. Says nothing when it cannot. */
export async function obtainElectron() {
  if (process.env.CI || process.env.TERMIJN_NO_ELECTRON || !existsSync(join(packageFolder, 'install.js'))) return null;
  if (existsSync(attemptFile) && Date.now() - Number(readFileSync(attemptFile, 'utf8')) < dayMs) return null;
  writeFileSync(attemptFile, String(Date.now()));
  console.log('Getting the desktop window (Electron), once …');
  await run(process.execPath, [join(packageFolder, 'install.js')], { cwd: packageFolder, timeout: attemptMs });
  return electronBinary();
}
