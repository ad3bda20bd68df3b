/** Uploaded files wait here, outside the ledger, until an import takes them or a day has passed. Names given by others are never paths. */
export type StagedFile = { readonly stagedId: string; readonly name: string; readonly size: number; readonly path: string };

export interface StagedFiles {
  /** Streams to disk; answers null when the limit in bytes is exceeded (and keeps nothing). */
  stage(name: string, stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StagedFile | null>;
  find(stagedId: string): StagedFile | null;
  read(stagedId: string): Promise<Uint8Array | null>;
  remove(stagedId: string): Promise<void>;
}
