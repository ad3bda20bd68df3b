/** Branded row ids: whole numbers made by SQLite (INTEGER PRIMARY KEY), so that an index over two million postings stays small. What must not be mixed up cannot be mixed up. */
declare const idBrand: unique symbol;
export type Id<Kind extends string> = number & { readonly [idBrand]: Kind };

export type AdministrationId = string & { readonly [idBrand]: 'administration' };
export type CustomerId = Id<'customer'>;
export type ContactId = Id<'contact'>;
export type DocumentId = Id<'document'>;
export type OwnAccountId = Id<'ownAccount'>;
export type StatementId = Id<'statement'>;
export type BankEntryId = Id<'bankEntry'>;
export type BankDoubtId = Id<'bankDoubt'>;
export type EntryId = Id<'entry'>;
export type ImportId = Id<'import'>;
export type ImportFileId = Id<'importFile'>;
export type LadderId = Id<'ladder'>;
export type DueStepId = Id<'dueStep'>;
export type MessageId = Id<'message'>;
export type DirectDebitOrderId = Id<'directDebitOrder'>;
export type PaymentPlanId = Id<'paymentPlan'>;
export type PlanEventId = Id<'planEvent'>;
export type PrintRunId = Id<'printRun'>;
export type ProofId = Id<'proof'>;
export type HandoverId = Id<'handover'>;
export type HandoverPartyId = Id<'handoverParty'>;
export type HoldId = Id<'hold'>;
export type DisputeId = Id<'dispute'>;
