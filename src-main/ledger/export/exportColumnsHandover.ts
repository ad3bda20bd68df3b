/** What the tables of handovers mean; see exportColumns.ts. */
export const handoverTables = {
  handover_party: {
    about: 'Bailiffs, agencies and lawyers to whom claims can be handed over.',
    columns: {
      kind: 'bailiff, agency or lawyer',
      name: 'name, as letters have it',
      attention: 'who deals with it there',
      street: 'street and number',
      postcode: 'postcode',
      city: 'city',
      country: 'ISO 3166-1 code, NL or BE',
      email: 'address for mail',
      phone: 'telephone number',
      registration: 'number in the register that the law asks of an agency that writes to consumers',
      is_standard: '1 for the one that announcements to customers of its country name',
      removed_at: 'instant it was taken away, or empty',
    },
  },
  handover: {
    about: 'Customers whose claims were handed over; rows are only ever added.',
    columns: {
      handover_party_id: 'row of handover_party',
      party: 'the party as it was then, as JSON',
      on_date: 'day from which nothing of ours goes out',
    },
  },
  handover_end: {
    about: 'Handovers that ended: our own follow-up went on.',
    columns: {
      handover_id: 'row of handover',
      on_date: 'day from which our own follow-up went on',
      reason: 'why, as typed',
    },
  },
} as const;
