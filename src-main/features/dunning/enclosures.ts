/** What goes along with a message: frozen with it at approval, each file known by its hash. */
import { createHash } from 'node:crypto';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { checkMailSize } from '../../domain/printing/mailSize.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { Composed } from './composeMessage.ts';

export type Enclosure = { readonly name: string; readonly sheet: SheetModel };
/** Copies of invoices are made by another feature. */
export type CopiesOf = (db: ReadableDb, asked: { readonly customerId: CustomerId; readonly documentIds: readonly DocumentId[]; readonly language: LetterLanguage; readonly date: PlainDateText }) => readonly Enclosure[];

/** `sheet` is kept for the print file of letters, which draws it behind the letter; on paper no file travels inside it. */
export type FrozenEnclosure = { readonly name: string; readonly sha256: string; readonly sheet: SheetModel | null };
export type DrawnEnclosures = { readonly planned: readonly Enclosure[]; readonly frozen: readonly FrozenEnclosure[]; readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[] };

/** What the message says is enclosed; nothing when it says nothing of it. */
export function enclosuresOf(db: ReadableDb, { message, due, facts }: Composed, copiesOf: CopiesOf): readonly Enclosure[] {
  if (!facts.enclosesInvoices) return [];
  return copiesOf(db, { customerId: due.customerId, documentIds: due.items.map((item) => item.documentId), language: message.language, date: facts.today });
}

/** Draws what goes along. Errors: those of the writer. */
export async function drawEnclosures(planned: readonly Enclosure[], { message }: Composed, pdfWriter: PdfWriter): Promise<Result<DrawnEnclosures, AppError>> {
  const frozen: FrozenEnclosure[] = [];
  const files: { sha256: string; bytes: Uint8Array }[] = [];
  for (const { name, sheet } of planned) {
    const pdf = await pdfWriter.sheet(sheet);
    if (!pdf.ok) return pdf;
    const { bytes } = pdf.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    frozen.push({ name, sha256, sheet: message.channel === 'letter' ? { ...sheet, attachments: [] } : null });
    files.push({ sha256, bytes });
  }
  return ok({ planned, frozen, files });
}

/** `mail-too-large` when the mail with its letter and enclosures would be refused by many servers; null when it may go, or is no mail. */
export function mailRefusal({ message, mail }: Composed, attachments: readonly Uint8Array[], limitMb: number): AppError | null {
  if (message.channel === 'letter') return null;
  const bodyBytes = Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html) + (mail.logo?.dataUrl.length ?? 0);
  return checkMailSize({ bodyBytes, attachmentBytes: attachments.map((bytes) => bytes.length), limitMb });
}
