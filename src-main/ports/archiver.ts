/** A file for an archive; its bytes are asked for when its turn comes, so that not all of them are in memory. */
export type ArchiveFile = { readonly name: string; readonly bytes: () => Uint8Array };

/** Packs files into one archive for a download, off and on, so that the program keeps answering. The same files give the same bytes. */
export interface Archiver {
  /** Null when the archive would be larger than the limit in bytes, or hold more files than the format can count. */
  zip(files: readonly ArchiveFile[], limitBytes: number): Promise<Uint8Array | null>;
}
