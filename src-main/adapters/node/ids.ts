import { randomBytes } from 'node:crypto';
import type { Ids } from '../../ports/ids.ts';

/** 128 unpredictable bits, fit for an address or a file name. */
export const randomIds: Ids = { next: () => randomBytes(16).toString('base64url') };
