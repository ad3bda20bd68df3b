/** A letter to an invented customer, with which the user tries his envelopes and his paper. */
import { addDays } from '../../../src-shared/dates.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterLanguage, LetterModel } from '../../../src-shared/letter.ts';
import { cents } from '../../../src-shared/money.ts';
import type { Result } from '../../../src-shared/result.ts';
import { workingDayOnOrAfter } from '../../domain/calendar/workCalendar.ts';
import { buildLetter } from '../../domain/letters/buildLetter.ts';
import type { LetterCustomer, LetterItem } from '../../domain/letters/letterFacts.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';

/** The longest address that is usual, so that what fits here fits always. */
const sample = { name: 'Voorbeeld Handelsonderneming B.V.', attention: 'mevrouw A. de Boer, crediteurenadministratie', street: 'Burgemeester Voorbeeldlaan 1234', kind: 'business', number: '' } as const;
const sampleCustomer = (country: string, language: LetterLanguage): LetterCustomer =>
  country === 'BE' ? { ...sample, postcode: '1000', city: 'Brussel', country, language } : { ...sample, postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL', language };

/** A first reminder; from a dozen invoices on it has several pages. `letter-sender-incomplete` while the company is not filled in. */
export function sampleLetter(db: ReadableDb, { today, invoices }: { readonly today: PlainDateText; readonly invoices: number }): Result<LetterModel, AppError> {
  const profile = readProfile(db);
  const calendar = readWorkCalendar(db);
  const amount = cents(121_000);
  const item = (number: string): LetterItem => ({ kind: 'invoice', number, issueDate: addDays(today, -31), dueDate: addDays(today, -1), total: amount, received: cents(0), open: amount, paymentReference: '', description: profile.tagline });
  return buildLetter({
    step: 'reminder-1',
    channel: 'letter',
    reference: 'H-0000',
    today,
    bookedUntil: null,
    payBy: workingDayOnOrAfter(addDays(today, 7), calendar),
    sender: { ...profile, activity: profile.tagline, iban: profile.ibans[0] ?? '' },
    customer: sampleCustomer(profile.country, profile.language),
    contact: { name: profile.signerName, phone: profile.phone, email: profile.email },
    currency: 'EUR',
    items: Array.from({ length: invoices }, (_, index) => item(String(index).padStart(4, '0'))),
    earlierMessageOn: null,
    nextStep: { step: 'reminder-2', on: workingDayOnOrAfter(addDays(today, 10), calendar) },
    belgianClause: null,
    enclosesInvoices: false,
    own: { subject: '', opening: '', note: '' },
  });
}
