import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './exampleHost.ts';
import { shell } from './pages/shell.ts';

/** WCAG 2.2, levels A and AA, as far as a machine can judge them. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the rail can be read and operated by everybody, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(120_000);
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const links = shell(app).railLinks();
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const address of addresses) {
      await app.evaluate((hash) => (location.hash = hash), address.replace(/^.*#/, ''));
      await expect(shell(app).pageTitle(), address).toBeVisible();
      await expect(app.locator('[aria-busy="true"]')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page: app }).withTags(levels).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      expect.soft(found, `${address} in ${colorScheme}`).toEqual([]);
    }
  });
}

test('the page can be used at twice the size, without scrolling sideways', async ({ app }) => {
  await app.setViewportSize({ width: 640, height: 400 });
  await expect(shell(app).pageTitle()).toBeVisible();
  const overflow = await app.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
