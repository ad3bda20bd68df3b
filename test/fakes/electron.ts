/**
 * Stands in for the `electron` module in plain Node, as far as the shell uses it. It keeps what the shell sets up, so that a test can
 * boot the real main.ts and act on the result as Electron would: send a message, ask for a permission, navigate.
 */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, text: unknown) => unknown;

export type FakeFrame = { readonly url: string };
type Answer<T> = (value: T) => void;

export class FakeWebContents extends EventEmitter {
  mainFrame: FakeFrame = { url: 'app://ledger/' };
  readonly sent: { readonly channel: string; readonly text: string }[] = [];
  reloads = 0;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, text: string): void {
    this.sent.push({ channel, text });
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: unknown;
  readonly webContents = new FakeWebContents();
  loaded = '';
  shown = 0;
  isFocused = false;
  minimized = false;
  constructor(options: unknown) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return Promise.resolve();
  }
  show(): void {
    this.shown += 1;
  }
  focus(): void {
    this.isFocused = true;
  }
  isMinimized = (): boolean => this.minimized;
  restore(): void {
    this.minimized = false;
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 1300, height: 900 });
}

/** What the test sets before it boots the shell. */
export const machine = {
  appPath: '',
  userData: '',
  locale: 'nl-NL',
  isFirstInstance: true,
  encryption: { isAvailable: true, backend: 'gnome_libsecret' },
};
/** What the shell has done to the machine. */
export const done = {
  privileged: [] as { scheme: string; privileges: unknown }[],
  opened: [] as string[],
  errorBoxes: [] as { title: string; body: string }[],
  exitCodes: [] as number[],
  quits: 0,
  loginItems: [] as { openAtLogin: boolean }[],
  trays: [] as Tray[],
  menu: null as unknown,
};

class FakeApp extends EventEmitter {
  getAppPath = (): string => machine.appPath;
  getPath = (_name: string): string => machine.userData;
  getLocale = (): string => machine.locale;
  requestSingleInstanceLock = (): boolean => machine.isFirstInstance;
  whenReady = (): Promise<void> => Promise.resolve();
  quit(): void {
    done.quits += 1;
  }
  exit(code: number): void {
    done.exitCodes.push(code);
  }
  getLoginItemSettings = () => ({ openAtLogin: false });
  setLoginItemSettings(settings: { openAtLogin: boolean }): void {
    done.loginItems.push(settings);
  }
}
export const app = new FakeApp();

class FakeIpcMain {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}
export const ipcMain = new FakeIpcMain();

class FakeSession {
  requestHandler: ((contents: unknown, permission: string, answer: Answer<boolean>) => void) | null = null;
  checkHandler: ((contents: unknown, permission: string) => boolean) | null = null;
  deviceHandler: ((details: { deviceType: string }) => boolean) | null = null;
  beforeRequest: ((details: { url: string }, answer: Answer<{ cancel: boolean }>) => void) | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: (details: { url: string }, answer: Answer<{ cancel: boolean }>) => void): void => void (this.beforeRequest = listener),
  };
  setPermissionRequestHandler = (handler: typeof this.requestHandler): void => void (this.requestHandler = handler);
  setPermissionCheckHandler = (handler: typeof this.checkHandler): void => void (this.checkHandler = handler);
  setDevicePermissionHandler = (handler: typeof this.deviceHandler): void => void (this.deviceHandler = handler);
}
export const session = { defaultSession: new FakeSession() };

class FakeProtocol {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: unknown }[]): void {
    done.privileged.push(...schemes);
  }
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  }
}
export const protocol = new FakeProtocol();

export const shell = {
  openExternal: (url: string): Promise<void> => {
    done.opened.push(url);
    return Promise.resolve();
  },
};
export const dialog = { showErrorBox: (title: string, body: string): void => void done.errorBoxes.push({ title, body }) };
export const powerMonitor = new EventEmitter();
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const nativeImage = { createFromPath: (path: string) => ({ path }) };

/** The four states of the system's key store are set in `machine.encryption`. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => machine.encryption.isAvailable,
  getSelectedStorageBackend: (): string => machine.encryption.backend,
  encryptString: (text: string): Buffer => Buffer.from(`${machine.encryption.backend}:${text}`).reverse(),
  decryptString: (bytes: Buffer): string => {
    const text = Buffer.from(bytes).reverse().toString();
    const mark = `${machine.encryption.backend}:`;
    if (!text.startsWith(mark)) throw new Error('the key store cannot decrypt this');
    return text.slice(mark.length);
  },
};

export class Menu {
  static setApplicationMenu(menu: unknown): void {
    done.menu = menu;
  }
  static buildFromTemplate = (template: unknown): unknown => template;
}

export class Tray extends EventEmitter {
  readonly image: { readonly path: string };
  menu: unknown = null;
  isDestroyed = false;
  constructor(image: { readonly path: string }) {
    super();
    this.image = image;
    done.trays.push(this);
  }
  setToolTip(_text: string): void {}
  setContextMenu(menu: unknown): void {
    this.menu = menu;
  }
  destroy(): void {
    this.isDestroyed = true;
  }
}

/** The page's side: what the preload script hands to the page, and the channel it uses. */
export const exposed = new Map<string, unknown>();
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown): void => void exposed.set(name, value) };

class FakeIpcRenderer extends EventEmitter {
  invoke = (channel: string, text: string): Promise<unknown> => {
    const frame = BrowserWindow.all[0]?.webContents.mainFrame ?? null;
    return Promise.resolve(ipcMain.handlers.get(channel)?.({ senderFrame: frame }, text));
  };
}
export const ipcRenderer = new FakeIpcRenderer();
