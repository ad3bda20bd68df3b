import type { reasons } from './locales/nl/reasons.ts';

/**
 * A sentence as data: why something happens, waits or fits. The code is a key of `locales/<language>/reasons.ts`, where the text is made
 * in the reader's language; amounts travel in cents and dates as `YYYY-MM-DD`.
 */
export type ReasonCode = keyof typeof reasons;
export type ReasonParams = Readonly<Record<string, string | number>>;
export type CodedReason = { readonly code: ReasonCode; readonly params: ReasonParams };

export const codedReason = (code: ReasonCode, params: ReasonParams): CodedReason => ({ code, params });
