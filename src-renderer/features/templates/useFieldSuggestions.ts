import { type KeyboardEvent, useState } from 'react';
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import { useText } from '../../i18n/useText.ts';
import { fieldBegunAt, fieldsLike } from './templateDraft.ts';

export type Suggestions = {
  readonly shown: readonly MergeField[];
  readonly active: number;
  /** Call after every change of text or caret. */
  readonly look: (text: string, caret: number) => void;
  readonly close: () => void;
  /** Handles the keys of the list; answers whether it did. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly take: (field: MergeField) => void;
};

/** Two braces open the list of merge fields; what is typed after them narrows it, the arrows choose, Enter or Tab puts one in, Escape closes. */
export function useFieldSuggestions(fields: readonly MergeField[], onTake: (field: MergeField, start: number) => void): Suggestions {
  const { t } = useText();
  const [begun, setBegun] = useState<{ readonly start: number; readonly name: string } | null>(null);
  const [active, setActive] = useState(0);
  const shown = begun === null ? [] : fieldsLike(begun.name, fields, (field) => t(`templates.fields.${field}`));
  const close = (): void => setBegun(null);
  const take = (field: MergeField): void => {
    if (begun !== null) onTake(field, begun.start);
    close();
  };
  const look = (text: string, caret: number): void => {
    const next = fieldBegunAt(text, caret);
    if (next?.start !== begun?.start || next?.name !== begun?.name) setActive(0);
    setBegun(next);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (shown.length === 0) return false;
    const chosen = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { shown, active, look, close, onKey, take };
}
