/** Starts the real web host on a fresh data folder and a fixed day, and lets a browser in through the one-time link it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');
/** The day on which every browser test takes place: a Saturday, well after the demonstration data begin. */
export const testDay = '2026-11-21';

export type WebHost = {
  readonly dataDir: string;
  readonly origin: () => string;
  /** The newest one-time link; opening it makes the host print the next. */
  readonly link: () => string;
  /** Ends the program as a user would and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the program at once, as a power cut or a crash would; `restart` starts it again on what is left. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Running = { readonly child: ChildProcess; links: string[] };

async function launch(dataDir: string, port: string, day: string): Promise<Running> {
  const entry = join(root, 'src-main', 'hosts', 'web', 'main.ts');
  const child = spawn(process.execPath, [entry, `--data-dir=${dataDir}`, `--today=${day}`, `--port=${port}`, '--no-open'], { cwd: root });
  const running: Running = { child, links: [] };
  let output = '';
  const listen = (data: Buffer): void => {
    output += data.toString();
    running.links = [...output.matchAll(/http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}/g)].map(([link]) => link);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  await expect.poll(() => running.links.length > 0 || child.exitCode !== null, { timeout: 20_000 }).toBe(true);
  if (running.links.length === 0) throw new Error(`the web host did not start:\n${output}`);
  return running;
}

function end({ child }: Running, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** `day`: the date the program believes it is. */
export async function startWebHost(day: string = testDay): Promise<WebHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'termijn-e2e-'));
  let running = await launch(dataDir, '0', day);
  const link = (): string => running.links.at(-1) ?? '';
  return {
    dataDir,
    origin: () => new URL(link()).origin,
    link,
    restart: async () => {
      const { port } = new URL(link());
      await end(running);
      running = await launch(dataDir, port, day);
    },
    kill: () => end(running, 'SIGKILL'),
    stop: async () => {
      await end(running);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Everything the page reports that a user should never cause: script errors, refused requests, broken rules. */
function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    // A stored mail is shown in a frame without any rights; what it refuses there is the script of the test recorder itself.
    const isRefusedInFrame = /^Blocked script execution in '[^']*\/files\//.test(message.text());
    if (message.type() === 'error' && !isRefusedInFrame) complaints.push(message.text());
  });
  return complaints;
}

type WorkerFixtures = { readonly host: WebHost };
type TestFixtures = {
  /** A host of this test alone, with nothing in it: for tests that start it again or make administrations. */
  readonly freshHost: WebHost;
  /** A page that has come in through the link and shows the program. */
  readonly app: Page;
  /** Filled while the test runs; a test that expects one takes it out. Not empty at the end means the test fails. */
  readonly complaints: string[];
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const host = await startWebHost();
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  freshHost: async ({}, use) => {
    const host = await startWebHost();
    await use(host);
    await host.stop();
  },
  complaints: async ({ context }, use) => {
    const complaints = collectComplaints(context);
    await use(complaints);
    expect(complaints, 'the browser console stayed free of errors').toEqual([]);
  },
  app: async ({ page, host, complaints }, use) => {
    expect(complaints).toEqual([]);
    await page.goto(host.link());
    await use(page);
  },
});
export { expect };
