import type { Locator, Page } from '@playwright/test';

/** The start screen, by the words on it. */
export const todayPage = (page: Page) => ({
  lead: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  review: (): Locator => page.getByRole('link', { name: /^Bekijk en verstuur/ }),
  decisions: (): Locator => page.getByRole('region', { name: 'Beslissen' }).getByRole('listitem'),
  calls: (): Locator => page.getByRole('region', { name: 'Bellen' }).getByRole('listitem'),
  noteCall: (): Locator => page.getByRole('button', { name: 'Noteer gesprek' }).first(),
  importFiles: (): Locator => page.getByRole('main').getByRole('link', { name: 'Bestanden importeren' }),
});
