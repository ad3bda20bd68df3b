import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { FolderContent, FolderFile, FolderReader } from '../../ports/folderReader.ts';

const reasons: Readonly<Record<string, 'missing' | 'no-folder' | 'forbidden'>> = { ENOENT: 'missing', ENOTDIR: 'no-folder', EACCES: 'forbidden', EPERM: 'forbidden' };

/** What browsers and office programs leave while they write. */
const unfinished = /^(\.|~\$)|\.(part|partial|crdownload|download|tmp)$/i;

async function factsOf(folder: string, name: string): Promise<FolderFile | null> {
  try {
    const found = await lstat(join(folder, name));
    return found.isFile() ? { name, size: found.size, modifiedMs: found.mtimeMs } : null;
  } catch (thrown) {
    // Gone between the listing and the look at it: then there is nothing to offer.
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

async function list(folder: string, limit: number): Promise<FolderContent> {
  if (!isAbsolute(folder)) return { kind: 'unreadable', reason: 'missing' };
  try {
    const names = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile() && !unfinished.test(one.name)).map((one) => one.name);
    const facts = await Promise.all(names.slice(0, 5000).map((name) => factsOf(folder, name)));
    const files = facts.filter((one) => one !== null).sort((one, other) => other.modifiedMs - one.modifiedMs);
    return { kind: 'files', files: files.slice(0, limit) };
  } catch (thrown) {
    const reason = reasons[(thrown as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw thrown;
    return { kind: 'unreadable', reason };
  }
}

export const folderReader: FolderReader = {
  list,
  async read(folder, name, limitBytes) {
    if (!isAbsolute(folder) || basename(name) !== name) return null;
    try {
      // Not through a link that took the file's place meanwhile.
      const file = await open(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      try {
        const { size } = await file.stat();
        return size > limitBytes ? null : await file.readFile();
      } finally {
        await file.close();
      }
    } catch (thrown) {
      if (['ENOENT', 'ELOOP', 'EACCES', 'EPERM'].includes((thrown as NodeJS.ErrnoException).code ?? '')) return null;
      throw thrown;
    }
  },
};
