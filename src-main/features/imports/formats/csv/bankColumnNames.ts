/**
 * What the columns of a list of bank bookings are called, in Dutch, French, English and German, the better name first. Weak names count
 * only where the content fits. Used for exports of banks and programs that have no layout of their own here.
 */
import type { CsvColumn } from './csvLayout.ts';
import { headerKeys } from './headerKey.ts';

/** The columns a person can point out, in the order in which names are given out. */
export const mappedColumns = [
  'bookDate',
  'valueDate',
  'amount',
  'debit',
  'credit',
  'sign',
  'balance',
  'counterAccount',
  'name',
  'account',
  'currency',
  'reference',
  'text',
  'text2',
  'endToEndId',
  'bankRef',
] as const satisfies readonly CsvColumn[];
export type MappedColumn = (typeof mappedColumns)[number];

type Names = { readonly strong: readonly string[]; readonly weak: readonly string[] };

const names: Readonly<Record<MappedColumn, Names>> = {
  bookDate: {
    strong: [
      'Boekdatum',
      'Boekingsdatum',
      'Transactiedatum',
      'Verwerkingsdatum',
      'Uitvoeringsdatum',
      'Datum',
      'Booking date',
      'Transaction date',
      'Posting date',
      'Completed date',
      'Date comptable',
      "Date d'opération",
      'Date opération',
      'Date',
      'Buchungstag',
      'Buchungsdatum',
    ],
    weak: ['Dag', 'Day', 'Jour', 'Tag', 'Datum/tijd', 'Timestamp', 'Created'],
  },
  valueDate: { strong: ['Valutadatum', 'Rentedatum', 'Value date', 'Date valeur', 'Date de valeur', 'Wertstellung'], weak: ['Valuta'] },
  amount: {
    strong: [
      'Bedrag',
      'Bedrag (EUR)',
      'Bedrag in euro',
      'Transactiebedrag',
      'Amount',
      'Amount (EUR)',
      'Transaction amount',
      'Montant',
      'Montant (EUR)',
      'Betrag',
      'Umsatz',
    ],
    weak: ['Netto', 'Net', 'Waarde', 'Value', 'Totaal', 'Total', 'Somme', 'Mutatie'],
  },
  debit: {
    strong: [
      'Debet',
      'Afschrijving',
      'Afschrijvingen',
      'Uitgaven',
      'Debit',
      'Debit amount',
      'Withdrawal',
      'Withdrawals',
      'Paid out',
      'Money out',
      'Débit',
      'Soll',
    ],
    weak: ['Af', 'Uit', 'Out', 'Sortie', 'Dépenses'],
  },
  credit: {
    strong: [
      'Credit',
      'Bijschrijving',
      'Bijschrijvingen',
      'Inkomsten',
      'Ontvangsten',
      'Credit amount',
      'Deposit',
      'Deposits',
      'Paid in',
      'Money in',
      'Crédit',
      'Haben',
    ],
    weak: ['Bij', 'In', 'Entrée', 'Recettes'],
  },
  sign: {
    strong: ['Af Bij', 'Bij Af', 'Debet/Credit', 'Debit/credit', 'CreditDebet', 'D/C', 'C/D', 'Soll/Haben', 'Sens'],
    weak: ['Type', 'Soort', 'Richting', 'Direction', 'Transaction type'],
  },
  balance: {
    strong: [
      'Saldo na mutatie',
      'Saldo na boeking',
      'Saldo na transactie',
      'Saldo',
      'Balance',
      'Running balance',
      'Solde',
      'Solde après opération',
      'Kontostand',
    ],
    weak: ['Eindsaldo', 'Stand'],
  },
  counterAccount: {
    strong: [
      'Tegenrekening',
      'Tegenrekeningnummer',
      'Tegenrekening IBAN',
      'IBAN tegenpartij',
      'Rekening tegenpartij',
      'Rekeningnummer tegenpartij',
      'Counterparty IBAN',
      'Counterparty account',
      'Counter account',
      'Compte contrepartie',
      'IBAN contrepartie',
      'Kontonummer/IBAN',
    ],
    weak: ['IBAN', 'Van/naar', 'To/from'],
  },
  name: {
    strong: [
      'Naam tegenpartij',
      'Tegenpartij',
      'Tegenrekeninghouder',
      'Naam begunstigde',
      'Naam/omschrijving',
      'Naam',
      'Counterparty name',
      'Counterparty',
      'Payee',
      'Payer',
      'Beneficiary',
      'Name',
      'Nom contrepartie',
      'Nom de la contrepartie',
      'Contrepartie',
      'Nom',
      'Begünstigter/Zahlungspflichtiger',
    ],
    weak: ['Klant', 'Relatie', 'Partij', 'Merchant', 'From', 'Van', 'Tiers'],
  },
  account: {
    strong: [
      'Eigen rekening',
      'Mijn rekening',
      'Je rekening',
      'Rekeningnummer',
      'Rekening',
      'IBAN/BBAN',
      'Own account',
      'Account number',
      'Account',
      'Numéro de compte',
      'Compte',
      'Konto',
      'Auftragskonto',
    ],
    weak: ['IBAN'],
  },
  currency: { strong: ['Munt', 'Muntsoort', 'Munteenheid', 'Valutacode', 'Currency', 'Devise', 'Währung'], weak: ['Valuta', 'Ccy'] },
  reference: {
    strong: [
      'Betalingskenmerk',
      'Gestructureerde mededeling',
      'Structured reference',
      'Structured communication',
      'Payment reference',
      'Communication structurée',
    ],
    weak: ['Kenmerk'],
  },
  text: {
    strong: [
      'Omschrijving',
      'Mededeling',
      'Mededelingen',
      'Vrije mededeling',
      'Betalingsomschrijving',
      'Description',
      'Communication',
      'Remittance information',
      'Libellé',
      'Communication libre',
      'Verwendungszweck',
    ],
    weak: [
      'Details',
      'Memo',
      'Message',
      'Bericht',
      'Notities',
      'Notes',
      'Narrative',
      'Particulars',
      'Toelichting',
      'Reference',
      'Referentie',
    ],
  },
  text2: {
    strong: ['Omschrijving-2', 'Omschrijving 2', 'Mededeling 2', 'Description 2'],
    weak: ['Details', 'Memo', 'Message', 'Bericht', 'Toelichting', 'Mededelingen'],
  },
  endToEndId: { strong: ['End-to-end ID', 'EndToEndId', 'End to end reference'], weak: ['Transactiereferentie'] },
  bankRef: {
    strong: ['Transactie-ID', 'Transaction ID', 'Volgnummer', 'Volgnr', 'Bankreferentie', 'Bank reference', 'Numéro de séquence'],
    weak: ['ID', 'Referentie', 'Reference', 'Référence'],
  },
};

/** Keys of the names of a column, the better first. */
export const columnNames: ReadonlyMap<MappedColumn, Names> = new Map(
  mappedColumns.map((column) => [
    column,
    { strong: names[column].strong.flatMap(headerKeys), weak: names[column].weak.flatMap(headerKeys) },
  ]),
);

const known = new Set([...columnNames.values()].flatMap(({ strong, weak }) => [...strong, ...weak]));

/** Whether a cell reads like the name of a column of bookings. */
export const isBankHeader = (key: string): boolean => known.has(key);

/** Words that say in which direction money went, when amounts have no sign. */
export const directionWords = {
  credit: [
    'C',
    'CR',
    'Cr.',
    'CRDT',
    'Credit',
    'Bij',
    'Bijschrijving',
    'Bijschrijvingen',
    'In',
    'Ontvangst',
    'Ontvangen',
    'Crédit',
    'H',
    'Haben',
    '+',
  ],
  debit: [
    'D',
    'DR',
    'Dr.',
    'DBIT',
    'Debit',
    'Debet',
    'Af',
    'Afschrijving',
    'Afschrijvingen',
    'Uit',
    'Uitgave',
    'Betaling',
    'Débit',
    'S',
    'Soll',
    '-',
  ],
} as const;
