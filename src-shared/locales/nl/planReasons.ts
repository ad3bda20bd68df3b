/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'In betalingsregeling {{reference}}: de termijn van {{instalmentDate, date}} kan tot en met {{untilDate, date}} binnenkomen.',
  'decide-instalment-missed': 'De termijn van {{instalmentDate, date}} van betalingsregeling {{reference}} is niet betaald ({{amountCents, amount}}); opvolging loopt weer. Beëindig de regeling of wacht op de betaling.',
  'cancel-payment-plan': 'Er loopt een betalingsregeling ({{reference}}), tot en met {{untilDate, date}} is er nog tijd voor de volgende termijn.',
  'timeline-plan': 'Betalingsregeling {{reference}} afgesproken',
  'timeline-plan-ended': 'Betalingsregeling {{reference}} beëindigd',
  'match-plan-instalment': 'De betaler noemt regeling {{reference}} en dit is precies de termijn van {{dueDate, date}}.',
  'batch-split': 'Verdeeld over de betalingen volgens {{origin}}',
  'correspondence-by-person': 'Door een persoon verstuurd, los van de opvolging.',
} as const;
