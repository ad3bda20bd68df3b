/** What stands in the way of handing a claim over. */
export const handoverErrors = {
  'handover-party-missing': {
    what: 'Er is nog niemand gekozen die de vordering overneemt.',
    why: 'De aankondiging en het dossier noemen aan wie je overdraagt.',
    todo: 'Voeg bij Instellingen, Uit handen geven een deurwaarder, incassobureau of advocaat toe en kies die als vaste keuze voor het land van de klant.',
  },
  'handover-party-unregistered': {
    what: '{{name}} kan deze vordering niet overnemen.',
    why: 'Wie bij consumenten int, moet in een openbaar register staan (Nederland: Wet kwaliteit incassodienstverlening; België: FOD Economie). Er is geen inschrijving ingevuld.',
    todo: 'Vul bij Instellingen, Uit handen geven het inschrijvingsnummer in, of kies een gerechtsdeurwaarder of advocaat.',
  },
} as const;
