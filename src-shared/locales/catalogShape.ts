/**
 * The Dutch catalog is the shape; the other languages must have exactly its keys. Used as
 * `export const x = { … } as const satisfies CatalogShape<typeof nlX>`, which makes a missing and an unknown key a compile error.
 */
export type CatalogShape<Catalog> = {
  readonly [Key in keyof Catalog]: Catalog[Key] extends string ? string : CatalogShape<Catalog[Key]>;
};
