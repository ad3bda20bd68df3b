import type { ErrorText } from '../errorText.ts';

/** Letters that a person sends of his own accord. */
export const correspondenceErrors = {
  'correspondence-no-address': {
    what: 'Er is geen e-mailadres om naar te sturen.',
    why: 'Bij deze debiteur en zijn contacten staat geen e-mailadres.',
    todo: 'Vul een e-mailadres in bij de debiteur, of kies voor een brief.',
  },
  'correspondence-nothing-open': {
    what: 'Er staat niets open, dus er is geen overzicht te maken.',
    why: 'Een rekeningoverzicht toont open facturen en tegoeden in euro.',
    todo: 'Kies een bevestiging of bedankje als je over een betaling wilt schrijven.',
  },
  'correspondence-receipt-gone': {
    what: 'Deze ontvangst kan niet meer worden bevestigd.',
    why: 'De toewijzing is ongedaan gemaakt, of de ontvangst is te lang geleden.',
    todo: 'Kies een andere ontvangst.',
  },
  'correspondence-nothing-crossed': {
    what: 'Er is geen bericht dat deze betaling heeft gekruist.',
    why: 'Kort voor of na deze betaling is over deze facturen niets verstuurd.',
    todo: 'Stuur een ontvangstbevestiging of een bedankje.',
  },
  'correspondence-changed': {
    what: 'De brief zegt nu iets anders dan wat je hebt bekeken.',
    why: 'Er is intussen iets geboekt of gewijzigd.',
    todo: 'Bekijk de brief opnieuw en keur hem daarna goed.',
  },
  'correspondence-one-a-day': {
    what: 'Deze debiteur krijgt vandaag al een bericht.',
    why: 'Wij sturen een debiteur nooit twee berichten op één dag.',
    todo: 'Wacht tot morgen, of trek het bericht van vandaag in bij Verzonden.',
  },
  'correspondence-insolvent': {
    what: 'Deze debiteur is insolvent sinds {{sinceDate, date}}.',
    why: 'Een rekeningoverzicht vraagt om betaling van het saldo, en dat mag dan niet meer aan de debiteur zelf.',
    todo: 'Dien de vordering in bij de curator; een ontvangstbevestiging kan nog wel.',
  },
  'correspondence-handed-over': {
    what: 'De vordering is op {{sinceDate, date}} uit handen gegeven aan {{to}}.',
    why: 'Een rekeningoverzicht vraagt om betaling aan ons, en betalen gaat nu via die partij.',
    todo: 'Laat {{to}} het saldo melden, of neem de opvolging eerst weer zelf over.',
  },
} as const satisfies Record<string, ErrorText>;
