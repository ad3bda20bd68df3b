/** What every key handler of the window asks first. */

/** True while the reader types into a field or a dialog is open: single letters are then no commands. */
export function isTyping(event: Event): boolean {
  const target = event.target;
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
    return true;
  return document.querySelector('[aria-modal="true"]') !== null;
}
