/**
 * Facts to show a template with: an invented customer who is late, and amounts that the rules of law work out as they would for a real one.
 * The sender is the user's own company, so that the page looks as his letters do.
 */
import { addDays, type PlainDateText } from '../../../../src-shared/dates.ts';
import type { LetterLanguage } from '../../../../src-shared/letter.ts';
import type { LetterCountry, LetterCustomerKind, LetterKind } from '../../../../src-shared/letterTemplate.ts';
import { type Cents, cents, subtractCents, sumCents, zeroCents } from '../../../../src-shared/money.ts';
import { belgianFirstReminderTerm } from '../../calendar/legalTerms.ts';
import { nextWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../../calendar/workCalendar.ts';
import { dutchCollectionCosts } from '../../law/collectionCosts.ts';
import { consumerTerm } from '../../law/consumerTerms.ts';
import type { RateTable } from '../../law/rates.ts';
import type { ClaimFacts, LetterCustomer, LetterFacts, LetterItem, LetterSender } from '../letterFacts.ts';
import { exampleClaim, exampleClause } from './exampleClaim.ts';

export type ExampleReader = { readonly language: LetterLanguage; readonly country: LetterCountry; readonly customerKind: LetterCustomerKind };
export type ExampleSetting = {
  readonly sender: LetterSender;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly today: PlainDateText;
  readonly table: RateTable;
};

/** Whether the law knows this letter for this reader: the others have one of their own instead. */
export function existsFor(kind: LetterKind, { country, customerKind }: Omit<ExampleReader, 'language'>): boolean {
  const isBelgianConsumer = country === 'BE' && customerKind === 'consumer';
  if (kind === 'belgian-first-reminder') return isBelgianConsumer;
  if (kind === 'reminder-1') return !isBelgianConsumer;
  return kind !== 'fourteen-day-letter' || country === 'NL';
}

const everybody: WorkCalendar = { countries: ['NL', 'BE'], quietPeriods: [] };

function customerOf({ language, country, customerKind }: ExampleReader): LetterCustomer {
  const home = country === 'NL' ? { street: 'Molenpad 7', postcode: '8621 ZX', city: 'Heeg', country } : { street: 'Kanaalkaai 112', postcode: '9000', city: 'Gent', country };
  const isConsumer = customerKind === 'consumer';
  return { ...home, name: isConsumer ? 'Jan Voorbeeld' : country === 'NL' ? 'Voorbeeld Bakkerij B.V.' : 'Voorbeeld Bakkerij BV', attention: '', language, kind: customerKind, number: '10428' };
}

type Ages = { readonly issued: PlainDateText; readonly due: PlainDateText | null };
const item = (number: string, { issued, due }: Ages, [total, received]: readonly [number, number]): LetterItem => ({
  kind: due === null ? 'creditNote' : 'invoice',
  number,
  issueDate: issued,
  dueDate: due,
  total: cents(total),
  received: cents(received),
  open: cents(total - received),
  paymentReference: '',
  description: '',
});

/** Two overdue invoices, one of them paid in part before it was due, with what was supplied where the law asks it. */
function overdueItems(today: PlainDateText, { sender }: ExampleSetting): readonly LetterItem[] {
  const description = sender.activity.trim() === '' ? sender.name : sender.activity;
  return [
    { ...item('2026-0387', { issued: addDays(today, -88), due: addDays(today, -58) }, [1815_00, 500_00]), description },
    { ...item('2026-0398', { issued: addDays(today, -72), due: addDays(today, -42) }, [484_00, 0]), description },
  ];
}

type Common = Pick<LetterFacts, 'channel' | 'reference' | 'today' | 'bookedUntil' | 'sender' | 'customer' | 'contact' | 'currency' | 'items' | 'enclosesInvoices' | 'own'>;

function deadlineOf(kind: LetterKind, { today }: ExampleSetting): { readonly payBy: PlainDateText; readonly next: PlainDateText } {
  const isBelgianFirst = kind === 'belgian-first-reminder';
  const posted = nextWorkingDay(today, { countries: ['BE'], quietPeriods: [] });
  const earliest = isBelgianFirst ? belgianFirstReminderTerm(posted, 'letter').lastFreeDay : addDays(today, kind === 'default-notice' || kind === 'pre-legal-letter' ? 14 : 7);
  const payBy = workingDayOnOrAfter(earliest, everybody);
  return { payBy, next: nextWorkingDay(addDays(payBy, 1), everybody) };
}

const followedBy: Partial<Record<LetterKind, string>> = {
  'pre-due-notice': 'reminder-1',
  'reminder-1': 'reminder-2',
  'belgian-first-reminder': 'reminder-2',
  'reminder-2': 'demand-1',
  'demand-1': 'demand-2',
  'demand-2': 'demand-2-reminder',
  'demand-2-reminder': 'final-demand',
  'final-demand': 'default-notice',
  'default-notice': 'pre-legal-letter',
};

type Made = { readonly common: Common; readonly reader: ExampleReader; readonly setting: ExampleSetting };

function claimFacts(kind: ClaimFacts['step'] | 'handover-notice', { common, reader, setting }: Made): LetterFacts {
  const { today } = setting;
  const { payBy, next } = deadlineOf(kind, setting);
  const withClaim = {
    ...common,
    payBy,
    nextStep: { step: followedBy[kind] ?? 'handover', on: next },
    earlierMessages: [addDays(today, -50), addDays(today, -36), addDays(today, -8)],
    agreedTermDays: 30,
    isRegistered: kind === 'default-notice' || kind === 'pre-legal-letter',
    paymentReference: '',
    claim: exampleClaim(common.items, { reader, today, table: setting.table }),
  };
  return kind === 'handover-notice' ? { ...withClaim, step: kind, recipient: { kind: 'agency', name: 'Wilgenroos Incasso' } } : { ...withClaim, step: kind };
}

function preDueFacts({ common, setting: { today } }: Made): LetterFacts {
  const due = workingDayOnOrAfter(addDays(today, 5), everybody);
  const items = common.items.slice(1).map((one) => ({ ...one, issueDate: addDays(today, -25), dueDate: due }));
  return { ...common, step: 'pre-due-notice', items, payBy: due, nextStep: { step: 'reminder-1', on: nextWorkingDay(due, everybody) } };
}

function reminderFacts(kind: 'reminder-1' | 'belgian-first-reminder' | 'reminder-2', { common, reader, setting }: Made): LetterFacts {
  const { today, table } = setting;
  const { payBy, next } = deadlineOf(kind, setting);
  const nextStep = { step: followedBy[kind] ?? 'handover', on: next };
  const belgianClause = reader.country === 'BE' && reader.customerKind === 'consumer' ? exampleClause(table, today) : null;
  if (kind === 'reminder-2') return { ...common, step: kind, payBy, earlierMessageOn: addDays(today, -21), nextStep, belgianClause };
  const young = common.items.map((one, index) => ({ ...one, issueDate: addDays(today, -40 + index), dueDate: addDays(today, -10 + index) }));
  return { ...common, step: 'reminder-1', items: young, payBy, earlierMessageOn: null, nextStep, belgianClause };
}

function statementFacts({ common, setting: { today } }: Made): LetterFacts {
  const later = item('2026-0421', { issued: addDays(today, -9), due: addDays(today, 21) }, [968_00, 0]);
  const credit = item('C-2026-017', { issued: addDays(today, -20), due: null }, [-121_00, 0]);
  return { ...common, step: 'account-statement', items: [...common.items, credit, later], previousOn: addDays(today, -31), nextOn: addDays(today, 28), receipts: [{ on: addDays(today, -18), amount: cents(500_00), number: '2026-0387' }], paymentReference: '' };
}

function planFacts({ common, reader, setting: { today } }: Made): LetterFacts {
  const open = sumCents(common.items.map((one) => one.open));
  const first = cents(Math.floor(open / 3));
  const amounts: readonly Cents[] = [first, first, subtractCents(open, cents(2 * first))];
  return {
    ...common,
    step: 'payment-plan',
    instalments: amounts.map((amount, index) => ({ dueOn: addDays(today, 21 + 30 * index), amount })),
    agreedOn: addDays(today, -2),
    signBy: workingDayOnOrAfter(addDays(today, 10), everybody),
    debtor: { person: 'J. Voorbeeld', registrationNumber: reader.customerKind === 'consumer' ? '' : '99000677', isSoleTrader: false },
    graceDays: 7,
    isInterestWaived: true,
    interestKind: reader.customerKind === 'consumer' ? 'statutory' : 'trade',
  };
}

function paymentFacts(kind: 'receipt-confirmation' | 'payment-thanks' | 'crossed-apology', { common, setting: { today } }: Made): LetterFacts {
  const [first, ...others] = common.items;
  const settled = first === undefined ? [] : [{ ...first, received: first.total, open: zeroCents }];
  const payment = { on: addDays(today, -1), amount: cents(1315_00) };
  if (kind === 'receipt-confirmation') return { ...common, step: kind, items: [...settled, ...others], payment };
  return kind === 'payment-thanks' ? { ...common, step: kind, items: settled, payment } : { ...common, step: kind, items: settled, payment, messageOn: addDays(today, -2) };
}

function fourteenDayFacts({ common, setting: { today } }: Made): LetterFacts {
  const { items } = common;
  return {
    ...common,
    step: 'fourteen-day-letter',
    earlierMessages: [addDays(today, -30), addDays(today, -14)],
    inDefaultBy: 'agreed-term',
    inDefaultSince: addDays(today, -41),
    costs: dutchCollectionCosts({ kind: 'consumer', principals: items.map((one) => one.open), vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents }),
    vat: zeroCents,
    lastFreeDay: consumerTerm('NL', today, 'letter'),
  };
}

function factsOf(kind: LetterKind, made: Made): LetterFacts {
  switch (kind) {
    case 'pre-due-notice':
      return preDueFacts(made);
    case 'reminder-1':
    case 'belgian-first-reminder':
    case 'reminder-2':
      return reminderFacts(kind, made);
    case 'demand-1':
    case 'demand-2':
    case 'demand-2-reminder':
    case 'final-demand':
    case 'default-notice':
    case 'pre-legal-letter':
    case 'handover-notice':
      return claimFacts(kind, made);
    case 'fourteen-day-letter':
      return fourteenDayFacts(made);
    case 'account-statement':
      return statementFacts(made);
    case 'payment-plan':
      return planFacts(made);
    case 'receipt-confirmation':
    case 'payment-thanks':
    case 'crossed-apology':
      return paymentFacts(kind, made);
  }
}

/** The facts of a letter of this kind to an invented reader; null where the law does not know the letter for such a reader. */
export function exampleFacts(kind: LetterKind, reader: ExampleReader, setting: ExampleSetting): LetterFacts | null {
  if (!existsFor(kind, reader)) return null;
  const { sender, contact, today } = setting;
  const common: Common = {
    channel: 'letter',
    reference: 'V-2026-0001',
    today,
    bookedUntil: addDays(today, -1),
    sender,
    customer: customerOf(reader),
    contact,
    currency: 'EUR',
    items: overdueItems(today, setting),
    enclosesInvoices: false,
    own: { subject: '', opening: '', note: '' },
  };
  return factsOf(kind, { common, reader, setting });
}
