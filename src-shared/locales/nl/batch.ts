/** Texts of reviewing and approving the day's messages. */
export const batch = {
  title: 'Dagbatch',
} as const;
