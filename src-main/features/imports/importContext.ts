import type { Ledger } from '../../ledger/connection.ts';
import type { Background } from '../../ports/background.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { FolderReader } from '../../ports/folderReader.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import type { PreviewStore } from './previewStore.ts';

/** What importing needs of the program. */
export type ImportContext = {
  readonly ledger: Ledger;
  readonly stagedFiles: StagedFiles;
  readonly folders: FolderReader;
  readonly background: Background;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly jobs: Jobs;
  /** One per open ledger: `createPreviewStore(clock)`. */
  readonly previews: PreviewStore;
  /** Makes a copy of what is there before an import is booked. */
  readonly beforeCommit: () => Promise<void>;
  /** Assigns what can be assigned for certain once an import is booked. */
  readonly afterCommit: () => Promise<{ readonly matched: number; readonly returned: number; readonly unmatched: number }>;
};
