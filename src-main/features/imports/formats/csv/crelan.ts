/** Crelan: nine columns in Dutch and French, the balance behind each booking, a dot as decimal mark (`.95` occurs), empty rows at the end. */
import { commonLayout, type CsvLayout } from './csvLayout.ts';

export const crelan: CsvLayout = {
  ...commonLayout,
  id: 'csv-crelan',
  label: 'Crelan (CSV)',
  find: {
    header: [
      [
        'Date',
        'Montant',
        'Solde après opération',
        'Devise',
        'Contrepartie',
        'Compte contrepartie',
        'Communication',
        "Compte donneur d'ordre",
      ],
      ['Datum', 'Bedrag', 'Saldo na verrichting', 'Munt', 'Tegenpartij', 'Rekening tegenpartij', 'Mededeling', 'Rekening opdrachtgever'],
    ],
    without: [],
    names: {
      account: ["Compte donneur d'ordre", 'Rekening opdrachtgever'],
      bookDate: ['Date', 'Datum'],
      amount: ['Montant', 'Bedrag'],
      balance: ['Solde après opération', 'Saldo na verrichting'],
      currency: ['Devise', 'Munt'],
      counterAccount: ['Compte contrepartie', 'Rekening tegenpartij'],
      name: ['Contrepartie', 'Tegenpartij'],
      type: ["Type d'opération", 'Type verrichting'],
      text: ['Communication', 'Mededeling'],
    },
  },
  mark: '.',
};
