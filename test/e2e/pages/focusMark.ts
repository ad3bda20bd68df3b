import type { Page } from '@playwright/test';

export type FocusStop = {
  /** Which element, for a person who reads the failure. */
  readonly name: string;
  /** Told apart from all other elements of this page as it is loaded. */
  readonly id: number;
  readonly isOnScreen: boolean;
  /** Whether anything about it, or about the box around it, looks different with the focus than without. */
  readonly isMarked: boolean;
};

/** Looks at the element that has the focus: takes the focus away for a moment and compares what it looks like. Null when nothing has it. */
export const focusStop = (page: Page): Promise<FocusStop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || element instanceof HTMLIFrameElement) return null;
    // A radio that is drawn by its label has no size of its own.
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const around = [element, label, element.parentElement, element.parentElement?.parentElement].filter((box) => box instanceof HTMLElement);
    const lookOf = (box: HTMLElement): string => {
      const { outline, boxShadow, borderColor, backgroundColor, transform } = getComputedStyle(box);
      return [outline, boxShadow, borderColor, backgroundColor, transform].join();
    };
    const looks = (): string => around.map(lookOf).join('|');
    const numbers = ((globalThis as { focusNumbers?: WeakMap<Element, number> }).focusNumbers ??= new WeakMap<Element, number>());
    const counter = globalThis as { focusCount?: number };
    if (!numbers.has(element)) numbers.set(element, (counter.focusCount = (counter.focusCount ?? 0) + 1));
    const withFocus = looks();
    const own = element.getBoundingClientRect();
    const box = own.width > 1 || label === undefined ? own : label.getBoundingClientRect();
    element.blur();
    const without = looks();
    element.focus({ preventScroll: true });
    return {
      name: `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 40)}"`,
      id: numbers.get(element) ?? 0,
      isOnScreen: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
      isMarked: withFocus !== without,
    };
  });
