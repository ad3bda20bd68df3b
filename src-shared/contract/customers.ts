import { z } from 'zod';
import { zBuckets, zCents, zCountry, zCurrency, zDate, zDone, zId, zInstant, zLanguage, zReason, zText } from './common.ts';
import { reads, writes } from './method.ts';

export const zContactFields = z.strictObject({
  name: z.string().max(120),
  role: z.enum(['accounts-payable', 'approver', 'buyer', 'project', 'management', 'legal', 'other']),
  email: z.string().max(160),
  phone: z.string().max(40),
  language: zLanguage.nullable(),
  isPaymentContact: z.boolean(),
  canReleasePayment: z.boolean(),
});
export const zCustomerFields = z.strictObject({
  name: z.string().min(1).max(200),
  number: z.string().max(60),
  kind: z.enum(['business', 'consumer']),
  country: zCountry,
  language: zLanguage,
  attention: z.string().max(120),
  street: z.string().max(160),
  postcode: z.string().max(16),
  city: z.string().max(100),
  vatNumber: z.string().max(30),
  registrationNumber: z.string().max(30),
  email: z.string().max(160),
  phone: z.string().max(40),
  termDays: z.number().int().min(0).max(365).nullable(),
  ladder: z.string().max(60).nullable(),
  channel: z.enum(['email', 'letter']),
  insolventOn: zDate.nullable(),
});
export type CustomerFields = z.output<typeof zCustomerFields>;

/** Why a customer does not pay, asked after every call (requirements 44 and 45). */
export const zCallReason = z.enum(['forgotten', 'cannot-pay', 'disagrees', 'not-received', 'in-approval', 'other']);

const zFlag = z.strictObject({ kind: z.enum(['late-payer', 'hold', 'dispute', 'promise', 'insolvent', 'unmatched', 'no-contact', 'credit', 'generic-mailbox']), reason: zReason });
const zNextStep = z.strictObject({ step: zText, on: zDate, reason: zReason }).nullable();

const zTimelineEvent = z.strictObject({
  key: zText,
  at: zDate,
  recordedAt: zInstant.nullable(),
  kind: z.enum(['invoice', 'creditNote', 'receipt', 'message', 'note', 'call', 'hold', 'dispute', 'promise', 'change', 'undo']),
  title: zReason,
  detail: z.string().max(4000),
  cents: zCents.nullable(),
  messageId: zId<'message'>().nullable(),
  documentId: zId<'document'>().nullable(),
  /** The reason that was noted with a call. */
  callReason: zCallReason.nullable(),
  /** Entries that one click can undo. */
  undoEntryIds: z.array(zId<'entry'>()).max(400),
});

export const zDocumentRow = z.strictObject({
  documentId: zId<'document'>(),
  customerId: zId<'customer'>(),
  customerName: zText,
  number: zText,
  kind: z.enum(['invoice', 'creditNote', 'claim']),
  issueDate: zDate,
  dueDate: zDate.nullable(),
  daysOverdue: z.number().int(),
  currency: zCurrency,
  total: zCents,
  open: zCents,
  state: z.enum(['paid', 'partly-paid', 'not-due', 'overdue', 'reminded', 'disputed', 'held', 'promised', 'credit', 'undated', 'insolvent', 'handed-over', 'in-plan']),
  nextStep: zNextStep,
});
export type DocumentRow = z.output<typeof zDocumentRow>;

