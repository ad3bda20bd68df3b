import { expect } from '@playwright/test';
import { test } from './exampleHost.ts';
import { insightPage } from './pages/insightPage.ts';
import { invoicesPage } from './pages/invoicesPage.ts';

const centsOf = (text: string): number => Number(text.replaceAll(/[^\d−]/g, '').replace('−', '-'));

test('every overdue euro is in one state, and the states add up to what the invoices say', async ({ app }) => {
  const insight = insightPage(app);
  await insight.open();
  const euros = await insight
    .causes()
    .evaluateAll((rows) => rows.map((row) => row.querySelector('td:nth-last-child(2)')?.textContent ?? ''));
  const total = centsOf((await insight.causesTotal().locator('td:nth-last-child(2)').textContent()) ?? '');
  expect(euros.reduce((sum, text) => sum + centsOf(text), 0)).toBe(total);
  const invoices = invoicesPage(app);
  await invoices.open('?filter=vervallen');
  await expect(invoices.title()).toContainText('open');
  expect(centsOf((await invoices.title().innerText()).split(',').slice(1).join(','))).toBe(total);
});

test('the DSO can be opened down to the sales it was counted back over', async ({ app }) => {
  const insight = insightPage(app);
  await insight.open();
  const dso = await insight.figure('Terugtelmethode').innerText();
  await insight.openWorking().click();
  await expect(insight.working()).toBeVisible();
  await expect(insight.working().locator('tfoot')).toContainText(dso.replace(/\sdagen$/, ''));
  await expect(insight.working().locator('tbody tr').last()).toContainText('–');
  await app.keyboard.press('Escape');
  await expect(insight.working()).toHaveCount(0);
});
