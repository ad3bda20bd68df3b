import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, problem } from '../../../src-shared/errors.ts';

/** Every file under the paths, folders with all they hold, in the order of names; a path that leads nowhere is kept, to be reported. */
export function filesAt(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    return filesAt(entries.map(({ name }) => join(path, name)).toSorted());
  });
}

/** Why a path cannot be read at all; null when it can. */
export function pathProblem(path: string, limitBytes: number): Problem | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  const file = basename(path);
  if (stat?.isFile() !== true) return problem('error', 'import-file-gone', { file }, { file });
  return stat.size > limitBytes ? problem('error', 'file-too-large', { file, bytes: stat.size, limit: limitBytes }, { file }) : null;
}

export const streamOf = (path: string): AsyncIterable<Uint8Array> => createReadStream(path);

/** The JSON in a file; undefined when there is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Absent, unreadable or no JSON: the caller reports the file by name.
    return undefined;
  }
}
