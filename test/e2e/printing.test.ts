/** Letters on paper as the office does them: print, registered ones apart, post, and say so. */
import AxeBuilder from '@axe-core/playwright';
import { callsOf } from './calls.ts';
import { makeExample } from './exampleHost.ts';
import { printPage } from './pages/printPage.ts';
import { shell } from './pages/shell.ts';
import { expect, startWebHost, test as base, type WebHost } from './webHost.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The example on a working day, with at least three letters that were approved. */
const test = base.extend<{ readonly office: WebHost }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  office: async ({}, use) => {
    const host = await startWebHost('2026-11-20');
    await makeExample(host);
    const call = await callsOf(host);
    const { items } = await call('batch.list', {});
    const some = items.filter((item) => item.blocked === null).slice(0, 3);
    for (const { messageId } of some) await call('batch.edit', { messageId, channel: 'letter', recipient: '', subject: '', opening: '', note: '' });
    await call('batch.approve', { jobId: 'letters', messageIds: some.map(({ messageId }) => messageId), evenThoughBankIsOld: true });
    await use(host);
    await host.stop();
  },
});

test('letters are printed, one of them registered, stand apart until they are posted, and are gone then', async ({ page, office, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(office.link());
  await expect(shell(page).rail()).toBeVisible();
  await page.goto(`${office.origin()}/#/printlijst`);
  const print = printPage(page);
  await expect(print.toPrint().first()).toBeVisible();
  const count = await print.toPrint().count();
  expect(count).toBeGreaterThanOrEqual(3);
  await print.registeredBoxes().first().check();
  await print.make().click();
  await expect(print.run(/^Gewone post$/)).toBeVisible({ timeout: 60_000 });
  await expect(print.run(/^Aangetekend met /)).toBeVisible();
  await expect(print.open('Verzendlijst')).toBeVisible();
  await expect(print.firstPage()).toBeVisible({ timeout: 30_000 });
  await expect(print.toPrint()).toHaveCount(0);
  await expect(print.title()).toHaveText(`${count} brieven om te posten`);
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);

  // Printed is not sent: after a new start the letters still wait to be posted.
  await page.reload();
  await expect(print.title()).toHaveText(`${count} brieven om te posten`);
  await expect(print.markPosted()).toHaveCount(2);
  await print.markPosted().first().click();
  await expect(print.markPosted()).toHaveCount(1);
  await print.markPosted().first().click();
  await expect(page.getByText('De printlijst is leeg')).toBeVisible();
  expect(complaints).toEqual([]);
});
