import type { Locator, Page } from '@playwright/test';

/** The profile of the own company, at the first start and in the settings. */
export const companyForm = (page: Page) => ({
  field: (label: string): Locator => page.getByRole('textbox', { name: label, exact: true }),
  problem: (words: string): Locator => page.getByText(words, { exact: true }),
  more: (): Locator => page.getByRole('button', { name: 'Meer voor je brieven' }),
  addIban: (): Locator => page.getByRole('button', { name: 'Nog een IBAN' }),
  firstIban: (): Locator => page.getByRole('button', { name: 'Zet vooraan' }),
  missing: (): Locator => page.getByText('Er kunnen nog geen brieven worden gemaakt'),
  testPage: (): Locator => page.getByRole('button', { name: /roefblad maken/ }),
  save: (): Locator => page.getByRole('button', { name: 'Bewaren', exact: true }),
});
