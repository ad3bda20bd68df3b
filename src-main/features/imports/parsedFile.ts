/** What the reading of one file hands back: plain data that crosses the border of a worker thread, with nothing compared to the ledger yet. */
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Problem } from '../../../src-shared/errors.ts';
import type { BankStatement, EntryKey } from '../../domain/bankStatement.ts';
import type { ParsedDocument } from '../../domain/receivable/parsedDocument.ts';
import type { MappedRow } from './formats/csv/mappedBank.ts';
import type { DayOrder } from './sourceFile.ts';

/** A statement with the keys of its entries, hashed: they are compared and stored, never read. */
export type KeyedStatement = {
  readonly statement: BankStatement;
  readonly keys: readonly EntryKey[];
  /** The place under which its entries went ahead (see `EntriesAhead`), which it then holds none of; null when it holds them itself. */
  readonly place: number | null;
};

export type ParsedTable = {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly signature: string;
  readonly isRemembered: boolean;
  readonly skippedRows: readonly { readonly line: number; readonly reason: string; readonly text: string }[];
};

/** The columns of a list of bookings as they were understood, and its first rows as they will be taken in. */
export type ParsedBankTable = Omit<ParsedTable, 'skippedRows'> & {
  /** The own account as the file names it above its rows; empty when it does not. */
  readonly namedAccount: string;
  readonly rows: readonly MappedRow[];
};

export type ParsedInvoices = {
  readonly kind: 'invoices';
  readonly reader: string;
  readonly format: string;
  readonly documents: readonly ParsedDocument[];
  /** The day a list of open items was made, when it says so. */
  readonly listDate: PlainDateText | null;
  readonly table: ParsedTable | null;
  readonly problems: readonly Problem[];
};
export type ParsedBank = {
  readonly kind: 'bank';
  readonly reader: string;
  readonly format: string;
  readonly statements: readonly KeyedStatement[];
  /** Only for tables whose columns were pointed out. */
  readonly table: ParsedBankTable | null;
  readonly problems: readonly Problem[];
};
export type ParsedRefusal = { readonly kind: 'refused'; readonly problems: readonly Problem[] };
export type ParsedContent = ParsedInvoices | ParsedBank | ParsedRefusal;

export type ParsedFile = {
  readonly stagedId: string;
  readonly name: string;
  /** Place in the archive that was staged (see `openArchive`); null for a file of its own. */
  readonly member: number | null;
  readonly size: number;
  /** Of the bytes that were read; empty when nothing was. */
  readonly sha256: string;
  readonly content: ParsedContent;
};

export type Mappings = Readonly<Record<string, ColumnMapping>>;
/** Bookings of a statement that travel ahead of their file, which then comes with none of its own. */
export type EntriesAhead = {
  /**
   * Place of the file in the answer, and of the statement in its file, by the order in which statements came by. A place that no
   * statement of the answer names held a statement twice: its bookings are dropped.
   */
  readonly file: number;
  readonly statement: number;
  readonly entries: BankStatement['entries'];
  readonly keys: readonly EntryKey[];
};
/** A staged file as a worker finds it. */
export type FileToParse = { readonly stagedId: string; readonly name: string; readonly path: string; readonly size: number };
/** By `partKey`: the order of days and months in files that do not show it. */
export type DateOrders = Readonly<Record<string, DayOrder>>;
/** What reading goes by beside the file itself. */
export type Answers = { readonly mappings: Mappings; readonly today: PlainDateText; readonly dateOrders: DateOrders };
export type ParseRequest = Answers & { readonly files: readonly FileToParse[]; /** File for bookings that go ahead; made when there are any. */ readonly spool: string };

export const refusal = (...problems: readonly Problem[]): ParsedRefusal => ({ kind: 'refused', problems });
