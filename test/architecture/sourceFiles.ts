import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './cruise.ts';

/** Files under a folder of the project, as paths from its root with forward slashes. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** The TypeScript of the program itself, without tests. */
export const programFiles: readonly string[] = ['src-main', 'src-renderer', 'src-shared']
  .flatMap(filesUnder)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file));

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Source text without comments, so that a word in a comment is not mistaken for a use. Strings stay. */
export const codeOf = (file: string): string =>
  textOf(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** What belongs to the project: what git tracks or would track. Without git (an unpacked archive), the folders of the tree. */
export function projectFiles(): readonly string[] {
  if (!existsSync(join(root, '.git'))) return ['src-main', 'src-renderer', 'src-shared', 'test', 'scripts', 'resources'].flatMap(filesUnder);
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}
