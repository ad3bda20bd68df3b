import { useRef } from 'react';
import type { RowKey } from './columns.ts';

export type Selection = { readonly keys: ReadonlySet<RowKey>; readonly onChange: (keys: ReadonlySet<RowKey>) => void };

type Selecting<Row> = {
  /** With `withRange` (Shift), everything between the last chosen row and this one. */
  readonly toggle: (row: Row, index: number, withRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly state: 'none' | 'some' | 'all';
};

export function useSelection<Row>(selection: Selection | undefined, rows: readonly Row[], rowKey: (row: Row) => RowKey): Selecting<Row> {
  const anchor = useRef(0);
  const chosen = selection?.keys ?? new Set<RowKey>();
  const toggle = (row: Row, index: number, withRange: boolean): void => {
    const next = new Set(chosen);
    const wanted = !chosen.has(rowKey(row));
    const [from, to] = withRange ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index];
    for (const other of rows.slice(from, to + 1)) {
      if (wanted) next.add(rowKey(other));
      else next.delete(rowKey(other));
    }
    anchor.current = index;
    selection?.onChange(next);
  };
  const count = selection === undefined ? 0 : rows.reduce((sum, row) => sum + (chosen.has(rowKey(row)) ? 1 : 0), 0);
  const state = count === 0 ? 'none' : count === rows.length ? 'all' : 'some';
  return { toggle, toggleAll: () => selection?.onChange(state === 'all' ? new Set() : new Set(rows.map(rowKey))), state };
}
