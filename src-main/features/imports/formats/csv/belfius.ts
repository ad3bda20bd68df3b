/**
 * Belfius: up to a dozen lines with the choices of the download and the last balance, then fifteen columns, in Dutch, French and English.
 * Numbers of statements are given afterwards and start anew each year, so they identify nothing.
 */
import { commonLayout, type CsvLayout, type CsvPreamble } from './csvLayout.ts';
import { headerKey } from './headerKey.ts';

const balanceLabels = new Set(['laatstesaldo', 'derniersolde', 'lastbalance']);
const dayLabels = /^(?:datumuurvanhetlaatstesaldo|dateheuredudernier?solde|datetimeofthelastbalance|datetimeoflastbalance)$/;

function preamble(rows: readonly (readonly string[])[]): CsvPreamble | null {
  const valueOf = (fits: (label: string) => boolean): string | null =>
    rows.find(([label = '']) => fits(headerKey(label)))?.[1]?.trim() || null;
  return { closing: valueOf((label) => balanceLabels.has(label)), closingDate: valueOf((label) => dayLabels.test(label)) };
}

export const belfius: CsvLayout = {
  ...commonLayout,
  id: 'csv-belfius',
  label: 'Belfius (CSV)',
  find: {
    header: [
      ['Rekening', 'Boekingsdatum', 'Rekening tegenpartij', 'Transactie', 'Valutadatum', 'Bedrag', 'Devies', 'Mededelingen'],
      ['Compte', 'Date de comptabilisation', 'Compte contrepartie', 'Transaction', 'Date valeur', 'Montant', 'Devise', 'Communications'],
      ['Account', 'Booking date', 'Counterparty account', 'Transaction', 'Value date', 'Amount', 'Currency', 'Communications'],
    ],
    without: [],
    names: {
      account: ['Rekening', 'Compte', 'Account'],
      bookDate: ['Boekingsdatum', 'Date de comptabilisation', 'Booking date'],
      valueDate: ['Valutadatum', 'Date valeur', 'Value date'],
      amount: ['Bedrag', 'Montant', 'Amount'],
      currency: ['Devies', 'Devise', 'Currency'],
      counterAccount: ['Rekening tegenpartij', 'Compte contrepartie', 'Counterparty account'],
      name: [
        'Naam tegenpartij bevat',
        'Naam tegenpartij',
        'Nom contrepartie contient',
        'Nom contrepartie',
        'Counterparty name contains',
        'Counterparty name',
      ],
      bic: ['BIC'],
      text: ['Mededelingen', 'Communications'],
      details: ['Transactie', 'Transaction'],
    },
  },
  order: 'newest-first',
  describe: (record) => (record.cell('text') === '' ? { remittance: record.cell('details').replace(/\s+/g, ' ') || null } : {}),
  bankRef: () => '',
  preamble,
};
