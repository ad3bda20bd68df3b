/** Texts of taking in files. */
export const imports = {
  title: 'Importeren',
} as const;
