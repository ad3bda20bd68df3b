import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './exampleHost.ts';
import { agingPage } from './pages/agingPage.ts';
import { insightPage } from './pages/insightPage.ts';
import { invoicesPage } from './pages/invoicesPage.ts';

/** WCAG 2.2, levels A and AA, as far as a machine can judge them; with everything open that these pages can open. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`age, insight and invoices can be read by everybody with rows, tables and panels open, ${colorScheme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = async (state: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: app }).withTags(levels).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      expect.soft(found, `${state} in ${colorScheme}`).toEqual([]);
    };
    const aging = agingPage(app);
    await aging.open();
    await expect(aging.customers().first()).toBeVisible();
    await app.keyboard.press('j');
    await app.keyboard.press('ArrowRight');
    await expect(aging.lines().last()).toContainText('Alles van');
    await check('expanded customer');
    await aging.showChartTable().click();
    await check('table of the bars');
    const insight = insightPage(app);
    await insight.open();
    await check('insight');
    await insight.openWorking().click();
    await expect(insight.working()).toBeVisible();
    await check('working of the DSO');
    const invoices = invoicesPage(app);
    await invoices.open();
    await invoices.rows().first().click();
    await expect(invoices.movements().last()).toBeVisible();
    await check('invoice beside the list');
  });
}
