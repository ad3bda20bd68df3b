/**
 * Previews wait here until they are taken in or given up; what is too large for the memory is on disk. Bounded in number and in age: nothing
 * is kept of a forgotten one.
 */
import type { Clock } from '../../ports/clock.ts';
import type { HeldFile } from './heldFile.ts';
import type { Mappings } from './parsedFile.ts';

export type StoredPreview = {
  readonly files: readonly HeldFile[];
  readonly mappings: Mappings;
  /** Gives back what it holds on disk. */
  readonly close: () => void;
};
export type PreviewStore = {
  readonly keep: (previewId: string, preview: StoredPreview) => void;
  /** Null when it was never there, was given up or is too old. */
  readonly find: (previewId: string) => StoredPreview | null;
  /** The same for long work: whatever happens to the preview meanwhile, it can be read until `release`. */
  readonly hold: (previewId: string) => { readonly preview: StoredPreview; readonly release: () => void } | null;
  readonly forget: (previewId: string) => void;
};

const previewsKept = 3;
const lifetimeMs = 60 * 60 * 1000;

type Kept = { readonly preview: StoredPreview; readonly madeAt: number; readonly timer: NodeJS.Timeout; holders: number; isForgotten: boolean };

/** One store per open ledger. */
export function createPreviewStore(clock: Clock): PreviewStore {
  const previews = new Map<string, Kept>();
  const now = (): number => Date.parse(clock.now());
  const closeUnheld = ({ preview, holders, isForgotten }: Kept): void => {
    if (isForgotten && holders === 0) preview.close();
  };
  const forget = (previewId: string): void => {
    const kept = previews.get(previewId);
    if (kept === undefined) return;
    previews.delete(previewId);
    clearTimeout(kept.timer);
    kept.isForgotten = true;
    closeUnheld(kept);
  };
  const young = (previewId: string): Kept | null => {
    const kept = previews.get(previewId);
    if (kept === undefined) return null;
    if (now() - kept.madeAt <= lifetimeMs) return kept;
    forget(previewId);
    return null;
  };
  return {
    keep(previewId, preview) {
      const timer = setTimeout(() => forget(previewId), lifetimeMs);
      timer.unref();
      previews.set(previewId, { preview, madeAt: now(), timer, holders: 0, isForgotten: false });
      for (const oldest of previews.keys()) {
        if (previews.size <= previewsKept) break;
        forget(oldest);
      }
    },
    find: (previewId) => young(previewId)?.preview ?? null,
    hold(previewId) {
      const kept = young(previewId);
      if (kept === null) return null;
      kept.holders += 1;
      return {
        preview: kept.preview,
        release: () => {
          kept.holders -= 1;
          closeUnheld(kept);
        },
      };
    },
    forget,
  };
}
