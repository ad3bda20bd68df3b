import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const root = join(import.meta.dirname, '..', '..');

/** The web host in the browser of this machine, as a Dutch user sees it; and the desktop smoke test where Electron is there. */
export default defineConfig({
  outputDir: join(root, 'test-results', 'browser'),
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { args: [...chromiumArguments], ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }) },
  },
  projects: [
    { name: 'web', testDir: import.meta.dirname, testMatch: '**/*.test.ts' },
    { name: 'desktop', testDir: join(root, 'test', 'electron'), testMatch: '**/smoke.test.ts' },
  ],
});
