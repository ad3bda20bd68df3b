import { beginOwn, openExample } from './flows/begin.ts';
import { shell } from './pages/shell.ts';
import { startPage } from './pages/startPage.ts';
import { expect, test } from './webHost.ts';

test('the first start offers two ways to begin and nothing to fill in', async ({ app }) => {
  await expect(startPage(app).title()).toBeVisible();
  await expect(app.getByRole('button')).toHaveCount(2);
  await expect(app.getByRole('textbox')).toHaveCount(0);
});

test('an administration of one’s own needs a name only, and is there again after a restart', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await startPage(page).beginOwn().click();
  await startPage(page).createOwn().click();
  await expect(page.getByText('Vul de naam van je bedrijf in.')).toBeVisible();
  await startPage(page).companyName().fill('Bakkerij Zonneveld');
  await startPage(page).createOwn().click();
  await expect(shell(page).administration('Bakkerij Zonneveld')).toBeVisible();

  await freshHost.restart();
  await page.goto(freshHost.link());
  complaints.length = 0; // the open page asked for news while the program was away
  await page.getByRole('button', { name: 'Bakkerij Zonneveld' }).click();
  await expect(shell(page).administration('Bakkerij Zonneveld')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the keyboard alone is enough to begin', async ({ app }) => {
  await expect(startPage(app).beginOwn()).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(startPage(app).companyName()).toBeFocused();
  await app.keyboard.type('Atelier Meeuw');
  await app.keyboard.press('Enter');
  await expect(shell(app).administration('Atelier Meeuw')).toBeVisible();
});

test('the example is one click away and fills the program', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await openExample(page);
  await expect(shell(page).pageTitle()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('two administrations stand side by side', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await beginOwn(page, 'Eerste BV');
  await page.goto(`${freshHost.origin()}/#/start`);
  await beginOwn(page, 'Tweede BV');
  await shell(page).administration('Tweede BV').click();
  await expect(page.getByRole('menuitem', { name: 'Eerste BV' })).toBeVisible();
  expect(complaints).toEqual([]);
});
