import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { isTyping } from '../keys.ts';

type Given = {
  readonly count: number;
  /** The row that Tab reaches and that j and k move from. */
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly table: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly onEnter: ((index: number) => void) | undefined;
  readonly onToggleSelect: ((index: number) => void) | undefined;
  readonly onExpand: ((index: number, isExpanded: boolean) => void) | undefined;
  /** Told when the row changes by key, so that an open side panel can follow. */
  readonly onMoved: (index: number) => void;
  /** The list that j and k reach from anywhere on the page. */
  readonly isMainList: boolean;
};

const pageStep = 12;

function targetOf(key: string, current: number, count: number): number | null {
  const last = count - 1;
  const moves: Readonly<Record<string, number>> = {
    j: current + 1,
    ArrowDown: current + 1,
    k: current - 1,
    ArrowUp: current - 1,
    PageDown: current + pageStep,
    PageUp: current - pageStep,
    Home: 0,
    End: last,
  };
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return wanted === undefined ? null : Math.min(last, Math.max(0, wanted));
}

/** Moving through rows by keyboard: one row is in the tab order, j/k and the arrows move it, Enter opens, Space or x selects, → expands. */
export function useRowKeys(given: Given): (event: KeyboardEvent<HTMLElement>) => void {
  const { count, current, table, isMainList } = given;

  const focusRow = (index: number): void => {
    given.setCurrent(index);
    given.scrollTo(index);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-row-index="${index}"]`)?.focus({ preventScroll: true }));
  };
  const moveTo = (index: number): void => {
    focusRow(index);
    given.onMoved(index);
  };
  const act = (key: string): boolean => {
    if (key === 'Enter' && given.onEnter !== undefined) given.onEnter(current);
    else if ((key === ' ' || key === 'x') && given.onToggleSelect !== undefined) given.onToggleSelect(current);
    else if ((key === 'ArrowRight' || key === 'ArrowLeft') && given.onExpand !== undefined) given.onExpand(current, key === 'ArrowRight');
    else {
      const target = targetOf(key, current, count);
      if (target === null) return false;
      moveTo(target);
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['rowIndex'] !== undefined;
    if (!isOnRow || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    if (act(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  useEffect(() => {
    if (!isMainList) return undefined;
    const onPageKey = (event: globalThis.KeyboardEvent): void => {
      const isMove = event.key === 'j' || event.key === 'k';
      if (!isMove || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || count === 0) return;
      if (table.current?.contains(document.activeElement) === true && document.activeElement instanceof HTMLTableRowElement) return;
      event.preventDefault();
      focusRow(current);
    };
    window.addEventListener('keydown', onPageKey);
    return () => window.removeEventListener('keydown', onPageKey);
  });

  return onKeyDown;
}
