import type { Locator, Page } from '@playwright/test';

/** Who takes claims over, in the settings; the dossier and the notice on the page of a customer. */
export const handoverSection = (page: Page) => ({
  add: (): Locator => page.getByRole('button', { name: 'Voeg toe' }),
  field: (label: string): Locator => page.getByRole('dialog').getByRole('textbox', { name: label }),
  save: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Bewaar' }),
  row: (name: string): Locator => page.getByRole('list', { name: 'Uit handen geven' }).getByRole('listitem').filter({ hasText: name }),
  more: (): Locator => page.getByRole('button', { name: 'Meer handelingen' }),
  makeDossier: (): Locator => page.getByRole('menuitem', { name: 'Dossier maken' }),
  recipient: (): Locator => page.getByRole('dialog').getByRole('combobox', { name: 'Bestemd voor' }),
  stops: (): Locator => page.getByRole('dialog').getByRole('checkbox', { name: 'Eigen opvolging stopt vanaf nu' }),
  make: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Maak dossier' }),
  notice: (name: string): Locator => page.getByText(new RegExp(`^Uit handen gegeven aan ${name} op`)),
  archive: (): Locator => page.getByRole('button', { name: 'Ook als zip' }),
  resume: (): Locator => page.getByRole('main').getByRole('button', { name: 'Volg weer zelf op' }),
  why: (): Locator => page.getByRole('dialog').getByLabel('Waarom'),
  confirmResume: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Volg weer zelf op' }),
});
