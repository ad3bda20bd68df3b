import { z } from 'zod';
import { zCents, zCurrency, zDate, zDone, zId, zInstant, zJobId, zNothing, zProblem, zText, zToken } from './common.ts';
import { reads, writes } from './method.ts';

/** Which column of a table holds which field; -1 where the file has none. Keys are field names of `resources/header-synonyms.json`. */
export const zColumnMapping = z.strictObject({
  columns: z.record(z.string().max(40), z.number().int().min(-1).max(500)),
  /** For columns whose cells do not settle it themselves. */
  dateOrder: z.enum(['dmy', 'mdy']),
  decimalMark: z.enum([',', '.']),
  /** What the table is a list of; invoices when it is not said. A mapping without columns asks for a proposal of this kind. */
  kind: z.enum(['invoices', 'bank']).optional(),
  /** The own account a list of bookings is of, when no column names it. */
  account: z.string().max(60).optional(),
});
export type ColumnMapping = z.output<typeof zColumnMapping>;

const zSums = z.array(z.strictObject({ currency: zCurrency, cents: zCents, count: z.number().int() })).max(50);

const zInvoiceFilePreview = z.strictObject({
  kind: z.literal('invoices'),
  file: zText,
  format: zText,
  documents: z.number().int(),
  invoices: z.number().int(),
  creditNotes: z.number().int(),
  /** New to this ledger; the same document again; the same document with changes that will be taken over. */
  fresh: z.number().int(),
  known: z.number().int(),
  changed: z.number().int(),
  skipped: z.number().int(),
  sums: zSums,
  oldestDueDate: zDate.nullable(),
  undated: z.number().int(),
  customersNew: z.number().int(),
  /** Only for tables: what was understood, to be changed and asked again. */
  table: z
    .strictObject({
      headers: z.array(zText).max(500),
      sample: z.array(z.array(z.string().max(200)).max(500)).max(20),
      mapping: zColumnMapping,
      remembered: z.boolean(),
      signature: zText,
      /** Rows that are no receivable (totals, headings, drafts), the first of them. */
      skippedRows: z.array(z.strictObject({ line: z.number().int(), reason: zText, text: zText })).max(200),
    })
    .nullable(),
  problems: z.array(zProblem).max(2000),
});

/** Only for tables of bookings that no bank's own layout fits: what was understood, and the first rows as they will be taken in. */
const zBankTable = z.strictObject({
  headers: z.array(zText).max(500),
  sample: z.array(z.array(z.string().max(200)).max(500)).max(20),
  mapping: zColumnMapping,
  remembered: z.boolean(),
  signature: zText,
  /** The own account as the file names it above its rows; empty when it does not. It goes before `mapping.account`. */
  namedAccount: z.string().max(60),
  rows: z
    .array(
      z.strictObject({
        line: z.number().int(),
        bookDate: zDate.nullable(),
        amount: zCents.nullable(),
        currency: zCurrency,
        name: z.string().max(200),
        account: z.string().max(60),
        text: z.string().max(300),
        balance: zCents.nullable(),
        problem: zProblem.nullable(),
      }),
    )
    .max(20),
});

