/** What the parts of a dossier have in common: the ledger, the frame of its sheets and the words of its files. */
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { csvCell } from '../../domain/csvCell.ts';
import type { DossierWords } from '../../domain/printing/dossierWords.ts';
import type { SheetFrame } from '../../domain/printing/sheetFrame.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import type { PortfolioFile } from '../../ports/pdfWriter.ts';

export type DossierClaims = OutputOf<'law.claims'>;
/** To whom it is addressed: lines as they are printed, none when it is for nobody yet. */
export type DossierAsk = { readonly customerId: CustomerId; readonly today: PlainDateText; readonly recipient: readonly string[]; readonly claims: DossierClaims };

/** An item of the dossier: finished bytes, or a sheet that still has to be drawn. */
export type DossierFile = Pick<PortfolioFile, 'description' | 'relationship'> & {
  readonly name: string;
  /** The day it is of. */
  readonly on: PlainDateText;
  readonly content: Uint8Array | SheetModel;
};

export type Papers = {
  readonly db: ReadableDb;
  readonly frame: SheetFrame;
  readonly buyer: readonly string[];
  readonly words: DossierWords;
  readonly customerId: CustomerId;
  readonly today: PlainDateText;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const csv = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  utf8(`\uFEFF${rows.map((row) => row.map((cell) => csvCell(cell ?? '')).join(';')).join('\r\n')}\r\n`);
/** Euros with two decimals and a point, for machines. */
export const decimal = (value: Cents | null): string => (value === null ? '' : (value / 100).toFixed(2));
/** Part of a file name: foreign text becomes letters, digits and dashes. */
export const safe = (text: string): string => text.normalize('NFKD').replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '').slice(0, 60) || 'zonder-nummer';
