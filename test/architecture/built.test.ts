/** Reads what was built, not what was written: a build can add to a preload script what no source file shows. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { createPdfWriter } from '../../src-main/adapters/node/pdf/createPdfWriter.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { letterOne } from '../letters/letterSamples.ts';
import { root } from './cruise.ts';
import { filesUnder, textOf } from './sourceFiles.ts';

beforeAll(() => {
  const script = `import('./scripts/builds.mjs').then((builds) => builds.buildWhenChanged()).then((isBuilt) => process.exit(isBuilt ? 0 : 1))`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8', env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` } });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 120_000);

describe('the built preload script', () => {
  const read = (): string => readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');

  it('is small enough to read', () => expect(read().length).toBeLessThan(2000));
  it('asks for Electron and nothing else', () => {
    expect([...read().matchAll(/require\(([^)]*)\)/g)].map(([, what]) => what)).toEqual(['"electron"']);
    expect(read()).not.toMatch(/\bimport\s*\(|process\.|globalThis/);
  });
  it('shows the page exactly two functions, each using one channel', async () => {
    const shown = new Map<string, Record<string, (...parts: unknown[]) => unknown>>();
    const used: string[] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, value: Record<string, () => unknown>) => shown.set(name, value) },
      ipcRenderer: {
        invoke: (channel: string, ...parts: unknown[]) => used.push(`invoke ${channel} ${parts.length}`),
        on: (channel: string) => used.push(`on ${channel}`),
        off: (channel: string) => used.push(`off ${channel}`),
      },
    };
    runInNewContext(read(), { require: () => electron, module: { exports: {} }, exports: {}, Object, Symbol });
    expect([...shown.keys()]).toEqual(['bridge']);
    const bridge = shown.get('bridge') ?? {};
    expect(Object.keys(bridge).sort()).toEqual(['call', 'onEvent']);
    await bridge['call']?.('text', 'a second thing', 'a third');
    const stop = bridge['onEvent']?.(() => undefined);
    if (typeof stop === 'function') (stop as () => void)();
    expect(used).toEqual(['invoke call 1', 'on event', 'off event']);
  });
});

describe('the built main process', () => {
  const files = (): readonly string[] => filesUnder('out/main').filter((file) => file.endsWith('.js'));

  it('consists of the desktop program and its three workers', () => {
    for (const name of ['electron', 'parseWorker', 'pdfWorker', 'matchWorker']) expect(files()).toContain(`out/main/${name}.js`);
  });
  it('makes no code from text, remotes nothing, opens no paths and never loosens the window', () => {
    const forbidden =
      /\beval\s*\(|new Function\b|@electron\/remote|enableRemoteModule|\.openPath\s*\(|\.executeJavaScript\s*\(|nodeIntegration:\s*(true|!0)|contextIsolation:\s*(false|!1)|sandbox:\s*(false|!1)|webSecurity|loadFile\s*\(|setIgnoreCertificate|ignore-certificate-errors/;
    expect(files().filter((file) => forbidden.test(textOf(file)))).toEqual([]);
  });
  it('registers one channel and one only', () => {
    const all = files().map(textOf).join('\n');
    expect([...all.matchAll(/ipcMain\.(handle|on|once|handleOnce)\(\s*"?([\w-]+)/g)].map(([, kind, name]) => `${kind} ${name}`)).toEqual(['handle call']);
  });
});

describe('the memory for litter', () => {
  it('is bounded by the desktop program before anything else of it runs', () => {
    const [, first = ''] = /^import\s*"\.\/(chunks\/[^"]+)"/.exec(textOf('out/main/electron.js')) ?? [];
    expect(textOf(`out/main/${first}`)).toMatch(/--semi-space-growth-factor=1/);
  });
  it.each(['cli', 'electron', 'web'])('is bounded by the host %s before it loads anything of its own', (host) => {
    expect(/^import .*$/m.exec(textOf(`src-main/hosts/${host}/main.ts`))?.[0]).toBe("import '../../adapters/node/youngMemory.ts';");
  });
});

describe('the built workers', () => {
  const entryOf = (file: string): URL => pathToFileURL(join(root, file));
  const source = { parse: entryOf('src-main/features/imports/parseWorker.ts'), pdf: entryOf('src-main/adapters/node/pdf/pdfWorker.ts') };
  const built = { parse: entryOf('out/main/parseWorker.js'), pdf: entryOf('out/main/pdfWorker.js') };
  const signal = new AbortController().signal;
  const onProgress = (): void => undefined;

  /** Runs the same work on the threads of the desktop program and on those of the web host. */
  async function onBoth<T>(work: (background: ReturnType<typeof createBackground>) => Promise<T>): Promise<readonly T[]> {
    return Promise.all(
      [source, built].map(async (entries) => {
        const background = createBackground({ entries, threadsPerKind: 1, timeoutMs: 60_000, memoryMb: 512 });
        const result = await work(background);
        await background.close();
        return result;
      }),
    );
  }
  it('read a file as the sources do', async () => {
    const path = join(root, 'test/fixtures/invoices/peppol-invoice.xml');
    const payload = { files: [{ stagedId: 'one', name: 'invoice.xml', path, size: 10_000 }], mappings: {}, today: '2026-03-02', dateOrders: {}, spool: join(tmpdir(), 'termijn-never-written') };
    const [fromSource, fromBuild] = await onBoth((background) => background.run<typeof payload, unknown>({ worker: 'parse', payload, signal, onProgress }));
    expect(fromSource).toMatchObject({ kind: 'done', value: [{ stagedId: 'one', content: { kind: 'invoices' } }] });
    expect(fromBuild).toEqual(fromSource);
  });
  it('set a letter in the same bytes', async () => {
    const model = buildLetter(letterOne);
    if (!model.ok) throw new Error(model.error.code);
    const letters = await onBoth((background) => createPdfWriter({ background, fontFolder: join(root, 'resources', 'fonts') }).letter(model.value, { signal, onProgress }));
    expect(letters[0]).toMatchObject({ ok: true });
    expect(letters[1]).toEqual(letters[0]);
  });
});

describe('the built page', () => {
  it('names no script, style or font of another place and has no inline script', () => {
    const html = textOf('out/renderer/index.html');
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '').filter((address) => !/^\.?\//.test(address))).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).toContain('__CSP_NONCE__');
  });
});
