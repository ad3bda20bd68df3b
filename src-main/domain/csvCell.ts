/**
 * Text for a CSV cell that a spreadsheet will not take for a formula (CWE-1236; OWASP ASVS 1.2.10): a leading `= + - @`, tab, return or NUL,
 * also in its full-width form, gets an apostrophe in front. Then quoted where the text needs it.
 */
const formulaStart = /^[\s\u0000]*[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

export const inertText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = inertText(value);
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
