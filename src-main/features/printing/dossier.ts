/** Puts together what a bailiff, an agency or a court asks for. Nothing is invented: every file is what the ledger holds, or is worked out from it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { law as dutch } from '../../../src-shared/locales/nl/law.ts';
import { law as english } from '../../../src-shared/locales/en/law.ts';
import { law as french } from '../../../src-shared/locales/fr/law.ts';
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { csvCell } from '../../domain/csvCell.ts';
import type { LawAmount, LawRule } from '../../domain/law/lawTypes.ts';
import { mayBeAsked } from '../../domain/law/mayBeAsked.ts';
import { dossierSheet } from '../../domain/printing/dossierSheet.ts';
import { type DossierWords, dossierWordsIn } from '../../domain/printing/dossierWords.ts';
import { invoiceCopySheet, type InvoiceCopyFacts } from '../../domain/printing/invoiceCopySheet.ts';
import { sendingProofSheet, type SendingEvent } from '../../domain/printing/sendingProofSheet.ts';
import type { SheetFrame } from '../../domain/printing/sheetFrame.ts';
import { workingSheet } from '../../domain/printing/workingSheet.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields, decisionsOfCustomer, journalOfCustomer } from '../../ledger/customerRead.ts';
import { openDisputes } from '../../ledger/disputes.ts';
import { originalOf, sentMessagesOf } from '../../ledger/dossierRead.ts';
import { readContacts } from '../../ledger/followUp.ts';
import { eventsOfMessage, messageById, type MessageRow, storedFile } from '../../ledger/messages.ts';
import { type OpenItem, readOpenItems } from '../../ledger/openItems.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import { readUblCopy } from './readUblCopy.ts';

export type DossierClaims = OutputOf<'law.claims'>;
export type DossierAsk = { readonly customerId: CustomerId; readonly today: PlainDateText; readonly recipient: string; readonly claims: DossierClaims };
/** A file of the dossier: finished bytes, or a sheet that still has to be drawn. */
export type DossierFile = { readonly name: string; readonly content: Uint8Array | SheetModel };

const zFrozen = z.object({ letter: z.object({ address: z.array(z.string()), subject: z.string() }) });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  utf8(`\uFEFF${rows.map((row) => row.map((cell) => csvCell(cell ?? '')).join(';')).join('\r\n')}\r\n`);
/** Part of a file name: foreign text becomes letters, digits and dashes. */
const safe = (text: string): string => text.normalize('NFKD').replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '').slice(0, 60) || 'zonder-nummer';

const rules: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>> = { nl: dutch.rule, fr: french.rule, en: english.rule, de: english.rule };

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

type Papers = { readonly db: ReadableDb; readonly frame: SheetFrame; readonly buyer: readonly string[]; readonly words: DossierWords };

function invoiceFiles({ db, frame, buyer, words }: Papers, items: readonly OpenItem[]): readonly DossierFile[] {
  const account = readProfile(db).ibans[0] ?? '';
  return items.flatMap((item): readonly DossierFile[] => {
    const original = originalOf(db, item.documentId);
    const isXml = original !== null && /\.xml$/i.test(original.name);
    const facts = isXml ? readUblCopy(new TextDecoder().decode(original.bytes), original.name) : null;
    const name = `${words.files.invoices}/${safe(item.number)}`;
    const copy: DossierFile = { name: `${name}.pdf`, content: invoiceCopySheet(frame, facts ?? totalsOnly(item, buyer, account)) };
    return original === null ? [copy] : [copy, { name: `${name}-${words.files.original}-${safe(original.name)}`, content: original.bytes }];
  });
}

const eventKinds: Readonly<Partial<Record<string, SendingEvent['kind']>>> = { approved: 'approved', failed: 'refused' };
function eventsFor(db: ReadableDb, message: MessageRow): readonly SendingEvent[] {
  return eventsOfMessage(db, message.messageId).flatMap(({ at, state, detail }): readonly SendingEvent[] => {
    const kind = state === 'sent' ? (message.channel === 'letter' ? 'posted' : 'accepted') : eventKinds[state];
    return kind === undefined ? [] : [{ kind, at, detail }];
  });
}

