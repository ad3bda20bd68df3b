import { z } from 'zod';
import { zCents, zCurrency, zDate, zId, zNothing, zText } from './common.ts';
import { reads, writes } from './method.ts';

const zTold = z.strictObject({ name: zText.nullable(), iban: zText.nullable(), text: z.string().max(5000), origin: z.string().max(500) });

/** The review list of bookings that look like one that is known. */
export const bankDoubts = {
  'imports.doubts': reads(
    zNothing,
    z.strictObject({
      count: z.number().int(),
      doubts: z
        .array(
          z.strictObject({
            id: zId<'bankDoubt'>(),
            account: zText,
            bookDate: zDate,
            amount: zCents,
            currency: zCurrency,
            booking: zTold,
            /** The booking it looks like; null when that was taken back since. */
            twin: zTold.nullable(),
          }),
        )
        .max(500),
    }),
  ),
  /** `same`: it is the booking that is here already. `new`: another one, taken in now and matched like any other. */
  'imports.judgeDoubts': writes(
    z.strictObject({ ids: z.array(zId<'bankDoubt'>()).min(1).max(500), verdict: z.enum(['same', 'new']) }),
    z.strictObject({ judged: z.number().int(), bankEntries: z.number().int(), matched: z.number().int() }),
  ),
} as const;
