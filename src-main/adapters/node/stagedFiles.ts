/**
 * Uploaded files on their way to an import: one file per upload under a name of ours. The name the user's file had is only a label,
 * kept in memory, never part of a path.
 */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ids } from '../../ports/ids.ts';
import type { StagedFile, StagedFiles } from '../../ports/stagedFiles.ts';

class OverLimit extends Error {}

async function* upTo(limitBytes: number, stream: AsyncIterable<Uint8Array>, count: (size: number) => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limitBytes) throw new OverLimit();
    yield part;
  }
  count(size);
}

/** Empties the folder at start: what was staged by an earlier run was never taken, and its labels are gone. */
export function stagedFilesIn(folder: string, ids: Ids): StagedFiles {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const staged = new Map<string, StagedFile>();

  return {
    async stage(name, stream, limitBytes) {
      const stagedId = ids.next();
      const path = join(folder, stagedId);
      let size = 0;
      try {
        const limited = upTo(limitBytes, stream, (total) => (size = total));
        await pipeline(Readable.from(limited, { objectMode: false }), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      } catch (thrown) {
        await rm(path, { force: true });
        if (thrown instanceof OverLimit) return null;
        throw thrown;
      }
      const file: StagedFile = { stagedId, name: name.slice(0, 255), size, path };
      staged.set(stagedId, file);
      return file;
    },
    find: (stagedId) => staged.get(stagedId) ?? null,
    read: async (stagedId) => {
      const file = staged.get(stagedId);
      return file === undefined ? null : readFile(file.path);
    },
    async remove(stagedId) {
      const file = staged.get(stagedId);
      staged.delete(stagedId);
      if (file !== undefined) await rm(file.path, { force: true });
    },
  };
}
