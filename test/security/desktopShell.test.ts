/**
 * Boots the real main.ts and preload.ts against a fake `electron` in plain Node and acts on the result as Electron would.
 * Sources: Electron's security checklist (rules 4–6, 12–17); GHSA-mq8j-3h7h-p8g7 on why the frame matters and not the window.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { windowOptions } from '../../src-main/hosts/electron/policy.ts';
import { hostTexts } from '../../src-shared/locales/hostTexts.ts';
import { app, BrowserWindow, done, exposed, ipcMain, ipcRenderer, machine, powerMonitor, protocol, session } from '../fakes/electron.ts';

const place = mkdtempSync(join(tmpdir(), 'termijn-shell-'));
const page = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">';

type Bridge = { call: (text: string) => Promise<string>; onEvent: (listener: (text: string) => void) => () => void };
type Told = { ok: boolean; value?: { host: string; secretsBackend: string }; error?: { code: string } };
const ownFrame = { url: 'app://ledger/' };
const stateCall = JSON.stringify({ method: 'app.state', input: {} });

const shellWindow = (): BrowserWindow => {
  const window = BrowserWindow.all[0];
  if (window === undefined) throw new Error('the shell has not opened a window');
  return window;
};
const callFrom = async (event: unknown, text: unknown): Promise<Told> => JSON.parse(String(await ipcMain.handlers.get('call')?.(event, text))) as Told;
const fetchOwn = (url: string, init: RequestInit = {}): Promise<Response> => {
  const handler = protocol.handlers.get('app');
  if (handler === undefined) throw new Error('the shell serves no files');
  return handler(new Request(url, init));
};

beforeAll(async () => {
  const root = join(import.meta.dirname, '..', '..');
  machine.appPath = join(place, 'program');
  machine.userData = join(place, 'user');
  for (const folder of ['program/out/renderer/assets', 'user']) mkdirSync(join(place, folder), { recursive: true });
  writeFileSync(join(machine.appPath, 'out/renderer/index.html'), page);
  writeFileSync(join(machine.appPath, 'out/renderer/assets/index.js'), '"own"');
  copyFileSync(join(root, 'package.json'), join(machine.appPath, 'package.json'));
  process.argv.push(`--data-dir=${join(place, 'data')}`, '--today=2026-11-21');
  await import('../../src-main/hosts/electron/preload.ts');
  await import('../../src-main/hosts/electron/main.ts');
  await vi.waitUntil(() => BrowserWindow.all.length === 1);
});
afterAll(async () => {
  app.emit('will-quit', { preventDefault: () => undefined });
  await vi.waitUntil(() => done.quits > 0);
  rmSync(place, { recursive: true, force: true });
});

describe('the window', () => {
  it('is made with exactly the options of the policy and loads our own page', () => {
    expect(shellWindow().options).toEqual(windowOptions(join(machine.appPath, 'out/preload/preload.cjs'), { width: 1280, height: 800 }));
    expect(shellWindow().loaded).toBe('app://ledger/');
  });
  it('appears when its page is ready, not before', () => {
    expect(shellWindow().shown).toBe(0);
    shellWindow().emit('ready-to-show');
    expect(shellWindow().shown).toBe(1);
  });
  it('comes to the front when the program is started a second time', () => {
    shellWindow().minimized = true;
    app.emit('second-instance');
    expect(shellWindow()).toMatchObject({ minimized: false, isFocused: true });
    expect(BrowserWindow.all).toHaveLength(1);
  });
  it('remembers where it stood', () => {
    shellWindow().emit('close');
    expect(JSON.parse(readFileSync(join(machine.userData, 'window.json'), 'utf8'))).toEqual({ x: 10, y: 20, width: 1300, height: 900 });
  });
});

describe('the bridge', () => {
  it('gives the page two functions and no more', () => {
    expect([...exposed.keys()]).toEqual(['bridge']);
    expect(Object.keys(exposed.get('bridge') as Bridge).sort()).toEqual(['call', 'onEvent']);
    expect([...ipcMain.handlers.keys()]).toEqual(['call']);
  });
  it('carries a call of the page to the real backend and its answer back', async () => {
    shellWindow().webContents.mainFrame = ownFrame;
    const answer = JSON.parse(await (exposed.get('bridge') as Bridge).call(stateCall)) as Told;
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron', secretsBackend: 'system', today: '2026-11-21' } });
  });
  it('hands the page the text of an event and never the event object', () => {
    const heard: unknown[][] = [];
    const stop = (exposed.get('bridge') as Bridge).onEvent((...parts: unknown[]) => void heard.push(parts));
    ipcRenderer.emit('event', { sender: 'secret' }, '{"type":"ledgerChanged"}');
    stop();
    ipcRenderer.emit('event', {}, 'after the end');
    expect(heard).toEqual([['{"type":"ledgerChanged"}']]);
  });
});

describe('a call from somewhere else', () => {
  const strangers: readonly (readonly [string, () => unknown])[] = [
    ['a frame inside our page', () => ({ senderFrame: { url: 'app://ledger/' } })],
    ['a frame that is gone', () => ({ senderFrame: null })],
    ['the main frame after it went elsewhere', () => ({ senderFrame: moveTo('https://evil.example/') })],
    ['a page that only begins like ours', () => ({ senderFrame: moveTo('app://ledger.evil.example/') })],
    ['a page with our name as user', () => ({ senderFrame: moveTo('app://ledger@evil.example/') })],
    ['a page without an address', () => ({ senderFrame: moveTo('about:blank') })],
    ['a page made of data', () => ({ senderFrame: moveTo('data:text/html,x') })],
  ];
  const moveTo = (url: string): { url: string } => {
    const frame = { url };
    shellWindow().webContents.mainFrame = frame;
    return frame;
  };
  it.each(strangers)('%s is refused', async (_name, event) => {
    shellWindow().webContents.mainFrame = ownFrame;
    expect(await callFrom(event(), stateCall)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
  it('is refused as well when it does not bring text', async () => {
    shellWindow().webContents.mainFrame = ownFrame;
    expect(await callFrom({ senderFrame: ownFrame }, { method: 'app.state' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await callFrom({ senderFrame: ownFrame }, stateCall)).toMatchObject({ ok: true });
  });
});

describe('leaving the page', () => {
  const navigate = (name: string, url: string): boolean => {
    let isPrevented = false;
    shellWindow().webContents.emit(name, { url, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  };
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays inside the program', (name) => {
    expect(navigate(name, 'app://ledger/#/klanten')).toBe(false);
    for (const url of ['https://app.evil/', 'app://ledger@evil/', 'app://evil/', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://ledger/'])
      expect(navigate(name, url), url).toBe(true);
  });
  it('opens web pages and mails outside, and nothing else', () => {
    done.opened.length = 0;
    const open = shellWindow().webContents.openHandler;
    for (const url of ['https://www.example/', 'mailto:a@b.example', 'file:///etc/passwd', 'javascript:alert(1)', 'app://ledger/'])
      expect(open?.({ url })).toEqual({ action: 'deny' });
    expect(done.opened).toEqual(['https://www.example/', 'mailto:a@b.example']);
  });
  it('never shows a page inside the page', () => {
    let isPrevented = false;
    shellWindow().webContents.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
  });
});

describe('permissions and network', () => {
  /** Every name in Electron's own type, read from its declaration file, so that a new one is in the loop at once. */
  const declaration = readFileSync(join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'), 'utf8');
  const line = /setPermissionCheckHandler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/.exec(declaration)?.[1] ?? '';
  const names = [...line.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '');

  it('knows the names it asks for', () => expect(names.length).toBeGreaterThan(20));
  it('grants none of them, asked or checked', () => {
    const own = session.defaultSession;
    for (const name of [...names, 'something-new']) {
      expect(own.checkHandler?.(null, name), name).toBe(false);
      own.requestHandler?.(null, name, (isGranted) => expect(isGranted, name).toBe(false));
    }
    for (const deviceType of ['hid', 'serial', 'usb']) expect(own.deviceHandler?.({ deviceType })).toBe(false);
  });
  it('lets no request out of the window', () => {
    const cancelled = (url: string): boolean | undefined => {
      let answer: { cancel: boolean } | undefined;
      session.defaultSession.beforeRequest?.({ url }, (given) => (answer = given));
      return answer?.cancel;
    };
    for (const url of ['app://ledger/assets/index.js', 'data:image/png;base64,AA', 'blob:app://ledger/1-2']) expect(cancelled(url), url).toBe(false);
    for (const url of ['https://evil.example/', 'http://127.0.0.1:80/', 'ws://evil.example/', 'file:///etc/passwd', 'blob:https://evil.example/1', 'app://evil/', 'ftp://a/'])
      expect(cancelled(url), url).toBe(true);
  });
});

