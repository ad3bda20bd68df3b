/** Previews wait here, in memory, until they are taken in or given up. Bounded in number and in age: nothing is kept of a forgotten one. */
import type { Clock } from '../../ports/clock.ts';
import type { Mappings, ParsedFile } from './parsedFile.ts';

export type StoredPreview = { readonly files: readonly ParsedFile[]; readonly mappings: Mappings };
export type PreviewStore = {
  readonly keep: (previewId: string, preview: StoredPreview) => void;
  /** Null when it was never there, was given up or is too old. */
  readonly find: (previewId: string) => StoredPreview | null;
  readonly forget: (previewId: string) => void;
};

const previewsKept = 3;
const lifetimeMs = 60 * 60 * 1000;

/** One store per open ledger. */
export function createPreviewStore(clock: Clock): PreviewStore {
  const previews = new Map<string, StoredPreview & { readonly madeAt: number }>();
  const now = (): number => Date.parse(clock.now());
  return {
    keep(previewId, preview) {
      previews.set(previewId, { ...preview, madeAt: now() });
      for (const oldest of previews.keys()) {
        if (previews.size <= previewsKept) break;
        previews.delete(oldest);
      }
    },
    find(previewId) {
      const found = previews.get(previewId);
      if (found === undefined) return null;
      if (now() - found.madeAt <= lifetimeMs) return found;
      previews.delete(previewId);
      return null;
    },
    forget: (previewId) => void previews.delete(previewId),
  };
}
