/**
 * The desktop program itself, where Electron is on the machine. It uses the page objects of the browser tests, because it shows the same
 * pages. Whether Electron is there is seen from its files: asking the package would start a download.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { beginOwn, openExample } from '../e2e/flows/begin.ts';
import { shell } from '../e2e/pages/shell.ts';
import { startPage } from '../e2e/pages/startPage.ts';

const root = join(import.meta.dirname, '..', '..');

function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own !== undefined) return existsSync(join(own, 'electron')) ? join(own, 'electron') : null;
  const pathFile = join(folder, 'path.txt');
  const file = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
  return file !== null && existsSync(file) ? file : null;
}

const binary = electronBinary();
const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
let dataDir = '';

/** Starts the built program. As root Chromium cannot make its sandbox, which these tests never switch off: they are skipped there. */
function launch(): Promise<ElectronApplication> {
  return _electron.launch({ executablePath: binary ?? '', args: [root, `--data-dir=${dataDir}`, '--today=2026-11-21'], cwd: root });
}

test.describe('the desktop program', () => {
  test.skip(binary === null, 'no Electron program on this machine');
  test.skip(!hasScreen, 'no screen on this machine');
  test.skip(process.platform === 'linux' && process.getuid?.() === 0, 'the desktop window keeps its sandbox and does not run as root');
  test.beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'termijn-desktop-'))));
  test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('shows the first start in a window without Node', async () => {
    const program = await launch();
    const window = await program.firstWindow();
    await expect(startPage(window).title()).toBeVisible();
    expect(window.url()).toBe('app://ledger/');
    const seen = await window.evaluate(() => ({ process: typeof Reflect.get(globalThis, 'process'), require: typeof Reflect.get(globalThis, 'require'), bridge: Object.keys(Reflect.get(globalThis, 'bridge') as object).sort() }));
    expect(seen).toEqual({ process: 'undefined', require: 'undefined', bridge: ['call', 'onEvent'] });
    await program.close();
  });

  test('makes the example through its own imports', async () => {
    const program = await launch();
    const window = await program.firstWindow();
    await openExample(window);
    await expect(shell(window).pageTitle()).toBeVisible();
    await program.close();
  });

  test('has everything again after it was quit and started', async () => {
    const first = await launch();
    await beginOwn(await first.firstWindow(), 'Bakkerij Zonneveld');
    await first.close();
    const second = await launch();
    const window = await second.firstWindow();
    await window.getByRole('button', { name: 'Bakkerij Zonneveld' }).click();
    await expect(shell(window).administration('Bakkerij Zonneveld')).toBeVisible();
    await second.close();
  });

  test('gives a frame inside its page no bridge', async () => {
    const program = await launch();
    const window = await program.firstWindow();
    await expect(startPage(window).title()).toBeVisible();
    const inner = await window.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return frame.contentWindow === null ? 'no frame' : typeof Reflect.get(frame.contentWindow, 'bridge');
    });
    expect(inner).toBe('undefined');
    await program.close();
  });
});
