/** What the page said is done is there after the program was shot, and nothing is there by half. Promise 3 of the product, seen from the window. */
import type { Page } from '@playwright/test';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { beginOwn } from './flows/begin.ts';
import { bankPage } from './pages/bankPage.ts';
import { importPage } from './pages/importPage.ts';
import { callMethod } from './pages/methods.ts';
import { shell } from './pages/shell.ts';
import { expect, test, type WebHost } from './webHost.ts';

const company = 'Atelier Meeuw';
const upload = (file: { readonly name: string; readonly content: string | Uint8Array }) => ({
  name: file.name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(file.content),
});
const invoice = (number: string, total: string) => upload(ublFile({ number, total, sellerName: company, customer: `Klant ${number} B.V.` }));
const second = Array.from({ length: 120 }, (_unused, index) => invoice(`2026-9${String(index).padStart(3, '0')}`, '10.00'));

/** Starts the program again after it was shot; the old page has to say what to do, the new link leads on. */
async function reopen(page: Page, host: WebHost): Promise<void> {
  await host.restart();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Open de nieuwe link' })).toBeVisible();
  await page.goto(host.link());
  await expect(shell(page).administration(company)).toBeVisible();
}

/** How many invoices the ledger holds, after it was asked to prove that every balance ties. */
async function provenInvoices(page: Page): Promise<number> {
  const proof = await callMethod(page, 'ledger.verify', {});
  expect(proof).toMatchObject({ ok: true, value: { ok: true } });
  const list = await callMethod(page, 'invoices.list', { filter: 'all', query: '', customerId: null, sort: 'number', descending: false, offset: 0, limit: 1 });
  expect(list).toMatchObject({ ok: true });
  return Number(list.value['total']);
}

test('what was confirmed survives a kill in the middle of an import and right after a booking', async ({ page, freshHost, complaints }) => {
  test.setTimeout(180_000);
  await page.goto(freshHost.link());
  await beginOwn(page, company);
  const imports = importPage(page);
  await page.goto(`${freshHost.origin()}/#/import`);
  const statement = camtFile({
    number: '1',
    opening: 100_00,
    movements: [
      { date: '2026-11-02', cents: 121_00, text: 'factuur 2026-001', name: 'Klant 2026-001 B.V.' },
      { date: '2026-11-03', cents: 60_50, text: 'dank u', name: 'Klant 2026-002 B.V.', iban: 'NL62TEST0987654321' },
    ],
  });
  await imports.files().setInputFiles([invoice('2026-001', '121.00'), invoice('2026-002', '60.50'), upload(statement)]);
  await imports.answer('Ja').click();
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 facturen en 2 bankboekingen overgenomen');

  await freshHost.kill();
  await reopen(page, freshHost);
  let kept = await provenInvoices(page);
  expect(kept).toBe(2);

  // In the middle of the second import, sooner and later: all of it or nothing.
  for (const delayMs of [0, 60]) {
    await page.goto(`${freshHost.origin()}/#/import`);
    await imports.files().setInputFiles(second);
    await expect(imports.take()).toBeEnabled();
    const asked = page.waitForRequest((request) => request.postData()?.includes('imports.commit') === true);
    await imports.take().click();
    await asked;
    await page.waitForTimeout(delayMs);
    await freshHost.kill();
    await reopen(page, freshHost);
    const now = await provenInvoices(page);
    expect([kept, 2 + second.length]).toContain(now);
    kept = now;
    if (kept > 2) break;
  }

  await page.goto(`${freshHost.origin()}/#/bank`);
  const bank = bankPage(page);
  await expect(bank.receipts()).toHaveCount(1);
  await bank.assign().click();
  await expect(bank.undo().last()).toBeVisible();
  await freshHost.kill();
  await reopen(page, freshHost);
  expect(await provenInvoices(page)).toBe(kept);
  await page.goto(`${freshHost.origin()}/#/bank`);
  await expect(shell(page).pageTitle()).toBeVisible();
  await expect(bank.receipts()).toHaveCount(0);
  complaints.length = 0; // the open page asked for news while the program was away, as it should
});
