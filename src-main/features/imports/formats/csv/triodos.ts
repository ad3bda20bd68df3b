/** Triodos: the Dutch export without a header, in which BIC and IBAN share a column, and the Belgian one with balances. */
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';

/** `BIC IBAN`, an IBAN alone, or an older account number. */
function counterParty(record: CsvRecord): Partial<PaymentFields> {
  const both = /^([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?) (\S.*)$/.exec(record.cell('counterAccount'));
  return both === null ? {} : { bic: both[1] ?? null, account: both[2] ?? null };
}

export const triodosNl: CsvLayout = {
  ...commonLayout,
  id: 'csv-triodos-nl',
  label: 'Triodos Nederland (CSV)',
  find: {
    delimiters: [',', ';'],
    width: { from: 8, to: 9 },
    shape: { 0: /^\d{2}-\d{2}-\d{4}$/, 1: /^NL\d{2}TRIO\d{10}$/, 2: /^\d[\d.]{0,15}(?:,\d{1,2})?$/, 3: /^(?:Debet|Credit)$/i },
    places: { bookDate: 0, account: 1, amount: 2, sign: 3, name: 4, counterAccount: 5, type: 6, text: 7, balance: 8 },
  },
  signs: { credit: ['Credit'], debit: ['Debet'] },
  describe: counterParty,
};

export const triodosBe: CsvLayout = {
  ...commonLayout,
  id: 'csv-triodos-be',
  label: 'Triodos België (CSV)',
  find: {
    header: [['Date', 'Account', 'Amount', 'CounterpartyAccount', 'CounterpartyName', 'TransactionType', 'Communication']],
    without: [],
    names: {
      account: ['Account'],
      bookDate: ['Date'],
      amount: ['Amount'],
      balance: ['Balance'],
      counterAccount: ['CounterpartyAccount'],
      bic: ['BIC'],
      name: ['CounterpartyName'],
      text: ['Communication'],
      type: ['TransactionType'],
    },
  },
};
