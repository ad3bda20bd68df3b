import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { payerQuestion } from '../../domain/cash/payerQuestion.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import type { ReceiptRow } from '../../ledger/cash/matchingRead.ts';
import { readOpenItems } from '../../ledger/documents/openItems.ts';
import { askedOn } from '../../ledger/cash/payerQuestions.ts';
import { readProfile } from '../../ledger/settings.ts';

/** Longer drafts are not handed to a mail program in its address line: most cut them without a word. */
const longestMailto = 12_000;

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function mailtoOf(to: string, subject: string, text: string): string {
  const whole = `mailto:${encoded(to)}?subject=${encoded(subject)}&body=${encoded(text.replaceAll('\n', '\r\n'))}`;
  return whole.length <= longestMailto ? whole : `mailto:${encoded(to)}?subject=${encoded(subject)}`;
}

/** The draft of the question, for the contact who gets the reminders, in the language of the contact or the customer. */
export function askPayer(db: ReadableDb, receipt: ReceiptRow, asked: InputOf<'bank.askPayer'> & { readonly today: PlainDateText }): OutputOf<'bank.askPayer'> {
  const customerId = asked.customerId ?? receipt.customerId;
  const customer = customerId === null ? null : (customerFields(db, customerId)?.fields ?? null);
  const contact = customerId === null ? undefined : readContacts(db, customerId).find(({ email }) => email !== '');
  const profile = readProfile(db);
  const language = asked.language ?? contact?.language ?? customer?.language ?? profile.language;
  const open = customerId === null ? [] : readOpenItems(db, { asOf: asked.today, customerId }).filter((item) => item.open > 0 && item.currency === receipt.currency);
  const question = payerQuestion(
    {
      company: profile.name,
      contactName: contact?.name ?? '',
      amountCents: receipt.unmatched,
      currency: receipt.currency,
      bookDate: receipt.bookDate,
      fromAccount: receipt.counterIban ?? '',
      text: receipt.text,
      open: open.map(({ number, open: cents }) => ({ number, cents })),
    },
    language,
  );
  const to = (contact?.email ?? customer?.email ?? '').slice(0, 254);
  const subject = question.subject.slice(0, 500);
  return {
    customerId,
    customerName: customer?.name ?? '',
    to,
    contactName: contact?.name ?? '',
    language,
    subject,
    text: question.text.slice(0, 5000),
    mailto: mailtoOf(to, subject, question.text),
    askedOn: askedOn(db).get(receipt.bankEntryId) ?? null,
  };
}
