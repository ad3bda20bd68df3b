import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type Claims = OutputOf<'law.claims'>;
export type ClaimRow = Claims['rows'][number];
export type LawAmountShown = ClaimRow['interest'];
/** What a decision is about: one document, or all of a customer (`null`). */
export type ClaimTarget = { readonly documentId: number | null; readonly what: 'interest' | 'costs' };
