import { zReason } from '../../../src-shared/contract/common.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, negateCents, sumCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import type { DunningPlan } from '../../domain/dunning/dunningPlan.ts';
import { callList, standardCallPolicy } from '../../domain/priority/callList.ts';
import { agingTotals } from '../../ledger/documents/agingRead.ts';
import { readCallFacts } from '../../ledger/followUp/callFactsRead.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { unseenMissedSteps } from '../../ledger/followUp/dueSteps.ts';
import { readContacts, runningHolds } from '../../ledger/followUp/followUp.ts';
import { accountRows, unmatchedReceipts } from '../../ledger/cash/matchingRead.ts';
import { statementGaps } from '../../ledger/bank/statementGaps.ts';
import { messagesInState, type MessageRow } from '../../ledger/followUp/messages.ts';
import { documentNumbers, holdsSomething } from '../../ledger/presence.ts';
import { returnedPayments } from '../../ledger/cash/returnedPayments.ts';
import type { BatchView } from './batchView.ts';
import { lawDeadlines } from './lawDeadlines.ts';

type Overview = OutputOf<'today.overview'>;
type Decision = Overview['decide'][number];
const nobody = { customerId: null, customerName: '', documentNumber: '', bankEntryId: null, documentId: null, messageId: null, holdId: null, cents: null, holdsBack: 0 } as const;
const asReason = (reason: CodedReason): Decision['reason'] => ({ code: reason.code, params: { ...reason.params } });

const overdueOf = (totals: { days1to30: Cents; days31to60: Cents; days61to90: Cents; over90: Cents }): Cents =>
  sumCents([totals.days1to30, totals.days31to60, totals.days61to90, totals.over90]);

function steps(items: BatchView['items']): Overview['send']['steps'] {
  return [...Map.groupBy(items, (item) => item.step)].map(([step, own]) => ({
    step,
    names: own.slice(0, 3).map((item) => item.customerName),
    count: own.length,
    emails: own.filter((item) => item.channel === 'email').length,
    letters: own.filter((item) => item.channel === 'letter').length,
    cents: sumCents(own.map((item) => item.cents)),
  }));
}

/** Reminders to a customer that wait for money of his that is not assigned; each may ask for several documents, as in the line that says what waits. */
const heldForMatching = (held: BatchView['held'], customerId: CustomerId | null): number =>
  held.filter((entry) => entry.customerId === customerId && entry.reason.code === 'held-unmatched-receipt').length;

/** Reminders that wait because exactly this amount came in from somebody nobody knows. */
const heldByStranger = (held: BatchView['held'], receipt: { readonly unmatched: Cents; readonly bookDate: PlainDateText }): number =>
  held
    .filter(({ reason }) => reason.code === 'held-same-amount' && reason.params['amountCents'] === receipt.unmatched && reason.params['bookDate'] === receipt.bookDate).length;

/** Reminders that wait because this receipt names their invoice. */
const heldByNaming = (held: BatchView['held'], receipt: { readonly unmatched: Cents; readonly bookDate: PlainDateText; readonly counterName: string | null; readonly counterIban: string | null }): number => {
  const payer = (receipt.counterName ?? receipt.counterIban ?? '–').slice(0, 140);
  return held.filter(
    ({ reason: { code, params } }) => code === 'held-named-receipt' && params['amountCents'] === receipt.unmatched && params['bookDate'] === receipt.bookDate && params['payer'] === payer,
  ).length;
};

function bankDecisions(db: ReadableDb, today: PlainDateText, { held, names }: BatchView): Decision[] {
  const decisions: Decision[] = unmatchedReceipts(db, today, false).map((receipt) => ({
    ...nobody,
    kind: 'unmatched',
    reason: asReason(codedReason('decide-unmatched', { amountCents: receipt.unmatched, payer: receipt.counterName ?? receipt.counterIban ?? '–', bookDate: receipt.bookDate })),
    customerId: receipt.customerId,
    customerName: receipt.customerId === null ? '' : (names.get(receipt.customerId) ?? ''),
    bankEntryId: receipt.bankEntryId,
    cents: receipt.unmatched,
    holdsBack: heldByNaming(held, receipt) + (receipt.customerId === null ? heldByStranger(held, receipt) : heldForMatching(held, receipt.customerId)),
  }));
  for (const { bankEntryId, bookDate, amount, counterName, counterIban, returnReason, customerId } of returnedPayments(db, today)) {
    const code = returnReason === null ? 'decide-paid-out' : 'decide-returned';
    decisions.push({
      ...nobody,
      kind: 'returned',
      reason: asReason(codedReason(code, { amountCents: negateCents(amount), payer: counterName ?? counterIban ?? '–', bookDate })),
      customerId,
      customerName: customerId === null ? '' : (names.get(customerId) ?? ''),
      bankEntryId,
      cents: amount,
    });
  }
  for (const account of accountRows(db)) {
    if (account.ownership === 'unknown') decisions.push({ ...nobody, kind: 'unknown-account', reason: asReason(codedReason('decide-unknown-account', { iban: account.iban })) });
    if (account.doNotAddUp > 0) decisions.push({ ...nobody, kind: 'does-not-add-up', reason: asReason(codedReason('decide-does-not-add-up', { iban: account.iban, count: account.doNotAddUp })) });
    for (const gap of statementGaps(db, account.id).slice(0, 3)) {
      decisions.push({ ...nobody, kind: 'bank-gap', cents: gap.difference, reason: asReason(codedReason('decide-bank-gap', { iban: account.iban, afterDate: gap.after, beforeDate: gap.before, amountCents: gap.difference })) });
    }
  }
  return decisions;
}