describe('app://ledger/', () => {
  it('is registered as a secure origin that cannot step around the policy', () => {
    expect(done.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, bypassCSP: false, corsEnabled: false } },
    ]);
  });
  it('serves the page under the policy with a fresh nonce', async () => {
    const [first, second] = await Promise.all([fetchOwn('app://ledger/'), fetchOwn('app://ledger/')]);
    const nonce = /'nonce-([\w-]+)'/.exec(first?.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(nonce).not.toBe('');
    expect(await first?.text()).toContain(`content="${nonce}"`);
    expect(second?.headers.get('content-security-policy')).not.toContain(nonce);
  });
  it('serves what is in the map and nothing else', async () => {
    const status = async (url: string, init?: RequestInit): Promise<number> => (await fetchOwn(url, init)).status;
    expect(await status('app://ledger/assets/index.js')).toBe(200);
    for (const url of ['app://ledger/%2e%2e/package.json', 'app://ledger/assets%2findex.js', 'app://ledger/..%5cpackage.json', 'app://ledger/files/x', 'app://evil/', 'app://ledger.evil/'])
      expect(await status(url), url).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE']) expect(await status('app://ledger/', { method }), method).toBe(405);
  });
  it('takes uploads by the same address and form as the web host', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'bank.xml' }, body: 'abc' };
    const answer = await fetchOwn('app://ledger/upload', init);
    expect(await answer.json()).toMatchObject({ ok: true, value: { stagedId: expect.stringMatching(/^[\w-]{22}$/) as string } });
    expect((await fetchOwn('app://ledger/upload', { ...init, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await fetchOwn('app://ledger/upload', { ...init, headers: { ...init.headers, 'x-file-name': '%ff' } })).status).toBe(400);
  });
});

