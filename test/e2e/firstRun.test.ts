/** Somebody opens the program for the first time: looks at the example, begins for themselves, goes back and forth, and reads it in their own language. */
import { beginOwn, openExample } from './flows/begin.ts';
import { settingsPage } from './pages/settingsPage.ts';
import { shell } from './pages/shell.ts';
import { startPage } from './pages/startPage.ts';
import { expect, test } from './webHost.ts';

test('one click on the example leads to a day with figures', async ({ page, freshHost, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(freshHost.link());
  await expect(startPage(page).title()).toBeVisible();
  await openExample(page);
  await expect(shell(page).railLink('Vandaag')).toHaveAttribute('aria-current', 'page');
  await expect(shell(page).pageTitle()).toBeVisible();
  // Every part of the day names an amount; the example has something open in each age.
  await expect(page.getByRole('main').getByText(/€\s?[1-9]/).nth(3)).toBeVisible();

  const example = (await page.getByRole('banner').getByRole('button', { name: /^Administratie:/ }).textContent()) ?? '';
  await page.goto(`${freshHost.origin()}/#/start`);
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${freshHost.origin()}/#/vandaag`);
  await expect(page.getByRole('main').getByText(/€\s?[1-9]/)).toHaveCount(0);

  await shell(page).administration('Atelier Meeuw').click();
  await page.getByRole('menuitem', { name: example }).click();
  await expect(shell(page).administration(example)).toBeVisible();
  await expect(page.getByRole('main').getByText(/€\s?[1-9]/).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the language changes at once, everywhere, and is kept', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await beginOwn(page, 'Atelier Meeuw');
  await page.goto(`${freshHost.origin()}/#/instellingen/appearance`);
  const settings = settingsPage(page);
  const steps = [
    { label: 'Taal van Termijn', choose: 'English', title: 'Settings', rail: 'Customers' },
    { label: 'Language of Termijn', choose: 'Français', title: 'Paramètres', rail: 'Débiteurs' },
  ] as const;
  for (const { label, choose, title, rail } of steps) {
    await settings.languageField(label).click();
    await settings.choice(choose).click();
    await expect(settings.title()).toHaveText(title);
    await expect(page.getByRole('link', { name: rail })).toBeVisible();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.reload();
  await expect(settings.title()).toHaveText('Paramètres');
  expect(complaints).toEqual([]);
});
