/** What `npm run termijn -- COMMAND` can do. A command answers with text for people or a value for `--json`; it never prints or exits itself. */
import type { AppError } from '../../../src-shared/errors.ts';
import { type Result, err, ok } from '../../../src-shared/result.ts';
import type { CommandLine, UsageMistake } from './commandLine.ts';

/** Hands a method of the contract to the backend, as the windows do. */
export type CallMethod = (method: string, input: unknown) => Promise<Result<unknown, AppError>>;
export type CommandContext = { readonly line: CommandLine; readonly call: CallMethod };
export type CommandOutcome = Result<{ readonly text: string; readonly value: unknown }, AppError | UsageMistake>;

export type Command = {
  readonly usage: string;
  readonly summary: string;
  /** Whether a ledger must be open before it runs. */
  readonly needsLedger: boolean;
  readonly run: (context: CommandContext) => Promise<CommandOutcome>;
};

function parsedInput(text: string): Result<unknown, UsageMistake> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ message: 'the input is not JSON' });
  }
}

const call: Command = {
  usage: 'call METHOD [JSON]',
  summary: 'calls one method of the API and prints its answer',
  needsLedger: false,
  run: async ({ line, call: callMethod }) => {
    const [method, text = '{}'] = line.words;
    if (method === undefined) return err({ message: 'call needs the name of a method, such as app.state' });
    const input = parsedInput(text);
    if (!input.ok) return input;
    const answer = await callMethod(method, input.value);
    return answer.ok ? ok({ text: JSON.stringify(answer.value, null, 2), value: answer.value }) : answer;
  },
};

export const commands: ReadonlyMap<string, Command> = new Map([['call', call]]);

/** The list of commands, for `help` and for a command that does not exist. */
export function helpText(): string {
  const width = Math.max(...[...commands.values()].map(({ usage }) => usage.length));
  const lines = [...commands.values()].map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return [
    'npm run termijn -- COMMAND [WORDS] [OPTIONS]',
    '',
    ...lines,
    '',
    'Options: --ledger=FILE or --data-dir=DIR, --today=YYYY-MM-DD, --lang=nl|en|fr, --json',
  ].join('\n');
}
