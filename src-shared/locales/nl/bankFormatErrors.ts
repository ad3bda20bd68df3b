import type { ErrorText } from '../errorText.ts';

/** What only some bank formats know: control records, messages of the bank, dates without a fixed order. */
export const bankFormatErrors = {
  'bank-records-differ': {
    what: 'Het bestand zegt {{told, number}} {{told, plural(one: regel; other: regels)}} te hebben, maar telt er {{found, number}}.',
    why: 'Er ontbreken regels, er zijn er te veel, of het bestand is gewijzigd.',
    todo: 'Vergelijk met de bank en download het afschrift zo nodig opnieuw.',
  },
  'bank-trailer-missing': {
    what: 'Het sluitrecord van afschrift {{number}} van {{account, iban}} ontbreekt.',
    why: 'Elk afschrift in CODA eindigt met tellingen; zonder die regel zijn ze niet te controleren.',
    todo: 'Vergelijk met de bank en download het afschrift zo nodig opnieuw.',
  },
  'bank-account-differs': {
    what: 'Een afschrift begint met rekening {{account, iban}} en eindigt met {{other, iban}}.',
    why: 'Het bestand is gewijzigd, of twee afschriften zijn door elkaar geraakt.',
    todo: 'Kijk bij welke rekening de boekingen horen en download het afschrift zo nodig opnieuw.',
  },
  'bank-statement-copy': {
    what: 'De bank levert afschrift {{number}} van {{account, iban}} opnieuw.',
    why: 'Het bestand is gemerkt als kopie van een eerder bestand.',
    todo: 'Er is niets te doen: boekingen die er al zijn, worden herkend.',
  },
  'bank-message': {
    what: 'De bank schrijft bij het afschrift: “{{text}}”.',
    why: 'Een bestand kan een bericht van de bank bevatten.',
    todo: 'Lees het bericht; aan de boekingen verandert het niets.',
  },
  'bank-date-order-unclear': {
    what: 'Het is niet zeker of de datums dag-maand of maand-dag zijn; gelezen als {{order}}.',
    why: 'Geen enkele datum in het bestand heeft een dag boven de 12.',
    todo: 'Controleer de eerste boeking: {{text}} is gelezen als {{bookDate, date}}. Klopt dat niet, kies dan de andere volgorde.',
  },
  'bank-split-differs': {
    what: 'De delen van een boeking zijn samen {{found, amount}}, maar de boeking is {{told, amount}}.',
    why: 'De boeking is in het andere programma verdeeld, en de verdeling klopt niet.',
    todo: 'De boeking is als één bedrag ingelezen; verdeel het bedrag zelf.',
  },
  'bank-sum-too-large': {
    what: 'De bedragen in het bestand zijn samen te groot om precies op te tellen.',
    why: 'Zulke bedragen komen op een rekening niet voor: het bestand is beschadigd.',
    todo: 'Download het afschrift opnieuw bij de bank.',
  },
  'bank-more-problems': {
    what: 'Er {{count, plural(one: is; other: zijn)}} nog {{count, number}} {{count, plural(one: melding; other: meldingen)}} over dit bestand; {{count, plural(one: die staat; other: ze staan)}} hier niet.',
    why: 'Bij zoveel meldingen is het bestand beschadigd of heeft het een andere indeling.',
    todo: 'Download het afschrift opnieuw bij de bank.',
  },
  'bank-correction': {
    what: 'De bank verbetert een eerdere boeking ({{text}}).',
    why: 'Het bestand noemt een boeking die een andere vervangt of intrekt; die is niet als nieuwe betaling ingelezen.',
    todo: 'Zoek de eerdere boeking op en vergelijk met de bank.',
  },
  'bank-sign-unclear': {
    what: 'Van een boeking van {{amount, amount}} (soort {{type}}) is niet zeker of het geld binnenkwam of wegging.',
    why: 'Het bedrag heeft geen min, terwijl de soort of de rest van het bestand zegt dat er geld wegging; de boeking is niet ingelezen.',
    todo: 'Kijk bij de bank na wat het was; kwam er geld binnen, lees de periode dan in als CAMT of MT940.',
  },
} as const satisfies Record<string, ErrorText>;
