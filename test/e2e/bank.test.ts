import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './exampleHost.ts';
import { bankPage } from './pages/bankPage.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a receipt is assigned by keyboard, the next one comes, and one key takes it back', async ({ app }) => {
  await app.evaluate(() => (location.hash = '/bank'));
  const bank = bankPage(app);
  await expect(bank.receipts().first()).toBeVisible();
  const count = await bank.receipts().count();
  for (let tries = 0; tries < count && (!(await bank.assign().isEnabled()) || (await bank.proposals().count()) === 0); tries += 1) {
    const before = await bank.chosen().textContent();
    await app.keyboard.press('j');
    await expect(bank.chosen()).not.toHaveText(before ?? '');
    await expect(bank.assign()).toBeVisible();
    await app.waitForTimeout(300);
  }
  await expect(bank.assign()).toBeEnabled();
  const title = await bank.title().textContent();
  const chosen = await bank.chosen().textContent();
  await app.keyboard.press('m');
  await expect(bank.title()).not.toHaveText(title ?? '');
  await expect(bank.chosen()).not.toHaveText(chosen ?? '');
  await expect(bank.undo().last()).toBeVisible();
  await app.keyboard.press('u');
  await expect(bank.title()).toHaveText(title ?? '');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`receipts and accounts can be read by everybody, ${colorScheme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of ['/bank', '/bank?paneel=rekeningen', '/bank?paneel=toegewezen']) {
      await app.evaluate((hash) => (location.hash = hash), address);
      await expect(bankPage(app).receipts().first()).toBeVisible();
      await app.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page: app }).withTags(levels).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), address).toEqual([]);
    }
  });
}
