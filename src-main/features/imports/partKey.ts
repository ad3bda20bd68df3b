/** The name by which answers of the user find a file of a preview: names of files may be the same, these are not. */
export const partKey = ({ stagedId, member }: { readonly stagedId: string; readonly member: number | null }): string =>
  member === null ? stagedId : `${stagedId}.${member}`;
