/** From the text of a file of rates to the table that the rules use. The form is described by `zRateFile`; anything else is refused as a whole. */
import { z } from 'zod';
import { zDate } from '../../../src-shared/contract/common.ts';
import { appError, type Problem, problem } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import { parsePercent } from '../../domain/law/exactShare.ts';
import { type RateSeries, rateSeriesKeys, type RateTable } from '../../domain/law/rates.ts';
import type { LawRateFiles } from '../../ports/lawRateFiles.ts';

const zPercent = z.string().max(10).refine((text) => parsePercent(text) !== null);
const zRow = z.strictObject({
  from: zDate,
  percent: zPercent,
  source: z.string().min(1).max(500),
  confidence: z.enum(['confirmed', 'secondary', 'unconfirmed']),
  note: z.string().max(500).optional(),
});
const isInOrder = (rows: readonly { readonly from: string }[]): boolean => rows.every((row, index) => index === 0 || (rows[index - 1]?.from ?? '') < row.from);

/** The form of a file of rates: version 1, each series once, its rows in order of their first day. */
export const zRateFile = z.strictObject({
  version: z.literal(1),
  compiled: zDate,
  series: z
    .array(
      z.strictObject({
        key: z.enum(rateSeriesKeys),
        about: z.string().max(500),
        monthsPerRow: z.number().int().min(1).max(24),
        rows: z.array(zRow).min(1).max(1000).refine(isInOrder),
      }),
    )
    .max(20)
    .refine((series) => rateSeriesKeys.every((key) => series.filter((one) => one.key === key).length === 1)),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unreadable = (finding: string): AppError => appError('law-rates-unreadable', { finding });

/** The table of one file. `law-rates-unreadable` names the first place that does not fit. */
export function readRateFile(text: string): Result<RateTable, AppError> {
  const json = parsed(text);
  if (json === undefined) return err(unreadable('JSON'));
  const file = zRateFile.safeParse(json);
  if (!file.success) {
    const [issue] = file.error.issues;
    return err(unreadable(`${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim()));
  }
  const series = file.data.series.map(({ key, monthsPerRow, rows }): [RateSeries['key'], RateSeries] => [
    key,
    { key, monthsPerRow, rows: rows.map(({ from, percent, source, confidence }) => ({ from, percent, source, confidence })) },
  ]);
  return ok(new Map(series));
}

export type LoadedRates = { readonly table: RateTable; readonly origin: 'shipped' | 'own'; readonly problems: readonly Problem[] };

/** The user's own table when it is there and fits, else the one that ships; a file that does not fit is said. */
export function loadRates(files: LawRateFiles): LoadedRates {
  const own = files.own();
  const read = own === null ? null : readRateFile(own);
  if (read?.ok === true) return { table: read.value, origin: 'own', problems: [] };
  const shipped = readRateFile(files.shipped());
  if (!shipped.ok) throw new Error('the table of rates that ships with the program does not fit its form');
  const problems = read === null || read.ok ? [] : [problem('warning', read.error.code, read.error.params)];
  return { table: shipped.value, origin: 'shipped', problems };
}
