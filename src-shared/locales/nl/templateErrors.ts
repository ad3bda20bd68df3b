import type { ErrorText } from '../errorText.ts';

/** What there is to say about letters that may not be sent as they are, and about templates. */
export const templateErrors = {
  'letter-amount-differs': {
    what: 'Een bedrag in de brief volgt niet uit zijn berekening ({{what}}).',
    why: 'Rente, kosten en ontvangsten moeten tot op de cent kloppen met de regels van de berekening.',
    todo: 'Bereken de vordering opnieuw en maak de brief daarna opnieuw.',
  },
  'letter-charges-too-early': {
    what: 'Aan deze consument mogen nog geen rente of kosten worden gevraagd.',
    why: 'De termijn van de kosteloze brief is nog niet voorbij, of die brief is niet verstuurd (NL: veertiendagenbrief; BE: eerste herinnering).',
    todo: 'Stuur eerst de kosteloze brief, of wacht tot de termijn voorbij is.',
  },
  'letter-clause-missing': {
    what: 'Er is geen beding in de voorwaarden waarop deze vergoeding of intrest steunt.',
    why: 'Van een consument mag dat alleen met een beding dat hij vóór de overeenkomst aanvaardde (art. XIX.4 WER).',
    todo: 'Vul het artikel van de voorwaarden in, of laat de vergoeding en de intrest weg.',
  },
  'letter-amount-above-cap': {
    what: 'De gevraagde kosten zijn hoger dan de wet bij een consument toelaat.',
    why: 'NL kent een vaste staffel, BE een grens per schijf van het saldo; meer mag niet, ook niet bij uitbesteding.',
    todo: 'Verlaag de kosten tot de grens van de wet.',
  },
  'letter-other-law': {
    what: 'Deze brief bestaat alleen in het recht van een ander land.',
    why: 'De veertiendagenbrief hoort bij Nederlands recht; in België geldt de kosteloze eerste herinnering.',
    todo: 'Kies de brief die bij het land van de klant hoort.',
  },
  'letter-default-missing': {
    what: 'De klant is nog niet in verzuim.',
    why: 'Een veertiendagenbrief telt alleen als het verzuim al was ingegaan (art. 6:96 lid 6 BW).',
    todo: 'Stuur eerst een ingebrekestelling, of wacht tot de afgesproken termijn voorbij is.',
  },
  'letter-default-not-agreed': {
    what: 'De klant is nog niet in verzuim voor factuur {{number}}.',
    why: 'Een consument is pas vanzelf in verzuim als de betaaltermijn is afgesproken; een termijn die alleen op de factuur staat, is daarvoor niet zeker genoeg (art. 6:83 BW). Een veertiendagenbrief telt alleen na verzuim.',
    todo: 'Is de termijn afgesproken, bijvoorbeeld in je voorwaarden? Zet dat aan bij de klant of bij Instellingen. Stuur anders eerst een ingebrekestelling.',
  },
  'letter-one-by-one': {
    what: 'Deze brief keur je apart goed.',
    why: 'Een formele brief heeft gevolgen voor jou en je klant; hij gaat niet ongezien mee met de andere berichten.',
    todo: 'Open de brief, lees hem en keur hem daar goed.',
  },
  'letter-instalments-differ': {
    what: 'De termijnen zijn samen niet het bedrag van de regeling, of hun datums kloppen niet.',
    why: 'Een regeling betaalt precies het erkende bedrag, in termijnen die na elkaar komen.',
    todo: 'Pas de bedragen of de datums van de termijnen aan.',
  },
  'letter-term-void': {
    what: 'De termijn in deze veertiendagenbrief is niet geldig.',
    why: 'Alleen de goedgekeurde formule telt; een datum of “na vandaag” maakt de brief waardeloos (HR 25 november 2016).',
    todo: 'Zet onze formule terug en laat datums en andere termijnen weg.',
  },
  'letter-language-mixed': {
    what: 'De tekst van de brief is in een andere taal dan die van de klant.',
    why: 'Een brief is helemaal in de taal van de klant; alleen vaste juridische termen blijven in het Nederlands.',
    todo: 'Vertaal de eigen tekst, of kies een andere taal bij de klant.',
  },
  'template-other-reader': {
    what: 'Dit sjabloon hoort bij een andere brief of een andere lezer.',
    why: 'Soort, taal, land en soort klant van sjabloon en brief moeten gelijk zijn; de wet vraagt per lezer iets anders.',
    todo: 'Kies het sjabloon dat bij deze klant hoort.',
  },
  'template-field-unknown': {
    what: 'Het veld “{{field}}” bestaat niet of kan niet worden ingevuld.',
    why: 'Alleen de velden uit de lijst worden door gegevens vervangen.',
    todo: 'Kies een veld uit de lijst, of typ de tekst zelf.',
  },
  'template-field-elsewhere': {
    what: 'Het veld “{{field}}” hoort niet bij deze soort brief.',
    why: 'Deze brief kent dat gegeven niet, en zou dus een gat laten.',
    todo: 'Kies een veld dat bij deze brief in de lijst staat.',
  },
  'template-marks-unbalanced': {
    what: 'In de tekst is een teken voor vet of voor een veld niet gesloten.',
    why: 'Vet staat tussen twee sterretjes, een veld tussen dubbele accolades.',
    todo: 'Maak het tekenpaar af, of haal het weg.',
  },
  'template-amount-missing': {
    what: 'Het sjabloon noemt het bedrag niet.',
    why: 'De klant moet meteen zien hoeveel er te betalen is.',
    todo: 'Zet het betaalblok of het veld “bedrag” terug.',
  },
  'template-invoices-missing': {
    what: 'Het sjabloon noemt de facturen niet.',
    why: 'Zonder factuurnummers weet de klant niet waar het om gaat.',
    todo: 'Zet de lijst met facturen terug.',
  },
  'template-due-dates-missing': {
    what: 'Het sjabloon noemt de vervaldatums niet.',
    why: 'De vervaldatum toont dat de termijn voorbij is, ook later bij een rechter.',
    todo: 'Zet de lijst met facturen en vervaldatums terug.',
  },
  'template-pay-by-missing': {
    what: 'Het sjabloon noemt niet tot wanneer de klant kan betalen.',
    why: 'Een verzoek zonder datum of termijn is vrijblijvend.',
    todo: 'Zet de zin met de uiterste datum of de termijn terug.',
  },
  'template-payment-missing': {
    what: 'Het sjabloon zegt niet hoe de klant betaalt.',
    why: 'Het betaalblok draagt IBAN, naam, kenmerk en QR-code.',
    todo: 'Zet het betaalblok terug.',
  },
  'template-next-step-missing': {
    what: 'Het sjabloon noemt de volgende stap niet.',
    why: 'Zonder volgende stap weet de klant niet wat er gebeurt als hij niets doet.',
    todo: 'Zet de alinea met de volgende stap terug.',
  },
  'template-contact-missing': {
    what: 'Het sjabloon zegt niet waar de klant terecht kan.',
    why: 'Elke brief biedt een weg voor een vraag, een fout of een regeling.',
    todo: 'Zet de alinea met de contactgegevens terug.',
  },
  'template-consequence-missing': {
    what: 'Het sjabloon noemt geen gevolgen.',
    why: 'Vanaf de tweede herinnering zegt een brief wat er gebeurt zonder betaling: rente, kosten of overdracht.',
    todo: 'Noem bij de volgende stap wat er dan gebeurt.',
  },
  'template-legal-changed': {
    what: 'Een juridische tekst is gewijzigd terwijl die op slot staat.',
    why: 'De wet of een rechter verlangt deze woorden; een andere tekst kan de vordering schaden.',
    todo: 'Zet onze tekst terug, of ontgrendel het sjabloon bewust.',
  },
  'template-legal-unlocked': {
    what: 'Een juridische tekst is anders dan de onze.',
    why: 'Het sjabloon is ontgrendeld; of de eigen woorden voldoen, is niet te controleren.',
    todo: 'Laat de tekst nakijken door een jurist, of zet de onze terug.',
  },
  'template-legal-missing': {
    what: 'Een juridische tekst die de wet verlangt ontbreekt.',
    why: 'Zonder die tekst heeft de brief niet het gevolg dat de wet eraan geeft.',
    todo: 'Zet de juridische tekst terug.',
  },
  'template-piece-twice': {
    what: 'Een onderdeel staat twee keer in het sjabloon.',
    why: 'Wat twee keer staat, kan elkaar later tegenspreken.',
    todo: 'Haal een van de twee weg.',
  },
  'template-text-too-long': {
    what: 'Een tekst in het sjabloon is langer dan {{limit, number}} tekens.',
    why: 'Een brief past dan niet meer op een of twee pagina’s.',
    todo: 'Kort de tekst in.',
  },
  'template-text-empty': {
    what: 'Een tekst in het sjabloon is leeg.',
    why: 'Een leeg onderdeel zegt niets en laat een gat.',
    todo: 'Typ een tekst, zet de onze terug of haal het onderdeel weg.',
  },
  'template-tone': {
    what: '“{{phrase}}” werkt niet in een brief.',
    why: 'Vage, verontschuldigende en dreigende woorden leiden niet tot betaling en schaden later uw positie.',
    todo: 'Schrijf liever: {{better}}.',
  },
  'template-charges-asked': {
    what: '“{{phrase}}” mag niet in deze brief.',
    why: 'Deze brief is kosteloos: kosten, rente of een zelf getypt bedrag mogen er niet in worden gevraagd of aangekondigd. Bij consumenten verliest de brief daardoor zijn gevolg.',
    todo: 'Haal het weg, of zet het in een latere brief.',
  },
  'template-second-term': {
    what: '“{{phrase}}” is een andere termijn dan die van de wet.',
    why: 'In deze brief mag maar één termijn staan, in de woorden van de wet; een tweede termijn of een datum maakt hem ongeldig.',
    todo: 'Haal de termijn of de datum weg.',
  },
  'template-order': {
    what: 'De onderdelen staan in een volgorde die deze brief niet toelaat.',
    why: 'De aanhef staat vooraan en de afsluiting achteraan; wat naar iets anders verwijst of door de wet is voorgeschreven, houdt zijn plaats.',
    todo: 'Verplaats het onderdeel, of ga terug naar onze tekst.',
  },
  'template-block-required': {
    what: 'Een onderdeel dat in elke brief van deze soort staat, ontbreekt.',
    why: 'Zonder dit onderdeel is de brief niet af.',
    todo: 'Zet het onderdeel terug.',
  },
} as const satisfies Record<string, ErrorText>;
