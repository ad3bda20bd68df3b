/** What must hold before a letter is written at all. The first thing that does not is answered as an error. */
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { appError, type AppError } from '../../../src-shared/errors.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { belgianFirstReminderTerm } from '../calendar/legalTerms.ts';
import { isWorkingDay, nextWorkingDay, type WorkCalendar } from '../calendar/workCalendar.ts';
import { parseIban } from '../receivable/identifiers/iban.ts';
import { cleanText } from './cleanText.ts';
import { checkClaim, checkFourteenDays } from './checkClaim.ts';
import { hasClaim, isBelgianConsumer, isConfirmation, isReminder, letterCountry, type LetterFacts, type LetterItem } from './letterFacts.ts';

const isEmpty = (text: string): boolean => cleanText(text) === '';

function checkParties({ sender, customer, contact, channel, reference }: LetterFacts): AppError | null {
  const missing = [
    ['name', isEmpty(sender.name)],
    ['address', isEmpty(sender.street) || isEmpty(sender.city)],
    ['registrationNumber', isEmpty(sender.registrationNumber)],
    ['iban', parseIban(sender.iban) === null],
    ['contact', isEmpty(contact.name) || (isEmpty(contact.phone) && isEmpty(contact.email))],
    ['reference', isEmpty(reference)],
  ].flatMap(([field, isMissing]) => (isMissing === true ? [String(field)] : []));
  if (missing.length > 0) return appError('letter-sender-incomplete', { fields: missing.join(', ') });
  const needsAddress = channel === 'letter' && (isEmpty(customer.street) || isEmpty(customer.city));
  return isEmpty(customer.name) || needsAddress ? appError('letter-customer-incomplete') : null;
}

/** Whether the letter may list documents that are not overdue, or are settled. */
const listsAll = (facts: LetterFacts): boolean => facts.step === 'account-statement' || facts.step === 'payment-plan' || isConfirmation(facts);

function checkItem(item: LetterItem, facts: LetterFacts): AppError | null {
  const { number } = item;
  const invalid = appError('letter-item-invalid', { number });
  if (isEmpty(number) || item.open !== item.total - item.received) return invalid;
  if (item.kind === 'creditNote') return item.open < 0 || isConfirmation(facts) ? null : invalid;
  if (item.dueDate === null || (isConfirmation(facts) ? item.open < 0 : item.open <= 0)) return invalid;
  if (facts.step === 'pre-due-notice') return item.dueDate < facts.today ? invalid : null;
  if (!listsAll(facts) && item.dueDate >= facts.today) return appError('letter-item-not-overdue', { number, dueDate: item.dueDate });
  if (isReminder(facts) && isBelgianConsumer(facts) && isEmpty(item.description)) return appError('letter-description-missing', { number });
  return null;
}

/** Days on which banks and customers in either country rest. */
const calendarOf = (facts: LetterFacts): WorkCalendar => {
  const countries = [...new Set([facts.sender.country, letterCountry(facts)])].filter((country) => country === 'NL' || country === 'BE');
  return { countries, quietPeriods: [] };
};

/**
 * The first day that the letter may print as deadline. For a first reminder to a Belgian consumer the last free day of the legal term,
 * counted as if it were posted on the next working day; for others the day after the letter.
 */
function earliestPayBy(facts: LetterFacts): PlainDateText {
  if (facts.step === 'pre-due-notice') return facts.today;
  if (!isBelgianConsumer(facts) || facts.step !== 'reminder-1') return addDays(facts.today, 1);
  const sentOn = facts.channel === 'letter' ? nextWorkingDay(facts.today, { countries: ['BE'], quietPeriods: [] }) : facts.today;
  return belgianFirstReminderTerm(sentOn, facts.channel).lastFreeDay;
}

function checkEarlier(facts: LetterFacts): AppError | null {
  const missing = appError('letter-earlier-message-missing');
  if (facts.step === 'reminder-2') return facts.earlierMessageOn === null || facts.earlierMessageOn > facts.today ? missing : null;
  if (!('earlierMessages' in facts)) return null;
  return facts.earlierMessages.length === 0 || facts.earlierMessages.some((on) => on > facts.today) ? missing : null;
}

function checkDates(facts: LetterFacts): AppError | null {
  const earlier = checkEarlier(facts);
  if (earlier !== null || !('payBy' in facts)) return earlier;
  const { payBy } = facts;
  if (!isWorkingDay(payBy, calendarOf(facts))) return appError('letter-deadline-free-day', { date: payBy });
  const earliest = earliestPayBy(facts);
  if (payBy < earliest) return appError('letter-deadline-too-early', { date: payBy, earliest });
  // The next step may not come before the customer's time to pay is over.
  return facts.nextStep.on <= payBy ? appError('letter-block-missing', { block: 'nextStep' }) : null;
}

/** The instalments pay what is acknowledged, one after the other, and the first is still to come when both have signed. */
function checkPlan(facts: LetterFacts): AppError | null {
  if (facts.step !== 'payment-plan') return null;
  const { instalments, items, signBy, today } = facts;
  const paid = sumCents(instalments.map((one) => one.amount));
  const isOrdered = instalments.every((one, index) => one.amount > 0 && one.dueOn > (instalments[index - 1]?.dueOn ?? today));
  const fits = paid === sumCents(items.map((item) => item.open)) && isOrdered && signBy >= today;
  return fits ? null : appError('letter-instalments-differ');
}

/** Words of cost, interest and threat, in any of the languages: a user's own text may not bring them into a first reminder. */
const forbidden =
  /(?<!\p{L})(?:\p{L}*incasso\p{L}*|rente|intrest|interest|\p{L}*kosten|costs?|fees?|boete|deurwaarder|rechter|rechtbank|dagvaarding|bailiff|court|frais|intérêts?|huissier|zinsen|mahngebühr\p{L}*|inkasso)(?!\p{L})/iu;

function checkOwnWords({ step, own }: LetterFacts): AppError | null {
  if (step !== 'reminder-1' && step !== 'pre-due-notice') return null;
  const found = forbidden.exec(`${own.subject} ${own.opening} ${own.note}`);
  return found === null ? null : appError('letter-wording-forbidden', { word: found[0].slice(0, 40) });
}

/** The first reason not to write this letter, or null. */
export function checkFacts(facts: LetterFacts): AppError | null {
  if (facts.currency !== 'EUR') return appError('letter-currency', { currency: facts.currency });
  const mayBeSettled = isConfirmation(facts) || facts.step === 'account-statement';
  if (!mayBeSettled && sumCents(facts.items.map((item) => item.open)) <= 0) return appError('letter-nothing-to-pay');
  const parties = checkParties(facts);
  if (parties !== null) return parties;
  for (const item of facts.items) {
    const problem = checkItem(item, facts);
    if (problem !== null) return problem;
  }
  const claim = hasClaim(facts) ? checkClaim(facts) : facts.step === 'fourteen-day-letter' ? checkFourteenDays(facts) : null;
  return claim ?? checkPlan(facts) ?? checkDates(facts) ?? checkOwnWords(facts);
}
