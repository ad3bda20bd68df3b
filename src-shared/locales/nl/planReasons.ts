/** Sentences about payment plans. Marks as in reasons.ts. */
export const planReasons = {
  'held-payment-plan': 'In betalingsregeling {{reference}}: de termijn van {{instalmentDate, date}} kan tot en met {{untilDate, date}} binnenkomen.',
  'held-plan-unsigned': 'Betalingsregeling {{reference}} wacht op ondertekening, tot en met {{untilDate, date}}.',
  'held-plan-notice-due': 'Termijn van {{instalmentDate, date}} van betalingsregeling {{reference}} gemist: eerst gaat er een schriftelijke aanzegging uit.',
  'held-plan-noticed': 'Termijn van {{instalmentDate, date}} van betalingsregeling {{reference}} gemist; aanzegging gedaan op {{noticeDate, date}}, betaalbaar tot en met {{untilDate, date}}.',
  'decide-instalment-missed': 'Termijn van {{instalmentDate, date}} van betalingsregeling {{reference}} gemist ({{amountCents, amount}}): stuur de aanzegging en leg vast wanneer. Tot zeven dagen daarna wacht de opvolging.',
  'decide-plan-broken': 'Termijn van {{instalmentDate, date}} van betalingsregeling {{reference}} ({{amountCents, amount}}) is ook na de aanzegging van {{noticeDate, date}} niet betaald; het geheel is opeisbaar en de opvolging loopt weer. Beëindig de regeling.',
  'decide-plan-lapsed': 'Betalingsregeling {{reference}} is niet ondertekend vóór of op {{signDate, date}} en is vervallen; de opvolging loopt weer. Leg de ondertekening alsnog vast of beëindig de regeling.',
  'cancel-plan-notice': 'Een termijn van betalingsregeling {{reference}} is gemist; eerst gaat de schriftelijke aanzegging uit.',
  'cancel-payment-plan': 'Betalingsregeling {{reference}} houdt de opvolging tegen tot en met {{untilDate, date}}.',
  'timeline-plan': 'Betalingsregeling {{reference}} afgesproken',
  'timeline-plan-ended': 'Betalingsregeling {{reference}} beëindigd',
  'match-plan-instalment': 'De betaler noemt regeling {{reference}} en dit is precies de termijn van {{dueDate, date}}.',
  'batch-split': 'Verdeeld over de betalingen volgens {{origin}}',
  'correspondence-by-person': 'Door een persoon verstuurd, los van de opvolging.',
} as const;