function messageDecisions(db: ReadableDb): Decision[] {
  const toDecision = (kind: 'unconfirmed' | 'failed') => (message: MessageRow): Decision => ({
    ...nobody,
    kind,
    reason: asReason(codedReason(kind === 'failed' ? 'decide-failed' : 'decide-unconfirmed', { customer: message.customerName, step: message.step })),
    customerId: message.customerId,
    customerName: message.customerName,
    messageId: message.messageId,
    cents: message.cents,
  });
  return [...messagesInState(db, 'unconfirmed').map(toDecision('unconfirmed')), ...messagesInState(db, 'failed').map(toDecision('failed'))];
}

function holdDecisions(db: ReadableDb, today: PlainDateText, names: ReadonlyMap<CustomerId, string>): Decision[] {
  return runningHolds(db, today, null)
    .filter((hold) => hold.until <= addDays(today, 1))
    .map((hold) => ({
      ...nobody,
      kind: 'hold-ends' as const,
      reason: asReason(codedReason('decide-hold-ends', { customer: names.get(hold.customerId) ?? '', untilDate: hold.until, why: hold.reason })),
      customerId: hold.customerId,
      customerName: names.get(hold.customerId) ?? '',
      documentId: hold.documentId,
      holdId: hold.holdId,
    }));
}

const planKinds: ReadonlySet<string> = new Set(['undated', 'never-sent', 'no-recipient', 'step-unavailable', 'open-credit', 'insolvent', 'instalment-missed', 'plan-lapsed', 'ladder-ended']);

function planDecisions(db: ReadableDb, plan: DunningPlan, names: BatchView['names']): Decision[] {
  const shown = plan.decisions.filter((decision) => planKinds.has(decision.kind));
  const numbers = documentNumbers(db, new Set(shown.flatMap((decision) => (decision.documentId === null ? [] : [decision.documentId]))));
  const numberOf = (documentId: DocumentId | null): string => (documentId === null ? '' : (numbers.get(documentId) ?? ''));
  return shown.map(({ kind, reason, customerId, documentId, cents }) => ({
    ...nobody,
    kind,
    reason: asReason(reason),
    customerId,
    customerName: names.get(customerId) ?? '',
    documentId,
    documentNumber: numberOf(documentId),
    cents,
  }));
}

function disputeDecisions(db: ReadableDb, names: BatchView['names']): Decision[] {
  return openDisputes(db, null).map(({ customerId, documentId, number, cents, reason }) => ({
    ...nobody,
    kind: 'dispute',
    reason: asReason(codedReason('decide-dispute', { number, amountCents: cents, why: reason.replace(/[.\s]+$/, '') })),
    customerId,
    customerName: names.get(customerId) ?? '',
    documentId,
    documentNumber: number,
    cents,
  }));
}

const deadlineDecisions = (db: ReadableDb, today: PlainDateText, names: BatchView['names']): Decision[] =>
  lawDeadlines(db, today).map(({ reason, ...deadline }) => ({ ...nobody, ...deadline, reason: asReason(reason), customerName: deadline.customerId === null ? '' : (names.get(deadline.customerId) ?? '') }));

/** What was not done in time stays here until somebody has looked at it: no step ends in silence. */
function missedDecisions(db: ReadableDb, names: BatchView['names']): Decision[] {
  return unseenMissedSteps(db).map(({ documentId, customerId, number, open, reason }) => ({
    ...nobody,
    kind: 'missed-step',
    reason: zReason.parse(JSON.parse(reason)),
    customerId,
    customerName: names.get(customerId) ?? '',
    documentId,
    documentNumber: number,
    cents: open,
  }));
}

function calls(db: ReadableDb, today: PlainDateText, names: ReadonlyMap<CustomerId, string>): Overview['call'] {
  const contacts = readContacts(db, null);
  return callList(readCallFacts(db, today), standardCallPolicy, today)
    .slice(0, 5)
    .map((task) => {
      const contact = contacts.find((known) => known.customerId === task.customerId && known.isPaymentContact) ?? contacts.find((known) => known.customerId === task.customerId);
      return {
        customerId: task.customerId,
        customerName: names.get(task.customerId) ?? '',
        contactName: contact?.name ?? null,
        phone: contact === undefined || contact.phone === '' ? null : contact.phone,
        cents: task.overdueCents,
        reason: asReason(task.reasons[0]),
        score: { value: task.score.value, exposure: task.score.exposureCents, risk: task.score.risk, overdueFactor: task.score.overdueFactor },
      };
    });
}

/** What to send, what to decide and whom to call today, from one plan of the day. */
export function todayOverview(db: ReadableDb, view: BatchView, plan: DunningPlan, today: PlainDateText): Overview {
  const names = view.names;
  const sendable = view.items.filter((item) => item.blocked === null);
  return {
    today,
    send: {
      count: sendable.length,
      cents: sumCents(sendable.map((item) => item.cents)),
      steps: steps(sendable),
      warnings: view.items.flatMap((item) => [...item.warnings, ...(item.blocked === null ? [] : [item.blocked])].slice(0, 1).map((reason) => ({ customerId: item.customerId, customerName: item.customerName, reason }))).slice(0, 200),
      held: view.held,
    },
    decide: [
      ...messageDecisions(db),
      ...bankDecisions(db, today, view),
      ...disputeDecisions(db, names),
      ...holdDecisions(db, today, names),
      ...planDecisions(db, plan, names),
      ...deadlineDecisions(db, today, names),
      ...missedDecisions(db, names),
    ].slice(0, 2000),
    call: calls(db, today, names),
    overdue: overdueOf(agingTotals(db, { asOf: today, basis: 'due' })),
    overdueWeekAgo: overdueOf(agingTotals(db, { asOf: addDays(today, -7), basis: 'due' })),
    ...holdsSomething(db),
  };
}
