/** Texts of causes of lateness, DSO and forecast. */
export const insight = {
  title: 'Inzicht',
} as const;
