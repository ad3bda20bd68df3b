/** Exports that look like bookings of an account and are something else. Each is refused by its own name. */
import type { ParsedBankFile } from '../../../../domain/bankStatement.ts';
import { appError, type ErrorCode } from '../../../../../src-shared/errors.ts';
import { err } from '../../../../../src-shared/result.ts';
import type { Reader } from '../../reader.ts';
import { headerLines } from './findLayout.ts';
import { headerKeys } from './headerKey.ts';

type OtherProduct = {
  readonly id: string;
  readonly label: string;
  readonly code: ErrorCode;
  readonly header: readonly (readonly string[])[];
};

const otherProducts: readonly OtherProduct[] = [
  {
    id: 'csv-ing-nl-balances',
    label: 'ING saldoverloop (CSV)',
    code: 'bank-balances-only',
    header: [['Datum', 'Boeksaldo', 'Valutair saldo']],
  },
  {
    id: 'csv-rabobank-card',
    label: 'Rabobank creditcard (CSV)',
    code: 'bank-card-statement',
    header: [
      ['Tegenrekening IBAN', 'Munt', 'Creditcard Nummer'],
      ['Counterparty IBAN', 'Currency', 'Credit card number'],
    ],
  },
  {
    id: 'csv-kbc-card',
    label: 'KBC kredietkaart (CSV)',
    code: 'bank-card-statement',
    header: [
      ['kredietkaart', 'kaarthouder', 'uitgavenstaat'],
      ['credit card', 'card holder', 'expenditure statement'],
    ],
  },
];

const refusing = ({ id, label, code, header }: OtherProduct): Reader<ParsedBankFile> => ({
  id,
  label,
  kind: 'bank',
  sniff: ({ text }) => {
    if (text === null) return 0;
    const lines = headerLines(text.split(/\r\r\n|\r\n|\r|\n/, 5));
    const fits = lines.some(({ keys }) => header.some((set) => set.every((name) => headerKeys(name).some((key) => keys.includes(key)))));
    return fits ? 90 : 0;
  },
  parse: ({ name }) => err([{ ...appError(code, { file: name }, { file: name }), severity: 'error' }]),
});

export const otherProductReaders: readonly Reader<ParsedBankFile>[] = otherProducts.map(refusing);
