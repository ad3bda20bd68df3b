import { plainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { DueMessage } from '../../domain/dunning/dunningPlan.ts';
import { claimSteps, type CommonFacts, letterCountry, type LetterFacts, type LetterItem, letterSteps } from '../../domain/letters/letterFacts.ts';
import { letterParties } from '../../domain/letters/letterParties.ts';
import { letterKindOfStep } from '../../domain/letters/letterKindOfStep.ts';
import { announcedDocuments, sentAbout } from '../../ledger/law/claimFactsRead.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { enclosesCopiesOf, goesRegistered, readAttachmentSetting } from '../../ledger/letters/attachmentSetting.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { newestBooking } from '../../ledger/followUp/dunningFactsRead.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { latestMessageOn, type MessageEdits, type MessageRow } from '../../ledger/followUp/messages.ts';
import { type OpenItem, readOpenItems } from '../../ledger/documents/openItems.ts';
import { enclosedProofs } from '../../ledger/letters/proofs.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { ClaimsOf } from './claimsOf.ts';
import { withDisputeNote } from './disputeNote.ts';
import { handoverFacts } from './handoverFacts.ts';
import { agreedTermDays, announcedClause, type ClaimQuestion, fourteenDays, letterClaim } from './letterClaim.ts';

/** Everything the letter says is read from the ledger at this moment; only the user's own words come with the message. */
export type LetterQuestion = { readonly message: MessageRow; readonly edits: MessageEdits; readonly due: DueMessage; readonly today: PlainDateText; readonly claimsOf: ClaimsOf };

function invoiceItem(item: OpenItem, disputed: Cents, description: string): LetterItem {
  const total = subtractCents(item.total, disputed);
  const open = subtractCents(item.open, disputed);
  return { ...itemBase(item, description), kind: 'invoice', total, open, received: subtractCents(total, open) };
}

const itemBase = (item: OpenItem, description: string) => ({
  number: item.number,
  issueDate: item.issueDate,
  dueDate: item.dueDate,
  paymentReference: item.referenceKey === null ? '' : (item.paymentReference ?? ''),
  description,
});

/** Credits net the letter whatever their kind: a credit note, or an invoice that was paid twice. */
const creditItem = (item: OpenItem, description: string): LetterItem => ({
  ...itemBase(item, description),
  kind: 'creditNote',
  dueDate: null,
  total: item.kind === 'creditNote' ? item.total : item.open,
  open: item.open,
  received: item.kind === 'creditNote' ? subtractCents(item.total, item.open) : zeroCents,
});

/** What is known of later days counts too, as it does in the plan: a credit note dated next week is not asked for today. */
const whateverIsKnown = plainDate('9999-12-31');

function itemsOf(db: ReadableDb, { due }: LetterQuestion, description: string): LetterItem[] {
  const open = readOpenItems(db, { asOf: whateverIsKnown, customerId: due.customerId }).filter((item) => item.currency === due.currency);
  const disputed = new Map<DocumentId, Cents>(due.items.map((item) => [item.documentId, item.disputedCents]));
  const invoices = open.filter((item) => disputed.has(item.documentId)).map((item) => invoiceItem(item, disputed.get(item.documentId) ?? zeroCents, description));
  const credits = due.creditCents > 0 ? open.filter((item) => item.open < 0).map((item) => creditItem(item, description)) : [];
  return [...invoices, ...credits];
}

/** Proofs that go along, and whether lists go apart: as the office says. */
function alongOf(db: ReadableDb, { message, due }: LetterQuestion): Pick<CommonFacts, 'enclosedProofs' | 'isAnnexApart'> {
  const proofs = enclosedProofs(db, due.customerId, due.items.map((item) => item.documentId)).map(({ kind }) => kind);
  const isAnnexApart = message.channel === 'email' && readAttachmentSetting(db).annexApart;
  return { ...(proofs.length === 0 ? {} : { enclosedProofs: proofs }), ...(isAnnexApart ? { isAnnexApart } : {}) };
}

/** What every letter says. `not-found` for a lost customer. */
function commonFacts(db: ReadableDb, question: LetterQuestion): Result<CommonFacts, AppError> {
  const { message, edits, due } = question;
  const customer = customerFields(db, due.customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: due.customerId }));
  const profile = readProfile(db);
  const disputed = due.items.reduce((sum, item) => addCents(sum, item.disputedCents), zeroCents);
  return ok({
    channel: message.channel,
    reference: message.reference,
    today: due.sendOn,
    bookedUntil: newestBooking(db, due.sendOn),
    ...letterParties({ profile, customer, contacts: readContacts(db, due.customerId), kind: due.customerKind, language: message.language }),
    currency: due.currency,
    // Belgian law asks what was supplied (WER art. XIX.2); the imported invoices do not tell, so it is what the company does.
    items: itemsOf(db, question, profile.tagline),
    enclosesInvoices: enclosesCopiesOf(db, due.items.map((item) => item.documentId)),
    ...alongOf(db, question),
    ...(goesRegistered(db, { step: due.stepKey, channel: message.channel, chosen: edits.isRegistered }) ? { isRegistered: true } : {}),
    own: { subject: edits.subject, opening: edits.opening, note: withDisputeNote(edits.note, disputed, message.language) },
  });
}

