import type { Page } from '@playwright/test';

type Answer = { readonly ok: boolean; readonly value: Readonly<Record<string, unknown>> };

/** Asks the program what the page asks it, from inside the page: for facts that no screen shows as such. */
export const callMethod = (page: Page, method: string, input: unknown): Promise<Answer> =>
  page.evaluate(
    async (body) => {
      const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as Answer;
    },
    JSON.stringify({ method, input }),
  );
