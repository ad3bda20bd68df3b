import type { FileRef } from '../../src-shared/contract/common.ts';

export type MadeFile = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array; /** Shown in the window, not downloaded. */ readonly isPreview: boolean };

/** Files made for the user: kept in memory under an unguessable token for as long as the program runs and room lasts. */
export interface MadeFiles {
  put(file: MadeFile): FileRef;
  get(token: string): MadeFile | null;
}
