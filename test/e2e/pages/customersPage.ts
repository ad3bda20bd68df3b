import type { Locator, Page } from '@playwright/test';

/** The list of customers with the panel beside it. */
export const customersPage = (page: Page) => ({
  table: (): Locator => page.getByRole('grid', { name: 'Debiteuren' }),
  rows: (): Locator => page.getByRole('grid', { name: 'Debiteuren' }).locator('tbody tr[data-row-index]'),
  search: (): Locator => page.getByRole('searchbox', { name: 'Zoek in debiteuren' }),
  filter: (name: RegExp): Locator => page.getByRole('group', { name: 'Filters' }).getByRole('button', { name }),
  panel: (): Locator => page.getByRole('complementary'),
});
