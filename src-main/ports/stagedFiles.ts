/** Uploaded files wait here, outside the ledger, until an import takes them or a day has passed. Names given by others are never paths. */
export type StagedFile = { readonly stagedId: string; readonly name: string; readonly size: number; readonly path: string };

/**
 * A file beside the staged ones for what was read from them and is too much for the memory. A worker thread writes it and the program reads
 * it; it need not exist as long as nothing was written. It goes when it is closed, or with what a crash left behind.
 */
export interface Spool {
  readonly path: string;
  /** Text in UTF-8 that a worker wrote at this place. */
  text(start: number, length: number): string;
  /** Removes the file. Closing again does nothing. */
  close(): void;
}

export interface StagedFiles {
  /** Streams to disk; answers null when the limit in bytes is exceeded (and keeps nothing). */
  stage(name: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StagedFile | null>;
  find(stagedId: string): StagedFile | null;
  read(stagedId: string): Promise<Uint8Array | null>;
  /** The same in pieces, for a file that need not be in memory as a whole. */
  stream(stagedId: string): AsyncIterable<Uint8Array> | null;
  spool(): Spool;
  remove(stagedId: string): Promise<void>;
}
