/** What a column of a list of bank bookings can hold, in the order in which the choice shows it. Names of the columns of bank layouts. */
export const bankFields = [
  'bookDate',
  'amount',
  'debit',
  'credit',
  'sign',
  'name',
  'counterAccount',
  'text',
  'text2',
  'reference',
  'balance',
  'account',
  'currency',
  'valueDate',
  'endToEndId',
  'bankRef',
] as const;
export type BankField = (typeof bankFields)[number];

/** Without these a row is no booking: each line names fields of which one must be there. */
export const neededBankFields: readonly (readonly BankField[])[] = [['bookDate'], ['amount', 'debit', 'credit']];
