import type { Locator, Page } from '@playwright/test';

/** Everything that went out or waits, and one message beside it. */
export const sentPage = (page: Page) => ({
  title: (): Locator => page.getByRole('heading', { level: 1 }),
  search: (): Locator => page.getByRole('searchbox', { name: 'Zoek klant, factuur, adres of kenmerk' }),
  filter: (word: 'Alles' | 'Wacht' | 'Verstuurd' | 'Aandacht'): Locator => page.getByRole('group', { name: 'Stand' }).getByRole('button', { name: new RegExp(`^${word} `) }),
  rows: (): Locator => page.getByRole('grid', { name: 'Verzonden' }).locator('tbody tr[data-row-index]'),
  row: (customer: string): Locator => page.getByRole('row', { name: customer }),
  panel: (): Locator => page.getByRole('complementary'),
  tab: (word: 'E-mail' | 'Brief' | 'Bijlage' | 'Tekst'): Locator => page.getByRole('tab', { name: word, exact: true }),
  letterPage: (): Locator => page.getByRole('img', { name: /^Brief aan .*, pagina 1 van / }),
  mailFrame: (): Locator => page.locator('iframe[title^="De e-mail aan"]'),
  intact: (): Locator => page.getByText('De controlegetallen kloppen.'),
  figures: (): Locator => page.getByRole('table', { name: 'Bedragen toen en nu' }),
  postedOn: (): Locator => page.getByLabel('Gepost op', { exact: true }),
  markPosted: (): Locator => page.getByRole('button', { name: 'Markeer als gepost' }),
  sendAgain: (): Locator => page.getByRole('button', { name: 'Opnieuw versturen' }),
  cancel: (): Locator => page.getByRole('complementary').getByRole('button', { name: 'Annuleren' }),
  sendWaiting: (): Locator => page.getByRole('button', { name: /^Verstuur \d+ e-mail/ }).first(),
  confirm: (): Locator => page.getByRole('dialog').getByRole('button', { name: /^Verstuur/ }),
});
