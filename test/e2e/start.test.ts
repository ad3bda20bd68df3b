import { beginOwn, openExample } from './flows/begin.ts';
import { shell } from './pages/shell.ts';
import { startPage } from './pages/startPage.ts';
import { expect, startWebHost, test } from './webHost.ts';

test('the first start offers two ways to begin and nothing to fill in', async ({ app }) => {
  await expect(startPage(app).title()).toBeVisible();
  await expect(app.getByRole('button')).toHaveCount(2);
  await expect(app.getByRole('textbox')).toHaveCount(0);
});

test('an administration of one’s own needs a name only, and is there again after a restart', async ({ browser }) => {
  const host = await startWebHost();
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.link());
  await startPage(page).beginOwn().click();
  await startPage(page).createOwn().click();
  await expect(page.getByText('Vul de naam van je bedrijf in.')).toBeVisible();
  await startPage(page).companyName().fill('Bakkerij Zonneveld');
  await startPage(page).createOwn().click();
  await expect(shell(page).administration('Bakkerij Zonneveld')).toBeVisible();

  await host.restart();
  await page.goto(host.link());
  await page.getByRole('button', { name: 'Bakkerij Zonneveld' }).click();
  await expect(shell(page).administration('Bakkerij Zonneveld')).toBeVisible();
  await page.context().close();
  await host.stop();
});

test('the keyboard alone is enough to begin', async ({ app }) => {
  await expect(startPage(app).beginOwn()).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(startPage(app).companyName()).toBeFocused();
  await app.keyboard.type('Atelier Meeuw');
  await app.keyboard.press('Enter');
  await expect(shell(app).administration('Atelier Meeuw')).toBeVisible();
});

test('the example is one click away and fills the program', async ({ browser }) => {
  const host = await startWebHost();
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.link());
  await openExample(page);
  await expect(shell(page).pageTitle()).toBeVisible();
  await page.context().close();
  await host.stop();
});

test('two administrations stand side by side', async ({ browser }) => {
  const host = await startWebHost();
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.link());
  await beginOwn(page, 'Eerste BV');
  await page.goto(`${host.origin()}/#/start`);
  await beginOwn(page, 'Tweede BV');
  await shell(page).administration('Tweede BV').click();
  await expect(page.getByRole('menuitem', { name: 'Eerste BV' })).toBeVisible();
  await page.context().close();
  await host.stop();
});
