import type { Locator, Page } from '@playwright/test';

/** The settings, by the words on them. */
export const settingsPage = (page: Page) => ({
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  /** In the language that the window speaks at that moment. */
  languageField: (label: string): Locator => page.getByRole('combobox', { name: label }),
  choice: (name: string): Locator => page.getByRole('option', { name, exact: true }),
  server: (): Locator => page.getByLabel('Server', { exact: true }),
  security: (): Locator => page.getByRole('combobox', { name: 'Beveiliging' }),
  securityChoice: (name: RegExp): Locator => page.getByRole('option', { name }),
  port: (): Locator => page.getByLabel('Poort'),
  fromAddress: (): Locator => page.getByLabel('E-mailadres van de afzender'),
  save: (): Locator => page.getByRole('button', { name: 'Bewaar mailserver' }),
  testTo: (): Locator => page.getByLabel('Stuur een testbericht naar'),
  test: (): Locator => page.getByRole('button', { name: 'Stuur testbericht' }),
  tested: (): Locator => page.getByText('Het testbericht is aangenomen door de mailserver.'),
});
