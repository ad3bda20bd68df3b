import { startWebHost, test as base, type WebHost } from './webHost.ts';

/** Small enough to be made in seconds, large enough to have something in every list. */
const exampleInvoices = 300;

/** Lets the program itself make its example administration, through the same method as the button on the start page. */
export async function makeExample(host: WebHost): Promise<void> {
  const opened = await fetch(host.link(), { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const body = JSON.stringify({ method: 'administrations.createDemo', input: { jobId: 'example', seed: 1, invoices: exampleInvoices } });
  const answer = await fetch(`${host.origin()}/call`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body });
  const text = await answer.text();
  if (!text.startsWith('{"ok":true')) throw new Error(`the example could not be made: ${text}`);
}

/** Tests that look at a filled program: one example administration per worker; each test leaves it as it found it, or makes its own. */
export const test = base.extend<object, { readonly host: WebHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const host = await startWebHost();
      await makeExample(host);
      await use(host);
      await host.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
export { expect } from '@playwright/test';
