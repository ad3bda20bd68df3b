import type { Locator, Page } from '@playwright/test';

/** The day's batch: the list at the left, the message at the right, and the one button below. */
export const batchPage = (page: Page) => ({
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  message: (customer: string): Locator => page.getByRole('navigation', { name: 'Berichten van vandaag' }).getByRole('button', { name: new RegExp(customer) }),
  current: (): Locator => page.getByRole('navigation', { name: 'Berichten van vandaag' }).locator('[aria-current="true"]'),
  include: (customer: string): Locator => page.getByRole('checkbox', { name: `Verstuur aan ${customer}` }),
  tab: (name: string): Locator => page.getByRole('tab', { name }),
  letterPage: (): Locator => page.getByRole('img', { name: /^Brief aan .*, pagina 1 van/ }),
  mailFrame: (): Locator => page.locator('iframe[title^="E-mail aan"]'),
  send: (): Locator => page.getByRole('main').getByRole('button', { name: /^Verstuur \d/ }),
  question: (): Locator => page.getByRole('dialog'),
  confirm: (): Locator => page.getByRole('dialog').getByRole('button', { name: /^(Verstuur|Keur)/ }),
  holdReason: (): Locator => page.getByRole('dialog').getByLabel('Waarom'),
  holdConfirm: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Vasthouden' }),
  note: (): Locator => page.getByLabel('Eigen alinea voor de afsluiting'),
  save: (): Locator => page.getByRole('button', { name: 'Bewaar bericht' }),
});
