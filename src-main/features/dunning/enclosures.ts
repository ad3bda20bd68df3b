/** What goes along with a message: frozen with it at approval, each file known by its hash. */
import { createHash } from 'node:crypto';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId, ProofId } from '../../../src-shared/ids.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { annexSheets } from '../../domain/printing/annexesApart.ts';
import { checkMailSize } from '../../domain/printing/mailSize.ts';
import { proofSheet } from '../../domain/printing/proofSheet.ts';
import type { SheetFrame } from '../../domain/printing/sheetFrame.ts';
import { proofTitle } from '../../domain/letters/enclosureWords.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { sheetPictures } from '../../ledger/letters/paperSetting.ts';
import { enclosedProofs, type Proof, proofBytes } from '../../ledger/letters/proofs.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { Composed } from './composeMessage.ts';

export type Enclosure = {
  readonly name: string;
  readonly sheet: SheetModel;
  /** A PDF that is not ours goes with a mail as it came; on paper its pages lie behind the letter. */
  readonly original?: { readonly proofId: ProofId; readonly sha256: string };
};
/** Copies of invoices are made by another feature. */
export type CopiesOf = (db: ReadableDb, asked: { readonly customerId: CustomerId; readonly documentIds: readonly DocumentId[]; readonly language: LetterLanguage; readonly date: PlainDateText }) => readonly Enclosure[];

/** `sheet` is kept for the print file of letters, which draws it behind the letter; on paper no file travels inside it. */
export type FrozenEnclosure = { readonly name: string; readonly sha256: string; readonly sheet: SheetModel | null };
export type DrawnEnclosures = { readonly planned: readonly Enclosure[]; readonly frozen: readonly FrozenEnclosure[]; readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[] };

const safe = (text: string): string => text.normalize('NFKD').replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '').slice(0, 60);

function frameOf(db: ReadableDb, { message, facts }: Composed): SheetFrame {
  const profile = readProfile(db);
  const lines = [profile.street, `${profile.postcode} ${profile.city}`.trim(), profile.registrationNumber, profile.vatNumber, profile.email];
  return { issuer: { name: profile.name, lines }, language: message.language, languageTag: `${message.language}-${profile.country}`, date: facts.today };
}

function proofEnclosure(frame: SheetFrame, proof: Proof): Enclosure {
  const { proofId, kind, name, documentNumber, messageReference, pages, mime, sha256 } = proof;
  const about = documentNumber === '' ? messageReference : documentNumber;
  const sheet = proofSheet(frame, { kind, name, about, pictures: pages.map((page) => `picture:${page}`) });
  const file = [proofTitle(kind, frame.language), about].map(safe).filter((part) => part !== '').join('-');
  return { name: `${file}.pdf`, sheet, ...(mime === 'application/pdf' ? { original: { proofId, sha256 } } : {}) };
}

/** No two files of a message have the same name. */
function named(enclosures: readonly Enclosure[]): readonly Enclosure[] {
  const used = new Set<string>();
  return enclosures.map((enclosure) => {
    const base = enclosure.name.replace(/\.pdf$/, '');
    let name = base;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${base}-${count}`;
    used.add(name.toLowerCase());
    return { ...enclosure, name: `${name}.pdf` };
  });
}

/** What the message says is enclosed, in the order in which it says so; nothing when it says nothing of it. */
export function enclosuresOf(db: ReadableDb, composed: Composed, copiesOf: CopiesOf): readonly Enclosure[] {
  const { message, due, facts, mail } = composed;
  const documentIds = due.items.map((item) => item.documentId);
  const frame = frameOf(db, composed);
  const apart = facts.isAnnexApart === true ? annexSheets(mail.letter, frame, safe(facts.reference)) : [];
  const copies = facts.enclosesInvoices ? copiesOf(db, { customerId: due.customerId, documentIds, language: message.language, date: facts.today }) : [];
  const proofs = (facts.enclosedProofs ?? []).length === 0 ? [] : enclosedProofs(db, due.customerId, documentIds).map((proof) => proofEnclosure(frame, proof));
  return named([...apart, ...copies, ...proofs]);
}

type Drawing = { readonly db: ReadableDb; readonly pdfWriter: PdfWriter };

/** The file of an enclosure: what is not ours and can be mailed as it came stays as it is, everything else is drawn. */
async function bytesOf({ sheet, original }: Enclosure, isMail: boolean, { db, pdfWriter }: Drawing): Promise<Result<Uint8Array, AppError>> {
  const kept = isMail && original !== undefined ? proofBytes(db, original.proofId) : null;
  if (kept !== null) return ok(kept);
  const pdf = await pdfWriter.sheet(sheet, sheetPictures(db, [sheet]));
  return pdf.ok ? ok(pdf.value.bytes) : pdf;
}

/** Draws what goes along. Errors: those of the writer. */
export async function drawEnclosures(planned: readonly Enclosure[], { message }: Composed, drawing: Drawing): Promise<Result<DrawnEnclosures, AppError>> {
  const frozen: FrozenEnclosure[] = [];
  const files: { sha256: string; bytes: Uint8Array }[] = [];
  for (const enclosure of planned) {
    const made = await bytesOf(enclosure, message.channel === 'email', drawing);
    if (!made.ok) return made;
    const bytes = made.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    frozen.push({ name: enclosure.name, sha256, sheet: message.channel === 'letter' ? { ...enclosure.sheet, attachments: [] } : null });
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
