/** A disk went wrong: the program says what to do, and what it says can be done from where the user stands. */
import { globSync, openSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beginOwn } from './flows/begin.ts';
import { callMethod } from './pages/methods.ts';
import { shell } from './pages/shell.ts';
import { expect, test } from './webHost.ts';

const company = 'Atelier Meeuw';

/** Overwrites pages in the middle of the file, as a failing disk does. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096 * 6, 0x5a), 0, undefined, 0);
  closeSync(file);
}

test('an administration that is damaged is put back from its last good copy on the start screen', async ({ page, freshHost }) => {
  test.setTimeout(120_000);
  await page.goto(freshHost.link());
  await beginOwn(page, company);
  expect(await callMethod(page, 'ledger.backup', {})).toMatchObject({ ok: true });
  await freshHost.kill();
  for (const path of globSync(join(freshHost.dataDir, 'ledgers', '*.termijn'))) damage(path);
  await freshHost.restart();
  await page.goto(freshHost.link());
  await page.getByRole('button', { name: company }).click();
  await expect(page.getByText('Het bestand van deze administratie is beschadigd.', { exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'Reservekopieën om terug te zetten' }).getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Zet terug' }).click();
  await expect(shell(page).administration(company)).toBeVisible();
  expect(await callMethod(page, 'ledger.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
});
