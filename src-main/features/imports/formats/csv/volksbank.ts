/**
 * ASN, SNS and RegioBank: nineteen columns with the balance before each booking; without a header until 2025, with one since. Texts stand
 * in single quotes when commas part the columns. A description may begin with `reference-IBAN-name-`, which other columns hold as well.
 */
import { normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { deliveredReference, messageFields } from './messageText.ts';

/** The description without account and name of the other party. What stands before the account is a reference of the payer: it stays. */
function withoutParty(text: string, { iban, name }: { readonly iban: string; readonly name: string }): string {
  const at = iban === '' ? -1 : text.indexOf(`${iban}-`);
  if (at !== 0 && text[at - 1] !== '-') return text;
  const before = text.slice(0, Math.max(0, at - 1));
  const rest = text.slice(at + iban.length + 1);
  const isName = name !== '' && rest.toLowerCase().startsWith(name.toLowerCase());
  const after = isName ? rest.slice(name.length).replace(/^-/, '') : rest;
  return [before, after].filter((part) => part !== '').join(' ');
}

function describe(record: CsvRecord): Partial<PaymentFields> {
  const party = { iban: normalizeAccount(record.cell('counterAccount')), name: record.cell('name') };
  const message = messageFields(withoutParty(record.cell('text'), party));
  // The column of references also holds shorter numbers of cards and terminals. Sixteen digits are a betalingskenmerk, also when its
  // check fails: it stays, and is told to be wrong.
  const delivered = deliveredReference(record.cell('details'));
  const isReference = delivered !== null && delivered.issuer !== null && (delivered.isValid !== false || /^\d{16}$/.test(delivered.text));
  return isReference ? { ...message, reference: delivered } : message;
}

const shared = { ...commonLayout, apostropheFrom: 16, mark: '.', describe } as const;

export const volksbank: CsvLayout = {
  ...shared,
  id: 'csv-volksbank',
  label: 'ASN, SNS en RegioBank (CSV)',
  find: {
    delimiters: [',', ';', '\t'],
    width: { from: 19, to: 20 },
    shape: {
      0: /^\d{2}-\d{2}-\d{4}$/,
      1: /^NL\d{2}[A-Z]{4}\d{10}$/,
      7: /^[A-Z]{3}$/,
      8: /^-?\d{1,12}(?:\.\d{1,2})?$/,
      9: /^[A-Z]{3}$/,
      10: /^-?\d{1,12}(?:\.\d{1,2})?$/,
      11: /^\d{2}-\d{2}-\d{4}$/,
      12: /^\d{2}-\d{2}-\d{4}$/,
    },
    places: {
      bookDate: 11,
      otherDate: 0,
      account: 1,
      counterAccount: 2,
      name: 3,
      balanceBefore: 8,
      currency: 9,
      amount: 10,
      valueDate: 12,
      type: 14,
      details: 16,
      text: 17,
    },
  },
};

export const volksbankNamed: CsvLayout = {
  ...shared,
  id: 'csv-volksbank-named',
  label: 'ASN, SNS en RegioBank vanaf 2025 (CSV)',
  // A dot, and a comma in files that were saved again; savings accounts come without balances.
  mark: 'shown',
  find: {
    header: [['Datum', 'Je rekening', 'Van / naar', 'Naam', 'Bedrag bij / af', 'Omschrijving']],
    without: [],
    names: {
      bookDate: ['Verwerkingsdatum'],
      otherDate: ['Datum'],
      account: ['Je rekening'],
      counterAccount: ['Van / naar'],
      name: ['Naam'],
      balanceBefore: ['Saldo voor boeking'],
      currency: ['Valuta', 'Valuta boeking'],
      amount: ['Bedrag bij / af'],
      valueDate: ['Valutadatum'],
      type: ['Type'],
      details: ['Betalingskenmerk'],
      text: ['Omschrijving'],
    },
  },
};
