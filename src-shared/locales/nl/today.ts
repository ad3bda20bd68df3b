/** Texts of the start screen. */
export const today = {
  title: 'Vandaag',
} as const;
