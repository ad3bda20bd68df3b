import type { Locator, Page } from '@playwright/test';

/** The page of one customer, by the words on it. */
export const customerPage = (page: Page) => ({
  name: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  back: (): Locator => page.getByRole('main').getByRole('link', { name: 'Debiteuren' }),
  openItems: (): Locator => page.getByRole('grid', { name: 'Openstaande posten' }),
  dialog: (): Locator => page.getByRole('dialog'),
  field: (label: string): Locator => page.getByRole('dialog').getByLabel(label),
  save: (name: string): Locator => page.getByRole('dialog').getByRole('button', { name, exact: true }),
  timeline: (): Locator => page.getByRole('region', { name: 'Tijdlijn' }),
  toast: (text: RegExp): Locator => page.getByText(text),
});
