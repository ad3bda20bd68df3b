import writeXlsxFile from 'write-excel-file/node';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { daysBetween } from '../../../src-shared/dates.ts';
import { decimalFromCents } from '../../../src-shared/money.ts';
import type { AgingBasis } from '../../domain/aging/aging.ts';
import type { OpenItem } from '../../ledger/openItems.ts';
import type { MadeFile } from '../../ports/madeFiles.ts';
import { csvCell, inertText } from '../../domain/csvCell.ts';

export type AgingExport = {
  readonly list: OutputOf<'aging.list'>;
  /** Null for sums per customer. */
  readonly documents: readonly OpenItem[] | null;
  readonly basis: AgingBasis;
  readonly format: 'xlsx' | 'csv';
};
/** An amount keeps its cents as a decimal string until the last moment. */
type Cell = { readonly text: string } | { readonly amount: string } | { readonly whole: number };
type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

const text = (value: string): Cell => ({ text: value });
const amount = (value: number): Cell => ({ amount: decimalFromCents(value as Parameters<typeof decimalFromCents>[0]) });

function customerTable(list: AgingExport['list']): Table {
  const row = (name: string, entry: { buckets: AgingExport['list']['totals']; open: number; overdue: number; unmatched: number }): Cell[] => [
    text(name),
    amount(entry.buckets.notDue),
    amount(entry.buckets.days1to30),
    amount(entry.buckets.days31to60),
    amount(entry.buckets.days61to90),
    amount(entry.buckets.over90),
    amount(entry.buckets.undated),
    amount(entry.open),
    amount(entry.overdue),
    amount(entry.unmatched),
  ];
  return {
    headers: ['Debiteur', 'Niet vervallen', '1-30', '31-60', '61-90', '> 90', 'Zonder vervaldatum', 'Open', 'Vervallen', 'Niet toegewezen'],
    rows: [...list.customers.map((customer) => row(customer.name, customer)), row('Totaal', { ...list, buckets: list.totals })],
  };
}

function documentTable(list: AgingExport['list'], documents: readonly OpenItem[]): Table {
  const rows = documents.map((item) => [
    text(item.customerName),
    text(item.number),
    text(item.issueDate),
    text(item.dueDate ?? ''),
    { whole: item.dueDate === null ? 0 : Math.max(0, daysBetween(item.dueDate, list.asOf)) },
    text(item.currency),
    amount(item.total),
    amount(item.open),
  ]);
  return { headers: ['Debiteur', 'Factuur', 'Factuurdatum', 'Vervaldatum', 'Dagen te laat', 'Valuta', 'Bedrag', 'Open'], rows };
}

/** Semicolons and a byte order mark: what Excel in Dutch and French opens right. Amounts with a point, `1234.50`. */
function toCsv(table: Table): Uint8Array {
  const cell = (value: Cell): string => ('text' in value ? csvCell(value.text) : 'amount' in value ? value.amount : String(value.whole));
  const lines = [table.headers.map(csvCell), ...table.rows.map((row) => row.map(cell))].map((cells) => cells.join(';'));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

async function toXlsx(table: Table): Promise<Uint8Array> {
  const cell = (value: Cell) =>
    'text' in value
      ? { value: inertText(value.text), type: String }
      : 'amount' in value
        ? { value: Number(value.amount), type: Number, format: '#,##0.00' }
        : { value: value.whole, type: Number };
  const head = table.headers.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const data = [head, ...table.rows.map((row) => row.map(cell))];
  return new Uint8Array(await writeXlsxFile(data).toBuffer());
}

/** The aging list as a file: per customer with totals, or one row per document. Cells that look like formulas stay text. */
export async function exportAging({ list, documents, basis, format }: AgingExport): Promise<MadeFile> {
  const table = documents === null ? customerTable(list) : documentTable(list, documents);
  const name = `ouderdomsanalyse-${list.asOf}${basis === 'issue' ? '-factuurdatum' : ''}${documents === null ? '' : '-posten'}.${format}`;
  return format === 'csv'
    ? { name, mime: 'text/csv', bytes: toCsv(table), isPreview: false }
    : { name, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await toXlsx(table), isPreview: false };
}
