import { useSyncExternalStore } from 'react';
import { nameOfKey, type TemplateKey, type TemplateWords } from './templateTypes.ts';

/**
 * What was typed in letters and neither saved nor put away. It outlives the page, so that one can look elsewhere in between, and belongs to
 * one administration.
 */
export type KeptDraft = { readonly administration: string; readonly key: TemplateKey; readonly words: TemplateWords };

let drafts: readonly KeptDraft[] = [];
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const isOf = (draft: KeptDraft, administration: string, key: TemplateKey): boolean => draft.administration === administration && nameOfKey(draft.key) === nameOfKey(key);

export const useTemplateDrafts = (): readonly KeptDraft[] => useSyncExternalStore(subscribe, () => drafts);
export const draftFor = (all: readonly KeptDraft[], administration: string, key: TemplateKey): TemplateWords | null => all.find((draft) => isOf(draft, administration, key))?.words ?? null;

/** Keeps a draft, or puts it away with null. */
export function keepDraft(administration: string, key: TemplateKey, words: TemplateWords | null): void {
  const others = drafts.filter((draft) => !isOf(draft, administration, key));
  drafts = words === null ? others : [...others, { administration, key, words }];
  for (const listener of listeners) listener();
}
