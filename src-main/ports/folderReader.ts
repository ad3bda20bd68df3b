/** Looks into a folder that the user pointed out: plain files only, never below it, never through a link. */
export type FolderFile = { readonly name: string; readonly size: number; readonly modifiedMs: number };
export type FolderContent = { readonly kind: 'files'; readonly files: readonly FolderFile[] } | { readonly kind: 'unreadable'; readonly reason: 'missing' | 'no-folder' | 'forbidden' };

export interface FolderReader {
  /** The newest files first, at most as many as asked for. The path must be absolute. */
  list(folder: string, limit: number): Promise<FolderContent>;
  /** The bytes of a file that `list` named; null when it is gone or larger than the limit. */
  read(folder: string, name: string, limitBytes: number): Promise<Uint8Array | null>;
}
