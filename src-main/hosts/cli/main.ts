/** Termijn on the command line: the same backend without a window. Exit code 0 = done, 1 = refused or failed, 2 = typed wrongly. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../../src-shared/errors.ts';
import { errorMessage } from '../../../src-shared/locales/errorMessage.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { clockOnDay, systemClock } from '../../adapters/node/clock.ts';
import { defaultDataFolder } from '../../adapters/node/dataFolder.ts';
import { nodePorts } from '../../adapters/node/nodePorts.ts';
import { programFacts } from '../../adapters/node/programFacts.ts';
import { keyFileSecrets } from '../../adapters/node/secrets.ts';
import { type Backend, createBackend } from '../../backend.ts';
import { type CommandLine, parseCommandLine } from './commandLine.ts';
import { type CallMethod, commands, type CommandOutcome, helpText } from './commands.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const zError = z.custom<AppError>((error) => typeof error === 'object' && error !== null && 'code' in error);
const zAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: zError })]);

function openBackend(line: CommandLine): Backend {
  const dataDir = line.dataDir ?? defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env });
  const ports = nodePorts({
    dataDir,
    clock: line.today === null ? systemClock : clockOnDay(line.today),
    secrets: keyFileSecrets(join(dataDir, 'secrets')),
    resources: join(root, 'resources'),
    workers: {
      parse: new URL('../../features/imports/parseWorker.ts', import.meta.url),
      pdf: new URL('../../adapters/node/pdf/pdfWorker.ts', import.meta.url),
    },
  });
  return createBackend({ host: 'cli', ...programFacts(root), ...ports });
}

const callOver =
  (backend: Backend): CallMethod =>
  async (method, input) => {
    const answer = zAnswer.parse(JSON.parse(await backend.dispatch(JSON.stringify({ method, input }))));
    return answer.ok ? ok(answer.value) : err(answer.error);
  };

const zList = z.object({ recent: z.array(z.object({ id: z.string(), isPresent: z.boolean() })) });

/** Opens the ledger file that was named, otherwise the administration that was opened last. */
async function openLedger(backend: Backend, line: CommandLine): Promise<Result<unknown, AppError>> {
  if (line.ledger !== null) return backend.openPath(line.ledger);
  const list = await callOver(backend)('administrations.list', {});
  if (!list.ok) return list;
  const last = zList.parse(list.value).recent.find(({ isPresent }) => isPresent);
  return last === undefined ? ok(null) : callOver(backend)('administrations.open', { id: last.id });
}

async function runCommand(line: CommandLine): Promise<CommandOutcome> {
  const command = commands.get(line.command);
  if (line.command === 'help') return ok({ text: helpText(), value: [...commands.keys()] });
  if (command === undefined) return err({ message: `${line.command} is not a command\n\n${helpText()}` });
  const backend = openBackend(line);
  try {
    if (command.needsLedger || line.ledger !== null) {
      const opened = await openLedger(backend, line);
      if (!opened.ok) return opened;
    }
    return await command.run({ line, call: callOver(backend) });
  } finally {
    await backend.close();
  }
}

/** Prints the outcome and answers the exit code. */
function report(outcome: CommandOutcome, line: CommandLine): number {
  if (outcome.ok) {
    console.log(line.isJson ? JSON.stringify(outcome.value.value) : outcome.value.text);
    return 0;
  }
  if ('message' in outcome.error) {
    console.error(outcome.error.message);
    return 2;
  }
  const { what, why, todo } = errorMessage(outcome.error, line.language);
  console.error(line.isJson ? JSON.stringify(outcome.error) : `${what}\n${why}\n${todo}\n(${outcome.error.code})`);
  return 1;
}

const read = parseCommandLine(process.argv.slice(2));
if (read.ok) process.exitCode = report(await runCommand(read.value), read.value);
else {
  console.error(read.error.message);
  process.exitCode = 2;
}
