import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { isTyping } from './keys.ts';

/**
 * Keys of the page. `keys` is one key (`a`, `?`, `Escape`), a key with Ctrl (`Ctrl+k`, also ⌘ on a Mac), or two after each other
 * (`g v`). Single letters are silent while the reader types or a dialog is open.
 */
export type KeyBinding = { readonly keys: string; readonly label: string; readonly run: () => void };
export type KeyGroup = 'everywhere' | 'here';
type Entry = { readonly group: KeyGroup; readonly binding: KeyBinding };

let entries: readonly Entry[] = [];
let waitingFor: { readonly key: string; readonly until: number } | null = null;
const listeners = new Set<() => void>();
const publish = (next: readonly Entry[]): void => {
  entries = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const sequenceMs = 1200;

/** What is bound now, for the list of keys. */
export const useBoundKeys = (): readonly Entry[] => useSyncExternalStore(subscribe, () => entries);

function bindingFor(event: KeyboardEvent): KeyBinding | null {
  const withControl = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (!withControl && isTyping(event)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressed = withControl ? `Ctrl+${key}` : key;
  const now = event.timeStamp;
  const sequence = waitingFor !== null && waitingFor.until > now ? `${waitingFor.key} ${pressed}` : null;
  waitingFor = entries.some(({ binding }) => binding.keys.startsWith(`${pressed} `)) ? { key: pressed, until: now + sequenceMs } : null;
  const found = entries.findLast(({ binding }) => binding.keys === sequence) ?? entries.findLast(({ binding }) => binding.keys === pressed);
  return found?.binding ?? null;
}

/** Starts the one listener of the window; answers how to stop it. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const binding = bindingFor(event);
    if (binding === null) return;
    event.preventDefault();
    binding.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** Binds keys while the component is shown, and lists them under `?`. */
export function useKeys(group: KeyGroup, bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  const signature = bindings.map(({ keys, label }) => `${keys}\n${label}`).join('\n\n');
  useEffect(() => {
    const own: readonly Entry[] = latest.current.map((binding, index) => ({
      group,
      binding: { keys: binding.keys, label: binding.label, run: () => latest.current[index]?.run() },
    }));
    publish([...entries, ...own]);
    return () => publish(entries.filter((entry) => !own.includes(entry)));
  }, [group, signature]);
}
