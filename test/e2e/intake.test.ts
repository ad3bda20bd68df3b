import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { camtFile, type Movement, mt940File } from '../importers/importFiles.ts';
import { beginOwn } from './flows/begin.ts';
import { drop } from './flows/drop.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test, type WebHost } from './webHost.ts';

const iban = 'NL44TEST0987654321';
const day: readonly Movement[] = [
  { date: '2026-11-02', cents: 12_100, text: 'factuur 2026-001' },
  { date: '2026-11-02', cents: 5000, text: 'losse betaling' },
];
const mt940 = mt940File({ number: '1', opening: 0, movements: day, iban });
/** The same day in another format and in other words. */
const reworded = camtFile({ number: '1', opening: 0, movements: day.map((one) => ({ ...one, text: `${one.text ?? ''}, met dank` })), iban });

const upload = ({ name, content }: { readonly name: string; readonly content: string | Uint8Array }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

async function openImport(page: Page, host: WebHost): Promise<ReturnType<typeof importPage>> {
  await page.goto(host.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${host.origin()}/#/import`);
  return importPage(page);
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

test('bookings that look like known ones are judged side by side, each once', async ({ page, freshHost, complaints }) => {
  const imports = await openImport(page, freshHost);
  await imports.files().setInputFiles([upload(mt940)]);
  await imports.answer('Ja').click();
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  await drop(page, [reworded]);
  await expect(imports.finding('2 boekingen zijn misschien al bekend')).toBeVisible();
  await page.getByRole('button', { name: 'Afronden' }).click();
  await expect(imports.title()).toHaveText('2 boekingen wachten op je oordeel');
  await expect(page.getByRole('heading', { name: 'Misschien dubbel' })).toBeVisible();
  const pairs = page.getByRole('listitem', { name: / op / });
  await expect(pairs).toHaveCount(2);
  await expect(pairs.first()).toContainText('Wacht op je oordeel');
  await expectNoBarrier(page);
  await pairs.first().getByRole('button', { name: 'Dezelfde' }).click();
  await expect(pairs).toHaveCount(1);
  await pairs.first().getByRole('button', { name: /^Andere boeking/ }).click();
  await expect(page.getByText('1 boeking overgenomen.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Misschien dubbel' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a folder is watched, its new files are looked at first and offered once', async ({ page, freshHost, complaints }) => {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-watched-'));
  const path = join(folder, 'dag.xml');
  writeFileSync(path, camtFile({ number: '1', opening: 0, movements: day, iban }).content);
  const earlier = new Date('2026-11-03T08:00:00Z');
  utimesSync(path, earlier, earlier);
  const imports = await openImport(page, freshHost);
  await page.getByRole('button', { name: 'Volg een map' }).click();
  const field = page.getByRole('textbox', { name: 'Volledig pad van de map' });
  await field.fill(join(folder, 'nergens'));
  await field.press('Enter');
  await expect(page.getByText(/kan niet worden gelezen/)).toBeVisible();
  await field.fill(folder);
  await field.press('Enter');
  await expect(page.getByText('dag.xml')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /^Bekijk/ }).click();
  await imports.answer('Ja').click();
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  await imports.another().click();
  await expect(page.getByText('Geen nieuwe bestanden.')).toBeVisible();
  expect(complaints.filter((line) => !line.includes('422') && !line.includes('400'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('each bank file tells its account, period, bookings, balances and what of it is new, before anything is taken in', async ({ page, freshHost, complaints }) => {
  const imports = await openImport(page, freshHost);
  const off = { name: 'fout.xml', content: String(camtFile({ number: '2', opening: 17_100, movements: [{ date: '2026-11-05', cents: 1000 }], iban }).content).replaceAll('181.00', '175.00') };
  const old = mt940File({ name: 'oud.sta', number: '1', opening: 0, movements: day, iban: '20040060/1234567' });
  await imports.files().setInputFiles([upload(mt940), upload(off), upload(old)]);
  for (const column of ['Rekening', 'Periode', 'Boekingen', 'Beginsaldo → eindsaldo', 'Nieuw', 'Bekend', 'Misschien']) await expect(page.getByRole('columnheader', { name: column })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Oudste vervaldatum' })).toHaveCount(0);
  const row = imports.fileRow('mt940-1.sta');
  for (const told of ['NL44 TEST 0987 6543 21', '2 nov 2026', '€ 0,00 → € 171,00', 'Sluit aan']) await expect(row).toContainText(told);
  await expect(imports.fileRow('fout.xml')).toContainText('Verschil € −6,00');
  await expect(imports.fileRow('oud.sta')).toContainText('20040060/1234567');
  await expectNoBarrier(page);
  await imports.answer('Ja').first().click();
  await imports.take().click();
  await expect(imports.title()).toHaveText('3 bankboekingen overgenomen');
  await drop(page, [mt940]);
  await expect(imports.fileRow('mt940-1.sta').getByRole('gridcell').nth(7)).toHaveText('2');
  expect(complaints).toEqual([]);
});
