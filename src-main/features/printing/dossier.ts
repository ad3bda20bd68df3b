/** Puts together what a bailiff, an agency or a court asks for. Nothing is invented: every item is what the ledger holds, or is worked out from it. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { subtractCents } from '../../../src-shared/money.ts';
import { dossierSheet } from '../../domain/printing/dossierSheet.ts';
import { dossierWordsIn } from '../../domain/printing/dossierWords.ts';
import { invoiceCopySheet, type InvoiceCopyFacts } from '../../domain/printing/invoiceCopySheet.ts';
import type { SheetFrame } from '../../domain/printing/sheetFrame.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields, decisionsOfCustomer, journalOfCustomer } from '../../ledger/customers/customerRead.ts';
import { originalOf } from '../../ledger/letters/dossierRead.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import type { OpenItem } from '../../ledger/documents/openItems.ts';
import { proofBytes, proofsOf } from '../../ledger/letters/proofs.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { claimFiles, factsOf, openInEuro } from './dossierClaim.ts';
import { messageFiles } from './dossierMessages.ts';
import { csv, decimal, type DossierAsk, type DossierFile, type Papers, safe } from './dossierTypes.ts';
import { readUblCopy } from './readUblCopy.ts';

/** A dossier before anything is drawn. */
export type Dossier = { readonly frame: SheetFrame; readonly summary: SheetModel; readonly files: readonly DossierFile[] };

function frameOf(db: ReadableDb, today: PlainDateText): SheetFrame {
  const profile = readProfile(db);
  const registration = profile.registrationNumber === '' ? '' : `${profile.country === 'BE' ? 'KBO/BCE' : 'KvK'} ${profile.registrationNumber}`;
  const lines = [profile.street, `${profile.postcode} ${profile.city}`.trim(), registration, profile.vatNumber, profile.email];
  return { issuer: { name: profile.name, lines }, language: profile.language, languageTag: `${profile.language}-${profile.country}`, date: today };
}

export const totalsOnly = (item: OpenItem, buyer: readonly string[], account: string): InvoiceCopyFacts => ({
  kind: item.kind === 'creditNote' ? 'creditNote' : 'invoice',
  number: item.number,
  issueDate: item.issueDate,
  dueDate: item.dueDate,
  deliveryDate: null,
  currency: item.currency,
  buyer,
  orderReference: '',
  buyerReference: '',
  paymentReference: item.paymentReference ?? '',
  account,
  lines: [],
  vat: [],
  charges: null,
  withoutVat: null,
  rounding: null,
  total: item.total,
  paid: subtractCents(item.total, item.open),
  ubl: null,
});

function invoiceFiles(papers: Papers): readonly DossierFile[] {
  const { db, frame, buyer, words } = papers;
  const account = readProfile(db).ibans[0] ?? '';
  return openInEuro(papers).flatMap((item): readonly DossierFile[] => {
    const original = originalOf(db, item.documentId);
    const isXml = original !== null && /\.xml$/i.test(original.name);
    const facts = isXml ? readUblCopy(new TextDecoder().decode(original.bytes), original.name) : null;
    const name = `${words.files.invoices}/${safe(item.number)}`;
    const copy: DossierFile = { name: `${name}.pdf`, on: item.issueDate, relationship: 'Supplement', description: words.items.copy(item.number), content: invoiceCopySheet(frame, facts ?? totalsOnly(item, buyer, account)) };
    if (original === null) return [copy];
    return [copy, { name: `${name}-${words.files.original}-${safe(original.name)}`, on: item.issueDate, relationship: 'Source', description: words.items.original(item.number), content: original.bytes }];
  });
}

/** What proves a delivery or a sending, as it was handed in. */
const proofFiles = ({ db, words, customerId, today }: Papers): readonly DossierFile[] =>
  proofsOf(db, customerId).flatMap(({ proofId, name, documentNumber, messageReference }): readonly DossierFile[] => {
    const bytes = proofBytes(db, proofId);
    const about = documentNumber === '' ? messageReference : documentNumber;
    return bytes === null ? [] : [{ name: `${words.files.proofs}/${about === '' ? '' : `${safe(about)}-`}${safe(name)}`, on: today, relationship: 'Source', description: words.items.proof(name, about), content: bytes }];
  });

function historyFiles({ db, customerId, today, words: { files, heads, items, kinds, yes } }: Papers): readonly DossierFile[] {
  const history = decisionsOfCustomer(db, customerId).toReversed();
  const bookings = journalOfCustomer(db, customerId, 100_000).toReversed();
  const data = { on: today, relationship: 'Data' } as const;
  return [
    {
      ...data,
      name: `${files.history}/${files.decisions}.csv`,
      description: items.decisions,
      content: csv([heads.decisions, ...history.map((one) => [one.on, kinds[one.kind], one.number, decimal(one.cents), one.until, one.ended === 1 ? yes : '', one.text])]),
    },
    {
      ...data,
      name: `${files.history}/${files.bookings}.csv`,
      description: items.bookings,
      content: csv([heads.bookings, ...bookings.map((one) => [one.on, one.recordedAt, one.kind, one.number, decimal(one.cents), one.counterName, one.isUndone === 1 ? yes : ''])]),
    },
    {
      ...data,
      name: `${files.history}/${files.contacts}.csv`,
      description: items.contacts,
      content: csv([heads.contacts, ...readContacts(db, customerId).map((one) => [one.name, one.role, one.email, one.phone])]),
    },
  ];
}

/** The dossier of a customer with all its items in their order; null when there is no such customer. */
export function dossierOf(db: ReadableDb, ask: DossierAsk): Dossier | null {
  const { customerId, today, claims } = ask;
  const fields = customerFields(db, customerId)?.fields;
  if (fields === undefined) return null;
  const frame = frameOf(db, today);
  const buyer = [fields.name, fields.attention, fields.street, `${fields.postcode} ${fields.city}`.trim(), fields.country];
  const papers: Papers = { db, frame, buyer, words: dossierWordsIn(frame.language), customerId, today };
  const facts = factsOf(papers, ask);
  return { frame, summary: dossierSheet(frame, facts), files: [...claimFiles(papers, facts, claims), ...invoiceFiles(papers), ...proofFiles(papers), ...messageFiles(papers), ...historyFiles(papers)] };
}
