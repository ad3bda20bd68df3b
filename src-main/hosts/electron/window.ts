/** The one window and its walls: what it may load, where it may go, who may call. The decisions stand in policy.ts. */
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, screen, session, shell, type WebContents } from 'electron';
import { appError } from '../../../src-shared/errors.ts';
import { readWindowState, writeWindowState } from '../../adapters/electron/windowState.ts';
import type { Backend } from '../../backend.ts';
import { externalUrlAllowed, isOwnUrl, isTrustedCaller, ownOrigin, permissionAllowed, requestAllowed, windowOptions } from './policy.ts';

/** Nothing is granted, and nothing leaves the window but requests for our own files. */
export function lockSession(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permissionAllowed(permission)));
  own.setPermissionCheckHandler((_contents, permission) => permissionAllowed(permission));
  own.setDevicePermissionHandler((details) => permissionAllowed(details.deviceType));
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !requestAllowed(details.url) }));
}

const openOutside = (url: string): void => {
  if (externalUrlAllowed(url)) void shell.openExternal(url);
};

/** Holds for every window and frame that could ever come to be, not only for ours. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isOwnUrl(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => (isOwnUrl(event.url) ? undefined : event.preventDefault()));
  contents.on('will-redirect', (event) => (isOwnUrl(event.url) ? undefined : event.preventDefault()));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

export function createWindow(preload: string, stateFile: string): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow(windowOptions(preload, readWindowState(stateFile, screens) ?? { width: 1280, height: 800 }));
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFile, window.getNormalBounds()));
  void window.loadURL(`${ownOrigin}/`);
  return window;
}

export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** One channel, one check: text of a trusted frame goes to the backend, everything else is refused in the shape of any other error. */
export function carryCalls(window: BrowserWindow, backend: Backend): void {
  const refused = JSON.stringify({ ok: false, error: { ...appError('forbidden'), id: '' } });
  ipcMain.handle('call', (event: IpcMainInvokeEvent, text: unknown) => {
    const { senderFrame } = event;
    const isTrusted = isTrustedCaller({ senderFrame, mainFrame: window.webContents.mainFrame, url: senderFrame?.url ?? '' });
    return isTrusted && typeof text === 'string' ? backend.dispatch(text) : refused;
  });
  const stop = backend.events.subscribe((event) => window.webContents.send('event', JSON.stringify(event)));
  window.once('closed', () => {
    stop();
    ipcMain.removeHandler('call');
  });
}

const restartPauseMs = 60_000;

/** A page that died is loaded again; when it dies again within a minute, the program says so and ends. */
export function reviveWindow(window: BrowserWindow, giveUp: (reason: string) => void): void {
  let lastDeathAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const now = performance.now();
    if (now - lastDeathAt < restartPauseMs) giveUp(details.reason);
    else window.webContents.reload();
    lastDeathAt = now;
  });
}

export const keepToOneWindow = (window: () => BrowserWindow | null): void =>
  void app.on('second-instance', () => {
    const open = window();
    if (open !== null) showWindow(open);
  });
