/** Runs the real command line host as a process of its own, as a script or the scheduler would. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';

// Every command is a process of its own: on a busy machine a test of several takes its time.
vi.setConfig({ testTimeout: 240_000 });

export const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'src-main', 'hosts', 'cli', 'main.ts');

/** A printed document; each test states the form it expects. */
export type Json = Readonly<Record<string, unknown>>;
export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

export const place = mkdtempSync(join(tmpdir(), 'termijn-cli-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

export const at = (name: string): string => join(place, name);
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** One command with a data folder of its own; `stdin` is what it reads. */
export function command(words: readonly string[], stdin = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...words, '--data-dir', at('data')], { maxBuffer: 200_000_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(stdin);
  });
}

/** One command with `--json`: exactly one document on standard output, whatever happened. */
export async function json<T = Json>(words: readonly string[], stdin = ''): Promise<{ readonly code: number; readonly value: T }> {
  const { code, stdout, stderr } = await command([...words, '--json'], stdin);
  if (!stdout.endsWith('}\n') || stdout.indexOf('\n') !== stdout.length - 1) throw new Error(`not one document: ${stdout.slice(0, 300)} ${stderr.slice(0, 1000)}`);
  return { code, value: JSON.parse(stdout) as T };
}
