import { camtFile } from '../importers/importFiles.ts';
import { callsOf } from './calls.ts';
import { beginOwn } from './flows/begin.ts';
import { drop } from './flows/drop.ts';
import { bankPage } from './pages/bankPage.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test } from './webHost.ts';

const list = (open: string): { readonly name: string; readonly content: string } => ({
  name: `posten-${open}.csv`,
  content: `Factuurnummer;Factuurdatum;Vervaldatum;Klantnummer;Klantnaam;Bedrag;Openstaand;IBAN;E-mail
F2026-0009;01-09-2026;01-10-2026;D1;Kapsalon Krul;50,00;${open};;krul@klant.example
F2026-0003;06-09-2026;06-10-2026;D2;Garage Gooi;500,00;500,00;;gooi@klant.example
`,
});
const statement = camtFile({
  number: '1',
  opening: 0,
  iban: 'NL44TEST0987654321',
  movements: [
    { date: '2026-11-16', cents: 3000, text: 'F2026-0009', name: 'Kapsalon Krul', iban: 'NL21TEST0000000021' },
    { date: '2026-11-16', cents: 57_500, text: 'F2026-0003 incl kosten', name: 'M. de Boer', iban: 'NL23TEST0000000023' },
  ],
});

test('money that the list took off already is booked by one key, and money that names an invoice holds it until somebody says it is not for it', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  const imports = importPage(page);
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  for (const open of ['50,00', '20,00']) {
    await drop(page, [list(open)]);
    await imports.take().click();
    await imports.another().click();
  }
  await drop(page, [statement]);
  await imports.answer('Ja').click();
  await imports.take().click();
  await expect(imports.title()).toHaveText('2 bankboekingen overgenomen');
  const call = await callsOf(freshHost);
  const open = async (): Promise<number> => (await call('customers.list', { query: '', onlyOpen: true })).customers.reduce((sum, customer) => sum + customer.open, 0);
  expect(await open()).toBe(52_000);

  await page.evaluate(() => (location.hash = '/bank'));
  const bank = bankPage(page);
  await expect(bank.title()).toHaveText(/^2 ontvangsten toewijzen/);
  const inList = page.getByRole('button', { name: /^Zit al in de lijst/ });
  await expect(bank.chosen()).toContainText('Kapsalon Krul');
  await expect(inList).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Een lijst met openstaande posten haalde dit bedrag er waarschijnlijk al af.');
  await page.keyboard.press('l');
  await expect(bank.title()).toHaveText(/^1 ontvangst toewijzen/);
  expect(await open()).toBe(52_000);

  await expect(bank.chosen()).toContainText('575,00');
  await expect(inList).toHaveCount(0);
  await expect(bank.chosen()).toContainText('Houdt 1 herinnering tegen');
  await page.keyboard.press('p');
  await page.getByRole('dialog').getByLabel('Waarom').fill('huur van het pand');
  await page.getByRole('checkbox', { name: 'Niet voor de facturen die ze noemt' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Parkeren' }).click();
  await expect(page.getByText('Geen ontvangsten om toe te wijzen')).toBeVisible();
  expect((await call('batch.list', {})).items.map(({ customerName }) => customerName)).toContain('Garage Gooi');
  expect(complaints).toEqual([]);
});
