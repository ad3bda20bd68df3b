import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './exampleHost.ts';
import { agingPage } from './pages/agingPage.ts';
import { insightPage } from './pages/insightPage.ts';
import { invoicesPage } from './pages/invoicesPage.ts';

/** `1.234,56` and `−400,00` as cents; a dash is nothing. */
const centsOf = (text: string): number => (text.trim() === '–' ? 0 : Number(text.replaceAll(/[^\d−]/g, '').replace('−', '-')));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('the aging list adds up in every column and agrees with the ledger', async ({ app }) => {
  const aging = agingPage(app);
  await aging.open();
  await expect(aging.tieOut()).toBeVisible();
  const total = (await aging.total().allInnerTexts()).slice(1).map(centsOf);
  expect(sum(total.slice(0, -1))).toBe(total.at(-1));
  await app.setViewportSize({ width: 1280, height: 3000 });
  await expect(aging.customers().last()).toBeVisible();
  const rows = await aging
    .customers()
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.innerText)));
  total.forEach((value, column) => expect(sum(rows.map((row) => centsOf(row[column] ?? ''))), `column ${column}`).toBe(value));
});

test('a past day, typed as people type it, has its own list that agrees as well', async ({ app }) => {
  const aging = agingPage(app);
  await aging.open();
  const today = await aging.total().last().innerText();
  await aging.asOf().fill('30-9-2026');
  await expect(aging.total().last()).not.toHaveText(today);
  await expect(aging.tieOut()).toBeVisible();
  await expect(app).toHaveURL(/peildatum=2026-09-30/);
  await aging.basis('Op factuurdatum').click();
  await expect(aging.table().getByRole('columnheader', { name: '0–30' })).toBeVisible();
  await expect(aging.table().getByRole('columnheader', { name: 'Niet vervallen' })).toHaveCount(0);
});

test('by keyboard from a customer to the invoice and what it is made of, and back', async ({ app }) => {
  const aging = agingPage(app);
  await aging.open();
  await expect(aging.customers().first()).toBeVisible();
  await app.keyboard.press('j');
  await expect(aging.customers().first()).toBeFocused();
  await app.keyboard.press('ArrowRight');
  await expect(aging.customers().first()).toHaveAttribute('aria-expanded', 'true');
  await expect(aging.lines().last()).toContainText('Alles van');
  const open = await aging.lines().first().getByRole('gridcell').last().innerText();
  await aging.lines().first().focus();
  await app.keyboard.press('Enter');
  const invoices = invoicesPage(app);
  await expect(invoices.panel()).toBeVisible();
  await expect(invoices.movements().last()).toContainText(open);
  await app.goBack();
  await expect(aging.table()).toBeVisible();
});

test('the list can be taken along as a workbook and as CSV', async ({ app }) => {
  const aging = agingPage(app);
  await aging.open();
  await expect(aging.tieOut()).toBeVisible();
  const total = await aging.total().last().innerText();
  const csv = await aging.save('CSV, per debiteur');
  expect(csv.suggestedFilename()).toBe('ouderdomsanalyse-2026-11-21.csv');
  const text = await readFile(await csv.path(), 'utf8');
  expect(centsOf(text.trim().split('\r\n').at(-1)?.split(';').at(-1) ?? '')).toBe(centsOf(total));
  const workbook = await aging.save('Excel, per post');
  expect(workbook.suggestedFilename()).toBe('ouderdomsanalyse-2026-11-21-posten.xlsx');
  expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
});

test('every chart is a table as well, for eyes and for ears', async ({ app }) => {
  const aging = agingPage(app);
  await aging.open();
  await expect(aging.chartTable().getByRole('row')).not.toHaveCount(0);
  await aging.showChartTable().click();
  await expect(aging.chartTable()).toBeVisible();
  await expect(aging.chartTable().getByRole('columnheader').first()).toHaveText('Datum');

  const insight = insightPage(app);
  await insight.open();
  for (const chart of await insight.charts().all()) await expect(chart.getByRole('table').getByRole('row')).not.toHaveCount(0);
});
