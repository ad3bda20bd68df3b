import { useSyncExternalStore } from 'react';
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';

/** The import of this window, from the first file to the result. It outlives the page, so that one can look elsewhere in between. */
export type Preview = OutputOf<'imports.preview'>;
export type ImportSession =
  | { readonly phase: 'empty' }
  | { readonly phase: 'uploading'; readonly done: number; readonly total: number }
  | { readonly phase: 'reading'; readonly files: number }
  | {
      readonly phase: 'preview';
      readonly preview: Preview;
      readonly stagedIds: readonly string[];
      readonly mappings: Readonly<Record<string, ColumnMapping>>;
      readonly answers: Readonly<Record<string, 'ours' | 'not-ours'>>;
      /** The account chosen for bank files that name none, by their `part`. */
      readonly ofAccount: Readonly<Record<string, string>>;
      /** What was said of bank files that do not show whether the day or the month comes first, by their `part`. */
      readonly dateOrders: Readonly<Record<string, 'dmy' | 'mdy'>>;
      readonly takePossiblyKnown: boolean;
      /** Files that could not even be handed over, with the sentence that says why. */
      readonly notUploaded: readonly NotUploaded[];
      readonly isBusy: boolean;
    }
  | { readonly phase: 'result'; readonly result: OutputOf<'imports.commit'> };
export type NotUploaded = { readonly file: string; readonly why: string };
export type PreviewSession = Extract<ImportSession, { phase: 'preview' }>;

let session: ImportSession = { phase: 'empty' };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useImportSession = (): ImportSession => useSyncExternalStore(subscribe, () => session);
export const importSession = (): ImportSession => session;

export function setImportSession(next: ImportSession): void {
  session = next;
  for (const listener of listeners) listener();
}

/** Changes the preview that is shown; does nothing when it is gone. */
export function changePreview(patch: Partial<Omit<PreviewSession, 'phase'>>): void {
  if (session.phase === 'preview') setImportSession({ ...session, ...patch });
}
