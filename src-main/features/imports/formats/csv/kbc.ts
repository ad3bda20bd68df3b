/** KBC and CBC: one export in Dutch, French and English, cells padded with blanks, lines that may end in CR only. */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const kbc: CsvLayout = {
  ...commonLayout,
  id: 'csv-kbc',
  label: 'KBC en CBC (CSV)',
  find: {
    header: [
      ['Rekeningnummer', 'Rubrieknaam', 'Naam', 'Munt', 'Afschriftnummer', 'Datum', 'Bedrag', 'Saldo'],
      [
        'Rekeningnummer',
        'Naam',
        'Munt',
        'Afschriftnummer',
        'Datum',
        'Omschrijving',
        'Valuta',
        'Bedrag',
        'Saldo',
        'gestructureerde mededeling',
      ],
      // Some exports leave out the heading.
      ['Account number', 'Name', 'Currency', 'Statement number', 'Date', 'Value date', 'Amount', 'Balance', 'Free-format reference'],
      ['Numéro de compte', 'Nom', 'Devise', "Numéro d'extrait", 'Date', 'Montant', 'Solde', 'Communication libre'],
    ],
    without: [],
    names: {
      account: ['Rekeningnummer', 'Account number', 'Numéro de compte'],
      currency: ['Munt', 'Currency', 'Devise'],
      bookDate: ['Datum', 'Date'],
      // In the Dutch export "Valuta" is the value date.
      valueDate: ['Valuta', 'Valutadatum', 'Value date', 'Valeur', 'Date valeur'],
      amount: ['Bedrag', 'Amount', 'Montant'],
      balance: ['Saldo', 'Balance', 'Solde'],
      counterAccount: [
        'rekeningnummer tegenpartij',
        'Rekening tegenpartij',
        "counterparty's account number",
        'Counterparty account number',
        'Counterparty account',
        'numéro de compte contrepartie',
        'Compte contrepartie',
      ],
      bic: [
        'BIC tegenpartij',
        'BIC code tegenpartij',
        'Counterparty BIC',
        'Counterparty BIC code',
        'BIC contrepartie',
        'Code BIC contrepartie',
      ],
      name: ['Naam tegenpartij', 'Counterparty name', 'Nom contrepartie'],
      text: ['Vrije mededeling', 'Free-format reference', 'Communication libre'],
      reference: [
        'gestructureerde mededeling',
        'Standard-format reference',
        'Structured-format reference',
        'communication structurée',
        'Communication standardisée',
      ],
      type: ['Omschrijving', 'Description', 'Libellé'],
    },
  },
  order: 'newest-first',
  isEmpty: (record) => record.cell('amount') === '' && record.cell('bookDate') === '',
  // What the bank calls the booking stands in the column of types when the payer wrote nothing.
  describe: (record) => (record.cell('text') === '' && record.cell('reference') === '' ? { remittance: record.cell('type') || null } : {}),
};
