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
} as const;
