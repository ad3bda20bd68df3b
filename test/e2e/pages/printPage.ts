import type { Locator, Page } from '@playwright/test';

/** The print list: what is to be printed, what was printed and waits to be posted, and the files that were just made. */
export const printPage = (page: Page) => ({
  title: (): Locator => page.getByRole('main').getByRole('heading', { level: 1 }),
  toPrint: (): Locator => page.getByRole('list', { name: 'Te printen' }).getByRole('listitem'),
  registered: (customer: string): Locator => page.getByRole('checkbox', { name: `Aangetekend: ${customer}` }),
  registeredBoxes: (): Locator => page.getByRole('checkbox', { name: /^Aangetekend: / }),
  make: (): Locator => page.getByRole('button', { name: /^Maak de PDF van/ }),
  run: (title: RegExp): Locator => page.getByRole('heading', { level: 2, name: title }),
  open: (name: string): Locator => page.getByRole('link', { name, exact: true }),
  firstPage: (): Locator => page.getByRole('img', { name: /pagina 1 van/ }),
  markPosted: (): Locator => page.getByRole('button', { name: /^Markeer \d+ als gepost$/ }),
});
