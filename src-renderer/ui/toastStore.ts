import { useSyncExternalStore } from 'react';

/** A short message at the bottom right. With `undo`, it offers "Ongedaan maken" and the key `u`. */
export type Toast = {
  readonly id: number;
  readonly tone: 'done' | 'held' | 'warning';
  readonly message: string;
  readonly undo: (() => void) | null;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const publish = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts);

/** Shows a toast for eight seconds, longer while the pointer or the focus is on it. At most three stand at once. */
export function showToast(toast: { readonly message: string; readonly tone?: Toast['tone']; readonly undo?: () => void }): void {
  publish([...toasts.slice(-2), { id: nextId, tone: toast.tone ?? 'done', message: toast.message, undo: toast.undo ?? null }]);
  nextId += 1;
}

export const dismissToast = (id: number): void => publish(toasts.filter((toast) => toast.id !== id));

/** Undoes what the newest toast offers to undo; answers whether there was one. */
export function undoNewest(): boolean {
  const newest = toasts.findLast((toast) => toast.undo !== null);
  if (newest === undefined) return false;
  dismissToast(newest.id);
  newest.undo?.();
  return true;
}
