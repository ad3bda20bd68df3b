import type { ReactNode } from 'react';
import type { Column, Density, RowKey, Sort, SubRow } from './columns.ts';
import type { Selection } from './useSelection.ts';

export type DataTableProps<Row> = {
  /** What the table lists, for screen readers: "Debiteuren". */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => RowKey;
  /** The row in words, for its checkbox and chevron. */
  readonly rowName: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly density?: Density;
  /** `own`: the table scrolls by itself and fills the page (give the page `fill`), head and foot stay, any length. `page`: it is as long as its rows. */
  readonly scroll?: 'own' | 'page';
  readonly initialSort?: Sort;
  /** When the backend sorts. */
  readonly sorting?: { readonly sort: Sort; readonly onChange: (sort: Sort) => void };
  readonly selection?: Selection;
  /** Click or Enter. */
  readonly onOpen?: (row: Row) => void;
  /** The row that is open in the side panel; while one is, j and k open the next. */
  readonly openKey?: RowKey | null;
  /** Lines below an expanded row, in the same columns; null while they are fetched. Called for expanded rows only. */
  readonly subRows?: (row: Row) => readonly SubRow[] | null;
  readonly onExpandedChange?: (expanded: ReadonlySet<RowKey>) => void;
  /** The grand total on its double rule, by column key. */
  readonly total?: Readonly<Record<string, ReactNode>>;
  /** Lines under the total, such as shares. */
  readonly notes?: readonly Readonly<Record<string, ReactNode>>[];
  /** The list that j and k reach from anywhere on the page: one per page. */
  readonly isMainList?: boolean;
  /** What stands instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Below this width the table scrolls sideways instead of squeezing. */
  readonly minWidth?: number;
};
