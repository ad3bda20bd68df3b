/** Writes bookings in the layout of a bank, from the description of that layout: what is written so must come back when it is read. */
import { csvColumns, type CsvColumn, type CsvLayout } from '../../src-main/features/imports/formats/csv/csvLayout.ts';
import type { DecimalMark } from '../../src-main/features/imports/formats/csv/csvValues.ts';

export type WrittenBooking = {
  readonly date: string;
  readonly cents: number;
  readonly iban: string;
  readonly name: string;
  readonly text: string;
};
export type CsvClothes = {
  readonly delimiter: string;
  readonly mark: DecimalMark;
  readonly lineEnd: string;
  readonly dates: 'iso' | 'day-first' | 'packed';
  readonly newestFirst: boolean;
  /** Which of the languages of the bank. */
  readonly language: number;
};

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["'\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function amountText(cents: number, mark: DecimalMark): string {
  const magnitude = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.floor(magnitude / 100)}${mark}${String(magnitude % 100).padStart(2, '0')}`;
}

function dateText(date: string, clothes: CsvClothes): string {
  if (clothes.dates === 'packed') return date.replaceAll('-', '');
  return clothes.dates === 'iso' ? date : date.split('-').reverse().join('-');
}

/** What each column of a row holds. `after` is the balance behind the booking. */
function cellsOf(
  layout: CsvLayout,
  booking: WrittenBooking,
  { clothes, after, account, index }: { clothes: CsvClothes; after: number; account: string; index: number },
): Record<CsvColumn, string> {
  const mark = layout.mark === 'shown' ? clothes.mark : layout.mark;
  const date = dateText(booking.date, clothes);
  const columns = 'names' in layout.find ? layout.find.names : layout.find.places;
  const amount = layout.signs === null ? booking.cents : Math.abs(booking.cents);
  const word = booking.cents < 0 ? layout.signs?.debit[0] : layout.signs?.credit[0];
  return {
    account,
    currency: 'EUR',
    bookDate: date,
    otherDate: date,
    valueDate: date,
    amount: amountText(amount, mark),
    sign: word ?? '',
    debit: '',
    credit: '',
    fee: amountText(0, mark),
    balance: amountText(after, mark),
    balanceBefore: amountText(after - booking.cents, mark),
    counterAccount: booking.iban,
    bic: '',
    name: booking.name,
    ultimateName: '',
    text: booking.text,
    text2: '',
    text3: '',
    details: 'text' in columns ? '' : booking.text,
    reference: '',
    endToEndId: '',
    mandateId: '',
    creditorId: '',
    returnReason: '',
    bankRef: `2026-${String(index + 1).padStart(5, '0')}`,
    type: 'OVB',
    state: layout.id.startsWith('csv-bnp') ? 'Geaccepteerd' : 'COMPLETED',
    instructedAmount: '',
    instructedCurrency: '',
  };
}

/** The names of the columns in one of the languages of the bank, those that tell the layout first. */
function headerOf(layout: CsvLayout, language: number): readonly (readonly [string, CsvColumn | null])[] {
  if (!('names' in layout.find)) return [];
  const { header, names } = layout.find;
  const set = header[language % header.length] ?? [];
  const told = new Map<string, CsvColumn | null>(set.map((name) => [name, null]));
  for (const column of csvColumns) {
    const known = names[column] ?? [];
    const name = known.find((one) => told.get(one) === null) ?? known[Math.min(language, known.length - 1)];
    if (name !== undefined && (told.get(name) ?? null) === null) told.set(name, column);
  }
  return [...told];
}

export function writeCsv(
  layout: CsvLayout,
  bookings: readonly WrittenBooking[],
  clothes: CsvClothes,
  account: string,
  opening: number,
): string {
  let balance = opening;
  const filled = bookings.map((booking, index) => {
    balance += booking.cents;
    return cellsOf(layout, booking, { clothes, after: balance, account, index });
  });
  const ordered = clothes.newestFirst ? filled.reverse() : filled;
  const { find } = layout;
  const delimiter = 'delimiters' in find ? (find.delimiters[clothes.language % find.delimiters.length] ?? ',') : clothes.delimiter;
  const header = headerOf(layout, clothes.language);
  const rowOf = (cells: Record<CsvColumn, string>): readonly string[] => {
    if (!('places' in find)) return header.map(([, column]) => (column === null ? '' : cells[column]));
    const row: string[] = Array.from({ length: find.width.to }, () => '');
    for (const column of csvColumns) {
      const place = find.places[column];
      if (place !== undefined) row[place] = cells[column];
    }
    // Cells that no booking needs and by which the layout is told all the same.
    if (layout.id === 'csv-volksbank') [row[0], row[7]] = [cells.bookDate, 'EUR'];
    return row;
  };
  const lines = [...(header.length > 0 ? [header.map(([name]) => name)] : []), ...ordered.map(rowOf)];
  return lines.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + clothes.lineEnd).join('');
}