/** Where a letter went and what it was about, from what was frozen at approval: the customer may have moved since. */
function frozenOf({ content }: MessageRow): { readonly address: readonly string[]; readonly subject: string } {
  const found = zFrozen.safeParse(JSON.parse(content === null || content === '' ? '{}' : content));
  return found.success ? found.data.letter : { address: [], subject: '' };
}

function messageFiles({ db, frame, words }: Papers, customerId: CustomerId): readonly DossierFile[] {
  return sentMessagesOf(db, customerId).flatMap((messageId): readonly DossierFile[] => {
    const message = messageById(db, messageId);
    if (message === null) return [];
    const on = message.sentOn ?? message.plannedOn;
    const frozen = frozenOf(message);
    const name = `${words.files.messages}/${on}-${safe(message.step)}-${safe(message.reference)}`;
    const pdf = message.pdfSha256 === null ? null : storedFile(db, message.pdfSha256);
    const proof = sendingProofSheet(frame, {
      reference: message.reference,
      letterName: '',
      date: on,
      channel: message.channel,
      recipient: message.recipientName === '' ? message.recipient : message.recipientName,
      address: message.channel === 'letter' ? frozen.address : [message.recipient],
      subject: message.channel === 'letter' ? frozen.subject : (message.subject ?? ''),
      events: eventsFor(db, message),
      messageId: message.messageIdHeader ?? '',
      sha256: message.pdfSha256 ?? '',
    });
    return [
      ...(pdf === null ? [] : [{ name: `${name}.pdf`, content: new Uint8Array(pdf) }]),
      ...(message.text === null || message.text === '' ? [] : [{ name: `${name}.txt`, content: utf8(message.text) }]),
      { name: `${name}-${words.files.proof}.pdf`, content: proof },
    ];
  });
}

const decimal = (value: Cents | null): string => (value === null ? '' : (value / 100).toFixed(2));

function historyFiles({ db, words: { files, heads, kinds, yes } }: Papers, customerId: CustomerId): readonly DossierFile[] {
  const history = decisionsOfCustomer(db, customerId).toReversed();
  const bookings = journalOfCustomer(db, customerId, 100_000).toReversed();
  return [
    {
      name: `${files.history}/${files.decisions}.csv`,
      content: csv([heads.decisions, ...history.map((one) => [one.on, kinds[one.kind], one.number, decimal(one.cents), one.until, one.ended === 1 ? yes : '', one.text])]),
    },
    {
      name: `${files.history}/${files.bookings}.csv`,
      content: csv([heads.bookings, ...bookings.map((one) => [one.on, one.recordedAt, one.kind, one.number, decimal(one.cents), one.counterName, one.isUndone === 1 ? yes : ''])]),
    },
    {
      name: `${files.history}/${files.contacts}.csv`,
      content: csv([heads.contacts, ...readContacts(db, customerId).map((one) => [one.name, one.role, one.email, one.phone])]),
    },
  ];
}

const sources: Readonly<Record<string, Readonly<Record<'unofficial' | 'derived', string>>>> = { nl: dutch.source, fr: french.source, en: english.source, de: english.source };

/** The claim rows come over the contract as plain data; they were made from `LawAmount` by the law itself. Two sources are words, not articles. */
function asLawAmount(amount: DossierClaims['rows'][number]['interest'], language: string): LawAmount {
  const told: Readonly<Record<string, string | undefined>> = { 'unofficial tables': sources[language]?.unofficial, 'derived from the reference rate': sources[language]?.derived };
  const inWords = (source: string): string => told[source] ?? source;
  const made = amount as LawAmount;
  return { ...made, source: inWords(made.source), working: made.working.map((line) => ({ ...line, source: inWords(line.source) })) };
}

