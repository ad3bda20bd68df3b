import type { Ids } from '../ports/ids.ts';
import type { MadeFile, MadeFiles } from '../ports/madeFiles.ts';

/** Keeps made files up to a number of bytes; the oldest go first. */
export function createMadeFiles({ ids, limitBytes }: { readonly ids: Ids; readonly limitBytes: number }): MadeFiles {
  const files = new Map<string, MadeFile>();
  let kept = 0;
  return {
    put(file) {
      const token = ids.next();
      files.set(token, file);
      kept += file.bytes.length;
      for (const [oldest, old] of files) {
        if (kept <= limitBytes || oldest === token) break;
        files.delete(oldest);
        kept -= old.bytes.length;
      }
      return { token, name: file.name, mime: file.mime, size: file.bytes.length };
    },
    get: (token) => files.get(token) ?? null,
  };
}
