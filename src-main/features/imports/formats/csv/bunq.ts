/** bunq: six or seven columns in English or Dutch; dates and decimal mark follow the region of the user. No number, no balance. */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const bunq: CsvLayout = {
  ...commonLayout,
  id: 'csv-bunq',
  label: 'bunq (CSV)',
  find: {
    header: [
      ['Date', 'Amount', 'Account', 'Counterparty', 'Name', 'Description'],
      ['Datum', 'Bedrag', 'Rekening', 'Tegenrekening', 'Naam', 'Omschrijving'],
    ],
    // Names this common are bunq's only when nothing else stands beside them.
    without: [
      'Balance',
      'Saldo',
      'Currency',
      'Valuta',
      'Code',
      'Type',
      'Af Bij',
      'Debit/credit',
      'Factuurnummer',
      'Invoice number',
      'Vervaldatum',
      'Due date',
    ],
    names: {
      account: ['Account', 'Rekening'],
      bookDate: ['Date', 'Datum'],
      valueDate: ['Interest Date', 'Rentedatum'],
      amount: ['Amount', 'Bedrag'],
      counterAccount: ['Counterparty', 'Tegenrekening'],
      name: ['Name', 'Naam'],
      text: ['Description', 'Omschrijving'],
    },
  },
  mark: 'shown',
};
