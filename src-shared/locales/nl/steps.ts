/** Names of the steps of the dunning ladders, for inside a sentence. */
export const steps = {
  invoice: 'factuur verzenden',
  'pre-due': 'vooraankondiging',
  'reminder-1': 'eerste herinnering',
  'reminder-2': 'tweede herinnering',
  'pre-legal-procedure': 'pre-juridische incassoprocedure',
  'demand-1': 'eerste aanmaning',
  'demand-2': 'tweede aanmaning',
  'demand-2-reminder': 'herinnering aan de tweede aanmaning',
  'default-notice': 'ingebrekestelling',
  'pre-legal-letter': 'pre-juridische brief',
  handover: 'overdracht aan de deurwaarder',
  'account-statement': 'rekeningoverzicht',
  'receipt-confirmation': 'ontvangstbevestiging',
  'payment-thanks': 'bedankje voor de betaling',
  'crossed-apology': 'excuus voor een gekruist bericht',
} as const;
