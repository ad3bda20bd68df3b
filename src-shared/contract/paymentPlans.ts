import { z } from 'zod';
import { zCents, zCurrency, zDate, zDone, zFileRef, zId, zText } from './common.ts';
import { reads, runs, writes } from './method.ts';

const mostInstalments = 60;
const zTerms = z.strictObject({
  customerId: zId<'customer'>(),
  documentIds: z.array(zId<'document'>()).min(1).max(200),
  /** So many instalments, or instalments of so much; what is left over goes into the last one. */
  division: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count'), count: z.number().int().min(1).max(mostInstalments) }),
    z.strictObject({ kind: z.literal('amount'), cents: zCents }),
  ]),
  firstOn: zDate,
  interval: z.enum(['week', 'two-weeks', 'month']),
});

const zPlanEvent = z.strictObject({ eventId: zId<'planEvent'>(), on: zDate, by: zText });
const zRecord = z.strictObject({ planId: zId<'paymentPlan'>(), on: zDate, by: z.string().min(1).max(200) });
const zRecorded = z.strictObject({ eventId: zId<'planEvent'>() });

/** Payment plans (requirement 54): agreed later payment of one or several documents, in instalments. */
export const paymentPlans = {
  /** The schedule as it would be; nothing is kept. */
  'paymentPlans.propose': reads(
    zTerms,
    z.strictObject({ currency: zCurrency, totalCents: zCents, instalments: z.array(z.strictObject({ dueOn: zDate, cents: zCents })).max(mostInstalments), /** More than twelve instalments or months: seldom kept. */ isLong: z.boolean() }),
  ),
  /** Keeps a plan; `totalCents` is what was shown, so that nothing else is agreed than what was seen. */
  'paymentPlans.make': writes(zTerms.extend({ totalCents: zCents, isInterestWaived: z.boolean() }), z.strictObject({ planId: zId<'paymentPlan'>(), reference: zText })),
  /** `ended` when it was not kept or something else was agreed, `cancelled` when it should never have been made. */
  'paymentPlans.end': writes(z.strictObject({ planId: zId<'paymentPlan'>(), kind: z.enum(['ended', 'cancelled']), reason: z.string().min(1).max(500) }), zDone),
  /** Both signed: who, and on what day, not after the one agreed. */
  'paymentPlans.accept': writes(zRecord, zRecorded),
  /** The missed instalment was told in writing: how, and on what day. `position` counts from 1. */
  'paymentPlans.notice': writes(zRecord.extend({ position: z.number().int().min(1).max(mostInstalments) }), zRecorded),
  /** Takes such a record back. */
  'paymentPlans.withdraw': writes(z.strictObject({ eventId: zId<'planEvent'>() }), zDone),
  'paymentPlans.list': reads(
    z.strictObject({ customerId: zId<'customer'>() }),
    z.strictObject({
      plans: z
        .array(
          z.strictObject({
            planId: zId<'paymentPlan'>(),
            reference: zText,
            currency: zCurrency,
            agreedOn: zDate,
            totalCents: zCents,
            /** What is still to be paid. */
            restCents: zCents,
            /** `unsigned` until `signBy`, then `lapsed`; `missed` until the notice, `noticed` while its term runs, `broken` after it. */
            state: z.enum(['unsigned', 'lapsed', 'running', 'missed', 'noticed', 'broken', 'paid', 'ended', 'cancelled']),
            signBy: zDate,
            /** When both signed and who; `by` is empty for a plan from before this was kept. */
            accepted: zPlanEvent.nullable(),
            endedOn: zDate.nullable(),
            endReason: zText,
            documents: z.array(z.strictObject({ documentId: zId<'document'>(), number: zText, openCents: zCents, openNowCents: zCents })).max(200),
            instalments: z
              .array(
                z.strictObject({
                  dueOn: zDate,
                  cents: zCents,
                  paidCents: zCents,
                  restCents: zCents,
                  state: z.enum(['paid', 'open', 'missed']),
                  /** The last day on which it is in time. */
                  lastDay: zDate,
                  /** The written notice that it was missed, and by when it can still be paid. */
                  notice: zPlanEvent.extend({ payBy: zDate }).nullable(),
                }),
              )
              .max(mostInstalments),
          }),
        )
        .max(500),
    }),
  ),
  /** The agreement with its schedule and lines to sign, as it was made. */
  'paymentPlans.letter': runs(z.strictObject({ planId: zId<'paymentPlan'>() }), z.strictObject({ pdf: zFileRef, pages: z.number().int() })),
} as const;
