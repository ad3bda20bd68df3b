import type { ErrorText } from '../errorText.ts';

/** Questions about the law that have no answer, and decisions about claims that cannot be taken. */
export const lawErrors = {
  'law-amount-negative': {
    what: 'Een bedrag is kleiner dan nul.',
    why: 'Rente en kosten worden alleen over een positief bedrag gerekend.',
    todo: 'Vul de hoofdsom en de betalingen als positieve bedragen in.',
  },
  'law-rate-invalid': {
    what: '{{percent}} is geen rentepercentage.',
    why: 'Een rente is een getal van nul of meer met een punt en hoogstens zes decimalen.',
    todo: 'Vul bijvoorbeeld 10.15 in.',
  },
  'law-rate-unknown': {
    what: 'Voor {{from}} is geen wettelijke rente bekend.',
    why: 'De tabel begint op {{first}}.',
    todo: 'Laat de periode later beginnen of vul de rente van toen in.',
  },
  'law-rates-unreadable': {
    what: 'Het eigen rentebestand is niet leesbaar.',
    why: '{{finding}}. Er is met de meegeleverde tabel gerekend.',
    todo: 'Verbeter law-rates.json in de gegevensmap of verwijder het.',
  },
  'law-nothing-to-book': {
    what: 'Er is niets om te boeken.',
    why: 'Over deze klant of dit document is nu geen rente of vergoeding te rekenen.',
    todo: 'Er is niets veranderd.',
  },
  'law-book-not-allowed': {
    what: 'Dit mag nog niet worden geboekt.',
    why: 'Er staat nog iets in de weg: de kosteloze brief of haar termijn, een betwisting, of mogelijke verjaring.',
    todo: 'Kijk bij de klant wat er bij de factuur staat; boek daarna opnieuw.',
  },
  'law-claim-touched': {
    what: 'Deze boeking kan niet meer terug.',
    why: 'Op de geboekte vordering is al iets betaald of verrekend.',
    todo: 'Maak eerst de betaling of verrekening ongedaan.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
