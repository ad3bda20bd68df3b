import type { Locator, Page } from '@playwright/test';

/** Facturen, by the words on it. */
export const invoicesPage = (page: Page) => {
  const table = (): Locator => page.getByRole('grid', { name: 'Facturen' });
  const panel = (): Locator => page.getByRole('complementary', { name: /^(Factuur|Creditnota) / });
  return {
    open: async (query = ''): Promise<void> => {
      await page.evaluate((hash) => (location.hash = hash), `/facturen${query}`);
      await page.getByRole('group', { name: 'Filter' }).waitFor();
    },
    title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
    table,
    rows: (): Locator => table().locator('tbody tr[data-row-index]'),
    filter: (name: string): Locator => page.getByRole('group', { name: 'Filter' }).getByRole('button', { name }),
    search: (): Locator => page.getByRole('searchbox', { name: 'Zoek op nummer, debiteur of inkoopnummer' }),
    sortBy: (name: string): Locator => table().getByRole('columnheader', { name }).getByRole('button'),
    panel,
    panelTitle: (): Locator => panel().getByRole('heading', { level: 2 }).first(),
    /** What the open amount is made of: the last line is the open amount. */
    movements: (): Locator => panel().getByRole('table', { name: 'Waarom dit bedrag' }).getByRole('row'),
  };
};
