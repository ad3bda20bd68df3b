/** What can be asked of a customer today, for whoever writes a letter about it: the claims and the settings that they rest on. */
import type { LawSettings } from '../../../src-shared/contract/law.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { rateOn, type RateTable, seriesOf, withTypedRates } from '../../domain/law/rates.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { typedRates } from '../../ledger/law/lawRecords.ts';
import type { LawRateFiles } from '../../ports/lawRateFiles.ts';
import { type Claims, customerClaims } from './customerClaims.ts';
import { readLawSettings } from './lawSettings.ts';
import { loadRates } from './readRates.ts';

export type ClaimedNow = {
  readonly claims: Claims;
  readonly settings: LawSettings;
  /** What a clause may ask of a Belgian consumer at most on that day, in percent a year as decimal text (WER art. XIX.4). */
  readonly consumerCap: string | null;
};
/** `documents`: those that the letter names; what is asked is about them only. */
export type ClaimReader = (db: ReadableDb, asked: { readonly customerId: CustomerId; readonly today: PlainDateText; readonly documents: ReadonlySet<DocumentId> }) => Result<ClaimedNow, AppError>;

/** A reader that keeps the table of rates as long as its files stay as they are: a day's batch asks it thousands of times. */
export function claimReader(files: LawRateFiles): ClaimReader {
  let known: { readonly key: string; readonly table: RateTable } | null = null;
  const tableOfFiles = (): RateTable => {
    const key = `${files.own() ?? ''}\n${files.shipped()}`;
    if (known === null || known.key !== key) known = { key, table: loadRates(files).table };
    return known.table;
  };
  return (db, { customerId, today, documents }) => {
    const table = withTypedRates(tableOfFiles(), typedRates(db));
    const claims = customerClaims(db, { customerId, today, table, documents });
    return claims.ok ? ok({ claims: claims.value, settings: readLawSettings(db), consumerCap: rateOn(seriesOf(table, 'be-trade'), today)?.percent ?? null }) : claims;
  };
}