/** The law is asked only where the letter needs it: reading claims of thousands of customers takes time. */
function claimQuestion(db: ReadableDb, { due, message, claimsOf }: LetterQuestion, items: readonly LetterItem[]): Result<ClaimQuestion, AppError> {
  const documents = new Set(due.items.map((item) => item.documentId));
  const claimed = claimsOf(db, { customerId: due.customerId, today: due.sendOn, documents });
  if (!claimed.ok) return claimed;
  const sent = sentAbout(db, due.customerId).filter(({ documentId }) => documents.has(documentId));
  const announced = due.customerKind === 'consumer' && due.country === 'BE' ? announcedDocuments(db, due.customerId) : new Set<DocumentId>();
  return ok({ ...claimed.value, announced, customerId: due.customerId, today: due.sendOn, channel: message.channel, sent, items });
}

/** Only a Belgian consumer is told of a clause in a reminder. */
function clauseFor(db: ReadableDb, { due, claimsOf }: LetterQuestion): Result<ReturnType<typeof announcedClause>, AppError> {
  if (due.customerKind !== 'consumer' || due.country !== 'BE') return ok(null);
  const claimed = claimsOf(db, { customerId: due.customerId, today: due.sendOn, documents: new Set() });
  return claimed.ok ? ok(announcedClause(claimed.value)) : claimed;
}

const earlierOf = ({ sent, today }: ClaimQuestion): readonly PlainDateText[] => [...new Set(sent.map(({ sentOn }) => sentOn).filter((on) => on <= today))].toSorted();

/**
 * The facts of a letter for a message that is due today: of the kind that its step is for this reader. `letter-step-unavailable` for a step
 * without a letter, `letter-default-not-agreed` for a fourteen-day letter before default, `not-found` for a lost customer, and what keeps a
 * claim from being handed over.
 */
export function letterFactsOf(db: ReadableDb, question: LetterQuestion): Result<LetterFacts, AppError> {
  const { due, today } = question;
  const read = commonFacts(db, question);
  if (!read.ok) return read;
  const common = read.value;
  // The fourteen-day letter is Dutch law: a consumer elsewhere gets the demand, without charges.
  const isDutchElsewhere = common.customer.country !== 'NL' && letterCountry(common) === 'NL';
  const kind = letterKindOfStep(due.stepKey, { country: letterCountry(common), customerKind: isDutchElsewhere ? 'business' : due.customerKind });
  const nextStep = { step: due.nextStep?.stepKey ?? 'demand-1', on: due.nextStep?.on ?? today };
  const reminder = letterSteps.find((step) => step === due.stepKey);
  if (reminder !== undefined) {
    const earlierMessageOn = reminder === 'reminder-1' ? null : latestMessageOn(db, 'reminder-1', due.items.map((item) => item.documentId));
    const belgianClause = clauseFor(db, question);
    return belgianClause.ok ? ok({ ...common, step: reminder, payBy: due.payBy, earlierMessageOn, nextStep, belgianClause: belgianClause.value }) : belgianClause;
  }
  const step = claimSteps.find((known) => known === kind);
  const isHandover = kind === 'handover-notice';
  if (step === undefined && kind !== 'fourteen-day-letter' && !isHandover) return err(appError('letter-step-unavailable', { step: due.stepKey }));
  const asked = claimQuestion(db, question, common.items);
  if (!asked.ok) return asked;
  const earlierMessages = earlierOf(asked.value);
  if (kind === 'fourteen-day-letter') {
    const own = fourteenDays(asked.value);
    return own.ok ? ok({ ...common, step: 'fourteen-day-letter', earlierMessages, ...own.value }) : own;
  }
  const withClaim = { ...common, payBy: due.payBy, nextStep, earlierMessages, agreedTermDays: agreedTermDays(asked.value), claim: letterClaim(asked.value), isRegistered: common.isRegistered === true, paymentReference: '' };
  if (step !== undefined) return ok({ ...withClaim, step });
  const to = handoverFacts(db, common, due);
  return to.ok ? ok({ ...withClaim, ...to.value, step: 'handover-notice' }) : to;
}
