/** Document numbers are stored as written; this is how two spellings of the same number are recognised. */

/** Upper case, only A-Z and 0-9. Leading zeros stay: `00012` and `12` are different keys until {@link sameDocumentNumber} compares them. */
export const numberMatchKey = (number: string): string =>
  number
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** Whether two numbers are the same document apart from spelling and leading zeros, which payers and Excel drop. */
export function sameDocumentNumber(left: string, right: string): boolean {
  const bare = (number: string): string => numberMatchKey(number).replace(/^0+/, '');
  return bare(left) !== '' && bare(left) === bare(right);
}
