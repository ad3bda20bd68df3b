/** One step of the schema, forward only. A released migration never changes (its hash is pinned by a test). */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };
