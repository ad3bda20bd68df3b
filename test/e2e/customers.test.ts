import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './exampleHost.ts';
import { customerPage } from './pages/customerPage.ts';
import { customersPage } from './pages/customersPage.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a customer is found, opened beside the list with the keyboard, and then on its own page', async ({ app }) => {
  await app.evaluate(() => (location.hash = '/debiteuren'));
  const list = customersPage(app);
  await expect(list.rows().first()).toBeVisible();
  await app.keyboard.press('j');
  await app.keyboard.press('Enter');
  const title = list.panel().getByRole('heading', { level: 2 });
  await expect(title.first()).toBeVisible();
  const first = await list.panel().getAttribute('aria-label');
  await app.keyboard.press('j');
  await expect(list.panel()).not.toHaveAttribute('aria-label', first ?? '');
  await expect(app).toHaveURL(/paneel=\d+/);
  const second = await list.panel().getAttribute('aria-label');
  await app.keyboard.press('Enter');
  const customer = customerPage(app);
  await expect(customer.name()).toHaveText(second ?? '');
  await app.keyboard.press('k');
  await expect(customer.name()).toHaveText(first ?? '');
  await customer.back().click();
  await expect(list.table()).toBeVisible();
});

test('a call is not noted without its reason; a pause has a reason and an end, and can be undone', async ({ app }) => {
  await app.evaluate(() => (location.hash = '/debiteuren?filter=vervallen'));
  await customersPage(app).rows().nth(4).click();
  await app.keyboard.press('Enter');
  const customer = customerPage(app);
  await expect(customer.name()).toBeVisible();
  await app.keyboard.press('c');
  await customer.field('Wat is er gezegd?').fill('Belt morgen terug.');
  await customer.save('Bewaren').click();
  await expect(customer.dialog().getByText('Kies een reden.').last()).toBeVisible();
  await customer.dialog().getByRole('combobox', { name: 'Waarom is er niet betaald?' }).click();
  await app.getByRole('option', { name: 'Vergeten' }).click();
  await customer.save('Bewaren').click();
  await expect(customer.timeline().getByText('Belt morgen terug.')).toBeVisible();
  await expect(customer.dialog()).toHaveCount(0);
  await app.keyboard.press('h');
  await customer.save('Pauzeren').click();
  await expect(customer.dialog().getByText('Vul dit in.')).toBeVisible();
  await customer.field('Waarom').fill('Inkoopnummer komt nog');
  await customer.save('Pauzeren').click();
  await expect(customer.dialog()).toHaveCount(0);
  await expect(app.getByRole('button', { name: /Pauze beëindigen/ })).toBeVisible();
  await app.keyboard.press('u');
  await expect(app.getByRole('button', { name: /^Pauzeren/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`list, panel and page of a customer can be read by everybody, ${colorScheme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.evaluate(() => (location.hash = '/debiteuren'));
    await customersPage(app).rows().first().click();
    await expect(customersPage(app).panel()).toBeVisible();
    const check = async (): Promise<string[]> => (await new AxeBuilder({ page: app }).withTags(levels).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(await check()).toEqual([]);
    await app.keyboard.press('Enter');
    await expect(customerPage(app).openItems()).toBeVisible();
    expect(await check()).toEqual([]);
  });
}
