// Builds only when a source has changed since the last build: a hash over everything that goes in, kept beside what came out.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './checks.mjs';

export const root = join(import.meta.dirname, '..');
const sources = ['src-main', 'src-renderer', 'src-shared'];
const singles = ['package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
const stampFile = join(root, 'out', '.stamp');
const results = ['out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

function sourceHash() {
  const hash = createHash('sha256');
  const inFolders = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = [...inFolders, ...singles.map((name) => join(root, name))].sort((a, b) => (a < b ? -1 : 1));
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Answers whether the build is in place afterwards. */
export async function buildWhenChanged() {
  const wanted = sourceHash();
  const isThere = results.every((name) => existsSync(join(root, name)));
  if (isThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  const { status, output } = await run('electron-vite', ['build', '--logLevel', 'warn'], { cwd: root });
  if (status !== 0) {
    console.error(output);
    return false;
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, wanted);
  return true;
}
