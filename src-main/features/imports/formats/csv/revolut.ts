/**
 * Revolut: the personal export (English, Dutch, French headers) and the one of Revolut Business, whose set of columns grows. Only
 * completed bookings count. Rows stand in the order in which they were started; balances follow the order in which they were completed.
 */
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { messageFields } from './messageText.ts';

const completed = new Set(['completed', 'voltooid', 'termine', 'terminé', '']);
const isBooked = (record: CsvRecord): boolean => completed.has(record.cell('state').toLowerCase()) && record.cell('bookDate') !== '';

/** `To Guybrush`, `Payment from ACME`: the other party stands in the description. */
const party =
  /^(?:To|From|Payment from|Transfer to|Transfer from|Money added from|Naar|Van|Betaling van|Overschrijving naar|Vers|De|Virement à|Paiement de)\s(.{1,140})$/i;

function describe(record: CsvRecord): Partial<PaymentFields> {
  const description = record.cell('details');
  const reference = record.cell('text');
  // The payer of money that goes out is somebody of our own.
  const name = party.exec(description)?.[1] ?? (record.cell('amount').startsWith('-') ? '' : record.cell('name'));
  return { ...messageFields(reference === '' ? description : reference), name: name === '' ? null : name };
}

export const revolut: CsvLayout = {
  ...commonLayout,
  id: 'csv-revolut',
  label: 'Revolut (CSV)',
  find: {
    header: [
      ['Type', 'Product', 'Started Date', 'Completed Date', 'Description', 'Amount', 'Fee', 'Currency', 'State', 'Balance'],
      ['Type', 'Product', 'Startdatum', 'Datum voltooid', 'Beschrijving', 'Bedrag', 'Kosten', 'Valuta', 'Status', 'Saldo'],
      ['Type', 'Produit', 'Date de début', 'Date de fin', 'Description', 'Montant', 'Frais', 'Devise', 'État', 'Solde'],
    ],
    without: [],
    names: {
      account: ['Product', 'Produit'],
      currency: ['Currency', 'Valuta', 'Devise'],
      bookDate: ['Completed Date', 'Datum voltooid', 'Date de fin'],
      amount: ['Amount', 'Bedrag', 'Montant'],
      fee: ['Fee', 'Kosten', 'Frais'],
      balance: ['Balance', 'Saldo', 'Solde'],
      details: ['Description', 'Beschrijving'],
      type: ['Type'],
      state: ['State', 'Status', 'État'],
    },
  },
  mark: '.',
  isSorted: false,
  isEmpty: () => false,
  isBooked,
  describe,
  // One product holds an account in every currency, and none of them has a number here.
  ownAccount: (record) => [record.cell('account'), record.cell('currency').toUpperCase()].filter((part) => part !== 'EUR').join(' '),
};

const business = {
  ...commonLayout,
  mark: '.',
  order: 'newest-first',
  isSorted: false,
  isEmpty: () => false,
  isBooked,
  describe,
} as const;

const businessNames = {
  account: ['Account', 'Account name', 'Payment currency'],
  currency: ['Payment currency'],
  bookDate: ['Date completed (UTC)'],
  balance: ['Balance'],
  counterAccount: ['Beneficiary IBAN', 'Beneficiary account number'],
  bic: ['Beneficiary BIC'],
  name: ['Payer'],
  details: ['Description'],
  text: ['Reference'],
  bankRef: ['ID'],
  type: ['Type'],
  state: ['State'],
  instructedAmount: ['Orig amount'],
  instructedCurrency: ['Orig currency'],
} as const;

const businessHeader = ['Date started (UTC)', 'Date completed (UTC)', 'ID', 'Type', 'State', 'Description', 'Amount'];

export const revolutBusiness: CsvLayout = {
  ...business,
  id: 'csv-revolut-business',
  label: 'Revolut Business (CSV)',
  find: { header: [[...businessHeader, 'Total amount']], without: [], names: { ...businessNames, amount: ['Total amount'] } },
};

/** Before there was a total: the fee stands beside the amount and goes off. */
export const revolutBusinessOld: CsvLayout = {
  ...business,
  id: 'csv-revolut-business-old',
  label: 'Revolut Business, eerder (CSV)',
  find: { header: [businessHeader], without: ['Total amount'], names: { ...businessNames, amount: ['Amount'], fee: ['Fee'] } },
};
