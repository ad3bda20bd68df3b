import type { OutputOf } from '../../../src-shared/contract/index.ts';

/** The day's batch as the backend gives it, and its two kinds of rows. */
export type Batch = OutputOf<'batch.list'>;
export type BatchItem = Batch['items'][number];
export type HeldItem = Batch['held'][number];
