import { z } from 'zod';
import { zCents, zDone, zFileRef, zId, zInstant, zJobId, zLanguage, zNothing, zReason, zText } from './common.ts';
import { reads, runs, writes } from './method.ts';

const zRunKind = z.enum(['ordinary', 'registered']);
export const zLabelFormat = z.enum(['3x8', '3x7', '2x7', '2x4']);
/** Letters that lie together for one kind of envelope and language. */
const zBundle = z.strictObject({ window: z.enum(['left', 'right']), language: zLanguage, letters: z.number().int() });
const zPrintedRun = z.strictObject({
  printRunId: zId<'printRun'>(),
  kind: zRunKind,
  file: zFileRef,
  letters: z.number().int(),
  pages: z.number().int(),
  bundles: z.array(zBundle).max(20),
  carrier: z.enum(['PostNL', 'bpost']).nullable(),
  /** For the counter, with registered letters only: the list as CSV and to be stamped, and labels where they were asked for. */
  senderCsv: zFileRef.nullable(),
  senderSheet: zFileRef.nullable(),
  labels: zFileRef.nullable(),
  /** Why there are none although they were asked for, such as an address that does not fit. */
  labelsProblem: zReason.nullable(),
});
const zListedLetter = z.strictObject({
  messageId: zId<'message'>(),
  customerName: zText,
  step: zText,
  cents: zCents,
  /** What the letter says of its own way; null: nothing, so that it may go either way. */
  sending: z.enum(['registered', 'registered-and-ordinary']).nullable(),
  /** Why it must not be posted any more, such as that it was paid; null = it may go. */
  untrue: zReason.nullable(),
});

export const printing = {
  /**
   * Prints approved letters (null = all) with what is enclosed, each starting on a front page where both sides are printed, sorted by window,
   * language and postcode; registered ones in a run of their own. What is no longer true is cancelled first. The runs are logged; letters
   * count as sent only when the user says that they were posted.
   */
  'outbox.print': runs(
    z.strictObject({
      jobId: zJobId,
      messageIds: z.array(zId<'message'>()).max(20_000).nullable().default(null),
      /** Letters that go registered beside those that say so themselves. What says that it goes both ways lies in both runs. */
      registered: z.array(zId<'message'>()).max(20_000).default([]),
      /** Address labels for registered letters; `skip` = labels already used on the first sheet. */
      labels: z.strictObject({ format: zLabelFormat, skip: z.number().int().min(0).max(23) }).nullable().default(null),
      isDuplex: z.boolean().default(true),
    }),
    z.strictObject({
      runs: z.array(zPrintedRun).max(2),
      letters: z.number().int(),
      cancelled: z.number().int(),
      refused: z.array(z.strictObject({ messageId: zId<'message'>(), customerName: zText, reason: zReason })).max(20_000),
    }),
  ),
  /**
   * A letter that was called posted and was not: it waits for the post again, and what counts from its posting is counted anew. Refused with
   * `posting-followed` once a later step was taken, and for what went by mail. What was said before stays in the log.
   */
  'outbox.notPosted': writes(z.strictObject({ messageId: zId<'message'>(), reason: z.string().trim().min(1).max(300) }), zDone),
  /** Approved letters: those not printed yet, and those that were printed and still have to be posted, run by run. */
  'outbox.printList': reads(
    zNothing,
    z.strictObject({
      toPrint: z.array(zListedLetter).max(20_000),
      printed: z.array(z.strictObject({ printRunId: zId<'printRun'>(), printedAt: zInstant, kind: zRunKind, letters: z.array(zListedLetter).max(20_000) })).max(2000),
    }),
  ),
} as const;
