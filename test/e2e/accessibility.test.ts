import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, makeExample, test } from './exampleHost.ts';
import { shell } from './pages/shell.ts';

/** WCAG 2.2, levels A and AA, as far as a machine can judge them. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const schemes = ['light', 'dark'] as const;
const sections = ['company', 'smtp', 'attachments', 'ladder', 'policy', 'matching', 'law', 'letters', 'backups', 'appearance'] as const;
/** Pages and panels that the rail does not lead to by itself; the example has a customer, an invoice and a receipt with these numbers. */
const furtherAddresses = ['/dagbatch', '/import', '/printlijst', '/debiteuren/2', '/bank?paneel=cijfer', '/bank?paneel=terugboekingen', '/debiteuren?paneel=2', '/facturen?paneel=2', ...sections.map((key) => `/instellingen/${key}`)];

async function goThere(app: Page, hash: string): Promise<void> {
  await app.evaluate((next) => (location.hash = next), hash);
  await expect(shell(app).pageTitle(), hash).toBeVisible();
  await expect(app.locator('[aria-busy="true"], [role="status"]:has-text("Laden")'), hash).toHaveCount(0);
}

/** The stored mail inside a frame is not the program's; it has its own tests. */
async function expectNoBarrier(app: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app }).withTags(levels).exclude('iframe').setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect.soft(found, place).toEqual([]);
}

for (const colorScheme of schemes) {
  test(`every page can be read and operated by everybody, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(240_000);
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const links = shell(app).railLinks();
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const address of [...addresses, ...furtherAddresses]) {
      await goThere(app, address.replace(/^.*#/, ''));
      await expectNoBarrier(app, `${address} in ${colorScheme}`);
    }
  });

  test(`what opens over a page can be read and operated by everybody, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(180_000);
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const dialog = app.getByRole('dialog');
    const look = async (place: string): Promise<void> => {
      await expect(dialog, place).toBeVisible();
      await expectNoBarrier(app, `${place} in ${colorScheme}`);
      await app.keyboard.press('Escape');
      await expect(dialog, place).toHaveCount(0);
    };
    await goThere(app, '/vandaag');
    await app.keyboard.press('?');
    await look('the keys');
    await app.keyboard.press('Control+k');
    await app.keyboard.type('be');
    await expect(app.getByRole('option').first()).toBeVisible();
    await look('search');
    await goThere(app, '/debiteuren/2');
    // The key works from the moment its button is there.
    await expect(app.getByRole('main').getByRole('button', { name: /^Pauzeren/ })).toBeVisible();
    await app.keyboard.press('h');
    await look('a pause');
    await app.keyboard.press('c');
    await look('a note of a call');
    await goThere(app, '/dagbatch');
    await expect(app.getByRole('main').getByRole('button', { name: /^Bewerken/ })).toBeEnabled();
    await app.keyboard.press('h');
    await look('a message held back');
    await app.keyboard.press('a');
    await look('the question before sending');
    await app.keyboard.press('e');
    await expect(app.getByRole('button', { name: 'Bewaar bericht' })).toBeVisible();
    await expectNoBarrier(app, `a message being edited in ${colorScheme}`);
    await app.getByRole('button', { name: 'Annuleren' }).click();
  });
}

test('what was sent can be read by everybody, in the list, beside it and on its own page', async ({ page, freshHost, complaints }) => {
  test.setTimeout(180_000);
  await makeExample(freshHost);
  await page.goto(freshHost.link());
  await goThere(page, '/dagbatch');
  await expect(page.getByRole('main').getByRole('button', { name: /^Verstuur \d/ })).toBeEnabled();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('button', { name: /^(Verstuur|Keur)/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await goThere(page, '/verzonden');
    const row = page.getByRole('grid').locator('tbody tr[data-row-index]').first();
    await expect(row).toBeVisible();
    await expectNoBarrier(page, `the list in ${colorScheme}`);
    await row.click();
    await expect(page.getByRole('complementary')).toBeVisible();
    await expectNoBarrier(page, `the panel in ${colorScheme}`);
    const id = await page.evaluate(() => /paneel=(\d+)/.exec(location.hash)?.[1] ?? '');
    await goThere(page, `/verzonden/${id}`);
    await expectNoBarrier(page, `the message in ${colorScheme}`);
  }
  expect(complaints).toEqual([]);
});

for (const width of [640, 900, 1100]) {
  test(`nothing stands outside a window of ${width} pixels`, async ({ app }) => {
    test.setTimeout(120_000);
    await app.setViewportSize({ width, height: 700 });
    for (const hash of ['/vandaag', '/dagbatch', '/debiteuren', '/debiteuren/2', '/facturen', '/bank', '/ouderdom', '/inzicht', '/import', '/instellingen/backups']) {
      await goThere(app, hash);
      const overflow = await app.evaluate(() => {
        // What scrolls the page is the first thing inside it.
        const sheet = document.querySelector('main')?.firstElementChild;
        return [document.documentElement, ...(sheet ? [sheet] : [])].map((part) => part.scrollWidth - part.clientWidth);
      });
      expect.soft(Math.max(...overflow), hash).toBeLessThanOrEqual(0);
    }
  });
}
