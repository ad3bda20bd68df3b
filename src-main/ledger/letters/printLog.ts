/** The print log: when which letters were printed. Printing changes no message; only posting does. */
import type { MessageId, PrintRunId } from '../../../src-shared/ids.ts';
import type { Carrier } from '../../domain/printing/senderList.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type LoggedLetter = { readonly messageId: MessageId; readonly position: number; readonly firstPage: number; readonly pages: number };
export type LoggedRun = {
  readonly at: string;
  readonly kind: 'ordinary' | 'registered';
  /** Who carries registered letters; null for ordinary post. */
  readonly carrier: Carrier | null;
  readonly isDuplex: boolean;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly pages: number;
  readonly letters: readonly LoggedLetter[];
};

/** Adds a finished run to the log. */
export function addPrintRun(db: WritableDb, { letters, isDuplex, ...run }: LoggedRun): PrintRunId {
  const id = Number(
    prepared<[Omit<typeof run, never> & { isDuplex: number }], never>(
      db,
      `INSERT INTO print_run (at, kind, carrier, is_duplex, file_name, file_sha256, pages) VALUES (@at, @kind, @carrier, @isDuplex, @fileName, @fileSha256, @pages)`,
    ).run({ ...run, isDuplex: isDuplex ? 1 : 0 }).lastInsertRowid,
  ) as PrintRunId;
  const insert = prepared<[LoggedLetter & { printRunId: PrintRunId }], never>(
    db,
    'INSERT INTO print_run_message (print_run_id, message_id, position, first_page, pages) VALUES (@printRunId, @messageId, @position, @firstPage, @pages)',
  );
  for (const letter of letters) insert.run({ ...letter, printRunId: id });
  return id;
}

export type PrintMark = { readonly messageId: MessageId; readonly printRunId: PrintRunId; readonly at: string; readonly kind: LoggedRun['kind'] };

/** The newest run of every letter that was printed but not posted yet, in the order in which they lie on the table. */
export const printedNotPosted = (db: ReadableDb): readonly PrintMark[] =>
  prepared<[], PrintMark>(
    db,
    `SELECT p.message_id AS messageId, p.print_run_id AS printRunId, r.at, r.kind
     FROM message m JOIN print_run_message p ON p.message_id = m.id JOIN print_run r ON r.id = p.print_run_id
     WHERE m.state = 'approved' AND m.channel = 'letter'
       AND p.print_run_id = (SELECT max(l.print_run_id) FROM print_run_message l WHERE l.message_id = m.id)
     ORDER BY p.print_run_id DESC, p.position`,
  ).all();

/** Every run a letter was printed in, newest first. */
export const printRunsOf = (db: ReadableDb, messageId: MessageId): readonly Omit<PrintMark, 'messageId'>[] =>
  prepared<[MessageId], Omit<PrintMark, 'messageId'>>(
    db,
    'SELECT r.id AS printRunId, r.at, r.kind FROM print_run_message p JOIN print_run r ON r.id = p.print_run_id WHERE p.message_id = ? ORDER BY r.id DESC',
  ).all(messageId);
