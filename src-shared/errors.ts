/**
 * The closed list of error codes. An error is data: a code, its parameters and the place; the text (what, why, what to do) is made
 * in the reader's language from `locales/<language>/errors.ts`, where every code must have an entry in every language.
 */
export const importErrorCodes = [
  'file-empty',
  'file-too-large',
  'file-binary',
  'file-truncated',
  'file-line-too-long',
  'file-encoding-invalid',
  'format-unknown',
  'xml-doctype',
  'xml-malformed',
  'xml-too-deep',
  'file-field-too-long',
  'format-archive',
  'format-payment-order',
  'bank-no-statement',
  'bank-account-missing',
  'bank-amount-unreadable',
  'bank-date-unreadable',
  'bank-entry-unreadable',
  'bank-entry-not-booked',
  'bank-statement-unbalanced',
  'bank-opening-missing',
  'bank-closing-missing',
  'bank-balance-gap',
  'bank-statement-missing',
  'bank-days-missing',
  'bank-days-ahead',
  'bank-totals-differ',
  'bank-currency-differs',
  'bank-reversals-turned',
  'bank-batch-kept-whole',
  'bank-pages-missing',
  'bank-stray-minus',
  'bank-running-balance-gap',
  'bank-balances-only',
  'bank-card-statement',
  'bank-table-columns-missing',
  'bank-table-account-unknown',
  'bank-table-sign-unclear',
  'bank-provisional',
  'bank-details-only',
  'bank-details-split',
  'bank-details-unmatched',
  'bank-details-known',
  'bank-details-decided',
  'bank-header-repeated',
  'archive-empty',
  'archive-nested',
  'zip-bomb',
  'zip-invalid',
] as const;

/** What only some bank formats know: control records, messages of the bank, dates without a fixed order. */
export const bankFormatErrorCodes = [
  'bank-records-differ',
  'bank-trailer-missing',
  'bank-account-differs',
  'bank-statement-copy',
  'bank-message',
  'bank-date-order-unclear',
  'bank-split-differs',
  'bank-sum-too-large',
  'bank-more-problems',
  'bank-correction',
  'bank-sign-unclear',
] as const;

export const invoiceErrorCodes = [
  'invoice-response-message',
  'invoice-attached-document',
  'invoice-cii',
  'invoice-audit-file',
  'invoice-other-document',
  'invoice-html-table',
  'invoice-pdf',
  'invoice-old-workbook',
  'invoice-xml-unknown',
  'invoice-number-missing',
  'invoice-amount-missing',
  'invoice-amount-unreadable',
  'invoice-amount-rounded',
  'invoice-date-missing',
  'invoice-date-unreadable',
  'invoice-totals-differ',
  'invoice-customer-missing',
  'invoice-currency-missing',
  'invoice-issue-date-missing',
  'invoice-due-date-missing',
  'invoice-due-before-issue',
  'invoice-due-date-from-text',
  'invoice-due-sooner-than-terms',
  'invoice-account-invalid',
  'invoice-vat-invalid',
  'invoice-legal-id-invalid',
  'invoice-attachment-too-large',
  'invoice-duplicate-in-file',
  'invoice-amount-hundredfold',
  'table-no-header',
  'table-no-rows',
  'table-too-large',
  'table-customer-column-missing',
  'table-number-column-missing',
  'table-amount-column-missing',
  'table-date-column-missing',
  'table-due-date-column-missing',
  'table-number-repaired',
  'table-ageing-only',
  'table-payment-list',
  'table-date-order-unclear',
  'table-decimal-unclear',
  'table-number-damaged',
  'table-quote-unclosed',
  'table-row-without-number',
  'table-cell-date',
  'table-cell-amount',
  'table-sum-differs',
  'table-mapping-outdated',
  'table-column-uncertain',
  'table-amounts-differ',
  'table-workbook-unreadable',
] as const;
export type InvoiceErrorCode = (typeof invoiceErrorCodes)[number];

/** What taking in says about files and documents that were read. */
export const intakeErrorCodes = [
  'import-file-gone',
  'import-too-slow',
  'watched-folder-unreadable',
  'import-reading-failed',
  'import-preview-gone',
  'import-undone',
  'import-other-kind',
  'document-purchase',
  'document-other-seller',
  'document-foreign-seller',
  'document-seller-alike',
  'document-not-a-claim',
  'document-undated',
  'document-customer-missing',
  'document-paid-odd',
  'document-twice',
  'document-currency-changed',
  'document-below-paid',
  'document-balance-differs',
  'bank-account-unanswered',
  'bank-account-unnamed',
  'bank-account-not-ours',
  'bank-entries-possibly-known',
] as const;

export const ledgerErrorCodes = [
  'ledger-not-open',
  'ledger-in-use',
  'ledger-from-the-future',
  'ledger-damaged',
  'ledger-not-termijn',
  'ledger-pragma-failed',
  'ledger-unbalanced',
  'ledger-disk-full',
  'ledger-migration-failed',
  'backup-failed',
  'export-too-large',
  'not-found',
  'allocation-too-large',
  'allocation-currency',
  'money-back-differs',
  'write-off-above-limit',
  'account-in-use',
  'reason-missing',
] as const;

