/** Texts of the list of invoices. */
export const invoices = {
  title: 'Facturen',
} as const;
