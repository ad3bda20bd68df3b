import type { Locator, Page } from '@playwright/test';

/** Receipts that wait, and the decision about one of them. */
export const bankPage = (page: Page) => ({
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  receipts: (): Locator => page.getByRole('list', { name: 'Ontvangsten om toe te wijzen' }).getByRole('button'),
  chosen: (): Locator => page.getByRole('list', { name: 'Ontvangsten om toe te wijzen' }).locator('[aria-current="true"]'),
  proposals: (): Locator => page.getByRole('group', { name: 'Voorstellen' }).getByRole('radio'),
  assign: (): Locator => page.getByRole('main').getByRole('button', { name: /^Toewijzen/ }),
  park: (): Locator => page.getByRole('main').getByRole('button', { name: /^Parkeren/ }),
  undo: (): Locator => page.getByRole('button', { name: /^Ongedaan maken/ }),
});
