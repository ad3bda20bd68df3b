import type { Download, Locator, Page } from '@playwright/test';

/** Ouderdomsanalyse, by the words on it. */
export const agingPage = (page: Page) => {
  const table = (): Locator => page.getByRole('treegrid', { name: 'Ouderdomsanalyse' });
  return {
    open: async (query = ''): Promise<void> => {
      await page.evaluate((hash) => (location.hash = hash), `/ouderdom${query}`);
      await page.getByRole('heading', { level: 1, name: 'Ouderdomsanalyse' }).waitFor();
    },
    table,
    /** Rows of customers, without those below an expanded one. */
    customers: (): Locator => table().locator('tbody tr[aria-level="1"]'),
    /** Lines below expanded customers. */
    lines: (): Locator => table().locator('tbody tr[aria-level="2"]'),
    total: (): Locator => table().locator('tfoot tr').first().getByRole('gridcell'),
    tieOut: (): Locator => page.getByText('Sluit aan op het grootboek, verschil € 0,00.'),
    asOf: (): Locator => page.getByRole('textbox', { name: 'Peildatum' }),
    basis: (name: 'Op vervaldatum' | 'Op factuurdatum'): Locator => page.getByText(name, { exact: true }),
    chart: (): Locator => page.getByRole('figure').first(),
    chartTable: (): Locator => page.getByRole('figure').first().getByRole('table'),
    showChartTable: (): Locator => page.getByRole('button', { name: 'Tabel' }),
    save: async (name: 'Excel, per debiteur' | 'Excel, per post' | 'CSV, per debiteur' | 'CSV, per post'): Promise<Download> => {
      await page.getByRole('button', { name: 'Exporteren' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
      return download;
    },
  };
};
