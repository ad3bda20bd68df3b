import AxeBuilder from '@axe-core/playwright';
import { password, smtpServer } from '../ledger/smtpServer.ts';
import { beginOwn } from './flows/begin.ts';
import { settingsPage } from './pages/settingsPage.ts';
import { expect, test } from './webHost.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a mail server is set up, its test message arrives, and a wrong password says what to do', async ({ page, freshHost, complaints }) => {
  const mailbox = await smtpServer();
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${freshHost.origin()}/#/instellingen/smtp`);
  const settings = settingsPage(page);
  await settings.server().fill('127.0.0.1');
  await settings.security().click();
  await settings.securityChoice(/^Geen/).click();
  await settings.port().fill(String(mailbox.port));
  await settings.user().fill('meeuw');
  await settings.fromAddress().fill('meeuw@atelier.example');

  await settings.save().click();
  await expect(page.getByText('Typ het wachtwoord dat bij deze server en gebruiker hoort.')).toBeVisible();
  await settings.password().fill('verkeerd');
  await settings.save().click();
  await settings.testTo().fill('meeuw@atelier.example');
  await settings.test().click();
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('Het testbericht is niet verstuurd');
  await expect(refused).toContainText('weigert de gebruikersnaam of het wachtwoord');
  await expect(refused).toContainText('Typ gebruikersnaam en wachtwoord opnieuw.');
  expect(mailbox.received).toEqual([]);

  await settings.password().fill(password);
  await expect(settings.test()).toBeDisabled();
  await settings.save().click();
  await settings.test().click();
  await expect(page.getByText('Aangenomen voor meeuw@atelier.example.')).toBeVisible();
  expect(mailbox.received).toHaveLength(1);
  expect(mailbox.received[0]).toContain('To: meeuw@atelier.example');

  await page.reload();
  await expect(settings.server()).toHaveValue('127.0.0.1');
  await expect(settings.password()).toHaveValue('');
  expect(await page.content()).not.toContain(password);
  await mailbox.close();
  expect(complaints).toEqual([]);
});

test('the ladder, the copies and the proof of the books are one press each', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${freshHost.origin()}/#/instellingen/ladder`);
  const settings = settingsPage(page);
  await expect(page.getByText('10 dagen na de vorige stap, per e-mail, betalen binnen 7 dagen').first()).toBeVisible();
  await settings.useLadder('Klassiek 14/14').click();
  await expect(settings.useLadder('Strak')).toBeVisible();

  await settings.section('Veiligheid').click();
  await settings.makeBackup().click();
  await expect(page.getByText(/^Kopie gemaakt en gecontroleerd, /)).toBeVisible();
  await expect(settings.backups().first()).toContainText('21 nov');
  await settings.verify().click();
  await expect(page.getByText(/^Alles klopt: \d+ boekingen/)).toBeVisible();

  await settings.restore().click();
  const question = page.getByRole('dialog', { name: 'Deze kopie terugzetten?' });
  await expect(question).toContainText('Het huidige bestand blijft ernaast bewaard.');
  await question.getByRole('button', { name: 'Zet terug' }).click();
  await expect(page.getByText(/^Kopie teruggezet: \d+ boekingen/)).toBeVisible({ timeout: 20_000 });
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every section of the settings can be read and operated by everybody, ${colorScheme}`, async ({ page, freshHost, complaints }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(freshHost.link());
    await beginOwn(page, 'Atelier Meeuw');
    await page.goto(`${freshHost.origin()}/#/instellingen`);
    for (const name of ['E-mail', 'Traject', 'Beleid', 'Veiligheid'] as const) {
      await settingsPage(page).section(name).click();
      await expect(settingsPage(page).heading(name)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), name).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
}
