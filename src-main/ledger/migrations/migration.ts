/** One step of the schema, forward only. A released migration never changes (its hash is pinned by a test). */
export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Tables that this step drops or whose number of rows it changes on purpose; the rows of all others are counted before and after. */
  readonly changesRowsOf: readonly string[];
};
