/**
 * Text from outside as an attack on the reader: markup in a customer's name, letters that turn the line around. Source: OWASP ASVS 5.3.3;
 * "Trojan Source" (CVE-2021-42574). Secure form: foreign text is only ever a text node, under a policy without inline script.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { shell } from './pages/shell.ts';
import { expect, test } from './webHost.ts';

const sample = readFileSync(join(import.meta.dirname, '../fixtures/invoices/peppol-invoice.xml'), 'utf8');
const attack = '<img src=x onerror="document.title=\'taken\'"><script>document.title=\'taken\'</script>\u202Eevil';
const asXml = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const call = (page: Page, method: string, input: unknown): Promise<{ ok: boolean; value: Record<string, unknown> }> =>
  page.evaluate(
    async (body) => {
      const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as { ok: boolean; value: Record<string, unknown> };
    },
    JSON.stringify({ method, input }),
  );

test('a customer whose name is a program stays a name on every page', async ({ page, freshHost, complaints }) => {
  await page.goto(freshHost.link());
  await page.getByRole('button', { name: 'Begin met je eigen facturen' }).click();
  await page.getByLabel('Naam van je bedrijf').fill('Timmerwerk Voorbeeld B.V.');
  await page.getByRole('button', { name: 'Administratie maken' }).click();
  await expect(shell(page).rail()).toBeVisible();

  const [, buyer = ''] = /<cac:AccountingCustomerParty>([\s\S]*)<\/cac:AccountingCustomerParty>/.exec(sample) ?? [];
  const hostile = sample.replace(buyer, buyer.replaceAll(/<cbc:(RegistrationName|Name)>[^<]*</g, (_all, tag: string) => `<cbc:${tag}>${asXml}<`));
  const staged = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('<img src=x onerror=alert(1)>.xml') };
    const response = await fetch('/upload', { method: 'POST', headers, body });
    return ((await response.json()) as { value: { stagedId: string } }).value.stagedId;
  }, hostile);
  const preview = await call(page, 'imports.preview', { jobId: 'preview', stagedIds: [staged], mappings: {} });
  expect(preview).toMatchObject({ ok: true });
  const booked = await call(page, 'imports.commit', { jobId: 'commit', previewId: preview.value['previewId'], accounts: {} });
  expect(booked).toMatchObject({ ok: true, value: { counts: { documents: 1 } } });

  const addresses = await shell(page).railLinks().evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let sightings = 0;
  for (const address of addresses) {
    await page.evaluate((hash) => (location.hash = hash), address.replace(/^.*#/, ''));
    await expect(shell(page).pageTitle(), address).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await page.title(), address).not.toBe('taken');
    expect(await page.locator('main img[src="x"], main script').count(), address).toBe(0);
    const text = await page.getByRole('main').innerText();
    expect(text, address).not.toContain('\u202E');
    if (text.includes('<img src=x')) sightings += 1;
  }
  expect(sightings, 'the name was shown somewhere').toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
