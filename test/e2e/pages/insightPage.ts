import type { Locator, Page } from '@playwright/test';

/** Inzicht, by the words on it. */
export const insightPage = (page: Page) => ({
  open: async (): Promise<void> => {
    await page.evaluate(() => (location.hash = '/inzicht'));
    await page.getByRole('heading', { name: 'Wat nu aanpakken' }).waitFor();
  },
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  /** The states of overdue money, each in a row. */
  causes: (): Locator => page.getByRole('main').getByRole('table').first().locator('tbody tr'),
  causesTotal: (): Locator => page.getByRole('main').getByRole('table').first().locator('tfoot tr'),
  charts: (): Locator => page.getByRole('main').getByRole('figure'),
  openWorking: (): Locator => page.getByRole('button', { name: 'Hoe dit berekend is' }),
  working: (): Locator => page.getByRole('complementary', { name: 'Zo is de DSO berekend' }),
  figure: (name: string): Locator => page.getByRole('main').locator('dl > div').filter({ hasText: name }).locator('dd'),
});
