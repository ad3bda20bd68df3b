/** The one form in which names of columns are compared: case, accents, blanks, marks and what a wrong encoding made of accents aside. */

/** What UTF-8 letters look like when they were read as Windows-1252. */
const mojibake: readonly (readonly [RegExp, string])[] = [
  [/Ã[©¨ª«]/g, 'e'],
  [/Ã[¯®]/g, 'i'],
  [/Ã[ \u00a0¢¤]/g, 'a'],
  [/Â[°º]/g, ''],
];

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Letters that lost their accent keep their place; letters that were lost altogether (U+FFFD) leave none. */
export function headerKey(text: string): string {
  let folded = text.slice(0, 120).replace(/n[°º]/gi, 'n');
  for (const [pattern, letter] of mojibake) folded = folded.replace(pattern, letter);
  return bare(folded);
}

/** Both forms under which a name may arrive: with its letters, and with the accented ones lost. */
export const headerKeys = (name: string): readonly string[] => {
  const lost = bare(name.replace(/[^ -~]/g, ''));
  const kept = headerKey(name);
  return lost === kept ? [kept] : [kept, lost];
};
