/** Letters that a person sends of his own accord: account statements, confirmations, thanks and apologies, from the ledger as it is now. */
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { CommonFacts, LetterFacts, LetterItem } from '../../domain/letters/letterFacts.ts';
import { letterParties } from '../../domain/letters/letterParties.ts';
import { statementReference } from '../../domain/references/letterCommunication.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { notToBeAsked } from '../../ledger/customers/notToBeAsked.ts';
import { type CustomerReceipt, lastStatementOn, paidBy, receiptsOfCustomer, statementItems, type PaidDocument } from '../../ledger/followUp/correspondence.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { newestBooking, readDunningFacts } from '../../ledger/followUp/dunningFactsRead.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { type MessageRow, nextReference } from '../../ledger/followUp/messages.ts';
import { onOwnPaper } from '../../ledger/letters/paperSetting.ts';
import { readProfile } from '../../ledger/settings.ts';
import { mailInOwnWords, type WordedMail } from './messageTemplate.ts';
import { recipientOf } from './recipient.ts';

export type CorrespondenceQuestion = InputOf<'correspondence.preview'>;
/** Receipts that can still be written about, and what a first statement tells of. */
const receiptDays = 120;
const firstStatementDays = 31;

/** What was received lately, newest first. */
export const recentReceipts = (db: ReadableDb, customerId: CorrespondenceQuestion['customerId'], today: PlainDateText): readonly CustomerReceipt[] =>
  receiptsOfCustomer(db, customerId, addDays(today, -receiptDays));

type Listed = { readonly documentId: DocumentId; readonly open: Cents };
export type ComposedCorrespondence = {
  readonly message: Pick<MessageRow, 'channel' | 'recipient' | 'recipientName' | 'reference' | 'language'>;
  readonly facts: LetterFacts;
  readonly letter: LetterModel;
  readonly documents: readonly Listed[];
  /** What the letter is about: the balance of a statement, the money of a confirmation. */
  readonly cents: Cents;
} & WordedMail;

function itemOf(document: PaidDocument, description: string): LetterItem {
  const { kind, number, issueDate, dueDate, total, open } = document;
  const isCredit = kind === 'creditNote' || open < 0;
  return {
    kind: isCredit ? 'creditNote' : 'invoice',
    number,
    issueDate,
    dueDate: isCredit ? null : dueDate,
    // An invoice that was paid twice stands on the statement as what is owed back.
    total: isCredit && kind !== 'creditNote' ? open : total,
    open,
    received: isCredit && kind !== 'creditNote' ? zeroCents : subtractCents(total, open),
    paymentReference: document.referenceKey === null ? '' : (document.paymentReference ?? ''),
    description,
  };
}

type Parties = { readonly common: Omit<CommonFacts, 'items'>; readonly message: ComposedCorrespondence['message'] };

/** Who writes to whom. `not-found` for a lost customer, `recipient-invalid` where there is no address for a mail. */
function parties(db: ReadableDb, { customerId, channel, note }: CorrespondenceQuestion, today: PlainDateText): Result<Parties, AppError> {
  const customer = customerFields(db, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const contacts = readContacts(db, customerId);
  const to = recipientOf(db, { customerId, channel }, contacts);
  const recipient = to.addresses[channel];
  if (channel === 'email' && recipient === '') return err(appError('correspondence-no-address'));
  const profile = readProfile(db);
  const kind = readDunningFacts(db, { today, customerId }).customers[0]?.kind ?? customer.kind;
  const reference = nextReference(db, today);
  return ok({
    message: { channel, recipient, recipientName: to.name, reference, language: to.language },
    common: {
      channel,
      reference,
      today,
      bookedUntil: newestBooking(db, today),
      ...letterParties({ profile, customer, contacts, kind, language: to.language }),
      currency: 'EUR',
      enclosesInvoices: false,
      own: { subject: '', opening: '', note },
    },
  });
}

type Written = { readonly facts: LetterFacts; readonly documents: readonly Listed[]; readonly cents: Cents };

function statement(db: ReadableDb, { customerId }: CorrespondenceQuestion, common: Parties['common']): Result<Written, AppError> {
  const barred = notToBeAsked(db, customerId);
  if (barred?.kind === 'insolvent') return err(appError('correspondence-insolvent', { sinceDate: barred.sinceDate }));
  if (barred?.kind === 'handed-over') return err(appError('correspondence-handed-over', { to: barred.to, sinceDate: barred.sinceDate }));
  const open = statementItems(db, customerId);
  if (open.length === 0) return err(appError('correspondence-nothing-open'));
  const previousOn = lastStatementOn(db, customerId);
  const since = previousOn ?? addDays(common.today, -firstStatementDays);
  const receipts = receiptsOfCustomer(db, customerId, since).filter(({ currency, on }) => currency === 'EUR' && on <= common.today);
  const items = open.map((item) => itemOf(item, common.sender.activity));
  const cents = sumCents(open.map((item) => item.open));
  return ok({
    facts: {
      ...common,
      step: 'account-statement',
      items,
      previousOn,
      nextOn: null,
      receipts: receipts.map(({ on, cents: amount, numbers }) => ({ on, amount, number: numbers })).toReversed(),
      paymentReference: cents > 0 ? (statementReference(common.reference) ?? '') : '',
    },
    documents: open.map(({ documentId, open: rest }) => ({ documentId, open: rest })),
    cents,
  });
}

type ConfirmationKind = Exclude<CorrespondenceQuestion['kind'], 'account-statement'>;

function confirmation(db: ReadableDb, question: CorrespondenceQuestion & { readonly kind: ConfirmationKind }, common: Parties['common']): Result<Written, AppError> {
  const { customerId, kind, bankEntryId } = question;
  const receipt = recentReceipts(db, customerId, common.today).find((one) => one.bankEntryId === bankEntryId);
  if (receipt === undefined) return err(appError('correspondence-receipt-gone'));
  const paid = paidBy(db, customerId, receipt.bankEntryId);
  const payment = { on: receipt.on, amount: receipt.cents };
  const all = { ...common, currency: receipt.currency, items: paid.map((document) => itemOf(document, common.sender.activity)), payment };
  const written = { documents: paid.map(({ documentId, open }) => ({ documentId, open })), cents: receipt.cents };
  if (kind !== 'crossed-apology') return ok({ ...written, facts: { ...all, step: kind } });
  if (receipt.messageOn === null) return err(appError('correspondence-nothing-crossed'));
  return ok({ ...written, facts: { ...all, step: kind, messageOn: receipt.messageOn } });
}

/** The letter as it would leave today. Codes besides those of every letter: `correspondence-*`. */
export function composeCorrespondence(db: ReadableDb, question: CorrespondenceQuestion, today: PlainDateText): Result<ComposedCorrespondence, AppError> {
  const between = parties(db, question, today);
  if (!between.ok) return between;
  const { common, message } = between.value;
  const { kind } = question;
  const written = kind === 'account-statement' ? statement(db, question, common) : confirmation(db, { ...question, kind }, common);
  if (!written.ok) return written;
  const worded = mailInOwnWords(db, written.value.facts);
  if (!worded.ok) return worded;
  return ok({ ...written.value, ...worded.value, message, letter: onOwnPaper(db, worded.value.mail.letter) });
}

/** Why a message of this sort is there, as the page of the message tells it. */
export const byPerson = codedReason('correspondence-by-person', {});

