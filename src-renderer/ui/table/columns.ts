import type { ReactNode } from 'react';

/** A column of a `DataTable`. */
export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  /** The head in plain words, where `header` is more than text. */
  readonly name?: string;
  /** Pixels; without it the column takes the rest (one column should). */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly cell: (row: Row) => ReactNode;
  /** Makes the head sortable. Null goes last in both directions. */
  readonly sortValue?: (row: Row) => string | number | null;
  /** Which direction the first press gives; amounts and days usually want `descending`. */
  readonly sortFirst?: 'ascending' | 'descending';
};

export type Sort = { readonly key: string; readonly direction: 'ascending' | 'descending' };

/** A line below an expanded row; its cells stand in the columns of the table. */
export type SubRow = { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>>; readonly onOpen?: () => void };

export type Density = 'normal' | 'compact';
export const rowHeights = { normal: 36, compact: 30 } as const satisfies Record<Density, number>;
export const subRowHeight = 28;

export type RowKey = string | number;
