/** Keytrade Bank: seven columns; the name and account of the other party stand in the description only. */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const keytrade: CsvLayout = {
  ...commonLayout,
  id: 'csv-keytrade',
  label: 'Keytrade Bank (CSV)',
  find: {
    header: [
      ['Uittreksel', 'Datum', 'Valutadatum', 'Rekening', 'Omschrijving', 'Bedrag', 'Valuta'],
      ['Extrait', 'Date', 'Date valeur', 'Compte', 'Description', 'Montant', 'Devise'],
    ],
    without: [],
    names: {
      account: ['Rekening', 'Compte'],
      bookDate: ['Datum', 'Date'],
      valueDate: ['Valutadatum', 'Date valeur'],
      amount: ['Bedrag', 'Montant'],
      currency: ['Valuta', 'Devise'],
      text: ['Omschrijving', 'Description'],
    },
  },
  order: 'newest-first',
};
