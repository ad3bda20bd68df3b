/**
 * Identifiers arrive as people write them. They are compared in one form: NFKC, upper case, without spaces, dots, dashes and slashes.
 * An identifier that fails its check is a finding for the user, never a reason to refuse a record; as a match key only valid ones count.
 */
export const normaliseIdentifier = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/\u2010-\u2015\u2212]/gu, '');
