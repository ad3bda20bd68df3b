/** Termijn on the command line: the same backend without a window, for scripts and the scheduler of the system. */
import '../../adapters/node/youngMemory.ts';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { appError, errorCodes, type Problem } from '../../../src-shared/errors.ts';
import { errorMessage } from '../../../src-shared/locales/errorMessage.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { clockOnDay, systemClock } from '../../adapters/node/clock.ts';
import { defaultDataFolder } from '../../adapters/node/dataFolder.ts';
import { nodePorts } from '../../adapters/node/nodePorts.ts';
import { programFacts } from '../../adapters/node/programFacts.ts';
import { keyFileSecrets } from '../../adapters/node/secrets.ts';
import { type Backend, createBackend } from '../../backend.ts';
import { answer, asProblem, callOver, type Command, type CommandAnswer, type CommandOutcome } from './command.ts';
import { type CommandLine, parseCommandLine } from './commandLine.ts';
import { commandFor, commands, helpText } from './commands.ts';
import { readableText } from './readableText.ts';

const root = join(import.meta.dirname, '..', '..', '..');

function openBackend({ options, today, asOf, command }: CommandLine): Backend {
  const dataDir = options['data-dir'] ?? defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env });
  // An example is made as if it were that day; a question as of a day is asked today.
  const day = today ?? (command === 'demo' ? asOf : null);
  const ports = nodePorts({
    dataDir,
    clock: day === null ? systemClock : clockOnDay(day),
    secrets: keyFileSecrets(join(dataDir, 'secrets')),
    resources: join(root, 'resources'),
    workers: {
      parse: new URL('../../features/imports/parseWorker.ts', import.meta.url),
      pdf: new URL('../../adapters/node/pdf/pdfWorker.ts', import.meta.url),
      match: new URL('../../features/matching/matchWorker.ts', import.meta.url),
    },
  });
  return createBackend({ host: 'cli', ...programFacts(root), ...ports });
}

async function runOn(line: CommandLine, command: Command): Promise<CommandOutcome> {
  if (command.ledger === 'none') return command.run({ line });
  const backend = openBackend(line);
  try {
    const opened = command.ledger === 'open' ? backend.openPath(line.options.ledger ?? '') : null;
    if (opened?.ok === false) return opened;
    return await command.run({ line, backend, call: callOver(backend) });
  } finally {
    await backend.close();
  }
}

async function run(line: CommandLine): Promise<CommandOutcome> {
  if (line.command === 'help') return answer({ commands: [...commands.keys()], usage: helpText(line.words[0] ?? '').split('\n') });
  const command = commandFor(line);
  if (!command.ok) return command;
  try {
    return await runOn(line, command.value);
  } catch (thrown) {
    // The disk, a folder that cannot be written: whatever nobody foresaw is still an answer, and the words go to whoever looks.
    console.error(thrown instanceof Error ? thrown.stack : thrown);
    return { ok: false, error: appError('internal') };
  }
}

const isErrorCode = (code: string): boolean => errorCodes.some((known) => known === code);

/** A problem with its words; reasons of the outbox have their words elsewhere. */
const worded = (found: Problem, { language }: CommandLine): object => ({ ...found, ...(isErrorCode(found.code) ? errorMessage(found, language) : { what: reasonText(found, language) }) });

/** Prints one document, or text, and answers the exit code. */
function report(answered: CommandAnswer, isBare: boolean, line: CommandLine): number {
  const { value, problems } = answered;
  const document = isBare ? value : { ...value, problems: problems.map((found) => worded(found, line)) };
  const text = line.command === 'help' ? helpText(line.words[0] ?? '') : readableText(document);
  process.stdout.write(`${line.isJson ? JSON.stringify(document) : text}\n`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function reportOutcome(outcome: CommandOutcome, line: CommandLine): number {
  // A file that was parsed carries its own problems: its document holds nothing beside `files`.
  if (outcome.ok) return report(outcome.value, line.command.startsWith('parse '), line);
  const { error } = outcome;
  return 'usage' in error ? reportUsage(error.usage, line.command, line.isJson) : report({ value: {}, problems: [asProblem(error)] }, false, line);
}

function reportUsage(usage: string, about: string, isJson: boolean): number {
  if (isJson) process.stdout.write(`${JSON.stringify({ usage, commands: [...commands.keys()], problems: [{ severity: 'error', code: 'usage', params: {}, what: usage }] })}\n`);
  console.error(`${usage}\n\n${helpText(about)}`);
  return 2;
}

const argv = process.argv.slice(2);
const read = parseCommandLine(argv);
process.exitCode = read.ok ? reportOutcome(await run(read.value), read.value) : reportUsage(read.error.usage, argv.filter((word) => !word.startsWith('-')).slice(0, 2).join(' '), argv.includes('--json'));
