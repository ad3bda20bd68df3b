import type { z } from 'zod';
import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';

/** One method of the API: strict schemas both ways, and whether it writes (writing methods run one after another). */
export type MethodContract<I extends z.ZodType, O extends z.ZodType> = { readonly input: I; readonly output: O; readonly writes: boolean };

export const reads = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodContract<I, O> => ({ input, output, writes: false });
export const writes = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodContract<I, O> => ({ input, output, writes: true });

/**
 * A long command that takes its steps through other methods or in transactions of its own: it must not occupy the write queue while it waits
 * for files, letters or a mail server.
 */
export const runs = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodContract<I, O> => ({ input, output, writes: false });

/** What an error looks like on the wire: data only; `id` finds the log line. */
export type WireError = AppError & { readonly id: string };
export type WireAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };
export type Answer<T> = Result<T, WireError>;
