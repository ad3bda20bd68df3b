import type { Locator, Page } from '@playwright/test';

/** The words of letters, in the settings. */
export const templatesSection = (page: Page) => ({
  heading: (): Locator => page.getByRole('heading', { level: 2, name: 'Brieven', exact: true }),
  choice: (name: 'Brief' | 'Taal' | 'Land' | 'Klant'): Locator => page.getByRole('combobox', { name, exact: true }),
  option: (name: string): Locator => page.getByRole('option', { name, exact: true }),
  sentence: (name: string): Locator => page.getByRole('textbox', { name, exact: true }),
  insertInto: (name: string): Locator => page.getByRole('button', { name: `Gegeven invoegen in ${name}` }),
  field: (name: RegExp): Locator => page.getByRole('menuitem', { name }),
  write: (wording: string): Locator => page.getByRole('button', { name: `Schrijf “${wording}”` }),
  block: (name: string): Locator => page.getByRole('group', { name, exact: true }),
  blocks: (): Locator => page.getByRole('region', { name: 'Tekst van de brief' }).locator('[data-block]'),
  add: (): Locator => page.getByRole('button', { name: 'Eigen alinea toevoegen' }),
  suggestion: (name: RegExp): Locator => page.getByRole('option', { name }),
  tab: (name: 'Brief (PDF)' | 'E-mail' | 'Opgemaakt' | 'Platte tekst'): Locator => page.getByRole('tab', { name, exact: true }),
  mailText: (): Locator => page.getByRole('region', { name: 'Platte tekst' }),
  mailFrame: (): Locator => page.frameLocator('iframe[title="E-mail aan een voorbeeldklant"]').locator('body'),
  page: (): Locator => page.getByRole('img', { name: /^Brief aan een voorbeeldklant, pagina 1 van/ }),
  pageText: (): Locator => page.getByRole('region', { name: 'Voorbeeld' }),
  legalLock: (): Locator => page.getByRole('switch', { name: 'Juridische teksten ontgrendelen' }),
  unlock: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Ontgrendelen' }),
  save: (): Locator => page.getByRole('button', { name: 'Bewaar tekst' }),
  undo: (): Locator => page.getByRole('button', { name: 'Wijzigingen terugdraaien' }),
  reset: (): Locator => page.getByRole('button', { name: 'Terug naar onze tekst' }),
  versions: (): Locator => page.getByRole('button', { name: 'Versies' }),
  use: (version: number): Locator => page.getByRole('dialog').getByRole('button', { name: `Gebruik versie ${version}` }),
});
