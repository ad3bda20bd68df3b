/**
 * Rabobank: the export of 26 columns (Dutch and English), in which each booking has a number of its own and the balance behind it, and
 * the export before 2018 without a header. Texts come in up to three pieces; a piece that is full goes on in the next.
 */
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { messageFields } from './messageText.ts';

/** Pieces are cut at multiples of 35 characters, the line of an SEPA message. */
const isFull = (piece: string): boolean => piece.length >= 35 && piece.length % 35 === 0 && !piece.endsWith(' ');

export const joinPieces = (pieces: readonly string[]): string =>
  pieces
    .filter((piece) => piece.trim() !== '')
    .map((piece, index, all) => (index === all.length - 1 || isFull(piece) ? piece : `${piece} `))
    .join('');

const describe = (record: CsvRecord): Partial<PaymentFields> =>
  messageFields(joinPieces([record.raw('text'), record.raw('text2'), record.raw('text3')]));

export const rabobank: CsvLayout = {
  ...commonLayout,
  id: 'csv-rabobank',
  label: 'Rabobank (CSV)',
  find: {
    header: [
      ['IBAN/BBAN', 'Munt', 'Datum', 'Bedrag', 'Saldo na trn', 'Omschrijving-1'],
      ['IBAN/BBAN', 'Currency', 'Date', 'Amount', 'Balance after trn', 'Description-1'],
      ['IBAN/BBAN', 'Currency', 'Date', 'Amount', 'Balance after transaction', 'Description-1'],
    ],
    without: ['Creditcard Nummer', 'Credit card number'],
    names: {
      account: ['IBAN/BBAN'],
      currency: ['Munt', 'Currency', 'Ccy'],
      bookDate: ['Datum', 'Date'],
      valueDate: ['Rentedatum', 'Interest date', 'Value date'],
      amount: ['Bedrag', 'Amount'],
      balance: ['Saldo na trn', 'Balance after trn', 'Balance after transaction'],
      counterAccount: ['Tegenrekening IBAN/BBAN', 'Counterparty IBAN/BBAN', 'Counterparty account IBAN/BBAN'],
      bic: ['BIC tegenpartij', 'BIC counterparty', 'Counterparty BIC'],
      name: ['Naam tegenpartij', 'Name counterparty', 'Counterparty name'],
      ultimateName: ['Naam uiteindelijke partij', 'Name ultimate party', 'Ultimate party name'],
      text: ['Omschrijving-1', 'Description-1'],
      text2: ['Omschrijving-2', 'Description-2'],
      text3: ['Omschrijving-3', 'Description-3'],
      reference: ['Betalingskenmerk', 'Payment reference'],
      endToEndId: ['Transactiereferentie', 'Transaction reference'],
      mandateId: ['Machtigingskenmerk', 'Mandate reference', 'Direct debit reference'],
      creditorId: ['Incassant ID', 'Creditor ID', 'Collecting party ID'],
      returnReason: ['Reden retour', 'Reason return', 'Return reason'],
      bankRef: ['Volgnr', 'Sequence number', 'Seq. no', 'Serial number'],
      type: ['Code'],
      instructedAmount: ['Oorspr bedrag', 'Original amount', 'Instructed amount'],
      instructedCurrency: ['Oorspr munt', 'Original currency', 'Instructed currency'],
    },
  },
  describe,
};

const sixTexts = 6;

/** Nineteen columns without names: account, currency, date, C or D, amount, account and name of the other, date, code, filler, texts. */
export const rabobankOld: CsvLayout = {
  ...commonLayout,
  id: 'csv-rabobank-old',
  label: 'Rabobank tot 2018 (CSV)',
  find: {
    delimiters: [','],
    width: { from: 19, to: 19 },
    shape: {
      0: /^(?:NL\d{2}RABO\d{10}|\d{9,10})$/,
      1: /^[A-Z]{3}$/,
      2: /^\d{8}$/,
      3: /^[CD]$/,
      4: /^\d{1,12}\.\d{1,2}$/,
      7: /^\d{8}$/,
    },
    places: {
      account: 0,
      currency: 1,
      valueDate: 2,
      sign: 3,
      amount: 4,
      counterAccount: 5,
      name: 6,
      bookDate: 7,
      type: 8,
      text: 10,
      text2: 11,
      text3: 12,
      details: 10 + sixTexts - 1,
      endToEndId: 16,
      creditorId: 17,
      mandateId: 18,
    },
  },
  mark: '.',
  signs: { credit: ['C'], debit: ['D'] },
  describe: (record) => messageFields(joinPieces([record.raw('text'), record.raw('text2'), record.raw('text3'), record.raw('details')])),
};
