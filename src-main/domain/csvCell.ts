/**
 * Text for a CSV cell that a spreadsheet will not take for a formula (CWE-1236; OWASP ASVS 1.2.10): a leading `= + - @`, tab, return or NUL,
 * also in its full-width form, gets an apostrophe in front. Then quoted where the text needs it.
 */
const formulaStart = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
/** NUL characters mean nothing in a cell, and hide what stands behind them. */
const nul = '\0';

export const inertText = (text: string): string => (text.startsWith(nul) || formulaStart.test(text.replaceAll(nul, '')) ? `'${text}` : text);

export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = inertText(value);
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
