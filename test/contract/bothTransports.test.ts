/** Every method of the contract once over each transport of the real hosts, on one real backend: same answers, same errors. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets } from '../../src-main/adapters/node/assets.ts';
import { clockOnDay } from '../../src-main/adapters/node/clock.ts';
import { nodePorts } from '../../src-main/adapters/node/nodePorts.ts';
import { sessionSecrets } from '../../src-main/adapters/node/secrets.ts';
import { type Backend, createBackend } from '../../src-main/backend.ts';
import { carryCalls } from '../../src-main/hosts/electron/window.ts';
import { startWebServer, type WebServer } from '../../src-main/hosts/web/server.ts';
import { contract, type MethodName } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { BrowserWindow, exposed } from '../fakes/electron.ts';
import { sampleInput } from './sampleInput.ts';

type Call = (text: string) => Promise<string>;
type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string } };

const place = mkdtempSync(join(tmpdir(), 'termijn-contract-'));
let backend: Backend;
let server: WebServer;
let overHttp: Call;
let overIpc: Call;

beforeAll(async () => {
  const workers = { parse: new URL('../../src-main/features/imports/parseWorker.ts', import.meta.url), pdf: new URL('../../src-main/adapters/node/pdf/pdfWorker.ts', import.meta.url), match: new URL('../../src-main/features/matching/matchWorker.ts', import.meta.url) };
  const ports = nodePorts({ dataDir: join(place, 'data'), clock: clockOnDay(plainDate('2026-11-21')), secrets: sessionSecrets(), workers, resources: join(import.meta.dirname, '..', '..', 'resources') });
  backend = createBackend({ host: 'web', version: '0', changelog: () => '', ...ports });
  mkdirSync(join(place, 'page'));
  writeFileSync(join(place, 'page', 'index.html'), '<!doctype html>');
  let link = '';
  server = await startWebServer({ backend, assets: readAssets(join(place, 'page')), logger: ports.logger, port: 0, requestTimeoutMs: 5000, announce: (address) => (link ||= address) });
  const opened = await fetch(link, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const headers = { cookie, 'content-type': 'application/json' };
  overHttp = async (body) => (await fetch(`http://127.0.0.1:${server.port}/call`, { method: 'POST', headers, body })).text();
  await import('../../src-main/hosts/electron/preload.ts');
  carryCalls(new BrowserWindow({}) as unknown as Parameters<typeof carryCalls>[0], backend);
  overIpc = (exposed.get('bridge') as { call: Call }).call;
});
afterAll(async () => {
  await server.close();
  await backend.close();
  rmSync(place, { recursive: true, force: true });
});

/** Ids of log lines, of previews and of made files are unpredictable and new at every call; everything else must be equal. */
const unpredictable = (key: string, value: unknown): unknown => (/(^id|Id|^token)$/.test(key) && typeof value === 'string' && /^[\w-]{22}$/.test(value) ? 'new' : value);
/** An archive carries the moment it was made, so its packed size may differ by a few bytes from one second to the next. */
const withoutArchiveSize = (key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'mime' in value && value.mime === 'application/zip' ? { ...value, size: 'any' } : unpredictable(key, value);
const comparable = (text: string): Answer => JSON.parse(text, withoutArchiveSize) as Answer;

async function both(method: string, input: unknown): Promise<Answer> {
  const text = JSON.stringify({ method, input });
  const [http, ipc] = [comparable(await overHttp(text)), comparable(await overIpc(text))];
  expect(http, method).toEqual(ipc);
  return http;
}

const methods = Object.keys(contract) as MethodName[];
/** These change what is open or make files, so once over each transport is not the same question twice. */
const changesWhatIsOpen = new Set<MethodName>(['administrations.create', 'administrations.createDemo', 'administrations.open', 'administrations.close', 'administrations.saveProfile']);
const steady = methods.filter((method) => !changesWhatIsOpen.has(method));

describe('both transports', () => {
  it('are asked with inputs that the contract accepts', () => {
    const refused = methods.filter((method) => !contract[method].input.safeParse(sampleInput(method)).success);
    expect(refused.length / methods.length, refused.join(', ')).toBeLessThan(0.1);
  });
  it('give the same answer to every method while nothing is open', async () => {
    for (const method of steady) await both(method, sampleInput(method));
  });
  it('give the same answer to everything that only reads while an administration is open', async () => {
    const profile = { ...(sampleInput('administrations.create') as { profile: Record<string, unknown> }).profile, name: 'Voorbeeld BV', country: 'NL' };
    const made = JSON.parse(await overHttp(JSON.stringify({ method: 'administrations.create', input: { profile } }))) as Answer;
    expect(made).toMatchObject({ ok: true });
    const answers = new Map<string, Answer>();
    for (const method of steady.filter((name) => !contract[name].writes)) answers.set(method, await both(method, sampleInput(method)));
    expect([...answers].filter(([, answer]) => answer.error?.code === 'internal').map(([method]) => method)).toEqual([]);
    expect([...answers].filter(([, answer]) => answer.ok).length).toBeGreaterThan(10);
  });
  it('find a handler for every method once an administration is open', async () => {
    const missing: string[] = [];
    for (const method of steady.filter((name) => !contract[name].writes)) {
      const answer = JSON.parse(await overIpc(JSON.stringify({ method, input: sampleInput(method) }))) as Answer;
      if (answer.error?.code === 'unknown-method') missing.push(method);
    }
    expect(missing).toEqual([]);
  });
  it.each(['', '{', '[]', '{"method":"__proto__"}', '{"method":"app.state","input":{"extra":1}}', '"\\u0000"'])('refuse %j in the same words', async (text) => {
    const [http, ipc] = [comparable(await overHttp(text)), comparable(await overIpc(text))];
    expect(http).toEqual(ipc);
    expect(http).toMatchObject({ ok: false });
  });
  it('carry characters of every kind unharmed', async () => {
    const answer = await both('app.saveLanguage', { uiLanguage: 'né€\u{1F600}\u2028' });
    expect(answer.error?.code).toBe('bad-request');
  });
});
