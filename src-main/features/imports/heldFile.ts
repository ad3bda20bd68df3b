/** A file as the program holds it from its preview until it is taken in: as it was read, with the bookings of its statements in parts. */
import type { BankStatement } from '../../domain/bankStatement.ts';
import type { ParsedBank, ParsedFile, ParsedInvoices, ParsedRefusal } from './parsedFile.ts';
import type { StatementBookings } from './statementBookings.ts';

export type StatementHead = Omit<BankStatement, 'entries'>;
export type HeldStatement = { readonly head: StatementHead; readonly bookings: StatementBookings };
export type HeldBank = Omit<ParsedBank, 'statements'> & { readonly statements: readonly HeldStatement[] };
export type HeldFile = Omit<ParsedFile, 'content'> & { readonly content: ParsedInvoices | HeldBank | ParsedRefusal };
