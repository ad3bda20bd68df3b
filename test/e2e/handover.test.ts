import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { beginOwn } from './flows/begin.ts';
import { drop } from './flows/drop.ts';
import { customersPage } from './pages/customersPage.ts';
import { handoverSection } from './pages/handoverSection.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test } from './webHost.ts';

const go = (page: Page, hash: string): Promise<string> => page.evaluate((next) => (location.hash = next), hash);

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

test('a bailiff is kept, a customer is handed over with one dossier, and followed up again', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await go(page, '/import');
  await drop(page, [ublFile({ number: '2026-001', customer: 'Kapsalon Krul', total: '121.00', sellerName: 'Atelier Meeuw', issueDate: '2026-09-15', dueDate: '2026-10-15', email: 'krul@klant.example' })]);
  await importPage(page).take().click();
  await expect(importPage(page).title()).toHaveText('1 factuur overgenomen');

  await go(page, '/instellingen/handover');
  const handover = handoverSection(page);
  await expect(handover.add()).toBeVisible();
  await expectNoBarrier(page);
  await handover.add().click();
  await handover.save().click();
  await expect(page.getByText('Vul een naam in.')).toBeVisible();
  await handover.field('Naam').fill('Duin & Zn');
  await handover.field('Plaats').fill('Amsterdam');
  await expectNoBarrier(page);
  await handover.save().click();
  await expect(handover.row('Duin & Zn')).toContainText('Vast voor Nederland');

  await go(page, '/debiteuren');
  await customersPage(page).rows().first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kapsalon Krul' })).toBeVisible();
  await handover.more().click();
  await handover.makeDossier().click();
  await expect(handover.recipient()).toHaveValue('Duin & Zn');
  await expect(handover.stops()).toBeChecked();
  const [portfolio] = await Promise.all([page.waitForEvent('download'), handover.make().click()]);
  expect(portfolio.suggestedFilename()).toMatch(/^dossier-Kapsalon-Krul-\d{4}-\d\d-\d\d\.pdf$/);
  expect(readFileSync(await portfolio.path(), 'latin1')).toContain('/Type /Collection');
  const [archive] = await Promise.all([page.waitForEvent('download'), handover.archive().click()]);
  expect(archive.suggestedFilename()).toMatch(/\.zip$/);
  await expect(handover.notice('Duin & Zn').first()).toBeVisible();
  await expectNoBarrier(page);

  await handover.resume().click();
  await handover.why().fill('Teruggegeven');
  await handover.confirmResume().click();
  await expect(handover.resume()).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a QIF file that names no account is taken in on the chosen one', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await go(page, '/import');
  const imports = importPage(page);
  for (const iban of ['NL44TEST0987654321', 'BE68539007547034']) {
    await drop(page, [camtFile({ number: '1', opening: 0, iban, movements: [{ date: '2026-11-02', cents: 100, text: `begin ${iban}` }] })]);
    await imports.answer('Ja').click();
    await imports.take().click();
    await expect(imports.title()).toHaveText('1 bankboeking overgenomen');
    await imports.another().click();
  }
  await drop(page, [{ name: 'oud.qif', content: '!Type:Bank\nD16/11/2026\nT7.25\nPKrul\n^\nD17/11/2026\nT9.00\nPBol\n^\n' }]);
  const account = page.getByRole('combobox', { name: 'Rekening van oud.qif' });
  await expect(account).toBeVisible();
  await expectNoBarrier(page);
  await account.click();
  await page.getByRole('option', { name: 'BE68 5390 0754 7034' }).click();
  await expect(imports.take()).toBeEnabled();
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  expect(complaints).toEqual([]);
});

test('QIF files of the same name each get their own account, and an order of days and months that can be chosen', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await go(page, '/import');
  const imports = importPage(page);
  for (const iban of ['NL44TEST0987654321', 'BE68539007547034']) {
    await drop(page, [camtFile({ number: '1', opening: 0, iban, movements: [{ date: '2026-11-02', cents: 100, text: `begin ${iban}` }] })]);
    await imports.answer('Ja').click();
    await imports.take().click();
    await expect(imports.title()).toHaveText('1 bankboeking overgenomen');
    await imports.another().click();
  }
  await drop(page, [
    { name: 'oud.qif', content: '!Type:Bank\nD16/10/2026\nT7.25\nPKrul\n^\n' },
    { name: 'oud.qif', content: '!Type:Bank\nD2/3/2026\nT9.00\nPBol\n^\n' },
  ]);
  const order = page.getByRole('combobox', { name: 'Volgorde van datums in oud.qif (2)' });
  await expect(order).toHaveValue('dag-maand-jaar');
  await expect(page.getByText('Gelezen als ma 2 mrt 2026 t/m ma 2 mrt 2026')).toBeVisible();
  await expectNoBarrier(page);
  await order.click();
  await page.getByRole('option', { name: 'maand-dag-jaar' }).click();
  await expect(page.getByText('Gelezen als di 3 feb 2026 t/m di 3 feb 2026')).toBeVisible();
  for (const [file, account] of [['oud.qif', 'NL44 TEST 0987 6543 21'], ['oud.qif (2)', 'BE68 5390 0754 7034']] as const) {
    await page.getByRole('combobox', { name: `Rekening van ${file}`, exact: true }).click();
    await page.getByRole('option', { name: account }).click();
    await expect(page.getByRole('combobox', { name: `Rekening van ${file}`, exact: true })).toHaveValue(new RegExp(`^${account.replaceAll(' ', '\\s')}$`));
  }
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  expect(complaints).toEqual([]);
});
