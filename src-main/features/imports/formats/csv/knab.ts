/**
 * Knab: a banner line, then sixteen columns. The direction is a word: C and D until 2025, `Bijschrijvingen` and `Afschrijvingen` in the
 * export of 2026; any other word leaves the booking unread.
 */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const knab: CsvLayout = {
  ...commonLayout,
  id: 'csv-knab',
  label: 'Knab (CSV)',
  find: {
    header: [['Rekeningnummer', 'Transactiedatum', 'CreditDebet', 'Bedrag', 'Tegenrekeningnummer', 'Tegenrekeninghouder', 'Omschrijving']],
    without: [],
    names: {
      account: ['Rekeningnummer'],
      currency: ['Valutacode'],
      bookDate: ['Boekdatum'],
      otherDate: ['Transactiedatum'],
      valueDate: ['Valutadatum'],
      amount: ['Bedrag'],
      sign: ['CreditDebet'],
      counterAccount: ['Tegenrekeningnummer'],
      name: ['Tegenrekeninghouder'],
      text: ['Omschrijving'],
      type: ['Betaalwijze'],
      mandateId: ['Machtigingsnummer'],
      creditorId: ['Incassant ID'],
      bankRef: ['Referentie'],
    },
  },
  signs: {
    credit: ['C', 'Credit', 'Bij', 'Bijschrijving', 'Bijschrijvingen'],
    debit: ['D', 'Debet', 'Af', 'Afschrijving', 'Afschrijvingen'],
  },
  order: 'newest-first',
};
