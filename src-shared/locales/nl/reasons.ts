/**
 * Sentences that the backend sends as a code with figures (`Reason` in the contract): why a step is due, why something waits. Marks are
 * `{{name}}` or `{{name, form}}` with the forms of `fillIn.ts` (amount, euros, date, shortDate, longDate, days, number, iban).
 */
export const reasons = {} as const;
