/** Argenta: a sheet (XLSX) with one account, also seen as delimited text; Dutch, French and English names. */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const argenta: CsvLayout = {
  ...commonLayout,
  id: 'csv-argenta',
  label: 'Argenta',
  find: {
    header: [
      ['Rekening', 'Boekdatum', 'Valutadatum', 'Referentie', 'Beschrijving', 'Bedrag', 'Munt'],
      ['Compte', 'Date comptable', 'Date valeur', 'Référence', 'Description', 'Montant', 'Devise'],
      ['Account', 'Booking date', 'Value date', 'Reference', 'Description', 'Amount', 'Currency'],
    ],
    without: ['Message', 'Account name'],
    names: {
      account: ['Rekening', 'Compte', 'Account'],
      bookDate: ['Boekdatum', 'Date comptable', 'Booking date'],
      valueDate: ['Valutadatum', 'Date valeur', 'Value date'],
      amount: ['Bedrag', 'Montant', 'Amount'],
      currency: ['Munt', 'Devise', 'Currency'],
      counterAccount: ['Rekening tegenpartij', 'Compte de la contrepartie', 'Compte contrepartie', 'Counterparty account'],
      name: ['Naam tegenpartij', 'Nom de la contrepartie', 'Nom contrepartie', 'Counterparty name', 'Name counterparty'],
      text: ['Mededeling', 'Communication'],
      bankRef: ['Referentie', 'Référence', 'Reference'],
      type: ['Beschrijving', 'Description'],
    },
  },
  mark: 'shown',
};
