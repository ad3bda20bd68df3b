import { z } from 'zod';
import { zCents, zDate, zDone, zFileRef, zId, zInstant, zJobId, zLanguage, zLongText, zNothing, zReason, zText } from './common.ts';
import { reads, runs, writes } from './method.ts';

const zChannel = z.enum(['email', 'letter']);
export const zMessageState = z.enum(['planned', 'approved', 'sending', 'sent', 'failed', 'unconfirmed', 'cancelled']);

export const zLadderStep = z.strictObject({
  key: zText,
  offsetDays: z.number().int().min(-60).max(365),
  /** Counted from the issue date, the due date, or the day the step before it was sent. */
  after: z.enum(['issue-date', 'due-date', 'previous-step']),
  channel: z.enum(['email', 'letter', 'call']),
  payWithinDays: z.number().int().min(1).max(60),
  optional: z.boolean(),
  /** False for steps whose letter this version cannot write yet: they become a decision, never a silent lapse. */
  available: z.boolean(),
});
export const zLadder = z.strictObject({ key: zText, name: zText, isPreset: z.boolean(), steps: z.array(zLadderStep).min(1).max(12) });

/** One row of the day's batch: one message to one customer. */
const zBatchItem = z.strictObject({
  messageId: zId<'message'>(),
  customerId: zId<'customer'>(),
  customerName: zText,
  step: zText,
  channel: zChannel,
  language: zLanguage,
  recipient: z.string().max(300),
  recipientName: zText,
  documents: z.array(z.strictObject({ documentId: zId<'document'>(), number: zText, dueDate: zDate.nullable(), daysOverdue: z.number().int(), open: zCents })).max(2000),
  cents: zCents,
  /** Interest and costs among `cents`, as the law lets ask them on the day it goes out. */
  chargesCents: zCents,
  /** `one-by-one`: a letter with consequences; it is approved by itself and never along with others. */
  approval: z.enum(['batch', 'one-by-one']),
  reason: zReason,
  warnings: z.array(zReason).max(10),
  /** Set when it cannot be sent as it stands; the error of making it. */
  blocked: zReason.nullable(),
  /** By registered post: as chosen for this letter, else as its step says. */
  isRegistered: z.boolean(),
  isEdited: z.boolean(),
  payBy: zDate,
  /** Today, or Monday when the batch is looked at in the weekend. */
  sendOn: zDate,
});
const zHeldItem = z.strictObject({
  customerId: zId<'customer'>(),
  customerName: zText,
  holdId: zId<'hold'>().nullable(),
  documents: z.array(z.strictObject({ documentId: zId<'document'>(), number: zText, open: zCents })).max(2000),
  cents: zCents,
  reason: zReason,
  until: zDate.nullable(),
});
const zDecision = z.strictObject({
  kind: z.enum(['unmatched', 'hold-ends', 'missed-step', 'undated', 'no-recipient', 'step-unavailable', 'never-sent', 'open-credit', 'insolvent', 'instalment-missed', 'plan-lapsed', 'ladder-ended', 'prescription-near', 'vat-refund', 'unconfirmed', 'failed', 'dispute', 'does-not-add-up', 'bank-gap', 'bank-old', 'unknown-account', 'returned']),
  reason: zReason,
  customerId: zId<'customer'>().nullable(),
  /** Empty where it is not about one customer or document. */
  customerName: zText,
  documentNumber: zText,
  bankEntryId: zId<'bankEntry'>().nullable(),
  documentId: zId<'document'>().nullable(),
  messageId: zId<'message'>().nullable(),
  holdId: zId<'hold'>().nullable(),
  cents: zCents.nullable(),
  /** Reminders that wait for this, each one message. */
  holdsBack: z.number().int(),
});
const zCall = z.strictObject({
  customerId: zId<'customer'>(),
  customerName: zText,
  contactName: zText.nullable(),
  phone: zText.nullable(),
  cents: zCents,
  reason: zReason,
  /** Exposure × risk × overdue, with its three factors. */
  score: z.strictObject({ value: z.number(), exposure: zCents, risk: z.number(), overdueFactor: z.number() }),
});

