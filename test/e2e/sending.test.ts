/** The whole way, with a real mail server: own files in, receipts matched, aging, the letter, sent; and the screens of it read by everybody. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { smtpServer } from '../ledger/smtpServer.ts';
import { makeExample } from './exampleHost.ts';
import { beginOwn } from './flows/begin.ts';
import { batchPage } from './pages/batchPage.ts';
import { importPage } from './pages/importPage.ts';
import { sentPage } from './pages/sentPage.ts';
import { settingsPage } from './pages/settingsPage.ts';
import { shell } from './pages/shell.ts';
import { todayPage } from './pages/todayPage.ts';
import { expect, startWebHost, test as base, type WebHost } from './webHost.ts';

/** A working day, so that what is approved may leave at once. */
const friday = '2026-11-20';
const ownAccount = 'NL91ABNA0417164300';
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const test = base.extend<{ readonly fridayHost: WebHost }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  fridayHost: async ({}, use) => {
    const host = await startWebHost(friday);
    await use(host);
    await host.stop();
  },
});

const upload = (file: { readonly name: string; readonly content: string | Uint8Array }) => ({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.content) });
const go = (page: Page, address: string): Promise<unknown> => page.evaluate((hash) => (location.hash = hash), address);

async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Calls a method of the program as the window does, for facts that this test does not type in by hand. */
const call = (page: Page, method: string, input: unknown): Promise<{ readonly ok: boolean; readonly value: never }> =>
  page.evaluate(
    async ([name, given]) => (await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method: name, input: given }) })).json() as Promise<{ ok: boolean; value: never }>,
    [method, input] as const,
  );

async function completeCompany(page: Page): Promise<void> {
  const { value } = await call(page, 'administrations.profile', {});
  const profile = {
    ...(value as object),
    street: 'Kade 1', postcode: '1011 AA', city: 'Amsterdam', registrationNumber: '99000001', vatNumber: 'NL123456782B12', phone: '020 000 00 00',
    email: 'administratie@meeuw.example', ibans: [ownAccount], accountName: 'Atelier Meeuw', signerName: 'Merel Dijks', signerRole: 'administratie', tagline: 'Ontwerp',
  };
  expect((await call(page, 'administrations.saveProfile', profile)).ok).toBe(true);
}

async function takeOwnFiles(page: Page): Promise<void> {
  const seller = { sellerName: 'Atelier Meeuw', issueDate: '2026-10-05', dueDate: '2026-11-04' } as const;
  await go(page, '/import');
  const imports = importPage(page);
  await imports.files().setInputFiles([
    upload(ublFile({ ...seller, number: '2026-101', total: '1210.00', customer: 'Bouwbedrijf De Hoek B.V.', email: 'crediteuren@dehoek.example' })),
    upload(ublFile({ ...seller, number: '2026-102', total: '605.00', customer: 'Kwekerij Zandpad', email: 'crediteuren@zandpad.example' })),
    upload(camtFile({ number: '1', opening: 0, iban: ownAccount, movements: [{ date: '2026-11-19', cents: 60_500, name: 'Kwekerij Zandpad', text: 'factuur 2026-102' }] })),
  ]);
  await expect(imports.title()).toContainText('2 nieuwe facturen');
  await imports.take().click();
  await expect(imports.title()).toContainText('overgenomen');
}

async function setMailServer(page: Page, port: number): Promise<void> {
  await go(page, '/instellingen/smtp');
  const settings = settingsPage(page);
  await settings.server().fill('127.0.0.1');
  await settings.security().click();
  await settings.securityChoice(/^Geen/).click();
  await settings.port().fill(String(port));
  await settings.save().click();
  await settings.test().click();
  await expect(settings.tested()).toBeVisible();
}

