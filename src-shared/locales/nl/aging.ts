/** Texts of the aging list. */
export const aging = {
  title: 'Ouderdomsanalyse',
} as const;
