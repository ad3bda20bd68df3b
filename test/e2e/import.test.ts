import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { beginOwn } from './flows/begin.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test, type WebHost } from './webHost.ts';

const upload = (file: { readonly name: string; readonly content: string | Uint8Array }) => ({
  name: file.name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(file.content),
});
const anyAccount = 'NL44TEST0987654321';
const ownSeller = { sellerName: 'Atelier Meeuw' };

async function openImport(page: Page, host: WebHost): Promise<ReturnType<typeof importPage>> {
  await page.goto(host.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${host.origin()}/#/import`);
  return importPage(page);
}

test('files are looked at first, taken in together, and undone with one click', async ({ page, freshHost, complaints }) => {
  const imports = await openImport(page, freshHost);
  const statement = camtFile({
    number: '1',
    opening: 0,
    movements: [{ date: '2026-11-02', cents: 12_100, text: 'los' }],
    iban: anyAccount,
  });
  await imports
    .files()
    .setInputFiles([
      upload(ublFile({ number: '2026-001', total: '121.00', ...ownSeller })),
      upload(ublFile({ number: '2026-002', total: '60.50', ...ownSeller })),
      upload(statement),
      { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Beste relatie') },
    ]);
  await expect(imports.title()).toHaveText('2 nieuwe facturen gevonden');
  await expect(imports.fileRow('brief.txt')).toContainText('Geweigerd');
  await expect(imports.finding('De indeling van dit bestand wordt niet herkend.')).toBeVisible();
  await imports.answer('Ja').click();
  await expect(imports.title()).toHaveText('2 nieuwe facturen en 1 nieuwe bankboeking gevonden');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);

  await imports.take().click();
  await expect(imports.title()).toHaveText('2 facturen en 1 bankboeking overgenomen');
  await imports.another().click();
  // Taking back goes as work with a name of its own: of a large import the progress can be watched, and stopped.
  const asked = page.waitForRequest((request) => (request.postData() ?? '').includes('imports.undo'));
  await imports.undo().click();
  expect((await asked).postDataJSON()).toMatchObject({ input: { jobId: expect.stringMatching(/./) as unknown } });
  await expect(page.getByText('Ongedaan gemaakt', { exact: true })).toBeVisible();
  await expect(page.getByText('Import ongedaan gemaakt: 3 boekingen tegengeboekt')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the columns of a list of one’s own are pointed out once', async ({ page, freshHost, complaints }) => {
  const imports = await openImport(page, freshHost);
  const list = (name: string, row: string) =>
    upload({ name, content: ['Factuurnummer;Klantnaam;Factuurdatum;Vervaldatum;Kolom Q', row].join('\r\n') });
  await imports.files().setInputFiles([list('eigen.csv', '2026-1;Atelier Zuid;10-01-2026;09-02-2026;121,00')]);
  await expect(imports.finding('In de lijst is geen kolom met een bedrag gevonden.')).toBeVisible();
  await imports.column('Kolom Q').click();
  await page.keyboard.type('Openstaand');
  await page.keyboard.press('Enter');
  await expect(imports.title()).toHaveText('1 nieuwe factuur gevonden');
  await imports.take().click();
  await expect(imports.title()).toHaveText('1 factuur overgenomen');
  await imports.another().click();
  await imports.files().setInputFiles([list('volgende.csv', '2026-2;Atelier Zuid;11-01-2026;10-02-2026;60,50')]);
  await expect(imports.title()).toHaveText('1 nieuwe factuur gevonden');
  await imports.discard().click();
  expect(complaints).toEqual([]);
});