const zBankFilePreview = z.strictObject({
  kind: z.literal('bank'),
  /** By this the answers about this file find it again, as long as the same files are staged; names of files may be the same. */
  part: z.string().max(100),
  file: zText,
  format: zText,
  statements: z
    .array(
      z.strictObject({
        account: zText,
        /** Only what is booked is taken in; an interim report and the details of a notification are shown. */
        standing: z.enum(['booked', 'provisional', 'details']),
        ownership: z.enum(['ours', 'not-ours', 'unknown']),
        number: zText.nullable(),
        from: zDate.nullable(),
        to: zDate.nullable(),
        entries: z.number().int(),
        opening: zCents.nullable(),
        closing: zCents.nullable(),
        currency: zCurrency,
        /** Null without an opening and a closing balance: then nothing was checked. */
        addsUp: z.boolean().nullable(),
        /** Null without balances, and where amounts of several currencies would have to be added. */
        difference: zCents.nullable(),
        fresh: z.number().int(),
        known: z.number().int(),
        possiblyKnown: z.number().int(),
        /** The first of those that look like bookings known from another file. */
        possibly: z.array(z.strictObject({ bookDate: zDate, amount: zCents, name: zText, text: zText })).max(20),
      }),
    )
    .max(5000),
  table: zBankTable.nullable(),
  problems: z.array(zProblem).max(2000),
});
const zRefusedFile = z.strictObject({ kind: z.literal('refused'), file: zText, problems: z.array(zProblem).max(2000) });
const zFilePreview = z.discriminatedUnion('kind', [zInvoiceFilePreview, zBankFilePreview, zRefusedFile]);
export type FilePreview = z.output<typeof zFilePreview>;

const zResultCounts = z.strictObject({
  /** New ones; those that changed are counted apart. */
  documents: z.number().int(),
  changed: z.number().int(),
  customers: z.number().int(),
  statements: z.number().int(),
  bankEntries: z.number().int(),
  /** Bookings that look like known ones and wait on the review list. */
  doubtful: z.number().int(),
  matched: z.number().int(),
  /** Payments that went back: their invoices are open again. */
  returned: z.number().int(),
  unmatched: z.number().int(),
});

export const imports = {
  /** Reads staged files off the event loop and says what taking them in would do; stores nothing in the ledger. */
  'imports.preview': reads(
    z.strictObject({
      jobId: zJobId,
      stagedIds: z.array(zToken).min(1).max(20_000),
      /** By header signature. */
      mappings: z.record(z.string().max(100), zColumnMapping),
      /** By `part` of a bank file: the account it is of, for files that name none (QIF). */
      ofAccount: z.record(z.string().max(100), z.string().max(60)).optional(),
      /** By `part` of a bank file: whether the day or the month comes first, for files that do not show it (QIF). */
      dateOrders: z.record(z.string().max(100), z.enum(['dmy', 'mdy'])).optional(),
    }),
    z.strictObject({
      previewId: zToken,
      files: z.array(zFilePreview).max(20_000),
      totals: z.strictObject({
        fresh: z.number().int(),
        known: z.number().int(),
        skipped: z.number().int(),
        refused: z.number().int(),
        customersNew: z.number().int(),
        sums: zSums,
      }),
    }),
  ),
  /** Takes a previewed set in, in one transaction, and matches what can be matched for certain. */
  'imports.commit': writes(
    z.strictObject({
      jobId: zJobId,
      previewId: zToken,
      /** Whose account this is, for accounts the preview shows as unknown. */
      accounts: z.record(z.string().max(60), z.enum(['ours', 'not-ours'])),
      /** Also takes in the bookings that may be known already: the user says they are new. */
      takePossiblyKnown: z.boolean().default(false),
    }),
    z.strictObject({ importId: zId<'import'>().nullable(), counts: zResultCounts, problems: z.array(zProblem).max(2000) }),
  ),
  'imports.discard': reads(z.strictObject({ previewId: zToken }), zDone),
  /** Takes an import back by counter-entries, in one transaction. A job that is named can be watched and cancelled; then nothing is undone. */
  'imports.undo': writes(z.strictObject({ importId: zId<'import'>(), jobId: zJobId.optional() }), z.strictObject({ reversedEntries: z.number().int() })),
  'imports.history': reads(
    zNothing,
    z.strictObject({
      imports: z
        .array(
          z.strictObject({
            id: zId<'import'>(),
            at: zInstant,
            kind: z.enum(['invoices', 'bank', 'mixed']),
            files: z.array(zText).max(20_000),
            documents: z.number().int(),
            bankEntries: z.number().int(),
            undoneAt: zInstant.nullable(),
            problems: z.number().int(),
          }),
        )
        .max(1000),
    }),
  ),
} as const;
