/** Sheets of labels as shops sell them, A4, in millimetres. The first one is the most common in both countries. */
export const labelFormats = {
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, columnGap: 0, rowGap: 0 },
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.2, top: 15.1, columnGap: 2.5, rowGap: 0 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.6, top: 15.1, columnGap: 2.6, rowGap: 0 },
  '2x4': { columns: 2, rows: 4, width: 99.1, height: 67.7, left: 4.6, top: 13, columnGap: 2.6, rowGap: 0 },
} as const;
export type LabelFormat = keyof typeof labelFormats;
export const labelFormatNames = Object.keys(labelFormats) as readonly LabelFormat[];
