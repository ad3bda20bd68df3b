/**
 * The first day of default: the day from which interest counts. Null with a reason when default has not started, because a notice or a free
 * reminder is missing. Never earlier than the sources say for certain.
 */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { belgianFirstReminderTerm } from '../calendar/legalTerms.ts';
import { lawDates } from './lawDates.ts';
import type { ClaimKind, Country, LawDate } from './lawTypes.ts';
import { type TermStart, termStart } from './paymentTerms.ts';

export type DefaultQuestion = {
  readonly country: Country;
  readonly kind: ClaimKind;
  /** The last day for payment as the invoice says it. */
  readonly dueDate: PlainDateText | null;
  /** The term stands in the contract or in accepted terms, not on the invoice alone. */
  readonly isTermAgreed: boolean;
  /** For a debt between businesses without a term. */
  readonly received: TermStart | null;
  /** NL: the last day of the term of an ingebrekestelling. BE: the day of the notice of default. */
  readonly notice: { readonly sentOn: PlainDateText; readonly lastDay: PlainDateText } | null;
  /** BE consumer: the free first reminder. */
  readonly firstReminder: { readonly sentOn: PlainDateText; readonly channel: 'email' | 'letter' } | null;
  /** BE consumer: a small creditor counts interest from the day after the reminder, a larger one from the end of its term. */
  readonly isSmallCreditor: boolean;
  /** BE consumer: the terms contain a valid clause on interest. */
  readonly hasClause: boolean;
};

export type DefaultStart = { readonly start: LawDate; readonly missing: null } | { readonly start: null; readonly missing: CodedReason };

const found = (start: LawDate): DefaultStart => ({ start, missing: null });
const missing = (code: CodedReason['code']): DefaultStart => ({ start: null, missing: codedReason(code, {}) });
const doubtsOf = (...codes: readonly CodedReason['code'][]): readonly CodedReason[] => codes.map((code) => codedReason(code, {}));

function afterDue(country: Country, dueDate: PlainDateText, doubts: readonly CodedReason[]): DefaultStart {
  const { dayLine, lawDate } = lawDates[country];
  return found(lawDate(addDays(dueDate, 1), 'default-agreed-term', { working: [dayLine('default-agreed-term', dueDate)], doubts }));
}

/**
 * Between businesses no notice is needed. Agreed: the day after the last day for payment (BW 6:119a lid 1; law of 2 August 2002 art. 5).
 * Nothing agreed: thirty days after the day that follows receipt of the invoice, or of the goods or their acceptance where that is later.
 */
function trade({ country, dueDate, received }: DefaultQuestion): DefaultStart {
  const { dateLine, lawDate } = lawDates[country];
  if (dueDate !== null) return afterDue(country, dueDate, []);
  if (received === null) return missing('law-default-no-date');
  const start = termStart(received);
  const first = addDays(start, 31);
  return found(lawDate(first, 'default-statutory-term', { working: [dateLine('default-statutory-term', addDays(start, 1), first)], doubts: [] }));
}

/**
 * NL outside trade: an agreed term is fatal (BW 6:83 onder a); a term that stands on the invoice only is not certain to be, so then a notice
 * with a reasonable term is needed (BW 6:82).
 */
function dutchOther({ dueDate, isTermAgreed, notice }: DefaultQuestion): DefaultStart {
  const { dateLine, lawDate } = lawDates.NL;
  const byNotice = notice === null ? null : addDays(notice.lastDay, 1);
  if (dueDate !== null && isTermAgreed && (byNotice === null || dueDate < byNotice)) return afterDue('NL', dueDate, []);
  if (notice === null || byNotice === null) return missing('law-default-notice-needed');
  return found(lawDate(byNotice, 'default-notice', { working: [dateLine('default-notice', notice.sentOn, byNotice)], doubts: isTermAgreed ? [] : doubtsOf('law-term-on-invoice-only') }));
}

/**
 * A Belgian consumer (WER art. XIX.4): never from the due date. With a clause from the day after the free first reminder when the creditor
 * is small, else from the end of its term; without one from the notice of default, and not before that term has ended.
 */
function belgianConsumer({ firstReminder, isSmallCreditor, hasClause, notice }: DefaultQuestion): DefaultStart {
  if (firstReminder === null) return missing('law-default-first-reminder-needed');
  const { dateLine, dayLine, lawDate } = lawDates.BE;
  const { sentOn, channel } = firstReminder;
  const term = belgianFirstReminderTerm(sentOn, channel);
  if (hasClause) {
    const first = isSmallCreditor ? addDays(sentOn, 1) : term.chargesFrom;
    return found(lawDate(first, 'default-first-reminder-be', { working: [dayLine('default-first-reminder-be', sentOn)], doubts: isSmallCreditor ? doubtsOf('law-small-creditor') : [] }));
  }
  if (notice === null) return missing('law-default-notice-needed');
  const first = notice.sentOn > term.chargesFrom ? notice.sentOn : term.chargesFrom;
  return found(lawDate(first, 'default-notice', { working: [dateLine('first-reminder-term-be', term.startsOn, term.chargesFrom), dayLine('default-notice', notice.sentOn)], doubts: [] }));
}

/** BE civil: from the day of the notice (BW art. 5.240), unless the contract makes the term fatal. */
function belgianCivil({ dueDate, isTermAgreed, notice }: DefaultQuestion): DefaultStart {
  const { dayLine, lawDate } = lawDates.BE;
  if (notice !== null) return found(lawDate(notice.sentOn, 'default-notice', { working: [dayLine('default-notice', notice.sentOn)], doubts: [] }));
  return dueDate !== null && isTermAgreed ? afterDue('BE', dueDate, doubtsOf('law-default-notice-wise')) : missing('law-default-notice-needed');
}

/** The first day of default of a claim, or what is missing for it. */
export function defaultStart(question: DefaultQuestion): DefaultStart {
  if (question.kind === 'trade') return trade(question);
  if (question.country === 'NL') return dutchOther(question);
  return question.kind === 'consumer' ? belgianConsumer(question) : belgianCivil(question);
}

/** From which day the interest may be asked: for a Belgian consumer only after the term of the free reminder, however early it counts. */
export function interestMayBeAskedFrom(question: DefaultQuestion): PlainDateText | null {
  const { start } = defaultStart(question);
  if (start === null || question.country === 'NL' || question.kind !== 'consumer' || question.firstReminder === null) return start?.date ?? null;
  const { chargesFrom } = belgianFirstReminderTerm(question.firstReminder.sentOn, question.firstReminder.channel);
  return start.date > chargesFrom ? start.date : chargesFrom;
}
