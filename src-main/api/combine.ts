/**
 * Joins the handlers of all features into the whole API. A method that two features claim, one that the contract does not know and
 * one of the contract that nobody handles are mistakes of the program, found at start and not at the first click.
 */
import { contract, type Handlers, type MethodName } from '../../src-shared/contract/index.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';

/** A handler whose context is already filled in; the input has been parsed by the method's schema. */
export type BoundHandler = (input: unknown) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;
export type BoundHandlers = ReadonlyMap<string, BoundHandler>;

/** Fills in the context of one feature's handlers. */
export function bind<Context, M extends MethodName>(context: Context, handlers: Handlers<Context, M>): BoundHandlers {
  return new Map(
    Object.entries(handlers).map(([method, handler]) => {
      // `dispatch` parses the input with this very method's schema before it calls: the table cannot say so in types.
      const call = handler as (context: Context, input: unknown) => ReturnType<BoundHandler>;
      return [method, (input: unknown) => call(context, input)];
    }),
  );
}

/** Throws on a duplicate, an unknown and a missing method; the message names all of them. */
export function combine(...maps: readonly BoundHandlers[]): BoundHandlers {
  const all = new Map<string, BoundHandler>();
  const faults: string[] = [];
  for (const [method, handler] of maps.flatMap((map) => [...map])) {
    if (all.has(method)) faults.push(`${method} is handled twice`);
    if (!Object.hasOwn(contract, method)) faults.push(`${method} is not in the contract`);
    all.set(method, handler);
  }
  for (const method of Object.keys(contract)) if (!all.has(method)) faults.push(`${method} has no handler`);
  if (faults.length > 0) throw new Error(`The API does not fit together: ${faults.join('; ')}`);
  return all;
}
