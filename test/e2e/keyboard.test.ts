/** Everything can be reached and done without a mouse, and one always sees where one is (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7). */
import { expect, test } from './exampleHost.ts';
import { customersPage } from './pages/customersPage.ts';
import { focusStop } from './pages/focusMark.ts';
import { shell } from './pages/shell.ts';

/** Enough to pass through the frame and well into every page. */
const mostStops = 60;

test('the first key leads past the menu, the menu is walked with Tab and opened with Enter', async ({ app }) => {
  await expect(shell(app).pageTitle()).toBeVisible();
  await app.keyboard.press('Tab');
  await expect(app.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('main').locator(':focus')).toHaveCount(1);
  await shell(app).railLink('Debiteuren').focus();
  await app.keyboard.press('Tab');
  await expect(shell(app).railLink('Facturen')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(shell(app).railLink('Facturen')).toHaveAttribute('aria-current', 'page');
  await expect(shell(app).pageTitle()).toBeVisible();
});

test('two letters lead to a page, and the question mark lists all keys', async ({ app }) => {
  await expect(shell(app).pageTitle()).toBeVisible();
  await app.keyboard.press('g');
  await app.keyboard.press('d');
  await expect(shell(app).railLink('Debiteuren')).toHaveAttribute('aria-current', 'page');
  await app.keyboard.press('?');
  const help = app.getByRole('dialog', { name: 'Toetsen' });
  await expect(help).toBeVisible();
  await expect(help.getByText('Volgende regel')).toBeVisible();
  await expect(help.getByText('Ga naar Bank')).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
});

test('a customer is found by name and opened, all by keyboard', async ({ app }) => {
  await app.evaluate(() => (location.hash = '/debiteuren'));
  const rows = customersPage(app).rows();
  await expect(rows.first()).toBeVisible();
  const name = ((await rows.nth(2).getByRole('gridcell').first().textContent()) ?? '').trim().split(/\s{2,}|\n/)[0] ?? '';
  expect(name.length).toBeGreaterThan(3);
  await app.keyboard.press('Control+k');
  const field = app.getByRole('combobox', { name: 'Zoek debiteur, factuur, bedrag of actie' });
  await expect(field).toBeFocused();
  await app.keyboard.type(name.slice(0, 12));
  await expect(app.getByRole('option', { selected: true })).toContainText(name.slice(0, 8));
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect.poll(() => app.evaluate(() => location.hash)).toMatch(/debiteuren/);
  await expect(app.getByRole('heading', { name: name.slice(0, 12) }).first()).toBeVisible();
});

test('in a list j and k move, Enter opens and Escape closes, and the row stays where it was', async ({ app }) => {
  await app.evaluate(() => (location.hash = '/debiteuren'));
  const customers = customersPage(app);
  await expect(customers.rows().nth(3)).toBeVisible();
  await app.keyboard.press('j');
  await expect(customers.rows().nth(0)).toBeFocused();
  await app.keyboard.press('j');
  await app.keyboard.press('j');
  await app.keyboard.press('k');
  await expect(customers.rows().nth(1)).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(customers.panel()).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(customers.panel()).toHaveCount(0);
  await expect(customers.rows().nth(1)).toBeFocused();
});

test('wherever Tab leads, one sees where one is, and Tab always leads on', async ({ app }) => {
  test.setTimeout(180_000);
  await expect(shell(app).railLinks().first()).toBeVisible();
  const addresses = await shell(app).railLinks().evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const address of [...addresses, '#/import', '#/instellingen/appearance']) {
    await app.goto(`${new URL(app.url()).origin}/${address}`);
    await app.reload(); // from the top of the page, not from where the last one was left
    await expect(shell(app).pageTitle(), address).toBeVisible();
    await expect(app.locator('[aria-busy="true"]')).toHaveCount(0);
    const seen = new Set<number>();
    for (let count = 0; count < mostStops; count += 1) {
      await app.keyboard.press('Tab');
      const stop = await focusStop(app);
      // Past the end of the page, or once around.
      if (stop === null || (seen.size > 1 && stop.id === [...seen][0])) break;
      expect.soft(stop.isMarked, `${address}: the focus is seen on ${stop.name}`).toBe(true);
      expect.soft(stop.isOnScreen, `${address}: ${stop.name} is on the screen`).toBe(true);
      expect(seen.has(stop.id), `${address}: the focus goes on after ${stop.name}`).toBe(false);
      seen.add(stop.id);
    }
    expect(seen.size, address).toBeGreaterThan(10);
  }
});

test('a focus that cannot be seen would be found', async ({ app }) => {
  await expect(shell(app).pageTitle()).toBeVisible();
  await app.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *:focus { outline: none !important; box-shadow: none !important; border-color: red !important; background: none !important; transform: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  await app.keyboard.press('Tab');
  expect((await focusStop(app))?.isMarked).toBe(false);
});
