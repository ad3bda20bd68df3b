/** What most texts are: printable ASCII, blanks single and within. Nothing to clean then, and a batch asks this a million times. */
const isClean = (text: string): boolean => !/[^\x20-\x7e]| {2}|^ | $/.test(text);

/**
 * Text of others on one line: composed (NFC), without control, direction and zero-width characters, blanks single and at the ends none.
 * A no-break space stays what it is.
 */
export const cleanText = (text: string): string => (isClean(text) ? text : cleaned(text));

const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/\u202f/g, '\u00a0')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The lines of a text that may hold several, each clean, empty ones left out. */
export const cleanLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .filter((line) => line !== '');
