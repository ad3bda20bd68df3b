import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import css from './Tabs.module.css';

type TabsProps<Key extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: string }[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
};

/** Views of the same thing; the arrows move between them. */
export function Tabs<Key extends string>({ label, tabs, value, onChange }: TabsProps<Key>): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by === 0 ? undefined : tabs[(tabs.findIndex((tab) => tab.key === value) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={css['tabs']} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button key={tab.key} type="button" role="tab" data-tab={tab.key} aria-selected={tab.key === value} tabIndex={tab.key === value ? 0 : -1} className={css['tab']} onClick={() => onChange(tab.key)}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}
