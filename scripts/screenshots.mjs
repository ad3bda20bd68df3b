// Pictures of every screen: npm run screenshots [-- --out DIR] [--readme]. With the example administration and with an empty one, light and dark, in two sizes. --readme writes the pictures of the README only.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildWhenChanged, root } from './builds.mjs';

const isReadme = process.argv.includes('--readme');
const outAt = process.argv.indexOf('--out');
const out = outAt > 0 ? process.argv[outAt + 1] : join(root, 'out', 'screenshots');
const pages = [
  ['vandaag', '/vandaag'],
  ['batch', '/dagbatch'],
  ['debiteuren', '/debiteuren'],
  ['facturen', '/facturen'],
  ['bank', '/bank'],
  ['ouderdom', '/ouderdom'],
  ['inzicht', '/inzicht'],
  ['verzonden', '/verzonden'],
  ['import', '/import'],
  ['instellingen', '/instellingen'],
];
const readmePages = ['vandaag', 'batch', 'debiteur', 'bank', 'ouderdom', 'inzicht'];

const startHost = (dataDir) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'src-main/hosts/web/main.ts'), `--data-dir=${dataDir}`, '--today=2026-11-20', '--no-open'], { cwd: root });
    let text = '';
    const listen = (data) => {
      text += data;
      const links = text.match(/http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}/g);
      if (links !== null) resolve({ child, link: links[0], links: () => text.match(/http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}/g) });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`the web host did not start:\n${text}`)));
  });

const call = (page, method, input) =>
  page.evaluate(
    async ([name, body]) => {
      const answer = await fetch('/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ method: name, input: body }) });
      return (await answer.json()).value;
    },
    [method, input],
  );

async function picture(page, origin, path, file) {
  await page.goto(`${origin}/#${path}`);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(isReadme ? 1500 : 900);
  await page.screenshot({ path: file });
}

async function walk(browser, host, { size, scheme, label, isEmpty }) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  const page = await context.newPage();
  await page.goto(host.links().at(-1));
  const origin = new URL(page.url()).origin;
  await page.waitForTimeout(500);
  if (!isEmpty) {
    const list = await call(page, 'customers.list', { query: '', onlyOpen: true });
    const customer = list?.customers?.[1]?.customerId;
    if (customer !== undefined) await picture(page, origin, `/debiteuren/${customer}`, join(out, `debiteur-${label}.png`));
  }
  for (const [name, path] of pages) await picture(page, origin, path, join(out, `${name}-${label}.png`));
  await context.close();
}

if (!(await buildWhenChanged())) process.exit(1);
mkdirSync(out, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'termijn-pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const host = await startHost(dataDir);
try {
  const setup = await (await browser.newContext()).newPage();
  await setup.goto(host.links().at(-1));
  const looks = [
    { size: { width: 1280, height: 800 }, scheme: 'light', label: 'licht-1280' },
    { size: { width: 1440, height: 900 }, scheme: 'dark', label: 'donker-1440' },
    { size: { width: 1440, height: 900 }, scheme: 'light', label: 'licht-1440' },
  ];
  if (!isReadme) {
    const profile = { name: 'Leeg B.V.', tagline: '', street: '', postcode: '', city: '', country: 'NL', language: 'nl', registrationNumber: '', vatNumber: '', phone: '', email: '', website: '', ibans: [], bic: '', accountName: '', signerName: '', signerRole: '', accentColour: '#0b5a5e', logo: '', windowOffset: { x: 0, y: 0 } };
    await call(setup, 'administrations.create', { profile });
    await walk(browser, host, { ...looks[0], label: 'leeg-licht-1280', isEmpty: true });
    await walk(browser, host, { ...looks[1], label: 'leeg-donker-1440', isEmpty: true });
  }
  await call(setup, 'administrations.createDemo', { jobId: 'pictures' });
  for (const look of isReadme ? [looks[0]] : looks) await walk(browser, host, { ...look, isEmpty: false });
  if (isReadme) {
    mkdirSync(join(root, 'resources', 'pictures'), { recursive: true });
    for (const name of readmePages) copyFileSync(join(out, `${name}-licht-1280.png`), join(root, 'resources', 'pictures', `${name}.png`));
  }
  console.log(`pictures in ${isReadme ? 'resources/pictures' : out}`);
} finally {
  await browser.close();
  host.child.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}
