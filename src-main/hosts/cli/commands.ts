/** What `npm run termijn -- COMMAND` can do, and whether what was typed fits one of them. */
import { ok, type Result } from '../../../src-shared/result.ts';
import type { Command } from './command.ts';
import { type CommandLine, commonOptions, mistake, type OptionName, type UsageMistake } from './commandLine.ts';
import { followUpCommands } from './followUpCommands.ts';
import { intakeCommands } from './intakeCommands.ts';
import { lawCommands } from './lawCommands.ts';
import { ledgerCommands } from './ledgerCommands.ts';

export const commands: ReadonlyMap<string, Command> = new Map([...ledgerCommands, ...intakeCommands, ...followUpCommands, ...lawCommands]);

/** The list of commands, for `help` and for whoever typed something else; with the name of one (or of its family), only what was asked for. */
export function helpText(about: string): string {
  const asked = [...commands].filter(([name]) => name === about || name.startsWith(`${about} `));
  const lines = (asked.length > 0 ? asked : [...commands]).map(([name, { usage, summary, details = [] }]) => [`  ${name} ${usage}`, summary, ...(name === about ? details : [])].join('\n      '));
  return [
    'npm run --silent termijn -- COMMAND … [--json] [--lang nl|en|fr] [--today YYYY-MM-DD] [--data-dir DIR]',
    ...lines,
    'Exit code: 0 done, 1 refused with problems, 2 wrong usage. With --json exactly one JSON document is printed.',
  ].join('\n');
}

/** The command that was typed, with everything it needs and nothing that it does not know. */
export function commandFor(line: CommandLine): Result<Command, UsageMistake> {
  const command = commands.get(line.command);
  if (command === undefined) return mistake(`${line.command} is not a command`);
  const typed = Object.keys(line.options) as OptionName[];
  const unknown = typed.find((name) => ![...commonOptions, ...command.options, ...command.needs].includes(name));
  if (unknown !== undefined) return mistake(`${line.command} does not take --${unknown}`);
  const missing = command.needs.find((name) => line.options[name] === undefined || line.options[name] === '');
  if (missing !== undefined) return mistake(`${line.command} needs --${missing}`);
  if (command.takesPaths && line.words.length === 0) return mistake(`${line.command} needs at least one path`);
  return !command.takesPaths && line.words.length > 0 ? mistake(`${line.command} does not take ${line.words[0] ?? ''}`) : ok(command);
}
