import type { Locator, Page } from '@playwright/test';

/** What a user finds on the first screen, by the words on it. The same in the browser and in the desktop window. */
export const startPage = (page: Page) => ({
  title: (): Locator => page.getByRole('heading', { level: 1, name: 'Waar wil je mee beginnen?' }),
  openExample: (): Locator => page.getByRole('button', { name: 'Bekijk een voorbeeldadministratie' }),
  beginOwn: (): Locator => page.getByRole('button', { name: 'Begin met je eigen facturen' }),
  companyName: (): Locator => page.getByLabel('Naam van je bedrijf'),
  createOwn: (): Locator => page.getByRole('button', { name: 'Administratie maken' }),
});
