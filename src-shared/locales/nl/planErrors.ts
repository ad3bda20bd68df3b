import type { ErrorText } from '../errorText.ts';

/** Payment plans and our own direct debits. */
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
  'plan-insolvent': {
    what: 'Met deze debiteur is geen regeling te maken: hij is insolvent sinds {{sinceDate, date}}.',
    why: 'Na een faillissement of bij een collectieve regeling betaalt de debiteur zijn schulden niet meer zelf.',
    todo: 'Dien de vordering in bij de curator of bewindvoerder.',
  },
  'plan-handed-over': {
    what: 'Met deze debiteur is geen regeling te maken: de vordering is op {{sinceDate, date}} uit handen gegeven aan {{to}}.',
    why: 'Afspraken over betalen lopen nu via die partij.',
    todo: 'Laat {{to}} de regeling treffen, of neem de opvolging eerst weer zelf over.',
  },
  'plan-currency': {
    what: 'De gekozen facturen hebben verschillende valuta.',
    why: 'De termijnen van een regeling zijn in één valuta.',
    todo: 'Maak een regeling per valuta.',
  },
  'plan-day-wrong': {
    what: 'Die dag kan niet.',
    why: 'De dag ligt vóór {{earliestDate, date}}, valt op de dag zelf waarop nog betaald kon worden, of ligt na vandaag.',
    todo: 'Kies de dag waarop het gebeurde.',
  },
  'plan-signed-late': {
    what: 'De regeling is niet op tijd ondertekend.',
    why: 'Ondertekenen kon tot en met {{signDate, date}}; daarna is het voorstel vervallen.',
    todo: 'Maak een nieuwe regeling als je die alsnog wilt afspreken.',
  },
  'plan-nothing-missed': {
    what: 'Deze termijn is niet gemist.',
    why: 'Hij is betaald, kan nog op tijd binnenkomen, of een oudere termijn is nog niet betaald.',
    todo: 'Bekijk het schema opnieuw.',
  },
  'debit-order-unreadable': {
    what: 'Dit is geen leesbare incasso-opdracht.',
    why: 'Alleen een incasso-opdracht in pain.008 (SEPA) met een bericht-id en bedragen kan worden gelezen; een betaalopdracht of afschrift niet.',
    todo: 'Exporteer de incasso-opdracht opnieuw uit het programma waarmee je haar maakte.',
  },
  'debit-order-too-large': {
    what: 'Deze opdracht heeft meer dan {{most}} incasso’s.',
    why: 'Grotere opdrachten worden niet in één keer gelezen.',
    todo: 'Splits de opdracht en lees de delen.',
  },
  'debit-order-not-ours': {
    what: 'De opdracht incasseert op {{iban}}, en dat is geen rekening van deze administratie.',
    why: 'Alleen eigen incasso’s zeggen iets over je facturen.',
    todo: 'Zet de rekening bij het bedrijfsprofiel als zij van jou is.',
  },
  'debit-order-known': {
    what: 'Opdracht {{message}} is al ingelezen.',
    why: 'Een kenmerk telt één keer.',
    todo: 'Trek de eerdere lezing in als je haar opnieuw wilt lezen.',
  },
  'debit-order-nothing': {
    what: 'Geen incasso in deze opdracht noemt een factuur van deze administratie.',
    why: 'Het factuurnummer of betalingskenmerk moet in de omschrijving, de referentie of het end-to-end-id staan.',
    todo: 'Lees eerst de facturen in, of controleer de omschrijvingen.',
  },
} as const satisfies Record<string, ErrorText>;
