import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { beginOwn } from './flows/begin.ts';
import { drop } from './flows/drop.ts';
import { bankPage } from './pages/bankPage.ts';
import { importPage } from './pages/importPage.ts';
import { expect, test, type WebHost } from './webHost.ts';

const iban = 'NL44TEST0987654321';
const invoice = (number: string, customer: string, total: string, postcode: string) =>
  ublFile({ number, customer, total, postcode, sellerName: 'Atelier Meeuw', issueDate: '2026-09-15', dueDate: '2026-10-15', email: `${number}@klant.example` });
const invoices = [invoice('2026-001', 'Kapsalon Krul', '121.00', '1011 AA'), invoice('2026-002', 'Bakkerij Bol', '60.50', '2011 BB'), invoice('2026-003', 'Garage Gooi', '300.00', '3011 CC')];
/** None of these names its invoice: the program proposes or parks, a person decides. */
const statement = camtFile({
  number: '1',
  opening: 0,
  iban,
  movements: [
    { date: '2026-11-19', cents: 12_100, text: 'betaling', name: 'J. Krul', iban: 'NL21TEST0000000021' },
    { date: '2026-11-19', cents: 6_045, text: 'overboeking', name: 'Bakkerij Bol', iban: 'NL22TEST0000000022' },
    { date: '2026-11-20', cents: 99_999, text: 'onbekend', name: 'Vreemde Vogel', iban: 'NL23TEST0000000023' },
  ],
});

async function begin(page: Page, host: WebHost): Promise<void> {
  await page.goto(host.link());
  await beginOwn(page, 'Atelier Meeuw');
  await drop(page, invoices);
  await expect(importPage(page).title()).toHaveText('3 nieuwe facturen gevonden');
  await importPage(page).take().click();
  await expect(importPage(page).title()).toHaveText('3 facturen overgenomen');
}

const go = (page: Page, hash: string): Promise<string> => page.evaluate((next) => (location.hash = next), hash);

test('files dropped on the window, receipts decided by keyboard only, and the aging list and the day change with it', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  await begin(page, freshHost);
  await go(page, '/ouderdom');
  await expect(page.getByRole('main')).toContainText('€ 481,50 open, waarvan € 481,50 vervallen');
  await drop(page, [statement]);
  await importPage(page).answer('Ja').click();
  await importPage(page).take().click();
  await expect(importPage(page).title()).toHaveText('3 bankboekingen overgenomen');

  await go(page, '/bank');
  const bank = bankPage(page);
  await expect(bank.title()).toHaveText(/^3 ontvangsten toewijzen/);
  // The first: found by its amount and a part of the name, or looked up by its number.
  const choose = async (receiptName: string): Promise<void> => {
    for (let tries = 0; tries < 4 && !((await bank.chosen().textContent()) ?? '').includes(receiptName); tries += 1) {
      const before = (await bank.chosen().textContent()) ?? '';
      await page.keyboard.press(tries < 2 ? 'j' : 'k');
      await expect(bank.chosen()).not.toHaveText(before);
    }
    await expect(bank.chosen()).toContainText(receiptName);
    await expect(bank.park()).toBeVisible();
  };
  const lookUp = async (number: string): Promise<void> => {
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await expect(page.getByRole('search').getByText(number)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: `${number} toewijzen` })).toBeChecked();
    await page.keyboard.press('Escape');
  };
  await choose('121,00');
  if (!(await bank.assign().isEnabled())) await lookUp('2026-001');
  await page.keyboard.press('m');
  await expect(bank.title()).toHaveText(/^2 ontvangsten toewijzen/);

  await choose('60,45');
  if (!(await bank.assign().isEnabled())) await lookUp('2026-002');
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toContainText('€ 0,05');
  await page.keyboard.press('Enter');
  await expect(bank.title()).toHaveText(/^1 ontvangst toewijzen/);

  await choose('999,99');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('navragen bij de boekhouder');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Geen ontvangsten om toe te wijzen')).toBeVisible();

  await go(page, '/ouderdom');
  await expect(page.getByRole('main')).toContainText('€ 300,00 open, waarvan € 300,00 vervallen');
  await expect(page.getByRole('main')).not.toContainText('Kapsalon Krul');
  await go(page, '/vandaag');
  await expect(page.getByRole('main')).toContainText('Garage Gooi');
  await expect(page.getByRole('main')).not.toContainText('Bakkerij Bol');
  expect(complaints).toEqual([]);
});

test('what a payment is for is asked, and what the payer answers is read', async ({ page, freshHost, complaints }) => {
  await begin(page, freshHost);
  await drop(page, [camtFile({ number: '1', opening: 0, iban, movements: [{ date: '2026-11-19', cents: 18_150, text: 'diverse', name: 'Holding Hek', iban: 'NL24TEST0000000024' }] })]);
  await importPage(page).answer('Ja').click();
  await importPage(page).take().click();
  await expect(importPage(page).title()).toHaveText('1 bankboeking overgenomen');
  await go(page, '/bank');
  const bank = bankPage(page);
  await expect(bank.park()).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('dialog')).toContainText('Vragen waar de betaling voor is');
  await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveValue(/181,50/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'Specificatie' }).fill('Factuur 2026-001  121,00\nFactuur 2026-002  60,50\nTotaal 181,50');
  await page.getByRole('button', { name: 'Lees', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /2026-002/ })).toContainText('Past');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  await page.getByRole('button', { name: 'Neem over in de toewijzing' }).click();
  await expect(bank.assign()).toBeEnabled();
  await page.keyboard.press('m');
  await expect(page.getByText('Geen ontvangsten om toe te wijzen')).toBeVisible();
  await go(page, '/bank?paneel=cijfer');
  await expect(page.getByRole('table', { name: 'Twaalf weken, zoals het op die dag bekend was.' }).getByRole('row')).toHaveCount(13);
  expect(complaints).toEqual([]);
});