export const appErrorCodes = [
  'bad-request',
  'unknown-method',
  'forbidden',
  'cancelled',
  'internal',
  'not-allowed-now',
] as const;

export const letterErrorCodes = [
  'letter-step-unavailable',
  'handover-party-missing',
  'handover-party-unregistered',
  'message-not-due',
  'message-state',
  'bank-data-too-old',
  'smtp-not-set',
  'smtp-not-encrypted',
  'recipient-invalid',
  'letter-nothing-to-pay',
  'letter-currency',
  'letter-sender-incomplete',
  'letter-customer-incomplete',
  'letter-description-missing',
  'letter-earlier-message-missing',
  'letter-item-invalid',
  'letter-item-not-overdue',
  'letter-deadline-free-day',
  'letter-deadline-too-early',
  'letter-block-missing',
  'letter-wording-forbidden',
  'letter-characters-missing',
  'letter-address-too-large',
  'letter-too-long',
  'letter-logo-unreadable',
  'payment-code-refused',
  'mail-header-unsafe',
] as const;

/** Questions about the law that have no answer, and decisions about claims that cannot be taken. */
export const lawErrorCodes = [
  'law-amount-negative',
  'law-rate-invalid',
  'law-rate-unknown',
  'law-rates-unreadable',
  'law-nothing-to-book',
  'law-book-not-allowed',
  'law-claim-touched',
] as const;

/** Letters that may not be sent as they are, and templates. */
export const templateErrorCodes = [
  'letter-amount-differs',
  'letter-charges-too-early',
  'letter-clause-missing',
  'letter-amount-above-cap',
  'letter-other-law',
  'letter-default-missing',
  'letter-default-not-agreed',
  'letter-one-by-one',
  'letter-instalments-differ',
  'letter-term-void',
  'letter-language-mixed',
  'template-other-reader',
  'template-field-unknown',
  'template-field-elsewhere',
  'template-marks-unbalanced',
  'template-amount-missing',
  'template-invoices-missing',
  'template-due-dates-missing',
  'template-pay-by-missing',
  'template-payment-missing',
  'template-next-step-missing',
  'template-contact-missing',
  'template-consequence-missing',
  'template-legal-changed',
  'template-legal-unlocked',
  'template-legal-missing',
  'template-piece-twice',
  'template-text-too-long',
  'template-text-empty',
  'template-tone',
  'template-charges-asked',
  'template-second-term',
  'template-order',
  'template-block-required',
] as const;

/** Printing, paper and attachments. */
export const printErrorCodes = ['print-file-not-written', 'letter-paper-unreadable', 'letter-paper-margins', 'mail-too-large', 'proof-type', 'proof-too-large', 'posting-followed'] as const;

/** Payment plans and our own direct debits. */
export const planErrorCodes = ['plan-nothing-open', 'plan-too-many-instalments', 'plan-document-taken', 'plan-first-day-past', 'plan-total-changed', 'plan-currency', 'plan-day-wrong', 'plan-signed-late', 'plan-nothing-missed', 'plan-insolvent', 'plan-handed-over', 'debit-order-unreadable', 'debit-order-too-large', 'debit-order-not-ours', 'debit-order-known', 'debit-order-nothing'] as const;

/** Letters that a person sends of his own accord. */
export const correspondenceErrorCodes = ['correspondence-no-address', 'correspondence-nothing-open', 'correspondence-receipt-gone', 'correspondence-nothing-crossed', 'correspondence-changed', 'correspondence-one-a-day', 'correspondence-insolvent', 'correspondence-handed-over'] as const;

export const errorCodes = [...correspondenceErrorCodes, ...importErrorCodes, ...bankFormatErrorCodes, ...invoiceErrorCodes, ...intakeErrorCodes, ...ledgerErrorCodes, ...appErrorCodes, ...letterErrorCodes, ...lawErrorCodes, ...templateErrorCodes, ...printErrorCodes, ...planErrorCodes] as const;
export type ErrorCode = (typeof errorCodes)[number];
export type IntakeErrorCode = (typeof intakeErrorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** Where in a foreign file something was found. `line` counts from 1; `path` is a path inside an XML or JSON file, or a column. */
export type Place = { readonly file?: string; readonly line?: number; readonly path?: string };

/** An expected failure, as a value. */
export type AppError = { readonly code: ErrorCode; readonly params: ErrorParams; readonly where?: Place };

/** A finding in a file that was read: an error keeps its record (or the whole file) out, a warning only informs. */
export type Problem = AppError & { readonly severity: 'error' | 'warning' };

export const appError = (code: ErrorCode, params: ErrorParams = {}, where?: Place): AppError =>
  where === undefined ? { code, params } : { code, params, where };
export const problem = (severity: Problem['severity'], code: ErrorCode, params: ErrorParams = {}, where?: Place): Problem => ({
  ...appError(code, params, where),
  severity,
});
