import type { ErrorText } from '../errorText.ts';

/** Payment plans. */
export const planErrors = {
  'plan-nothing-open': {
    what: 'Er staat niets open waarvoor een regeling kan worden gemaakt.',
    why: 'Een gekozen document is betaald of is een tegoed, of er is niets gekozen.',
    todo: 'Kies een of meer facturen met een open bedrag.',
  },
  'plan-too-many-instalments': {
    what: 'Zo wordt de regeling meer dan {{most}} termijnen, of een termijn minder dan een cent.',
    why: 'Een regeling heeft 1 tot {{most}} termijnen.',
    todo: 'Kies minder termijnen of een hoger bedrag per termijn.',
  },
  'plan-document-taken': {
    what: 'Een gekozen factuur staat al in betalingsregeling {{reference}}.',
    why: 'Een factuur kan maar in één lopende regeling staan; anders zou niet duidelijk zijn welke termijn een betaling betreft.',
    todo: 'Beëindig eerst die regeling, of laat de factuur weg.',
  },
  'plan-first-day-past': {
    what: 'De eerste termijn ligt niet na vandaag.',
    why: 'Beide partijen tekenen voordat de eerste termijn vervalt.',
    todo: 'Kies een latere eerste dag.',
  },
  'plan-total-changed': {
    what: 'Het open bedrag is veranderd sinds het schema is berekend.',
    why: 'Er is intussen een ontvangst of creditnota geboekt.',
    todo: 'Bekijk het nieuwe schema en leg de regeling daarna vast.',
  },
  'plan-currency': {
    what: 'De gekozen facturen hebben verschillende valuta.',
    why: 'De termijnen van een regeling zijn in één valuta.',
    todo: 'Maak een regeling per valuta.',
  },
} as const satisfies Record<string, ErrorText>;
