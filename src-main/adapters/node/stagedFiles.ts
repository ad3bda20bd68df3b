/**
 * Uploaded files on their way to an import: one file per upload under a name of ours. The name the user's file had is only a label,
 * kept in memory, never part of a path.
 */
import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ids } from '../../ports/ids.ts';
import type { Spool, StagedFile, StagedFiles } from '../../ports/stagedFiles.ts';

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

const dayMs = 86_400_000;

/** Throws away what earlier runs left behind: their labels are gone, so nobody can take those files any more. */
function removeLeftovers(parent: string, nowMs: number): void {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (nowMs - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true });
  }
}

function spoolAt(path: string): Spool {
  let file: number | null = null;
  let isClosed = false;
  let page = Buffer.alloc(0);
  return {
    path,
    text(start, length) {
      if (isClosed) throw new Error('a spool that was closed');
      file ??= openSync(path, 'r');
      if (page.length < length) page = Buffer.alloc(length * 2);
      for (let done = 0; done < length; ) {
        const got = readSync(file, page, done, length - done, start + done);
        if (got === 0) throw new Error('a spool that is shorter than what was put in');
        done += got;
      }
      return page.toString('utf8', 0, length);
    },
    close() {
      isClosed = true;
      if (file !== null) closeSync(file);
      file = null;
      page = Buffer.alloc(0);
      rmSync(path, { force: true });
    },
  };
}

export type StagingPlace = { readonly parent: string; readonly ids: Ids; readonly nowMs: number };

/** A folder of its own for this run of the program: the command line may run beside an open window. */
export function stagedFilesIn({ parent, ids, nowMs }: StagingPlace): StagedFiles {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  removeLeftovers(parent, nowMs);
  const folder = join(parent, ids.next());
  const staged = new Map<string, StagedFile>();

  return {
    async stage(name, stream, limitBytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
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
    stream: (stagedId) => {
      const file = staged.get(stagedId);
      return file === undefined ? null : createReadStream(file.path);
    },
    spool() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return spoolAt(join(folder, ids.next()));
    },
    async remove(stagedId) {
      const file = staged.get(stagedId);
      staged.delete(stagedId);
      if (file !== undefined) await rm(file.path, { force: true });
    },
  };
}
