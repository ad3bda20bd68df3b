import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { LawSettings } from '../../../src-shared/contract/law.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { ReadableDb } from '../../ledger/connection.ts';

/** The law's answer about one customer, and the settings that it rests on. */
export type ClaimedNow = {
  readonly claims: OutputOf<'law.claims'>;
  readonly settings: LawSettings;
  /** What a clause may ask of a Belgian consumer at most on that day, in percent a year as decimal text. */
  readonly consumerCap: string | null;
};

/** Asks the law what a letter about these documents may ask on a day. Handed in where features meet (`backend.ts`). */
export type ClaimsOf = (db: ReadableDb, asked: { readonly customerId: CustomerId; readonly today: PlainDateText; readonly documents: ReadonlySet<DocumentId> }) => Result<ClaimedNow, AppError>;
