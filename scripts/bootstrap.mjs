// Makes sure that the packages of the lock file are installed, and that the next script runs under Node 24 or later.
// Runs under any Node from 20 on, so it imports nothing but Node's own modules and its neighbour. Does nothing when all is in place.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installedPackages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv.includes('--quiet');
const stampFile = join(root, 'node_modules', '.termijn-lock');
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '';

/** Packages that something else installed from the same lock file are taken as they are. */
function isAlreadyInstalled() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  try {
    const here = { os: process.platform, cpu: process.arch };
    const isThere = (folder) => existsSync(join(root, folder, 'package.json'));
    return isInstalled({ locked: read('package-lock.json'), installed: read('node_modules/.package-lock.json'), here, isThere });
  } catch {
    // Nothing installed yet, or not by npm: then npm has to.
    return false;
  }
}

if (found !== wanted && isAlreadyInstalled()) writeFileSync(stampFile, `${wanted}\n`);
else if (found !== wanted) {
  if (!quiet) console.log('Installing the packages of the lock file (once) …');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit' };
  const rest = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const done = npm
    ? spawnSync(process.execPath, [npm, ...rest], { ...options, env })
    : spawnSync('npm', rest, { ...options, env, shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('The packages could not be installed. Check the network connection and run the command again.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stampFile, `${wanted}\n`);
}

const local = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const probe = existsSync(local) ? spawnSync(local, ['-v'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout : process.version;
const major = Number(/^v(\d+)/.exec(probe ?? '')?.[1] ?? 0);
if (major < 24) {
  console.error(`Termijn needs Node 24 or later; found ${probe?.trim() || 'none'}. Install Node 24 and run the command again.`);
  process.exit(1);
}
