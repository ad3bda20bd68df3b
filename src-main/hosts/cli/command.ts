/** What a command is: it answers a value, never prints and never ends the program itself. */
import { z } from 'zod';
import { contract, type CallInput, type MethodName, type OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, problem, type Problem } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Backend } from '../../backend.ts';
import type { CommandLine, OptionName, UsageMistake } from './commandLine.ts';

/** Hands a method of the contract to the backend as the windows do: JSON text in, JSON text out, checked both ways. */
export type CallMethod = <M extends MethodName>(method: M, input: CallInput<M>) => Promise<Result<OutputOf<M>, AppError>>;

export type CommandContext = { readonly line: CommandLine; readonly backend: Backend; readonly call: CallMethod };
/** `value` is printed whatever happened; `problems` with an error among them make the exit code 1. */
export type CommandAnswer = { readonly value: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] };
export type CommandOutcome = Result<CommandAnswer, AppError | UsageMistake>;

type Form = {
  /** Arguments after the name, for the help. */
  readonly usage: string;
  readonly summary: string;
  /** What a file that the command reads holds, line by line; shown by the help of this command only. */
  readonly details?: readonly string[];
  readonly options: readonly OptionName[];
  /** Options without which the command cannot run. */
  readonly needs: readonly OptionName[];
  readonly takesPaths: boolean;
};
/** `open`: the ledger of `--ledger` is opened before it runs. `make`: it makes that ledger itself. `none`: no backend, nothing is touched. */
export type LedgerCommand = Form & { readonly ledger: 'open' | 'make'; readonly run: (context: CommandContext) => Promise<CommandOutcome> };
export type Command = LedgerCommand | (Form & { readonly ledger: 'none'; readonly run: (context: Pick<CommandContext, 'line'>) => Promise<CommandOutcome> });

export const answer = (value: object, problems: readonly Problem[] = []): CommandOutcome => ok({ value: { ...value }, problems });
export const asProblem = (error: AppError): Problem => ({ ...problem('error', error.code, error.params), ...(error.where === undefined ? {} : { where: error.where }) });

const zError = z.custom<AppError>((error) => typeof error === 'object' && error !== null && 'code' in error);
const zAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: zError })]);

export const callOver =
  (backend: Backend): CallMethod =>
  async <M extends MethodName>(method: M, input: CallInput<M>) => {
    const reply = zAnswer.parse(JSON.parse(await backend.dispatch(JSON.stringify({ method, input }))));
    // The schema of the method decides the type that the caller sees.
    return reply.ok ? ok(contract[method].output.parse(reply.value) as OutputOf<M>) : err(reply.error);
  };
