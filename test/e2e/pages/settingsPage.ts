import type { Locator, Page } from '@playwright/test';

type Section = 'Bedrijf' | 'E-mail' | 'Traject' | 'Beleid' | 'Veiligheid' | 'Weergave en taal';

/** The settings, by the words on them. */
export const settingsPage = (page: Page) => ({
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  /** In the language that the window speaks at that moment. */
  languageField: (label: string): Locator => page.getByRole('combobox', { name: label }),
  choice: (name: string): Locator => page.getByRole('option', { name, exact: true }),
  section: (name: Section): Locator => page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name, exact: true }),
  heading: (name: Section): Locator => page.getByRole('heading', { level: 2, name, exact: true }),
  server: (): Locator => page.getByLabel('Server', { exact: true }),
  security: (): Locator => page.getByRole('combobox', { name: 'Beveiliging' }),
  securityChoice: (name: RegExp): Locator => page.getByRole('option', { name }),
  port: (): Locator => page.getByLabel('Poort'),
  user: (): Locator => page.getByLabel('Gebruikersnaam'),
  password: (): Locator => page.getByRole('textbox', { name: 'Wachtwoord' }),
  fromAddress: (): Locator => page.getByLabel('E-mailadres van de afzender'),
  save: (): Locator => page.getByRole('button', { name: 'Bewaar mailserver' }),
  testTo: (): Locator => page.getByLabel('Stuur een testbericht naar'),
  test: (): Locator => page.getByRole('button', { name: 'Stuur testbericht' }),
  tested: (): Locator => page.getByText('Het testbericht is aangenomen door de mailserver.'),
  useLadder: (name: string): Locator => page.getByRole('button', { name: `Gebruik ${name}` }),
  makeBackup: (): Locator => page.getByRole('button', { name: 'Maak een kopie' }),
  backups: (): Locator => page.getByRole('grid', { name: 'Reservekopieën' }).locator('tbody tr[data-row-index]'),
  restore: (): Locator => page.getByRole('button', { name: /^Zet terug: de kopie van / }).first(),
  verify: (): Locator => page.getByRole('button', { name: 'Controleer de administratie' }),
});