export const dunning = {
  /** The start screen. Makes the day's due rows (idempotent) and tells what to send, to decide and whom to call. */
  'today.overview': writes(
    zNothing,
    z.strictObject({
      today: zDate,
      send: z.strictObject({
        count: z.number().int(),
        cents: zCents,
        steps: z
          .array(z.strictObject({ step: zText, names: z.array(zText).max(3), count: z.number().int(), emails: z.number().int(), letters: z.number().int(), cents: zCents }))
          .max(12),
        warnings: z.array(z.strictObject({ customerId: zId<'customer'>(), customerName: zText, reason: zReason })).max(200),
        held: z.array(zHeldItem).max(5000),
      }),
      decide: z.array(zDecision).max(2000),
      call: z.array(zCall).max(50),
      overdue: zCents,
      overdueWeekAgo: zCents,
      hasDocuments: z.boolean(),
      hasBank: z.boolean(),
    }),
  ),
  /** The user has seen that a step of this document was not done in time; it is not shown again. */
  'today.missedSeen': writes(z.strictObject({ documentId: zId<'document'>() }), zDone),
  /** The user has looked at a deadline of the law; it is not pointed out again for the same day. */
  'today.deadlineSeen': writes(z.strictObject({ documentId: zId<'document'>(), deadline: z.enum(['prescription', 'vatRefund']) }), zDone),
  /** A person did a step that has no letter (a look at the case, a handover); the ladder goes on from today. `not-allowed-now` when it is not that step's turn. */
  'today.stepDone': writes(z.strictObject({ documentId: zId<'document'>(), step: zText, reason: z.string().max(500) }), zDone),
  'batch.list': writes(zNothing, z.strictObject({ today: zDate, items: z.array(zBatchItem).max(20_000), held: z.array(zHeldItem).max(5000), bankAgeDays: z.number().int().nullable(), bankGuard: zReason.nullable() })),
  /** The message as it will leave: the PDF itself, and for mail also subject, HTML (as a file to show) and text. */
  'batch.preview': reads(
    z.strictObject({ messageId: zId<'message'>() }),
    z.strictObject({ subject: zText, from: zText, text: zLongText, html: zFileRef.nullable(), pdf: zFileRef, /** Names of what else goes along. */ enclosures: z.array(zText).max(2000), editable: z.strictObject({ subject: zText, opening: z.string().max(2000), note: z.string().max(2000) }) }),
  ),
  'batch.edit': writes(
    z.strictObject({
      messageId: zId<'message'>(),
      channel: zChannel,
      recipient: z.string().max(300),
      subject: zText,
      /** The first paragraph, and an own paragraph before the closing; empty = ours. */
      opening: z.string().max(2000),
      note: z.string().max(2000),
      /** By registered post; null = as it was. */
      isRegistered: z.boolean().nullable().default(null),
    }),
    zDone,
  ),
  'batch.hold': writes(z.strictObject({ messageId: zId<'message'>(), reason: z.string().min(1).max(500), until: zDate }), z.strictObject({ holdId: zId<'hold'>() })),
  /** Approval freezes text, PDF and amounts. Nothing leaves yet. `evenThoughBankIsOld` says that the user saw the warning. */
  'batch.approve': runs(
    z.strictObject({ jobId: zJobId, messageIds: z.array(zId<'message'>()).min(1).max(20_000), evenThoughBankIsOld: z.boolean() }),
    z.strictObject({ approved: z.number().int(), emails: z.number().int(), letters: z.number().int(), refused: z.array(z.strictObject({ messageId: zId<'message'>(), reason: zReason })).max(20_000) }),
  ),
  'ladders.list': reads(zNothing, z.strictObject({ ladders: z.array(zLadder).max(50), standard: zText })),
  'ladders.setStandard': writes(z.strictObject({ key: zText }), zDone),
} as const;

const zMessageRow = z.strictObject({
  messageId: zId<'message'>(),
  customerId: zId<'customer'>(),
  customerName: zText,
  step: zText,
  channel: zChannel,
  recipient: z.string().max(300),
  subject: zText,
  cents: zCents,
  state: zMessageState,
  /** The day it may go out: an e-mail that is approved in the weekend waits for Monday. */
  plannedOn: zDate,
  approvedAt: zInstant.nullable(),
  sentAt: zInstant.nullable(),
  /** The day it went out; for a letter the day it was posted, as the user said. */
  sentOn: zDate.nullable(),
  failure: zReason.nullable(),
  attempts: z.number().int(),
});

