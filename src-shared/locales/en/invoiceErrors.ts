import type { InvoiceErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** The codes of invoice files and lists of open items; part of `errors`. */
export const invoiceErrors = {
  'invoice-response-message': {
    what: 'This is a status message from a buyer, not an invoice.',
    why: 'Peppol sends such messages back: received, rejected or paid.',
    todo: 'Choose the UBL file of the invoice itself.',
  },
  'invoice-attached-document': {
    what: 'This is a UBL envelope with a document inside.',
    why: 'The invoice is packed in the file as text and is not read that way.',
    todo: 'Export the invoice itself as UBL.',
  },
  'invoice-cii': {
    what: 'This is an invoice in the CII format (ZUGFeRD, Factur-X or XRechnung).',
    why: 'That format is not read yet.',
    todo: 'Export the invoice as UBL, or use a list of open items.',
  },
  'invoice-audit-file': {
    what: 'This is an audit file (XAF) from a bookkeeping program.',
    why: 'That format is not read yet.',
    todo: 'Export the invoices as UBL, or a list of open items as CSV or Excel.',
  },
  'invoice-other-document': {
    what: 'This file is not an invoice but another document ({{root}}).',
    why: 'Only invoices and credit notes make an open item.',
    todo: 'Choose the file of the invoice or the credit note.',
  },
  'invoice-html-table': {
    what: 'This is a web page or XML table named like an Excel file.',
    why: 'Some packages give such a file the extension .xls.',
    todo: 'Open it in Excel and save it as .xlsx or .csv.',
  },
  'invoice-pdf': {
    what: 'This is a PDF.',
    why: 'Amounts and dates are not guessed from a PDF.',
    todo: 'Export the invoice as UBL, or use a list of open items as CSV or Excel.',
  },
  'invoice-old-workbook': {
    what: 'This is an old Excel file (.xls).',
    why: 'That format is not read.',
    todo: 'Open the file in Excel and save it as .xlsx or .csv.',
  },
  'invoice-xml-unknown': {
    what: 'This XML file is neither an invoice nor a credit note.',
    why: 'It starts with “{{root}}”, which is no known invoice format.',
    todo: 'Choose the UBL file of the invoice.',
  },
  'invoice-number-missing': {
    what: 'There is no invoice number.',
    why: 'Without a number the invoice cannot be found or paid later.',
    todo: 'Add the number in the bookkeeping and export again.',
  },
  'invoice-amount-missing': {
    what: 'There is no amount to pay.',
    why: 'The file is incomplete or has another layout.',
    todo: 'Export the invoice again.',
  },
  'invoice-amount-unreadable': {
    what: 'The amount “{{text}}” cannot be read.',
    why: 'It is not a plain number.',
    todo: 'Correct the amount at the source and export again.',
  },
  'invoice-amount-rounded': {
    what: 'The amount “{{text}}” was rounded to {{amount}}.',
    why: 'It has more than two decimals.',
    todo: 'Check that the rounded amount is right.',
  },
  'invoice-date-missing': {
    what: 'There is neither an invoice date nor a due date.',
    why: 'Without a date it cannot be said when payment is due.',
    todo: 'Add the date at the source and export again.',
  },
  'invoice-date-unreadable': {
    what: 'The date “{{text}}” cannot be read.',
    why: 'The day does not exist or is written otherwise than in such files.',
    todo: 'Check the date at the source.',
  },
  'invoice-totals-differ': {
    what: 'The amount to pay {{payable}} is not the total less what was paid before ({{reckoned}}).',
    why: 'The source calculated the amounts otherwise.',
    todo: 'Check the amount; {{payable}} is used.',
  },
  'invoice-customer-missing': {
    what: '{{number}} names no customer.',
    why: 'The source did not give the customer.',
    todo: 'Choose the customer while importing.',
  },
  'invoice-currency-missing': {
    what: 'There is no currency.',
    why: 'Many lists do not name the currency.',
    todo: 'Check that the amounts are in euro.',
  },
  'invoice-issue-date-missing': {
    what: '{{number}} has no invoice date.',
    why: 'The source only gives the due date.',
    todo: 'Add the invoice date if you need it.',
  },
  'invoice-due-date-missing': {
    what: '{{number}} has no due date.',
    why: 'The source names neither a date nor a term.',
    todo: 'The payment term of the customer is used; check it.',
  },
  'invoice-due-before-issue': {
    what: 'For {{number}} the due date {{dueDate}} is before the invoice date {{issueDate}}.',
    why: 'Day and month may have been swapped.',
    todo: 'Check the dates before importing.',
  },
  'invoice-due-date-from-text': {
    what: 'The due date {{dueDate}} of {{number}} was taken from the text about payment.',
    why: 'The file does not state the date apart.',
    todo: 'Check the due date.',
  },
  'invoice-due-sooner-than-terms': {
    what: '{{number}} is due on its own date {{dueDate}}, but the text says {{textDueDate}}.',
    why: 'The source probably did not fill in the due date.',
    todo: 'Change the due date if the term in the text applies.',
  },
  'invoice-account-invalid': {
    what: 'Account “{{account}}” on {{number}} is not a valid IBAN.',
    why: 'It was copied wrongly or is another kind of number.',
    todo: 'This number is not used for payment.',
  },
  'invoice-vat-invalid': {
    what: 'VAT number “{{vat}}” of the customer on {{number}} is not right.',
    why: 'The check digit or the form does not fit.',
    todo: 'Correct the number of the customer.',
  },
  'invoice-legal-id-invalid': {
    what: 'Company number “{{legalId}}” of the customer on {{number}} is not right.',
    why: 'It lacks the length or the check digit of such a number.',
    todo: 'Correct the number of the customer.',
  },
  'invoice-attachment-too-large': {
    what: 'Attachment “{{name}}” is too large and is left out.',
    why: 'There is a limit for attachments in an invoice file.',
    todo: 'Add the attachment yourself if you need it.',
  },
  'invoice-duplicate-in-file': {
    what: '{{number}} occurs more than once in the file.',
    why: 'The export repeated a row or merged two sets of books.',
    todo: 'Check that it is really one invoice.',
  },
  'invoice-amount-hundredfold': {
    what: '{{number}} is much higher than the other invoices: {{amount}}.',
    why: 'Point and comma may have been swapped, which makes the amount a hundred times too large.',
    todo: 'Compare the amount with the invoice before importing.',
  },
  'table-no-header': {
    what: 'No row with column names was found.',
    why: 'The first twenty lines hold no known names such as invoice number, customer or amount.',
    todo: 'Export the list with column names, or point out the columns yourself.',
  },
  'table-no-rows': {
    what: 'The list holds no rows.',
    why: 'Nothing under the column names is an invoice.',
    todo: 'Check the period or the filter of the export.',
  },
  'table-too-large': {
    what: 'The list has too many rows or columns.',
    why: 'At most {{limit}} are read.',
    todo: 'Export a shorter period or fewer columns.',
  },
  'table-customer-column-missing': {
    what: 'No column with the customer was found in the list.',
    why: 'The column name is unknown or the column is missing.',
    todo: 'Point out the column with the name or number of the customer.',
  },
  'table-number-column-missing': {
    what: 'No column with the invoice number was found in the list.',
    why: 'The column name is unknown or the column is missing.',
    todo: 'Point out the column with the invoice number.',
  },
  'table-amount-column-missing': {
    what: 'No column with an amount was found in the list.',
    why: 'The column name is unknown or the column is missing.',
    todo: 'Point out the column with the open amount or the total.',
  },
  'table-date-column-missing': {
    what: 'No column with a date was found in the list.',
    why: 'The column name is unknown or the column is missing.',
    todo: 'Point out the column with the invoice date or the due date.',
  },
  'table-due-date-column-missing': {
    what: 'The list has no column with due dates.',
    why: 'Not every export includes it.',
    todo: 'The payment term of the customer is used; check it.',
  },
  'table-number-repaired': {
    what: 'Company number {{text}} was completed to {{repaired}}.',
    why: 'A spreadsheet drops leading zeros.',
    todo: 'Check the number of the customer.',
  },
  'table-ageing-only': {
    what: 'This is an ageing list with only totals per customer.',
    why: 'Without invoice numbers it cannot be said which invoice is open.',
    todo: 'Export the list of open items per invoice.',
  },
  'table-payment-list': {
    what: 'This is a list of payments, not a list of invoices.',
    why: 'It has amounts and dates of receipt, but no open amount or due date.',
    todo: 'Export the open invoices; receipts come from the bank file.',
  },
  'table-date-order-unclear': {
    what: 'Column “{{column}}” does not show whether day or month comes first.',
    why: 'All dates in the file fit both orders.',
    todo: 'Choose the order; for now the day is read first.',
  },
  'table-decimal-unclear': {
    what: 'Column “{{column}}” does not show whether point or comma parts thousands.',
    why: 'All amounts have exactly three digits behind the sign.',
    todo: 'Check the amounts in the preview.',
  },
  'table-number-damaged': {
    what: 'Invoice number “{{text}}” was damaged by a spreadsheet.',
    why: 'Excel turns long numbers into a figure with E.',
    todo: 'Export again and do not open the file in Excel first.',
  },
  'table-quote-unclosed': {
    what: 'A quotation mark is never closed.',
    why: 'It therefore cannot be seen where a column ends.',
    todo: 'Make the export again and do not change the file.',
  },
  'table-row-without-number': {
    what: 'This row has an amount but no invoice number.',
    why: 'The row is a subtotal or is incomplete.',
    todo: 'Check the row; it is not read in.',
  },
  'table-cell-date': {
    what: '“{{text}}” in column “{{column}}” is not a date.',
    why: 'The cell is written otherwise than the rest of the column.',
    todo: 'Correct the cell; the row is not read in.',
  },
  'table-cell-amount': {
    what: '“{{text}}” in column “{{column}}” is not an amount.',
    why: 'The cell is written otherwise than the rest of the column.',
    todo: 'Correct the cell; the row is not read in.',
  },
  'table-sum-differs': {
    what: 'The rows add up to {{sum}}, but the list states {{stated}} as total.',
    why: 'Rows are missing, or an amount or sign was read otherwise.',
    todo: 'Compare the preview with the list before importing.',
  },
  'table-mapping-outdated': {
    what: 'The columns of this file differ from last time.',
    why: 'The export has other columns or another order.',
    todo: 'Check the proposed columns.',
  },
  'table-column-uncertain': {
    what: 'Column “{{column}}” was chosen by a name that can mean more than one thing.',
    why: 'The name alone does not say enough, and money or a date depends on it.',
    todo: 'Confirm the choice once; it is remembered after that.',
  },
  'table-amounts-differ': {
    what: 'For {{number}} total less paid is not the open amount.',
    why: 'The list treats write-offs or set-offs otherwise.',
    todo: 'The open amount of the list is used.',
  },
  'table-workbook-unreadable': {
    what: 'The Excel file cannot be read.',
    why: 'It is damaged, protected by a password, or no workbook.',
    todo: 'Open it in Excel and save it again as .xlsx, without a password.',
  },
} as const satisfies Readonly<Record<InvoiceErrorCode, ErrorText>>;
