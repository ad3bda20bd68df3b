import { commonColumns, tableDescriptions } from './exportColumns.ts';

export type ReadmeFacts = {
  readonly now: string;
  readonly schemaVersion: number;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly columns: readonly string[] }[];
};

/** What a column means; an empty text when nobody said so, which a test does not allow. */
export const describeColumn = (table: string, column: string): string =>
  tableDescriptions[table]?.columns[column] ?? commonColumns[column] ?? '';

/** The text that goes with an export: Dutch first, then English, then each table with its columns. */
export function exportReadme({ now, schemaVersion, tables }: ReadmeFacts): string {
  const described = tables.flatMap(({ name, rows, columns }) => [
    '',
    `tables/${name}.csv (${rows})`,
    `  ${tableDescriptions[name]?.about ?? ''}`,
    ...columns.map((column) => `  - ${column}: ${describeColumn(name, column)}`),
  ]);
  return `${[...introduction(now, schemaVersion), ...described].join('\n')}\n`;
}

const introduction = (now: string, schemaVersion: number): readonly string[] => [
  `Termijn: alle gegevens van een administratie, ${now}`,
  '',
  'ledger.sqlite   de administratie zelf; te openen met elk programma dat SQLite leest, of met Termijn',
  'tables/         elke tabel als CSV: UTF-8, komma als scheiding, eerste regel met namen',
  'originals/      elk geïmporteerd bestand, byte voor byte zoals het kwam',
  'letters/        elke brief zoals die is goedgekeurd',
  'proofs/         bewijzen van levering en verzending, zoals ze zijn toegevoegd',
  '',
  'Bedragen zijn hele centen. Datums zijn JJJJ-MM-DD, tijdstippen ISO 8601 in UTC. Een leeg veld betekent: leeg, onbekend of niet van',
  'toepassing. Begint tekst met een teken dat een rekenblad als formule leest (= + - @), dan staat er een apostrof voor. In',
  'ledger.sqlite staat alles ongewijzigd.',
  '',
  `Termijn: all data of one administration, ${now} (schema ${schemaVersion})`,
  '',
  'ledger.sqlite   the administration itself; any program that reads SQLite opens it, and so does Termijn',
  'tables/         every table as CSV: UTF-8, separated by commas, names in the first line',
  'originals/      every file taken in, byte for byte as it came',
  'letters/        every letter as it was approved',
  'proofs/         proofs of delivery and sending, as they were added',
  '',
  'Amounts are whole cents. Dates are YYYY-MM-DD, instants ISO 8601 in UTC. An empty field means empty, unknown or not applicable. Text',
  'that begins with a sign a spreadsheet takes for a formula (= + - @) has an apostrophe in front. ledger.sqlite has everything unchanged.',
];