export const outbox = {
  /**
   * Sends the approved e-mails whose day has come, one by one: each is claimed before the first byte goes out. Old bank data stop it with
   * `bank-data-old` as the problem, unless the user has seen that (`evenThoughBankIsOld`).
   */
  'outbox.send': runs(
    z.strictObject({ jobId: zJobId, evenThoughBankIsOld: z.boolean().default(false) }),
    z.strictObject({ sent: z.number().int(), failed: z.number().int(), unconfirmed: z.number().int(), cancelled: z.number().int(), problem: zReason.nullable() }),
  ),
  'outbox.markPosted': writes(z.strictObject({ messageIds: z.array(zId<'message'>()).min(1).max(20_000), on: zDate }), z.strictObject({ posted: z.number().int() })),
  'outbox.list': reads(
    z.strictObject({ filter: z.enum(['all', 'waiting', 'sent', 'attention']), query: zText, offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }),
    z.strictObject({ rows: z.array(zMessageRow).max(1000), total: z.number().int(), attention: z.number().int(), waiting: z.number().int(), /** May go out today. */ waitingEmails: z.number().int(), waitingLetters: z.number().int() }),
  ),
  'outbox.get': reads(
    z.strictObject({ messageId: zId<'message'>() }),
    z.strictObject({
      row: zMessageRow,
      recipientName: zText,
      language: zLanguage,
      reference: zText,
      payBy: zDate,
      text: zLongText,
      html: zFileRef.nullable(),
      pdf: zFileRef.nullable(),
      pdfSha256: zText.nullable(),
      contentSha256: zText.nullable(),
      messageIdHeader: zText.nullable(),
      documents: z.array(z.strictObject({ documentId: zId<'document'>(), number: zText, open: zCents, openNow: zCents })).max(2000),
      /** By registered post, as the letter says itself. */
      isRegistered: z.boolean(),
      /** What went along, such as copies of invoices. */
      enclosures: z.array(z.strictObject({ name: zText, sha256: zText, pdf: zFileRef.nullable() })).max(2000),
      reason: zReason,
      events: z.array(z.strictObject({ at: zInstant, state: zMessageState, detail: zText })).max(200),
      hashesVerify: z.boolean(),
    }),
  ),
  /** A person decides about a message whose delivery is unknown, or gives up or retries one that failed. */
  'outbox.resolve': writes(z.strictObject({ messageId: zId<'message'>(), decision: z.enum(['was-sent', 'send-again', 'cancel']) }), zDone),
} as const;

export const zSmtpSettings = z.strictObject({
  host: z.string().max(200),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(200),
  fromName: z.string().max(120),
  fromAddress: z.string().max(200),
  replyTo: z.string().max(200),
  maxPerDay: z.number().int().min(1).max(5000),
});
export type SmtpSettings = z.output<typeof zSmtpSettings>;
/** `mailLimitMb`: a larger mail is refused at approval, in megabytes of 1,000,000 bytes. */
const zAttachmentSettings = z.strictObject({
  enclosesInvoices: z.boolean(),
  mailLimitMb: z.number().int().min(1).max(50),
  /** With a mail, lists and calculations are a file of their own instead of the last pages of the letter. */
  annexApart: z.boolean().default(false),
  /** Steps whose letters go by registered post unless somebody says otherwise. */
  registeredSteps: z.array(zText).max(20).default(['default-notice', 'pre-legal-letter']),
});
export const settings = {
  'settings.smtp': reads(zNothing, z.strictObject({ settings: zSmtpSettings.nullable(), hasPassword: z.boolean(), secretsBackend: z.enum(['system', 'key-file', 'session']) })),
  /** `password` null = keep the stored one. */
  'settings.saveSmtp': writes(z.strictObject({ settings: zSmtpSettings, password: z.string().max(500).nullable() }), zDone),
  'settings.testSmtp': runs(z.strictObject({ to: z.string().max(200) }), z.strictObject({ ok: z.boolean(), reason: zReason.nullable() })),
  'settings.policy': reads(zNothing, z.strictObject({ bankMaxAgeDays: z.number().int(), minimumGapDays: z.number().int() })),
  'settings.savePolicy': writes(z.strictObject({ bankMaxAgeDays: z.number().int().min(0).max(60), minimumGapDays: z.number().int().min(1).max(60) }), zDone),
  'settings.attachments': reads(zNothing, zAttachmentSettings),
  'settings.saveAttachments': writes(zAttachmentSettings, zDone),
  'settings.windowTestPage': reads(zNothing, zFileRef),
} as const;
