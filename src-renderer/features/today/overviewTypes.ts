import type { OutputOf } from '../../../src-shared/contract/index.ts';

/** What the start screen shows, as the backend gives it. */
export type Overview = OutputOf<'today.overview'>;
export type Call = Overview['call'][number];
