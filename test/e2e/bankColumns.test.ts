import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { beginOwn } from './flows/begin.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test, type WebHost } from './webHost.ts';

const ownAccount = 'NL13TEST0123456789';
const csv = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
const header = 'Boekdatum;Rekening van de ander;Naam tegenpartij;Kolom Q;Saldo;Mededeling';
const first = '02-11-2026;NL90FICT0000000303;Bakkerij De Gouden Korst;121,00;1121,00;Factuur 2026-0042';

async function openImport(page: Page, host: WebHost): Promise<ReturnType<typeof importPage>> {
  await page.goto(host.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${host.origin()}/#/import`);
  return importPage(page);
}

test('a CSV of any bank is pointed out once by keyboard, and read by itself the next time', async ({ page, freshHost, complaints }) => {
  const imports = await openImport(page, freshHost);
  await imports
    .files()
    .setInputFiles([
      csv('onbekend.csv', [header, first, 'morgen;;Kapot;1,00;1122,00;x', '03-11-2026;;Koffie op de Hoek;-3,50;1117,50;Lunch']),
    ]);
  await expect(imports.asRead('2')).toContainText('Bakkerij De Gouden Korst');
  await expect(imports.asRead('3')).toContainText('Een datum is niet te lezen: “morgen”.');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);

  // The message is pointed out as what it is not, and back: what is read follows.
  await imports.column('Mededeling').focus();
  await page.keyboard.type('Betalingskenmerk');
  await page.keyboard.press('Enter');
  await expect(imports.column('Mededeling')).toHaveValue('Betalingskenmerk');
  await imports.column('Mededeling').focus();
  await page.keyboard.type('Omschrijving');
  await page.keyboard.press('Enter');
  await expect(imports.column('Mededeling')).toHaveValue('Omschrijving');
  await imports.ownAccount().focus();
  await page.keyboard.type(ownAccount);
  await imports.answer('Ja').click();
  await expect(imports.title()).toHaveText('2 nieuwe bankboekingen gevonden');
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  await imports.another().click();

  await imports
    .files()
    .setInputFiles([csv('volgende.csv', [header, first, '04-11-2026;NL63FICT0000000404;Garage Wielsma;48,00;1165,50;Factuur 2026-0043'])]);
  await expect(imports.title()).toHaveText('1 nieuwe bankboeking gevonden');
  await imports.discard().click();
  expect(complaints).toEqual([]);
});
