/** Texts of statements and unmatched receipts. */
export const bank = {
  title: 'Bank',
} as const;
