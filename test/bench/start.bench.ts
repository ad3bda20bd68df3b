/** The web host from its start to the first answer about an open ledger: with 100,000 invoices against an empty one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { administrationFilesIn } from '../../src-main/adapters/node/administrationFiles.ts';
import { fillLedger } from './fillLedger.ts';
import { inTurns, type Measurement } from './measurement.ts';
import { inTemporaryFolder, openAt, today } from './temporaryLedger.ts';

const invoices = 100_000;
const host = join(import.meta.dirname, '..', '..', 'src-main', 'hosts', 'web', 'main.ts');

/** A data folder with one administration of so many invoices. */
function prepare(dataDir: string, documents: number): void {
  mkdirSync(dataDir, { recursive: true });
  const files = administrationFilesIn(dataDir);
  const path = files.newPath('bench');
  const ledger = openAt(path, 'create');
  if (documents > 0) fillLedger({ ledger, documents, customers: 2000, today });
  ledger.close();
  files.remember({ id: 'bench', name: 'Bench', country: 'NL', isDemo: true, lastOpenedAt: `${today}T08:00:00Z`, path });
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the host has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the web host ended before it served');
}

/** Starts the host, opens the ledger as the window does and waits for what the start screen asks first. */
async function firstAnswer(dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [host, '--data-dir', dataDir, '--port', '0', '--no-open', '--today', today], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const link = await addressOf(child);
    const page = await fetch(link, { redirect: 'manual' });
    const headers = { cookie: page.headers.get('set-cookie')?.split(';', 1)[0] ?? '', 'content-type': 'application/json' };
    const call = async (method: string, input: object): Promise<void> => {
      const reply = await fetch(new URL('/call', link), { method: 'POST', headers, body: JSON.stringify({ method, input }) });
      const { ok, error } = (await reply.json()) as { ok: boolean; error?: object };
      if (!ok) throw new Error(`${method} was refused: ${JSON.stringify(error)}`);
    };
    await call('administrations.open', { id: 'bench' });
    await call('app.state', {});
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

export const measureStart = (): Promise<Measurement> =>
  inTemporaryFolder(async (folder) => {
    const full = join(folder, 'full');
    const empty = join(folder, 'empty');
    prepare(full, invoices);
    prepare(empty, 0);
    const { oursMs, bareMs } = await inTurns({ rounds: 9, warmUp: 1, ours: () => firstAnswer(full), bare: () => firstAnswer(empty) });
    return { name: `start of the web host with ${invoices} invoices`, ratio: oursMs / bareMs, aim: 1.5, details: `${(oursMs / 1000).toFixed(2)} s to the first answer, empty ledger ${(bareMs / 1000).toFixed(2)} s (both with its end)` };
  });
