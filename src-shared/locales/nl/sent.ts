/** Texts of everything that went out or waits. */
export const sent = {
  title: 'Verzonden',
} as const;
