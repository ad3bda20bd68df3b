/**
 * ING, Belgium: eleven columns padded to blocks of eighty characters. Rows without an amount are information. The details name the other
 * party, `Van: .. IBAN: ..`; the message has a column of its own.
 */
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { labelledParts } from './labelledParts.ts';
import { messageFields } from './messageText.ts';

const labels = [
  'Van',
  'Naar',
  'De',
  'Vers',
  'From',
  'To',
  'IBAN',
  'BIC',
  'Mededeling',
  'Communication',
  'Message',
  'Referentie',
  'Référence',
  'Reference',
  'Info',
] as const;

const firstOf = (parts: ReadonlyMap<string, string>, names: readonly string[]): string | null =>
  names.map((name) => parts.get(name)).find((part) => part !== undefined && part !== '') ?? null;

function describe(record: CsvRecord): Partial<PaymentFields> {
  const details = record.cell('details').replace(/\s+/g, ' ');
  const { parts } = labelledParts(details, labels);
  const own = record.cell('text').replace(/\s+/g, ' ');
  const text = own === '' ? (firstOf(parts, ['Mededeling', 'Communication', 'Message']) ?? details) : own;
  // The name ends where its block of the details does.
  const block = /(?:^|\s)(?:Van|Naar|De|Vers|From|To)\s?:\s{0,3}(\S.{0,69}?)(?:\s{2,}|$)/i.exec(record.cell('details'))?.[1];
  return {
    ...messageFields(text),
    account: record.cell('counterAccount') || firstOf(parts, ['IBAN']),
    name: block ?? firstOf(parts, ['Van', 'Naar', 'De', 'Vers', 'From', 'To']),
    bic: /^[A-Z0-9]{8,11}/.exec(parts.get('BIC') ?? '')?.[0] ?? null,
  };
}

export const ingBe: CsvLayout = {
  ...commonLayout,
  id: 'csv-ing-be',
  label: 'ING België (CSV)',
  find: {
    header: [
      ['Rekeningnummer', 'Naam van de rekening', 'Rekening tegenpartij', 'Boekingsdatum', 'Bedrag', 'Omschrijving', 'Bericht'],
      ['Numéro de compte', 'Nom du compte', 'Compte partie adverse', 'Date comptable', 'Montant', 'Libellés', 'Message'],
      ['Account Number', 'Account Name', 'Counterparty account', 'Booking date', 'Amount', 'Description', 'Message'],
    ],
    without: [],
    names: {
      account: ['Rekeningnummer', 'Numéro de compte', 'Account Number'],
      bookDate: ['Boekingsdatum', 'Date comptable', 'Booking date'],
      valueDate: ['Valutadatum', 'Date valeur', 'Value date'],
      amount: ['Bedrag', 'Montant', 'Amount'],
      currency: ['Munteenheid', 'Devise', 'Currency'],
      counterAccount: ['Rekening tegenpartij', 'Compte partie adverse', 'Counterparty account'],
      type: ['Omschrijving', 'Libellés', 'Description'],
      details: ['Detail van de omzet', 'Details van de omzet', 'Détails du mouvement', 'Transaction details'],
      text: ['Bericht', 'Message'],
    },
  },
  isEmpty: (record) => record.cell('amount') === '',
  describe,
  bankRef: () => '',
};
