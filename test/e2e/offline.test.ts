/** Promise 7 as the browser sees it: a walk through the whole program asks nothing of anybody but the program itself. */
import type { Page } from '@playwright/test';
import { expect, test } from './exampleHost.ts';
import { shell } from './pages/shell.ts';

/** Addresses that never leave the page: what it made itself. */
const ownSchemes = new Set(['data:', 'blob:', 'about:']);

function recordRequests(page: Page): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  return asked;
}

test('no page of the program asks anything of another computer', async ({ app, complaints }) => {
  test.setTimeout(120_000);
  const asked = recordRequests(app);
  const { origin } = new URL(app.url());
  await app.reload();
  await expect(shell(app).railLinks().first()).toBeVisible();
  const rail = await shell(app).railLinks().evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const settings = ['#/instellingen/company', '#/instellingen/appearance'];
  const others = ['#/import', '#/dagbatch', '#/start', '#/bestaat-niet'];
  for (const address of [...rail, ...settings, ...others]) {
    await app.evaluate((hash) => (location.hash = hash), address.replace(/^#/, ''));
    await expect(app.getByRole('heading').first(), address).toBeVisible();
    await expect(app.locator('[aria-busy="true"]')).toHaveCount(0);
  }
  await app.evaluate(() => (location.hash = '/debiteuren'));
  await app.keyboard.press('Control+k');
  await app.keyboard.type('a');
  await expect(app.getByRole('option').first()).toBeVisible();
  await app.keyboard.press('Enter');
  await expect(shell(app).pageTitle()).toBeVisible();

  const foreign = asked.map((address) => new URL(address)).filter((address) => address.origin !== origin && !ownSchemes.has(address.protocol));
  expect(foreign.map(String)).toEqual([]);
  expect(asked.filter((address) => address.startsWith(`${origin}/call`)).length, 'requests were recorded').toBeGreaterThan(10);
  expect(complaints).toEqual([]);
});

test('no address of another computer stands in the page, and none may be asked', async ({ app, complaints }) => {
  const refused = await app.evaluate(async () => {
    const attempts = [fetch('https://andere.example/'), new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'https://andere.example/a.png' }))];
    return (await Promise.allSettled(attempts)).map(({ status }) => status);
  });
  expect(refused).toEqual(['rejected', 'rejected']);
  expect(complaints.every((complaint) => /Content Security Policy|Refused/i.test(complaint)), complaints.join('\n')).toBe(true);
  expect(complaints.length).toBeGreaterThanOrEqual(2);
  complaints.length = 0; // the browser reports both attempts, as it should
  const named = await app.evaluate(() =>
    [...document.querySelectorAll('[src], [href]')].map((element) => new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).origin),
  );
  expect([...new Set(named)].filter((origin) => origin !== 'null')).toEqual([new URL(app.url()).origin]);
});
