import writeXlsxFile from 'write-excel-file/node';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { catalogs } from '../../../src-shared/locales/catalogs.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { decimalFromCents } from '../../../src-shared/money.ts';
import type { AgingBasis } from '../../domain/aging/aging.ts';
import type { MadeFile } from '../../ports/madeFiles.ts';
import { type AgingItems, type AgingList, type Cell, customerTable, documentTable, type Table } from './agingTables.ts';
import { csvCell, inertText } from '../../domain/csvCell.ts';

export type AgingExport = {
  readonly list: AgingList;
  /** Null for sums per customer. */
  readonly items: AgingItems | null;
  readonly basis: AgingBasis;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
};

/** Semicolons and comma decimals are what a Dutch or French spreadsheet opens as numbers; an English one wants comma and point. */
const marks = { nl: { separator: ';', decimal: ',' }, fr: { separator: ';', decimal: ',' }, en: { separator: ',', decimal: '.' } } as const;

/** With a byte order mark, so that a spreadsheet reads it as UTF-8. Dates as `2026-11-20`. */
function toCsv(table: Table, language: Language): Uint8Array {
  const { separator, decimal } = marks[language];
  const cell = (value: Cell): string => {
    switch (value.kind) {
      case 'text':
        return csvCell(value.text);
      // The decimal comma needs no quotes, because it never stands beside the semicolon that parts the cells.
      case 'amount':
        return decimalFromCents(value.cents).replace('.', decimal);
      case 'date':
        return value.date;
      case 'count':
        return String(value.count);
      case 'empty':
        return '';
    }
  };
  const lines = [table.columns.map(({ name }) => csvCell(name)), ...[...table.rows, ...table.sums].map((row) => row.map(cell))];
  return new TextEncoder().encode(`\ufeff${lines.map((cells) => cells.join(separator)).join('\r\n')}\r\n`);
}

/** A day as a spreadsheet counts it: midnight in UTC, which no time zone moves. */
const spreadsheetDay = (date: PlainDateText): Date => new Date(`${date}T00:00:00Z`);

async function toXlsx(table: Table): Promise<Uint8Array> {
  const cell = (value: Cell, isSum: boolean) => {
    const style = isSum ? { fontWeight: 'bold' as const } : {};
    switch (value.kind) {
      case 'text':
        return { value: inertText(value.text), type: String, ...style };
      case 'amount':
        return { value: Number(decimalFromCents(value.cents)), type: Number, format: '#,##0.00', ...style };
      case 'date':
        return { value: spreadsheetDay(value.date), type: Date, format: 'dd-mm-yyyy', ...style };
      case 'count':
        return { value: value.count, type: Number, ...style };
      case 'empty':
        return null;
    }
  };
  const head = table.columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const, wrap: true }));
  const data = [head, ...table.rows.map((row) => row.map((value) => cell(value, false))), ...table.sums.map((row) => row.map((value) => cell(value, true)))];
  const file = writeXlsxFile(data, { columns: table.columns.map(({ width }) => ({ width })), stickyRowsCount: 1 });
  return new Uint8Array(await file.toBuffer());
}

const mimes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** The aging list as a file: per customer with totals, or one row per document. Cells that look like formulas stay text. */
export async function exportAging({ list, items, basis, format, language }: AgingExport): Promise<MadeFile> {
  const { file } = catalogs[language].aging;
  const table = items === null ? customerTable(list, basis, language) : documentTable(items, { asOf: list.asOf, basis }, language);
  const name = [file.name, list.asOf, ...(basis === 'issue' ? [file.issue] : []), ...(items === null ? [] : [file.items])].join('-');
  const bytes = format === 'csv' ? toCsv(table, language) : await toXlsx(table);
  return { name: `${name}.${format}`, mime: mimes[format], bytes, isPreview: false };
}
