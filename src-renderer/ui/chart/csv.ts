import type { Language } from '../../../src-shared/locales/languages.ts';

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] };

/** Text that a spreadsheet would take for a formula is made plain with an apostrophe. */
function cellCsv(value: string | number | null, decimalMark: ',' | '.'): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimalMark);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";,\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table of a chart as CSV the way the reader's spreadsheet expects it: semicolons and comma decimals, except in English. */
export function csvOf(table: ChartTable, language: Language): string {
  const [separator, mark] = language === 'en' ? ([',', '.'] as const) : ([';', ','] as const);
  const lines = [table.head, ...table.rows].map((row) => row.map((value) => cellCsv(value, mark)).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