describe('around the window', () => {
  it('speaks the language of the computer in menu and tray', () => {
    const text = hostTexts('nl').menu;
    expect(JSON.stringify(done.menu)).toContain(text.undo);
    expect(JSON.stringify(done.trays[0]?.menu)).toContain(text.quit);
  });
  it('does not start at login until the user ticks it', () => {
    type Item = { type?: string; checked?: boolean; click?: (item: { checked: boolean }) => void };
    const item = (done.trays[0]?.menu as Item[] | undefined)?.find(({ type }) => type === 'checkbox');
    expect(item?.checked).toBe(false);
    expect(done.loginItems).toEqual([]);
    item?.click?.({ checked: true });
    expect(done.loginItems).toEqual([{ openAtLogin: true }]);
  });
  it('asks what is due when the computer wakes up', () => expect(powerMonitor.listenerCount('resume')).toBe(1));
  it('loads a page that died again, and gives up when it dies twice within a minute', async () => {
    const contents = shellWindow().webContents;
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(contents.reloads).toBe(0);
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(contents.reloads).toBe(1);
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
    await expect.poll(() => done.exitCodes).toEqual([1]);
    expect(done.errorBoxes[0]?.title).toBe(hostTexts('nl').crash.title);
    expect(done.errorBoxes[0]?.body).not.toContain('{{');
  });
});