/** All files of the dossier in their order, the summary last because it names the others. */
export function dossierFiles(db: ReadableDb, { customerId, today, recipient, claims }: DossierAsk): readonly DossierFile[] {
  const frame = frameOf(db, today);
  const fields = customerFields(db, customerId)?.fields;
  if (fields === undefined) return [];
  const buyer = [fields.name, fields.attention, fields.street, `${fields.postcode} ${fields.city}`.trim(), fields.country];
  const words = dossierWordsIn(frame.language);
  const papers: Papers = { db, frame, buyer, words };
  // What no letter may ask today is asked by no dossier either.
  const rows = claims.rows.filter(mayBeAsked);
  const costs = mayBeAsked(claims.costs) ? claims.costs.claimCents : zeroCents;
  const items = readOpenItems(db, { asOf: today, customerId }).filter((item) => item.currency === 'EUR');
  const worked = [
    ...rows.map((row) => ({ heading: row.number, amount: asLawAmount(row.interest, frame.language) })),
    ...(costs > 0 ? [{ heading: words.costs, amount: asLawAmount(claims.costs, frame.language) }] : []),
  ];
  const ruleText = (rule: LawRule): string => rules[frame.language]?.[rule] ?? rule;
  const calculation: readonly DossierFile[] = worked.length === 0 ? [] : [{ name: `${words.files.calculation}.pdf`, content: workingSheet(frame, worked, { ruleText, remarks: [] }) }];
  const others = [...calculation, ...invoiceFiles(papers, items), ...messageFiles(papers, customerId), ...historyFiles(papers, customerId)];
  const interestOf = new Map(rows.map((row) => [row.documentId, row.claimCents]));
  const summary = dossierSheet(frame, {
    debtor: buyer,
    registration: [fields.registrationNumber, fields.vatNumber].filter((one) => one !== '').join(', '),
    contact: [fields.email, fields.phone],
    recipient,
    asOf: today,
    documents: items.map((item) => ({ number: item.number, issueDate: item.issueDate, dueDate: item.dueDate, total: item.total, open: item.open, interest: interestOf.get(item.documentId) ?? zeroCents })),
    costs,
    perDay: sumCents(rows.map((row) => row.perDayCents)),
    disputed: sumCents(openDisputes(db, customerId).map(({ cents }) => cents)),
    contents: others.map(({ name }) => name),
  });
  return [{ name: `${words.files.summary}.pdf`, content: summary }, ...others];
}

export type DrawnFile = { readonly name: string; readonly bytes: Uint8Array };
type Watch = { readonly onProgress: (done: number, total: number) => void; readonly signal: AbortSignal };

/** Draws the sheets one by one and adds a list with the fingerprint of every file. `cancelled`, and what the writer refuses. */
export async function drawDossier(files: readonly DossierFile[], { pdfWriter, words, ...watch }: Watch & { readonly pdfWriter: PdfWriter; readonly words: DossierWords }): Promise<Result<readonly DrawnFile[], AppError>> {
  const drawn: DrawnFile[] = [];
  const used = new Set<string>();
  for (const [index, { name, content }] of files.entries()) {
    if (watch.signal.aborted) return err({ code: 'cancelled', params: {} });
    watch.onProgress(index, files.length);
    const bytes = content instanceof Uint8Array ? ok({ bytes: content }) : await pdfWriter.sheet(content);
    if (!bytes.ok) return bytes;
    let unique = name;
    for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = name.replace(/(\.[^./]+)?$/, `-${count}$1`);
    used.add(unique.toLowerCase());
    drawn.push({ name: unique, bytes: bytes.value.bytes });
  }
  const list = drawn.map(({ name, bytes }) => [name, bytes.length, createHash('sha256').update(bytes).digest('hex')]);
  return ok([...drawn, { name: `${words.files.contents}.csv`, bytes: csv([words.heads.contents, ...list]) }]);
}

