/** Copies of the invoices that a message asks for, to go along with it: from the file that was taken in where there is one, else the totals. */
import { plainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { copyName } from '../../domain/printing/copyName.ts';
import { invoiceCopySheet } from '../../domain/printing/invoiceCopySheet.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { originalOf } from '../../ledger/letters/dossierRead.ts';
import { readOpenItems } from '../../ledger/documents/openItems.ts';
import { readProfile } from '../../ledger/settings.ts';
import { totalsOnly } from './dossier.ts';
import { readUblCopy } from './readUblCopy.ts';

export type CopyAsk = { readonly customerId: CustomerId; readonly documentIds: readonly DocumentId[]; readonly language: LetterLanguage; readonly date: PlainDateText };
/** `name` is that of the PDF, safe in every mail program and file system. */
export type InvoiceCopy = { readonly name: string; readonly sheet: SheetModel };

/** Whatever is known of later days counts, as it does in the letter. */
const whateverIsKnown = plainDate('9999-12-31');

/** In the order in which they were asked for; a document that is not open has no copy. */
export function invoiceCopies(db: ReadableDb, { customerId, documentIds, language, date }: CopyAsk): readonly InvoiceCopy[] {
  const profile = readProfile(db);
  const fields = customerFields(db, customerId)?.fields;
  if (fields === undefined) return [];
  const lines = [profile.street, `${profile.postcode} ${profile.city}`.trim(), profile.registrationNumber, profile.vatNumber, profile.email];
  const frame = { issuer: { name: profile.name, lines }, language, languageTag: `${language}-${profile.country}`, date };
  const buyer = [fields.name, fields.street, `${fields.postcode} ${fields.city}`.trim(), fields.country];
  const open = new Map(readOpenItems(db, { asOf: whateverIsKnown, customerId }).map((item) => [item.documentId, item]));
  const used = new Set<string>();
  return documentIds.flatMap((documentId): readonly InvoiceCopy[] => {
    const item = open.get(documentId);
    if (item === undefined) return [];
    const original = originalOf(db, documentId);
    const facts = original !== null && /\.xml$/i.test(original.name) ? readUblCopy(new TextDecoder().decode(original.bytes), original.name) : null;
    const base = copyName(item.number, language);
    let name = base;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${base}-${count}`;
    used.add(name.toLowerCase());
    return [{ name: `${name}.pdf`, sheet: invoiceCopySheet(frame, facts ?? totalsOnly(item, buyer, profile.ibans[0] ?? '')) }];
  });
}
