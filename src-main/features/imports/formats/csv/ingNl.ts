/**
 * ING, Netherlands: the payment account in Dutch and English, with or without the balance behind each booking, and the savings account.
 * The column of messages is text with labels: `Naam: .. Omschrijving: .. IBAN: .. Kenmerk: .. Machtiging ID: .. Incassant ID: ..
 * Valutadatum: ..`; name and account have columns of their own and are not repeated in the text.
 */
import { structuredReference } from '../../../../domain/references/structuredReference.ts';
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { labelledParts } from './labelledParts.ts';
import { messageFields } from './messageText.ts';

const before = ['Naam', 'Name', 'Omschrijving', 'Description'] as const;
const labels = [
  ...before,
  'IBAN',
  'Betalingskenmerk',
  'Kenmerk',
  'Reference',
  'Machtiging ID',
  'Mandate ID',
  'Incassant ID',
  'Creditor ID',
  'Andere partij',
  'Other party',
  'Datum/Tijd',
  'Date/time',
  'Valutadatum',
  'Value date',
] as const;

/** Behind the identification of the creditor stands what kind of direct debit it is. */
const firstWord = (text: string | undefined): string | null => /^\S+/.exec(text ?? '')?.[0] ?? null;

/** The account of the other party is known from its own column: what stands before it is name and text, whatever words the text holds. */
function partsOf(record: CsvRecord): ReturnType<typeof labelledParts> {
  const text = record.cell('text');
  const account = record.cell('counterAccount').replace(/\s/g, '');
  const at = account === '' ? -1 : text.lastIndexOf(`IBAN: ${account}`);
  if (at === -1) return labelledParts(text, labels);
  const [named, rest] = [labelledParts(text.slice(0, at), before), labelledParts(text.slice(at), labels)];
  return { head: named.head, parts: new Map([...rest.parts, ...named.parts]) };
}

function describe(record: CsvRecord): Partial<PaymentFields> {
  const { head, parts } = partsOf(record);
  const text = parts.get('Omschrijving') ?? parts.get('Description') ?? (parts.has('Naam') || parts.has('Name') ? '' : head);
  const kenmerk = parts.get('Betalingskenmerk');
  const message = messageFields(text);
  return {
    ...message,
    reference: kenmerk === undefined ? message.reference : structuredReference(kenmerk.replace(/\s/g, ''), 'CUR'),
    account: record.cell('counterAccount') || (parts.get('IBAN') ?? null),
    ultimateName: parts.get('Andere partij') ?? parts.get('Other party') ?? null,
    endToEndId: parts.get('Kenmerk') ?? parts.get('Reference') ?? null,
    mandateId: firstWord(parts.get('Machtiging ID') ?? parts.get('Mandate ID')),
    creditorId: firstWord(parts.get('Incassant ID') ?? parts.get('Creditor ID')),
  };
}

const signs = { credit: ['Bij', 'Credit'], debit: ['Af', 'Debit'] };

export const ingNl: CsvLayout = {
  ...commonLayout,
  id: 'csv-ing-nl',
  label: 'ING (CSV)',
  find: {
    header: [
      ['Datum', 'Naam / Omschrijving', 'Rekening', 'Tegenrekening', 'Af Bij', 'Bedrag (EUR)'],
      ['Date', 'Name / Description', 'Account', 'Counterparty', 'Debit/credit', 'Amount (EUR)'],
    ],
    without: [],
    names: {
      account: ['Rekening', 'Account'],
      bookDate: ['Datum', 'Date'],
      amount: ['Bedrag (EUR)', 'Amount (EUR)'],
      sign: ['Af Bij', 'Debit/credit'],
      balance: ['Saldo na mutatie', 'Resulting balance'],
      counterAccount: ['Tegenrekening', 'Counterparty'],
      name: ['Naam / Omschrijving', 'Name / Description'],
      text: ['Mededelingen', 'Notifications'],
      type: ['Code'],
    },
  },
  signs,
  order: 'newest-first',
  describe,
};

export const ingNlSavings: CsvLayout = {
  ...commonLayout,
  id: 'csv-ing-nl-savings',
  label: 'ING spaarrekening (CSV)',
  find: {
    header: [
      ['Datum', 'Omschrijving', 'Rekening', 'Tegenrekening', 'Af Bij', 'Bedrag', 'Mutatiesoort'],
      ['Date', 'Description', 'Account', 'Counterparty', 'Debit/credit', 'Amount', 'Transaction type'],
    ],
    without: [],
    names: {
      account: ['Rekening', 'Account'],
      currency: ['Valuta', 'Currency'],
      bookDate: ['Datum', 'Date'],
      amount: ['Bedrag', 'Amount'],
      sign: ['Af Bij', 'Debit/credit'],
      balance: ['Saldo na mutatie', 'Resulting balance'],
      counterAccount: ['Tegenrekening', 'Counterparty'],
      name: ['Omschrijving', 'Description'],
      text: ['Mededelingen', 'Notifications'],
      type: ['Mutatiesoort', 'Transaction type'],
    },
  },
  signs,
  order: 'newest-first',
  describe,
};
