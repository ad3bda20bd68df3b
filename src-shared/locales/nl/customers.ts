/** Texts of the list of customers and the page of one. */
export const customers = {
  title: 'Debiteuren',
} as const;
