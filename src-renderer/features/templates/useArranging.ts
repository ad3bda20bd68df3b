import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { isOwnBlock } from '../../../src-shared/templateLayout.ts';
import { useText } from '../../i18n/useText.ts';
import { showToast } from '../../ui/toastStore.ts';
import type { BlockMoves } from './BlockPart.tsx';
import { placeOf, withMoved, withOwnBlock, withoutPart, withPart } from './templateArrangement.ts';
import type { TemplateView, TemplateWords } from './templateTypes.ts';

type Editing = { readonly view: TemplateView; readonly words: TemplateWords };
export type Arranging = {
  readonly movesOf: (name: string) => BlockMoves;
  /** Alt+↑ and Alt+↓ move the block in which the focus is. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly add: () => void;
  /** What was moved where, for who does not see it. */
  readonly said: string;
};

/** `list` holds the blocks. Moving, leaving out and adding blocks; the focus goes along with what moves. */
export function useArranging(editing: Editing, list: RefObject<HTMLElement | null>, onWords: (words: TemplateWords) => void): Arranging {
  const { t } = useText();
  const [said, setSaid] = useState('');
  /** What had the focus before the blocks changed places, or the paragraph that is to get it. */
  const focus = useRef<HTMLElement | string | null>(null);
  useLayoutEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    const element = typeof wanted === 'string' ? list.current?.querySelector<HTMLElement>(`[data-block="${wanted}"] textarea:not([readonly])`) : wanted;
    element?.focus({ preventScroll: true });
    element?.closest('[data-block]')?.scrollIntoView({ block: 'nearest' });
  }, [editing.words, list]);
  const move = (name: string, step: -1 | 1): void => {
    const next = withMoved(editing, name, step);
    if (next === null) return setSaid(t('templates.cannotMove'));
    focus.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setSaid(t('templates.moved', placeOf({ ...editing, words: next }, name)));
    onWords(next);
  };
  const remove = (part: string): void => {
    const was = editing.words;
    onWords(withoutPart(editing, part));
    if (isOwnBlock(part)) showToast({ message: t('templates.removed'), undo: () => onWords(was) });
  };
  return {
    said,
    movesOf: (name) => ({
      up: withMoved(editing, name, -1) === null ? null : () => move(name, -1),
      down: withMoved(editing, name, 1) === null ? null : () => move(name, 1),
      remove,
      putBack: (part) => onWords(withPart(editing, part)),
    }),
    onKeyDown: (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]')?.dataset['block'] : undefined;
      if (name === undefined) return;
      event.preventDefault();
      move(name, event.key === 'ArrowUp' ? -1 : 1);
    },
    add: () => {
      const made = withOwnBlock(editing);
      if (made === null) return;
      focus.current = made.name;
      onWords(made.words);
    },
  };
}
