import { expect } from '@playwright/test';
import { test } from './exampleHost.ts';
import { invoicesPage } from './pages/invoicesPage.ts';

test('filters say how many they show, and keep their place in the address', async ({ app }) => {
  const invoices = invoicesPage(app);
  await invoices.open();
  await invoices.filter('Vervallen').click();
  await expect(app).toHaveURL(/filter=vervallen/);
  const count = /\d+/.exec(await invoices.filter('Vervallen').innerText())?.[0] ?? '';
  await expect(invoices.title()).toHaveText(new RegExp(`^${count} factu`));
  await expect(invoices.table()).toHaveAttribute('aria-rowcount', String(Number(count) + 1));
  await app.reload();
  await expect(invoices.filter('Vervallen')).toHaveAttribute('aria-pressed', 'true');
});

test('an invoice is found by its number, and beside the list stands what its amount is made of', async ({ app }) => {
  const invoices = invoicesPage(app);
  await invoices.open();
  const number = await invoices.rows().first().getByRole('gridcell').first().innerText();
  await app.keyboard.press('/');
  await expect(invoices.search()).toBeFocused();
  await app.keyboard.type(number);
  await expect(invoices.rows()).toHaveCount(1);
  await invoices.rows().first().click();
  await expect(invoices.panelTitle()).toHaveText(`Factuur ${number}`);
  await expect(invoices.movements().first()).toContainText('Factuurbedrag');
  await expect(invoices.movements().last()).toContainText('Open');
  await app.keyboard.press('Escape');
  await expect(invoices.panel()).toHaveCount(0);
});

test('a list longer than one page scrolls to its end', async ({ app }) => {
  const invoices = invoicesPage(app);
  await invoices.open('?filter=alle&volgorde=number');
  await expect(invoices.rows().first()).toBeVisible();
  const first = await invoices.rows().first().getByRole('gridcell').first().innerText();
  await invoices.rows().first().focus();
  await app.keyboard.press('End');
  const last = invoices.rows().last().getByRole('gridcell').first();
  await expect(last).toHaveText(/\d{4}-\d{4}/);
  expect((await last.innerText()) > first).toBe(true);
});

test('the next invoice opens with one key while the panel stays', async ({ app }) => {
  const invoices = invoicesPage(app);
  await invoices.open();
  await invoices.rows().first().click();
  const title = invoices.panelTitle();
  await expect(title).toHaveText(/Factuur/);
  const before = await title.innerText();
  await app.keyboard.press('j');
  await expect(title).not.toHaveText(before);
});