export const customers = {
  'customers.list': reads(
    z.strictObject({ query: zText, onlyOpen: z.boolean() }),
    z.strictObject({
      customers: z
        .array(
          z.strictObject({
            customerId: zId<'customer'>(),
            name: zText,
            number: zText,
            city: zText,
            country: zCountry,
            open: zCents,
            overdue: zCents,
            oldestDays: z.number().int(),
            /** Days late of the last paid invoices, oldest first (for the sparkline); median where there are five or more. */
            daysLate: z.array(z.number().int()).max(14),
            medianDaysLate: z.number().nullable(),
            nextStep: zNextStep,
            flags: z.array(zFlag).max(12),
          }),
        )
        .max(200_000),
    }),
  ),
  'customers.get': reads(
    z.strictObject({ customerId: zId<'customer'>() }),
    z.strictObject({
      customerId: zId<'customer'>(),
      fields: zCustomerFields,
      /** Fields that the user changed by hand; later imports leave them alone. */
      editedFields: z.array(zText).max(40),
      since: zDate.nullable(),
      open: zCents,
      overdue: zCents,
      unmatched: zCents,
      buckets: zBuckets,
      openDocuments: z.number().int(),
      overdueDocuments: z.number().int(),
      oldestDays: z.number().int(),
      daysLate: z.array(z.number().int()).max(14),
      medianDaysLate: z.number().nullable(),
      salesLast12Months: zCents,
      flags: z.array(zFlag).max(12),
      nextStep: zNextStep,
      ladder: z.array(z.strictObject({ step: zText, state: z.enum(['done', 'now', 'later']), on: zDate.nullable(), channel: z.enum(['email', 'letter', 'call']) })).max(12),
      contacts: z.array(zContactFields.extend({ contactId: zId<'contact'>() })).max(100),
      openItems: z.array(zDocumentRow).max(20_000),
      holds: z.array(z.strictObject({ holdId: zId<'hold'>(), documentId: zId<'document'>().nullable(), reason: zText, until: zDate.nullable() })).max(100),
      disputes: z
        .array(
          z.strictObject({ disputeId: zId<'dispute'>(), documentId: zId<'document'>(), number: zText, cents: zCents, reason: zText, openedOn: zDate }),
        )
        .max(1000),
      promises: z.array(z.strictObject({ promiseId: zId<'promise'>(), on: zDate, cents: zCents, state: z.enum(['open', 'kept', 'broken']) })).max(1000),
    }),
  ),
  'customers.timeline': reads(
    z.strictObject({ customerId: zId<'customer'>(), filter: z.enum(['all', 'messages', 'receipts', 'notes']) }),
    z.strictObject({ events: z.array(zTimelineEvent).max(2000) }),
  ),
  'customers.save': writes(z.strictObject({ customerId: zId<'customer'>(), fields: zCustomerFields }), zDone),
  'customers.saveContact': writes(
    z.strictObject({ customerId: zId<'customer'>(), contactId: zId<'contact'>().nullable(), fields: zContactFields }),
    z.strictObject({ contactId: zId<'contact'>() }),
  ),
  'customers.removeContact': writes(z.strictObject({ contactId: zId<'contact'>() }), zDone),
  'customers.addNote': writes(
    z.strictObject({
      customerId: zId<'customer'>(),
      kind: z.enum(['note', 'call']),
      text: z.string().min(1).max(4000),
      /** Why the customer does not pay; asked after a call. */
      reason: zCallReason.nullable(),
    }),
    zDone,
  ),
  /** Follow-up stops for a customer or one document: a reason always, an end date always. */
  'customers.hold': writes(
    z.strictObject({ customerId: zId<'customer'>(), documentId: zId<'document'>().nullable(), reason: z.string().min(1).max(500), until: zDate }),
    z.strictObject({ holdId: zId<'hold'>() }),
  ),
  'customers.endHold': writes(z.strictObject({ holdId: zId<'hold'>() }), zDone),
  'customers.openDispute': writes(
    z.strictObject({ documentId: zId<'document'>(), cents: zCents, reason: z.string().min(1).max(500) }),
    z.strictObject({ disputeId: zId<'dispute'>() }),
  ),
  'customers.resolveDispute': writes(z.strictObject({ disputeId: zId<'dispute'>(), outcome: z.enum(['credited', 'rejected', 'partly']) }), zDone),
  'customers.addPromise': writes(
    z.strictObject({ customerId: zId<'customer'>(), on: zDate, cents: zCents }),
    z.strictObject({ promiseId: zId<'promise'>() }),
  ),
} as const;

export const invoices = {
  'invoices.list': reads(
    z.strictObject({
      query: zText,
      filter: z.enum(['open', 'overdue', 'paid', 'disputed', 'credit', 'undated', 'handedOver', 'inPlan', 'all']),
      customerId: zId<'customer'>().nullable(),
      sort: z.enum(['due', 'issue', 'number', 'customer', 'open', 'days']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
    z.strictObject({ rows: z.array(zDocumentRow).max(1000), total: z.number().int(), openCents: zCents }),
  ),
  /** How many documents each filter of the list shows. */
  'invoices.counts': reads(
    z.strictObject({ query: zText, customerId: zId<'customer'>().nullable() }),
    z.strictObject({
      open: z.number().int(),
      overdue: z.number().int(),
      paid: z.number().int(),
      disputed: z.number().int(),
      credit: z.number().int(),
      undated: z.number().int(),
      handedOver: z.number().int(),
      inPlan: z.number().int(),
      all: z.number().int(),
    }),
  ),
  'invoices.get': reads(
    z.strictObject({ documentId: zId<'document'>() }),
    z.strictObject({
      row: zDocumentRow,
      paymentReference: zText.nullable(),
      orderReference: zText.nullable(),
      dueDateOrigin: zText,
      source: z.strictObject({ file: zText, origin: zText, sha256: zText }).nullable(),
      movements: z
        .array(z.strictObject({ entryId: zId<'entry'>(), effectiveDate: zDate, recordedAt: zInstant, kind: zText, cents: zCents, openAfter: zCents, reason: zReason.nullable(), isUndone: z.boolean() }))
        .max(5000),
      messages: z.array(z.strictObject({ messageId: zId<'message'>(), on: zDate, step: zText, channel: z.enum(['email', 'letter']), state: zText })).max(500),
    }),
  ),
  'search.query': reads(
    z.strictObject({ text: zText }),
    z.strictObject({
      results: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('customer'), customerId: zId<'customer'>(), title: zText, detail: zText, open: zCents }),
            z.strictObject({ kind: z.literal('invoice'), documentId: zId<'document'>(), customerId: zId<'customer'>(), title: zText, detail: zText, open: zCents }),
            z.strictObject({ kind: z.literal('receipt'), bankEntryId: zId<'bankEntry'>(), title: zText, detail: zText, cents: zCents, on: zDate }),
          ]),
        )
        .max(50),
    }),
  ),
} as const;
