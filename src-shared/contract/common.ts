import { z } from 'zod';
import { parsePlainDate, type PlainDateText } from '../dates.ts';
import type { Id } from '../ids.ts';
import type { Cents } from '../money.ts';
import { plainText } from '../plainText.ts';

/** Building blocks of the contract: strict, bounded, branded. */
export const zCents = z
  .number()
  .refine((value) => Number.isSafeInteger(value))
  .transform((value) => value as Cents);
export const zDate = z
  .string()
  .length(10)
  .refine((text) => parsePlainDate(text) !== null)
  .transform((text) => text as PlainDateText);
export const zInstant = z.string().max(40);
export const zId = <Kind extends string>() =>
  z
    .number()
    .int()
    .positive()
    .transform((value) => value as Id<Kind>);
/** Text for people. What others wrote is stripped of what could mislead the eye, here once for every page and every input. */
export const zText = z.string().max(500).overwrite(plainText);
export const zLongText = z.string().max(20_000).overwrite(plainText);
export const zToken = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/);
export const zLanguage = z.enum(['nl', 'fr', 'en', 'de']);
export const zUiLanguage = z.enum(['nl', 'en', 'fr']);
export const zCountry = z.string().regex(/^[A-Z]{2}$/);
export const zCurrency = z.string().regex(/^[A-Z]{3}$/);
export const zNothing = z.strictObject({});
export const zDone = z.strictObject({ done: z.literal(true) });

/** A file made for the user: fetched with GET /files/<token>. */
export const zFileRef = z.strictObject({ token: zToken, name: zText, mime: zText, size: z.number().int().nonnegative() });
export type FileRef = z.output<typeof zFileRef>;

/** A sentence as data: the text is made in the reader's language from `locales/<language>/reasons.ts`. */
export const zReason = z.strictObject({ code: zText, params: z.record(z.string().max(60), z.union([z.string().max(2000), z.number()])) });
export type Reason = z.output<typeof zReason>;

export const zProblem = z.strictObject({
  code: zText,
  params: z.record(z.string().max(60), z.union([z.string().max(2000), z.number()])),
  severity: z.enum(['error', 'warning']),
  where: z
    .strictObject({ file: zText.optional(), line: z.number().int().optional(), path: zText.optional() })
    .optional(),
});
/** Names a piece of long work, so that its progress can be shown and it can be cancelled. Chosen by the caller. */
export const zJobId = zToken;
export const zBuckets = z.strictObject({
  notDue: zCents,
  days1to30: zCents,
  days31to60: zCents,
  days61to90: zCents,
  over90: zCents,
  /** Without a due date: never overdue, always shown. */
  undated: zCents,
});
export type Buckets = z.output<typeof zBuckets>;
