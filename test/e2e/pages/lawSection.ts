import type { Locator, Page } from '@playwright/test';

/** Interest and costs on the page of a customer. */
export const lawSection = (page: Page) => {
  const region = (): Locator => page.getByRole('region', { name: 'Rente en kosten' });
  return {
    region,
    rows: (): Locator => region().getByRole('grid').getByRole('row'),
    row: (name: string): Locator => region().getByRole('row').filter({ hasText: name }),
    dialog: (): Locator => page.getByRole('dialog'),
    bookInterest: (): Locator => region().getByRole('button', { name: 'Rente boeken' }),
    async choose(item: string): Promise<void> {
      await region().getByRole('button', { name: 'Meer over rente en kosten' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
};
