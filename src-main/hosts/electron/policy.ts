/**
 * Every security decision of the desktop shell, as pure functions without Electron, so that the attack lists run in plain Node.
 * The wiring in the other files of this folder asks here and decides nothing itself.
 */
import type { BrowserWindowConstructorOptions } from 'electron';

export const scheme = 'app';
export const ownHost = 'ledger';
export const ownOrigin = `${scheme}://${ownHost}`;

/** Rights of our own scheme: a normal, secure origin with fetch and streaming; it may not bypass the content security policy. */
export const schemePrivileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, bypassCSP: false, corsEnabled: false };

export type WindowPlace = { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number };

/** Said in full and never depending on how the program was started. */
export const windowOptions = (preload: string, place: WindowPlace): BrowserWindowConstructorOptions => ({
  ...place,
  minWidth: 960,
  minHeight: 600,
  show: false,
  title: 'Termijn',
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  },
});

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Whether an address is a page or file of ours. Compares parsed parts, never text: `app://ledger@evil` and `app://ledger.evil` are not. */
export function isOwnUrl(text: string): boolean {
  const url = parsed(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === `${scheme}:` && url.host === ownHost;
}

/** What the window may load at all: our own files and the blobs it made from them. */
export function requestAllowed(text: string): boolean {
  const url = parsed(text);
  if (url === null) return false;
  if (url.protocol === 'data:') return true;
  return isOwnUrl(url.protocol === 'blob:' ? text.slice('blob:'.length) : text);
}

/** The path of one of our files, exactly as it stands in the map of files; null for every other host. Nothing is decoded or joined. */
export const assetPath = (text: string): string | null => (isOwnUrl(text) ? (parsed(text)?.pathname ?? null) : null);

/** No page ever needs a camera, a position or a device. Takes the name to make the loop over all names in the tests meaningful. */
export const permissionAllowed = (_permission: string): boolean => false;

const externalLimit = 2000;

/**
 * Which addresses may be handed to the operating system: web pages over TLS and new mails. A mail address may carry a subject and a
 * body, but no line breaks in the header fields and no attachment or blind copy that the user did not see.
 */
export function externalUrlAllowed(text: string): boolean {
  const url = parsed(text);
  if (url === null || text.length > externalLimit || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return url.hostname !== '';
  if (url.protocol !== 'mailto:') return false;
  const headers = [...url.searchParams];
  const known = headers.every(([name]) => ['subject', 'body', 'cc'].includes(name.toLowerCase()));
  const oneLine = headers.every(([name, value]) => name.toLowerCase() === 'body' || !/[\r\n]/.test(value));
  return known && oneLine && !/%0[ad]|[\r\n]/i.test(url.pathname);
}

/** Who calls: the sender's frame and the window's main frame, by identity, and the frame's address. */
export type Caller<Frame> = { readonly senderFrame: Frame | null; readonly mainFrame: Frame; readonly url: string };

/** Only the main frame of our own window showing our own page may call. A frame that is gone (null) may not. */
export const isTrustedCaller = <Frame>({ senderFrame, mainFrame, url }: Caller<Frame>): boolean =>
  senderFrame !== null && senderFrame === mainFrame && isOwnUrl(url);
