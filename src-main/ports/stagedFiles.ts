/** Uploaded files wait here, outside the ledger, until an import takes them or a day has passed. Names given by others are never paths. */
export type StagedFile = { readonly stagedId: string; readonly name: string; readonly size: number; readonly path: string };

/** A place on disk for what was read from staged files and is too much for the memory. Nothing of it outlives `close` or the program. */
export interface Spool {
  /** Answers where the bytes begin. Throws when the disk is full. */
  append(bytes: Uint8Array): number;
  /** The bytes as text in UTF-8. */
  text(start: number, length: number): string;
  /** Closing again does nothing. */
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
