/** The desktop program. Reads as its table of contents; decisions stand in policy.ts, work in the backend. */
import '../../adapters/node/youngMemory.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, powerMonitor, safeStorage } from 'electron';
import { fillIn } from '../../../src-shared/locales/fillIn.ts';
import { hostTexts, nearestLanguage } from '../../../src-shared/locales/hostTexts.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { safeStorageSecrets } from '../../adapters/electron/secrets.ts';
import { readAssets } from '../../adapters/node/assets.ts';
import { readHostArguments } from '../../adapters/node/hostArguments.ts';
import { nodePorts, type NodePorts } from '../../adapters/node/nodePorts.ts';
import { programFacts } from '../../adapters/node/programFacts.ts';
import { type Backend, createBackend } from '../../backend.ts';
import { createTray, setMenu } from './menu.ts';
import { registerScheme, serveOwnFiles } from './protocol.ts';
import { carryCalls, createWindow, keepToOneWindow, lockContents, lockSession, reviveWindow, showWindow } from './window.ts';

const root = app.getAppPath();
const ownArguments = process.argv.filter((argument) => /^--(data-dir|today)=/.test(argument));

function buildPorts(): NodePorts {
  const { dataDir, clock } = readHostArguments(ownArguments);
  const worker = (name: string): URL => pathToFileURL(join(root, 'out', 'main', `${name}.js`));
  const secrets = safeStorageSecrets(safeStorage, join(dataDir, 'secrets'));
  return nodePorts({ dataDir, clock, secrets, workers: { parse: worker('parseWorker'), pdf: worker('pdfWorker'), match: worker('matchWorker') }, resources: join(root, 'resources') });
}

/** After an error nobody expected, the state in memory is not to be trusted: write it down, close the ledger, say so, end. */
function endOnCrash(ports: NodePorts, backend: Backend, language: Language): (reason: string) => void {
  const text = hostTexts(language).crash;
  const giveUp = (reason: string, stack?: string): void => {
    const id = ports.ids.next();
    ports.logger.error('electron host: stopped', { id, reason, stack });
    void backend.close().finally(() => {
      dialog.showErrorBox(text.title, fillIn(text.body, { id }, language));
      app.exit(1);
    });
  };
  process.once('uncaughtException', (error) => giveUp(error.message, error.stack));
  return giveUp;
}

function keepTime(backend: Backend): void {
  setInterval(() => void backend.tick(), 60_000);
  powerMonitor.on('resume', () => void backend.tick());
  backend.events.subscribe((event) => void (event.type === 'administrationChanged' && backend.tick()));
}

function closeBeforeQuit(backend: Backend): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    void backend.close().finally(() => app.quit());
  });
}

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  keepToOneWindow(() => window);
  await app.whenReady();
  const ports = buildPorts();
  const language = nearestLanguage(ports.administrationFiles.preference('uiLanguage') ?? app.getLocale());
  const text = hostTexts(language);
  const backend = createBackend({ host: 'electron', ...programFacts(root), ...ports });
  const giveUp = endOnCrash(ports, backend, language);
  const openWindow = (): void => {
    if (window !== null) return showWindow(window);
    window = createWindow(join(root, 'out', 'preload', 'preload.cjs'), join(app.getPath('userData'), 'window.json'));
    window.once('closed', () => (window = null));
    carryCalls(window, backend);
    reviveWindow(window, giveUp);
  };

  closeBeforeQuit(backend);
  lockSession();
  serveOwnFiles(backend, readAssets(join(root, 'out', 'renderer')));
  setMenu(text.menu);
  createTray(join(root, 'resources', 'icons', 'tray.png'), text.menu, openWindow);
  keepTime(backend);
  app.on('activate', openWindow);
  app.on('window-all-closed', () => (process.platform === 'darwin' ? undefined : app.quit()));
  openWindow();
}

registerScheme();
app.on('web-contents-created', (_event, contents) => lockContents(contents));
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    dialog.showErrorBox(hostTexts('nl').crash.startTitle, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else app.quit();
