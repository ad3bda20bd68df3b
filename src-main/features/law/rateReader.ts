import { type RateTable, withTypedRates } from '../../domain/law/rates.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { typedRates } from '../../ledger/law/lawRecords.ts';
import type { LawRateFiles } from '../../ports/lawRateFiles.ts';
import { loadRates } from './readRates.ts';

/** Reads the statutory rates as they hold in this administration: those that ship or the user's own table, and what was typed in. */
export const rateReader =
  (ledger: Pick<Ledger, 'read'>, files: LawRateFiles) =>
  (): RateTable =>
    withTypedRates(loadRates(files).table, typedRates(ledger.read));
