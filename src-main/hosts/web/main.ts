/**
 * Termijn in the browser: the same backend and the same interface as the desktop window, served on 127.0.0.1 to this user only.
 *   node src-main/hosts/web/main.ts [--data-dir DIR] [--port N] [--today YYYY-MM-DD] [--no-open]
 * `--today` holds the program on one day, for demonstrations and tests: everything that asks for the date gets that day.
 */
import '../../adapters/node/youngMemory.ts';
import { join } from 'node:path';
import { readAssets } from '../../adapters/node/assets.ts';
import { readHostArguments } from '../../adapters/node/hostArguments.ts';
import { nodePorts } from '../../adapters/node/nodePorts.ts';
import { openInBrowser } from '../../adapters/node/openInBrowser.ts';
import { programFacts } from '../../adapters/node/programFacts.ts';
import { keyFileSecrets } from '../../adapters/node/secrets.ts';
import { createBackend } from '../../backend.ts';
import { startWebServer } from './server.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function start(): Promise<void> {
  const { dataDir, port, clock, opensBrowser } = readHostArguments(process.argv.slice(2));
  const ports = nodePorts({
    dataDir,
    clock,
    secrets: keyFileSecrets(join(dataDir, 'secrets')),
    resources: join(root, 'resources'),
    workers: {
      parse: new URL('../../features/imports/parseWorker.ts', import.meta.url),
      pdf: new URL('../../adapters/node/pdf/pdfWorker.ts', import.meta.url),
      match: new URL('../../features/matching/matchWorker.ts', import.meta.url),
    },
  });
  const backend = createBackend({ host: 'web', ...programFacts(root), ...ports });
  let isFirst = true;
  const announce = (address: string): void => {
    console.log(`Termijn: ${address}`);
    if (isFirst && opensBrowser) void openInBrowser(address, process.platform);
    isFirst = false;
  };
  const assets = readAssets(join(root, 'out', 'renderer'));
  const server = await startWebServer({ backend, assets, logger: ports.logger, port, requestTimeoutMs: 30_000, announce });
  const ticking = setInterval(() => void backend.tick(), 60_000);
  backend.events.subscribe((event) => void (event.type === 'administrationChanged' && backend.tick()));

  const stop = async (code: number): Promise<void> => {
    clearInterval(ticking);
    await server.close();
    await backend.close();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  // After an error nobody expected, the state in memory is not to be trusted: write it down, close the ledger, end.
  process.once('uncaughtException', (error) => {
    ports.logger.error('web host: stopped', { message: error.message, stack: error.stack });
    console.error('Termijn has stopped after an unexpected error. What was saved is kept; the details are in the log.');
    void stop(1);
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
