/** Sizes are promises to the next reader: files, functions, and the shells of both hosts stay small. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';
import { codeOf, filesUnder, programFiles, textOf } from './sourceFiles.ts';

const rules = { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': ['error', { max: 80 }], 'typescript/no-explicit-any': 'error' };

/** Runs the linter with the size rules alone and answers `rule file` for each finding. */
function oversized(targets: readonly string[]): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'termijn-budget-'));
  const config = join(place, 'rules.json');
  writeFileSync(config, JSON.stringify({ plugins: ['typescript'], categories: { correctness: 'off' }, rules }));
  const binary = join(root, 'node_modules', '.bin', 'oxlint');
  const { stdout } = spawnSync(binary, ['-c', config, '--disable-nested-config', '-f', 'unix', ...targets], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  rmSync(place, { recursive: true, force: true });
  return stdout.split('\n').filter((line) => /\[(Error|Warning)\//.test(line));
}

describe('size', () => {
  it('of every file is at most 400 lines, of every function at most 80, and nothing is typed "any"', () => {
    expect(oversized(['src-main', 'src-renderer', 'src-shared']).filter((line) => !/\.test\.tsx?:/.test(line))).toEqual([]);
  });
  it('is really measured: one of each is found when planted', () => {
    const place = mkdtempSync(join(tmpdir(), 'termijn-budget-'));
    writeFileSync(join(place, 'long.ts'), `export const a = 1;\n${'// line\n'.repeat(401)}`);
    writeFileSync(join(place, 'deep.ts'), `export function f(): number {\n${'  Math.random();\n'.repeat(81)}  return 1;\n}\n`);
    writeFileSync(join(place, 'loose.ts'), 'export const b = (value: any): unknown => value;\n');
    const found = oversized([place]).join('\n');
    rmSync(place, { recursive: true, force: true });
    for (const rule of ['max-lines)', 'max-lines-per-function)', 'no-explicit-any)']) expect(found).toContain(rule);
  });
});

/** Lines that are neither empty nor only comment. */
const codeLines = (folder: string): number =>
  filesUnder(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => codeOf(file).split('\n').filter((line) => line.trim() !== '').length)
    .reduce((sum, lines) => sum + lines, 0);

describe('the shells', () => {
  it('stay thin: desktop at most 350 lines, web at most 250', () => {
    expect(codeLines('src-main/hosts/electron')).toBeLessThanOrEqual(350);
    expect(codeLines('src-main/hosts/web')).toBeLessThanOrEqual(250);
    expect(codeLines('src-main/hosts/web')).toBeGreaterThan(100);
  });
});

describe('the compiler and the linter', () => {
  // Written in two parts so that this file does not contain what it looks for.
  const silenced = new RegExp(`@ts-(${['ignore', 'nocheck', 'expect-error'].join('|')})`);
  const suppression = new RegExp(`(?:es|ox)lint-${'disable'}[^\\n]*`, 'g');
  it('are never told to look away without a reason', () => {
    expect(programFiles.filter((file) => silenced.test(textOf(file)))).toEqual([]);
    const bare = programFiles.filter((file) => [...textOf(file).matchAll(suppression)].some(([line]) => !/ -- \w.{10}/.test(line)));
    expect(bare).toEqual([]);
  });
  it('never see a file of leftovers', () => expect(programFiles.filter((file) => /\/(utils?|helpers?|misc|manager)(\/|\.tsx?$)/i.test(file))).toEqual([]));
});
