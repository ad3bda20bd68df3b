/** The outcome of something that may fail for a reason the caller must handle: a value or an error, never an exception. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Ends an exhaustive switch: a state added later becomes a compile error here. */
export function missingCase(value: never): never {
  throw new TypeError(`missing case: ${JSON.stringify(value)}`);
}
