/**
 * BNP Paribas Fortis, Fintro and Hello bank: thirteen columns, earlier eight, in Dutch, French and English. Only accepted payments count.
 * `Volgnummer` (`2026-00012`) is incomplete (`2026-`) until a booking is final; the reference of the bank stands in the details.
 */
import { looksLikeIban, normalizeAccount } from '../../../../domain/references/iban.ts';
import type { PaymentFields } from '../paymentFields.ts';
import { commonLayout, type CsvLayout, type CsvRecord } from './csvLayout.ts';
import { messageFields } from './messageText.ts';

const accepted = /^(?:|geaccepteerd|accepté|accepte|accept.|accepted)$/i;

const bankReference = /(?:BANKREFERENTIE|REFERENCE BANQUE|RÉFÉRENCE BANQUE|BANK REFERENCE)\s{0,3}:?\s{0,3}(\d{6,20})/i;
const message =
  /(?:MEDEDELING|COMMUNICATION|MESSAGE)\s{0,3}:\s{0,3}(.{1,200}?)\s{0,10}(?:UITGEVOERD OP|EXECUTE LE|EXÉCUTÉ LE|BANKREFERENTIE|REFERENCE BANQUE|RÉFÉRENCE BANQUE|VALUTADATUM|DATE VALEUR|$)/i;
const bicInText = /^\s{0,3}[A-Z]{2}\d{2}[A-Z0-9 ]{8,40}?BIC\s{1,3}([A-Z0-9]{8}(?:[A-Z0-9]{3})?)\b/;

/** The reference in the details stays the same when a booking gets its number, so it goes first; half a number is none. */
function bankRef(record: CsvRecord): string {
  const number = record.cell('bankRef');
  return bankReference.exec(record.cell('details'))?.[1] ?? (/^\d{4}-\d{1,6}$/.test(number) ? number : '');
}

/** In the column of the other party stands an account, or what kind of booking it is. */
function describe(record: CsvRecord): Partial<PaymentFields> {
  const details = record.cell('details');
  const account = normalizeAccount(record.cell('counterAccount'));
  const named = record.cell('text');
  const text = named === '' ? (message.exec(details)?.[1] ?? details) : named;
  return {
    ...messageFields(text),
    account: looksLikeIban(account) ? account : null,
    bic: bicInText.exec(details)?.[1] ?? null,
  };
}

export const bnpFortis: CsvLayout = {
  ...commonLayout,
  id: 'csv-bnp-fortis',
  label: 'BNP Paribas Fortis (CSV)',
  find: {
    header: [
      ['Volgnummer', 'Uitvoeringsdatum', 'Valutadatum', 'Bedrag', 'Rekeningnummer', 'Details'],
      ['N° de séquence', "Date d'exécution", 'Date valeur', 'Montant', 'Numéro de compte', 'Détails'],
      ['Numéro de séquence', "Date d'exécution", 'Date valeur', 'Montant', 'Numéro de compte', 'Détails'],
      ['Sequence number', 'Execution date', 'Value date', 'Amount', 'Account number', 'Details'],
    ],
    without: [],
    names: {
      bankRef: ['Volgnummer', 'N° de séquence', 'Numéro de séquence', 'Sequence number'],
      bookDate: ['Uitvoeringsdatum', "Date d'exécution", 'Execution date'],
      valueDate: ['Valutadatum', 'Date valeur', 'Value date'],
      amount: ['Bedrag', 'Montant', 'Amount'],
      currency: ['Valuta rekening', 'Munt van de rekening', 'Devise du compte', 'Account currency', 'Currency'],
      account: ['Rekeningnummer', 'Numéro de compte', 'Account number'],
      type: ['Type verrichting', 'Type de transaction', 'Transaction type'],
      counterAccount: ['Tegenpartij', 'Tegenpartij van de verrichting', 'Contrepartie', 'Contrepartie de la transaction', 'Counterparty'],
      name: ['Naam van de tegenpartij', 'Nom de la contrepartie', 'Counterparty name', 'Name of the counterparty'],
      text: ['Mededeling', 'Communication', 'Message'],
      details: ['Details', 'Détails'],
      state: ['Status', 'Statut'],
    },
  },
  mark: 'shown',
  order: 'newest-first',
  isBooked: (record) => accepted.test(record.cell('state')),
  describe,
  bankRef,
};
