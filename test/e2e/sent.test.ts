import AxeBuilder from '@axe-core/playwright';
import { password, smtpServer } from '../ledger/smtpServer.ts';
import { callsOf } from './calls.ts';
import { makeExample } from './exampleHost.ts';
import { sentPage } from './pages/sentPage.ts';
import { expect, startWebHost, test as base, type WebHost } from './webHost.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A working day: on a Saturday nothing may go out. */
const friday = '2026-11-20';

/** An example of which today's messages were approved and sent, one of them as a letter; the server refused the first address. */
async function sendToday(host: WebHost): Promise<void> {
  const call = await callsOf(host);
  let refused: string | null = null;
  const mailbox = await smtpServer();
  mailbox.recipient = (address) => ((refused ??= address) === address ? Object.assign(new Error('mailbox unknown'), { responseCode: 550 }) : null);
  const settings = { host: '127.0.0.1', port: mailbox.port, security: 'none', user: 'meeuw', fromName: 'Meeuw', fromAddress: 'meeuw@atelier.example', replyTo: '', maxPerDay: 200 } as const;
  await call('settings.saveSmtp', { settings, password });
  const { items } = await call('batch.list', {});
  const ready = items.filter((item) => item.blocked === null);
  const last = ready.at(-1);
  if (last === undefined) throw new Error('the example has nothing to send');
  await call('batch.edit', { messageId: last.messageId, channel: 'letter', recipient: last.recipient, subject: '', opening: '', note: '' });
  await call('batch.approve', { jobId: 'approve', messageIds: ready.map((item) => item.messageId), evenThoughBankIsOld: true });
  await call('outbox.send', { jobId: 'send', evenThoughBankIsOld: true });
  await mailbox.close();
}

const test = base.extend<object, { readonly host: WebHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const host = await startWebHost(friday);
      await makeExample(host);
      await sendToday(host);
      await use(host);
      await host.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

test('whoever calls about a mail: what was sent, when, why and on which figures stand on one screen', async ({ app, host }) => {
  await app.goto(`${host.origin()}/#/verzonden?filter=verstuurd`);
  const sent = sentPage(app);
  await sent.rows().first().click();
  const panel = sent.panel();
  for (const words of ['Verstuurd', 'Betalen uiterlijk', 'Waarom', 'Bedragen toen en nu', 'Sindsdien is er niets veranderd.']) await expect(panel.getByText(words).first()).toBeInViewport();
  const number = (await sent.figures().locator('tbody th').first().textContent()) ?? '';
  await expect(sent.mailFrame()).toHaveAttribute('sandbox', '');
  await sent.tab('Tekst').click();
  await expect(panel.getByText(number).last()).toBeVisible();
  await sent.tab('Bijlage').click();
  await expect(sent.letterPage()).toBeVisible();
  await expect(sent.intact()).toBeVisible();

  await app.goto(`${host.origin()}/#/verzonden`);
  await sent.search().fill(number);
  await expect(sent.rows()).toHaveCount(1);
});

test('what was refused says why and can be put ready and sent again', async ({ app, host, complaints }) => {
  const call = await callsOf(host);
  const { settings } = await call('settings.smtp', {});
  if (settings === null) throw new Error('the mail server of the example is missing');
  const mailbox = await smtpServer();
  await call('settings.saveSmtp', { settings: { ...settings, port: mailbox.port }, password: null });
  await app.goto(`${host.origin()}/#/verzonden?filter=aandacht`);
  const sent = sentPage(app);
  await expect(sent.rows()).toHaveCount(1);
  await sent.rows().first().click();
  await expect(sent.panel().getByText(/De mailserver weigert dit adres/).first()).toBeVisible();
  await sent.sendAgain().click();
  await sent.filter('Alles').click();
  await app.keyboard.press('Escape');
  await sent.sendWaiting().click();
  await sent.confirm().click();
  await expect(sent.filter('Aandacht')).toHaveText('Aandacht 0');
  await expect.poll(() => mailbox.received.length).toBe(1);
  await mailbox.close();
  expect(complaints).toEqual([]);
});

test('a letter counts as sent on the day it was posted', async ({ app, host }) => {
  await app.goto(`${host.origin()}/#/verzonden?filter=wacht`);
  const sent = sentPage(app);
  await sent.rows().filter({ hasText: 'Brief' }).first().click();
  await expect(sent.letterPage()).toBeVisible();
  await sent.postedOn().fill('19-11');
  await expect(sent.panel().getByText('Kies een datum vanaf 20 nov 2026.')).toBeVisible();
  await sent.postedOn().fill('vandaag');
  await sent.markPosted().click();
  await expect(sent.panel().getByText('Als gepost gemarkeerd')).toBeVisible();
  await expect(sent.panel().getByText('vrijdag 20 november 2026')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a message and its proof can be read by everybody, ${colorScheme}`, async ({ app, host }) => {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.goto(`${host.origin()}/#/verzonden`);
    const sent = sentPage(app);
    await sent.rows().first().click();
    await sent.tab('Tekst').click();
    await expect(sent.intact()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: app }).withTags(levels).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  });
}