test('own files, a receipt that pays one invoice, the aging, the letter of the other: sent once by a real mail server', async ({ page, fridayHost, complaints }) => {
  test.setTimeout(120_000);
  const server = await smtpServer();
  await page.goto(fridayHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await go(page, '/vandaag');
  await expect(todayPage(page).importFiles()).toBeVisible();
  await completeCompany(page);
  await takeOwnFiles(page);
  await setMailServer(page, server.port);
  expect(server.received.length).toBe(1);

  await go(page, '/ouderdom');
  await expect(page.getByRole('row', { name: /Bouwbedrijf De Hoek/ })).toContainText('1.210,00');
  await expect(page.getByRole('row', { name: /Kwekerij Zandpad/ })).toHaveCount(0);

  await go(page, '/vandaag');
  await expect(todayPage(page).lead()).toContainText('1 herinnering klaar');
  await todayPage(page).review().click();
  const batch = batchPage(page);
  await expect(batch.mailFrame()).toBeVisible();
  await batch.tab('Platte tekst').click();
  await expect(page.getByRole('tabpanel')).toContainText('2026-101');
  await batch.tab('Brief').click();
  await expect(batch.letterPage()).toBeVisible();
  await batch.send().click();
  await expect(batch.question()).toContainText('1 bericht versturen?');
  await expect(batch.question()).toContainText('1 e-mail gaat nu weg.');
  await batch.confirm().click();
  await expect(page.getByText('1 e-mail verstuurd.').first()).toBeVisible();
  expect(server.received.length).toBe(2);
  expect(server.received[1]).toMatch(/^To: .*crediteuren@dehoek\.example/m);
  expect(server.received[1]).toContain('application/pdf');

  await go(page, '/verzonden');
  await sentPage(page).row('Bouwbedrijf De Hoek').click();
  await expect(page.getByText('2026-101').first()).toBeVisible();
  await go(page, '/vandaag');
  await expect(todayPage(page).review()).toHaveCount(0);
  expect(complaints).toEqual([]);
  await server.close();
});

test('the keyboard walks, edits, holds and leaves out; nothing leaves without the question', async ({ page, fridayHost, complaints }) => {
  test.setTimeout(120_000);
  await makeExample(fridayHost);
  await page.goto(fridayHost.link());
  await expect(shell(page).rail()).toBeVisible();
  await go(page, '/dagbatch');
  const batch = batchPage(page);
  await expect(batch.current()).toBeVisible();
  const firstName = await batch.current().textContent();
  await page.keyboard.press('j');
  await expect(batch.current()).not.toHaveText(firstName ?? '');
  await page.keyboard.press('k');
  await expect(batch.current()).toHaveText(firstName ?? '');
  const before = (await batch.send().textContent()) ?? '';
  await page.keyboard.press('x');
  await expect(batch.send()).not.toHaveText(before);
  await page.keyboard.press('x');
  await expect(batch.tab('Berekening')).toBeVisible();
  await page.keyboard.press('e');
  await batch.note().fill('Bel gerust met Merel.');
  await batch.save().click();
  await batch.tab('Platte tekst').click();
  await expect(page.getByText('Bel gerust met Merel.')).toBeVisible();
  const title = (await batch.title().textContent()) ?? '';
  await page.keyboard.press('h');
  await batch.holdConfirm().click();
  await expect(page.getByText('Zonder reden kan een stap niet wachten.')).toBeVisible();
  await batch.holdReason().fill('overleg');
  await batch.holdConfirm().click();
  await expect(batch.title()).not.toHaveText(title);
  await page.keyboard.press('u');
  await expect(batch.title()).toHaveText(title);
  await page.keyboard.press('a');
  await expect(batch.question()).toContainText('Dit kan niet worden teruggehaald.');
  await page.keyboard.press('Escape');
  await expect(batch.question()).toHaveCount(0);
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`today, the batch, the print list and the settings can be read by everybody, ${colorScheme}`, async ({ page, fridayHost, complaints }) => {
    test.setTimeout(120_000);
    await makeExample(fridayHost);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(fridayHost.link());
    await expect(shell(page).rail()).toBeVisible();
    for (const address of ['/vandaag', '/dagbatch', '/printlijst', '/instellingen/smtp', '/instellingen/ladder', '/instellingen/policy', '/instellingen/backups']) {
      await go(page, address);
      await expect(shell(page).pageTitle(), address).toBeVisible();
      await page.waitForTimeout(900);
      // The frame of a mail may run no script, not even that of the checker.
      if (address === '/dagbatch') await batchPage(page).tab('Platte tekst').click();
      expect.soft(await violationsOf(page), `${address} in ${colorScheme}`).toEqual([]);
    }
    await go(page, '/dagbatch');
    await batchPage(page).tab('Brief').click();
    await expect(batchPage(page).letterPage()).toBeVisible();
    expect.soft(await violationsOf(page), 'letter').toEqual([]);
    expect(complaints).toEqual([]);
  });
}
