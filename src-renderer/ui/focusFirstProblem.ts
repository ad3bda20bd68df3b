/** Puts the focus on the first field of a form that says it is wrong, so that a keyboard or screen reader lands on it. */
export const focusFirstProblem = (form: HTMLElement): void => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
