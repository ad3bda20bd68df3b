/**
 * An invoice again, in a plain layout of our own, for the customer who does not have it any more. Everywhere marked as a copy: a second
 * document that looks like an invoice would be one to the tax office (Dutch and Belgian VAT law know one original).
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { addCents, type Cents, cents, negateCents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import type { LetterBlock, LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLetterAmount, formatLetterEuro, formatLetterPercent, formatLongDate } from '../letters/letterFormats.ts';
import { printTextsIn } from './printTexts.ts';
import { columnOf, factsBlock, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

/** A line as the invoice has it. Quantity and price are decimal text; the amount is without VAT. */
export type CopyLine = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** Hundredths of a percent (2100 = 21 %), or null where the file does not say. */
  readonly vatBasisPoints: number | null;
  readonly amount: Cents;
};
export type CopyVat = { readonly basisPoints: number | null; readonly base: Cents; readonly amount: Cents };

export type InvoiceCopyFacts = {
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly deliveryDate: PlainDateText | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly buyer: readonly string[];
  readonly orderReference: string;
  readonly buyerReference: string;
  readonly paymentReference: string;
  readonly account: string;
  /** Empty when only the totals are known, as from a list of open items. */
  readonly lines: readonly CopyLine[];
  readonly vat: readonly CopyVat[];
  /** Charges less discounts of the whole document, sum without VAT, rounding of the sum; null where there is none or it is unknown. */
  readonly charges: Cents | null;
  readonly withoutVat: Cents | null;
  readonly rounding: Cents | null;
  readonly total: Cents;
  readonly paid: Cents;
  /** The UBL file itself, to travel inside the PDF; null when there is none. */
  readonly ubl: { readonly fileName: string; readonly text: string } | null;
};

const decimals = /^(-?)(\d{1,13})(?:\.(\d{1,12}))?$/;
/** `12.5000` as the language writes it, without closing zeros beyond so many decimals; other text stays as it is. */
export function formatDecimal(text: string, language: LetterLanguage, leastDecimals: number): string {
  const found = decimals.exec(text.trim());
  if (found === null) return cleanText(text);
  const [, sign = '', whole = '', fraction = ''] = found;
  const rest = fraction.replace(/0+$/, '').padEnd(leastDecimals, '0');
  const grouped = formatLetterAmount(cents(Number(whole) * 100), language).slice(0, -3);
  return `${sign === '-' ? '\u2212' : ''}${grouped}${rest === '' ? '' : `${language === 'en' ? '.' : ','}${rest}`}`;
}

const money = (value: Cents, currency: string, language: LetterLanguage): string =>
  currency === 'EUR' ? formatLetterEuro(value, language) : `${cleanText(currency)}\u00a0${formatLetterAmount(value, language)}`;

function linesTable({ lines }: InvoiceCopyFacts, language: LetterLanguage): readonly LetterBlock[] {
  if (lines.length === 0) return [];
  const words = printTextsIn(language);
  const columns = [
    columnOf(words.copy.description, 72, 'left'),
    columnOf(words.copy.quantity, 18, 'right'),
    columnOf(words.copy.unitPrice, 22, 'right'),
    columnOf(words.copy.vatRate, 14, 'right'),
    columnOf(words.copy.amount, 24, 'right'),
  ];
  const rows = lines.map((line) => [
    cleanText(line.description),
    formatDecimal(line.quantity, language, 0),
    formatDecimal(line.unitPrice, language, 2),
    line.vatBasisPoints === null ? '' : formatLetterPercent(line.vatBasisPoints, language),
    formatLetterAmount(line.amount, language),
  ]);
  let sum: Cents = zeroCents;
  const running = lines.map((line) => {
    sum = addCents(sum, line.amount);
    return formatLetterAmount(sum, language);
  });
  const block = plainTable(columns, rows, { label: words.copy.lines, value: running.at(-1) ?? '' });
  if (block.kind !== 'table') return [block];
  const { carriedForward, broughtForward } = words;
  const tableRows = block.table.rows.map((row, index) => ({ ...row, runningTotal: running[index] ?? '' }));
  return [{ kind: 'table', table: { ...block.table, rows: tableRows, carriedForward, broughtForward } }];
}

function sums(facts: InvoiceCopyFacts, language: LetterLanguage): LetterBlock {
  const { copy } = printTextsIn(language);
  const { charges, withoutVat, rounding, vat, total, paid, currency } = facts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  const hasPaid = paid !== 0;
  const plain = (label: string, value: string) => ({ label, value, weight: 'plain' }) as const;
  return {
    kind: 'sums',
    note: '',
    rows: [
      ...(charges === null || charges === 0 ? [] : [plain(copy.charges, amount(charges))]),
      ...(withoutVat === null ? [] : [plain(copy.withoutVat, amount(withoutVat))]),
      ...vat.map((one) => plain(copy.vat(one.basisPoints === null ? '' : formatLetterPercent(one.basisPoints, language), amount(one.base)), amount(one.amount))),
      ...(rounding === null || rounding === 0 ? [] : [plain(copy.rounding, amount(rounding))]),
      ...(hasPaid ? ([{ label: copy.total, value: amount(total), weight: 'sum' }, plain(copy.paid, amount(negateCents(paid)))] as const) : []),
      { label: hasPaid ? copy.toPay : copy.total, value: money(subtractCents(total, paid), currency, language), weight: 'total' },
    ],
  };
}

/** The copy as a sheet. Amounts are shown as the invoice has them, not as they are open today. */
export function invoiceCopySheet(frame: SheetFrame, facts: InvoiceCopyFacts): SheetModel {
  const { language } = frame;
  const { copy } = printTextsIn(language);
  const date = (value: PlainDateText | null): string => (value === null ? '' : formatLongDate(value, language));
  const number = cleanText(facts.number);
  const subject = facts.kind === 'creditNote' ? copy.creditNote(number) : copy.invoice(number);
  return sheetIn(frame, {
    subject,
    stamp: copy.stamp,
    blocks: [
      factsBlock([
        [copy.buyer, facts.buyer.map(cleanText).filter((line) => line !== '').join(', ')],
        [copy.issueDate, date(facts.issueDate)],
        [copy.deliveryDate, date(facts.deliveryDate)],
        [copy.dueDate, date(facts.dueDate)],
        [copy.orderReference, cleanText(facts.orderReference)],
        [copy.buyerReference, cleanText(facts.buyerReference)],
        [copy.account, cleanText(facts.account)],
        [copy.paymentReference, cleanText(facts.paymentReference)],
      ]),
      ...linesTable(facts, language),
      sums(facts, language),
    ],
    note: copy.note,
    attachments:
      facts.ubl === null
        ? []
        : [{ name: facts.ubl.fileName, mime: 'application/xml', description: copy.ubl, relationship: 'Alternative', text: facts.ubl.text }],
  });
}
