import type { ErrorText } from '../errorText.ts';

/** What there is to say about a bank file while it is read: about the file, a statement or one booking. */
export const bankErrors = {
  'file-field-too-long': {
    what: 'Een veld in het bestand is langer dan {{limit, number}} tekens.',
    why: 'Het bestand is beschadigd of heeft een andere indeling dan het lijkt.',
    todo: 'Download het bestand opnieuw bij de bank of de boekhouding.',
  },
  'format-archive': {
    what: 'Dit is een ZIP-archief.',
    why: 'Sommige banken leveren afschriften ingepakt; een archief wordt niet zelf geopend.',
    todo: 'Pak het archief uit en kies de bestanden die erin zitten.',
  },
  'format-payment-order': {
    what: 'Dit is een betaalopdracht, geen afschrift.',
    why: 'Een betaalopdracht (pain) gaat naar de bank; wat er betaald is, staat in het afschrift.',
    todo: 'Download bij de bank het afschrift, bij voorkeur als CAMT.053.',
  },
  'bank-no-statement': {
    what: 'Er staat geen afschrift in het bestand.',
    why: 'Het bestand heeft de vorm van een bankbestand, maar is leeg of onvolledig.',
    todo: 'Download het afschrift opnieuw bij de bank.',
  },
  'bank-account-missing': {
    what: 'Een afschrift noemt geen rekening.',
    why: 'Zonder rekeningnummer is niet te zeggen waar de boekingen bij horen.',
    todo: 'Download het afschrift opnieuw bij de bank.',
  },
  'bank-amount-unreadable': {
    what: 'Een bedrag is niet te lezen: “{{text}}”.',
    why: 'Het bedrag heeft een onbekende vorm of meer dan twee decimalen die niet nul zijn.',
    todo: 'Vergelijk met het afschrift van de bank; deze boeking is niet ingelezen.',
  },
  'bank-date-unreadable': {
    what: 'Een datum is niet te lezen: “{{text}}”.',
    why: 'De datum ontbreekt of bestaat niet.',
    todo: 'Vergelijk met het afschrift van de bank; deze boeking is niet ingelezen.',
  },
  'bank-entry-unreadable': {
    what: 'Een boeking is niet te lezen: “{{text}}”.',
    why: 'De regel wijkt af van de indeling van het formaat.',
    todo: 'Vergelijk met het afschrift van de bank; deze boeking is niet ingelezen.',
  },
  'bank-entry-not-booked': {
    what: '{{count, number}} {{count, plural(one: regel is; other: regels zijn)}} nog niet geboekt en {{count, plural(one: is; other: zijn)}} overgeslagen.',
    why: 'De bank meldt ze als verwacht of ter informatie; ze tellen niet mee in het saldo.',
    todo: 'Er is niets te doen: na boeking staan ze in een volgend afschrift.',
  },
  'bank-statement-unbalanced': {
    what: 'Afschrift {{number}} van {{account, iban}} sluit niet: {{opening, amount}} plus {{sum, amount}} is niet {{closing, amount}} (verschil {{difference, amount}}).',
    why: 'Er ontbreken boekingen, er zijn er te veel, of het bestand is gewijzigd.',
    todo: 'Vergelijk met de bank en download het afschrift zo nodig opnieuw.',
  },
  'bank-opening-missing': {
    what: 'Afschrift {{number}} van {{account, iban}} heeft geen beginsaldo.',
    why: 'Niet elke bank levert het; zonder beginsaldo is de optelling niet te controleren.',
    todo: 'Kijk of de boekingen compleet zijn.',
  },
  'bank-closing-missing': {
    what: 'Afschrift {{number}} van {{account, iban}} heeft geen leesbaar eindsaldo.',
    why: 'Het bestand is onvolledig, of de bank levert geen eindsaldo.',
    todo: 'Kijk of de boekingen compleet zijn.',
  },
  'bank-balance-gap': {
    what: 'Afschrift {{number}} van {{account, iban}} begint met {{opened, amount}}, het vorige eindigt met {{closed, amount}}.',
    why: 'Er ontbreekt een afschrift, of een periode staat dubbel in het bestand.',
    todo: 'Download de ontbrekende dagen ook.',
  },
  'bank-statement-missing': {
    what: 'Afschrift {{numbers}} van {{account, iban}} ontbreekt.',
    why: 'Tussen {{afterDate, date}} en {{beforeDate, date}} verschilt het saldo {{difference, amount}}.',
    todo: 'Download het afschrift bij de bank en lees het in.',
  },
  'bank-days-ahead': {
    what: 'Het bestand van {{account, iban}} noemt {{bookDate, date}}; die dag moet nog komen.',
    why: 'Het is vandaag {{today, date}}. Misschien klopt het jaar niet, staan dag en maand verwisseld, of loopt de klok van deze computer achter.',
    todo: 'Kijk de datums na. Voor de vraag hoe recent de bankgegevens zijn, telt zo’n dag niet mee.',
  },
  'bank-days-missing': {
    what: 'Tussen {{afterDate, date}} en {{beforeDate, date}} ontbreekt een afschrift van {{account, iban}}.',
    why: 'Het saldo verschilt {{difference, amount}}.',
    todo: 'Download bij de bank de afschriften van die dagen en lees ze in.',
  },
  'bank-totals-differ': {
    what: 'Het bestand noemt een totaal van {{told, amount}}, maar er is {{found, amount}} gelezen.',
    why: 'Er ontbreken boekingen, er zijn er te veel, of het bestand is gewijzigd.',
    todo: 'Vergelijk met de bank en download het afschrift zo nodig opnieuw.',
  },
  'bank-currency-differs': {
    what: 'In afschrift {{number}} van {{account, iban}} staan saldi of boekingen in verschillende munten.',
    why: 'Bedragen in verschillende munten worden niet opgeteld, dus is de optelling niet te controleren.',
    todo: 'Kijk of dit afschrift bij één rekening hoort.',
  },
  'bank-reversals-turned': {
    what: '{{count, number}} {{count, plural(one: terugboeking is; other: terugboekingen zijn)}} omgedraaid, want alleen zo sluit het afschrift.',
    why: 'Sommige programma’s schrijven bij een terugboeking de richting van de oorspronkelijke boeking.',
    todo: 'Kijk deze terugboekingen na.',
  },
  'bank-batch-kept-whole': {
    what: 'Een verzamelboeking van {{bookDate, date}} is als één bedrag ingelezen.',
    why: '{{count, plural(one: De betaling erin noemt geen bedrag; other: De betalingen erin noemen geen bedragen)}} of {{count, plural(one: is; other: zijn samen)}} niet het geboekte bedrag ({{count, number}}).',
    todo: 'Verdeel het bedrag zelf over de facturen.',
  },
  'bank-pages-missing': {
    what: 'Een afschrift is niet compleet: er ontbreken bladen.',
    why: 'Het eerste of laatste blad staat in een ander bestand.',
    todo: 'Importeer ook de andere bladen.',
  },
  'bank-running-balance-gap': {
    what: 'Het saldo van {{account, iban}} sluit hier niet aan: verwacht was {{closed, amount}}, er staat {{opened, amount}}.',
    why: 'Er ontbreken boekingen, of het bestand is na het downloaden gewijzigd.',
    todo: 'Download de periode opnieuw bij de bank en wijzig het bestand niet.',
  },
  'bank-balances-only': {
    what: 'Dit is een overzicht van saldi, zonder boekingen.',
    why: 'Betalingen zijn hier niet uit te halen.',
    todo: 'Download bij de bank de bij- en afschrijvingen, bij voorkeur als CAMT.053.',
  },
  'bank-card-statement': {
    what: 'Dit is een overzicht van een creditcard, geen bankrekening.',
    why: 'Betalingen van klanten komen op de bankrekening binnen.',
    todo: 'Download het afschrift van de bankrekening.',
  },
  'bank-table-columns-missing': {
    what: 'Er is nog niet te zien welke kolom de datum is en welke het bedrag.',
    why: 'Zonder die twee is een regel geen boeking.',
    todo: 'Wijs de kolommen aan; het wordt onthouden voor de volgende keer.',
  },
  'bank-table-account-unknown': {
    what: 'Het bestand noemt de eigen bankrekening niet.',
    why: 'Boekingen horen bij een rekening; anders zijn dubbele niet te herkennen.',
    todo: 'Vul de IBAN van de rekening in, of wijs de kolom aan waarin die staat.',
  },
  'bank-table-sign-unclear': {
    what: 'Alle bedragen zijn positief en geen kolom zegt of er geld in of uit ging.',
    why: 'Ze worden als ontvangsten gelezen.',
    todo: 'Wijs de kolom aan die Af of Bij zegt, als die er is.',
  },
  'bank-stray-minus': {
    what: 'Voor een bedrag staat ook een minteken: “{{text}}”.',
    why: 'Af of bij blijkt al uit een letter; het minteken is gelezen als het omgekeerde.',
    todo: 'Vergelijk deze boeking met het afschrift van de bank.',
  },
  'bank-provisional': {
    what: 'Dit is een tussentijds overzicht (CAMT.052 of MT942) met {{count, number}} {{count, plural(one: boeking; other: boekingen)}}, en wordt niet geboekt.',
    why: 'Boekingen van de dag zelf kunnen nog veranderen en komen terug in het afschrift van die dag.',
    todo: 'Importeer het afschrift zodra de bank het levert: CAMT.053 of MT940.',
  },
  'bank-details-only': {
    what: 'Dit is een melding (CAMT.054) met details van {{count, number}} {{count, plural(one: boeking; other: boekingen)}}; ze wordt zelf niet geboekt.',
    why: 'Een melding noemt de betalingen in een verzamelboeking; het bedrag zelf staat in het afschrift.',
    todo: 'Importeer ook het afschrift; de verzamelboeking wordt dan verdeeld over de betalingen in de melding.',
  },
  'bank-details-split': {
    what: 'Een verzamelboeking van {{bookDate, date}} is verdeeld over {{count, number}} {{count, plural(one: betaling; other: betalingen)}} uit een melding.',
    why: 'De melding (CAMT.054) noemt dezelfde rekening, hetzelfde bedrag, dezelfde dag en hetzelfde kenmerk.',
    todo: 'Er is niets te doen.',
  },
  'bank-details-known': {
    what: 'De verzamelboeking van {{bookDate, date}} is al verdeeld over haar {{count, plural(one: betaling; other: betalingen)}} ({{count, number}}).',
    why: 'Deze melding is eerder ingelezen, of het afschrift noemde de betalingen zelf.',
    todo: 'Er is niets te doen.',
  },
  'bank-details-decided': {
    what: 'De verzamelboeking van {{bookDate, date}} is al toegewezen of geparkeerd en wordt niet verdeeld.',
    why: 'Wat over het hele bedrag is besloten, zou anders ongevraagd worden teruggedraaid.',
    todo: 'Maak die toewijzing ongedaan en lees de melding dan opnieuw in.',
  },
  'bank-details-unmatched': {
    what: 'Bij {{count, number}} {{count, plural(one: boeking; other: boekingen)}} in de melding hoort geen verzamelboeking die nog verdeeld kan worden.',
    why: 'Er is geen boeking met dezelfde rekening, hetzelfde bedrag en dezelfde dag, er zijn er meer, of ze is al verwerkt.',
    todo: 'Importeer het afschrift samen met de melding.',
  },
  'bank-header-repeated': {
    what: 'Voor rekening {{account, iban}} staat een afschrift zonder boekingen en zonder einde in het bestand; het is overgeslagen.',
    why: 'Midden in het afschrift begint een ander, achter een teken dat het einde van een bestand aangeeft.',
    todo: 'Er ontbreken geen boekingen. Download het afschrift van deze rekening opnieuw als je het saldo wilt controleren.',
  },
  'archive-empty': {
    what: 'In het archief staat geen bestand dat gelezen kan worden.',
    why: 'Het archief is leeg, is versleuteld of bevat alleen andere bestanden.',
    todo: 'Pak het archief uit en kies de bestanden die erin zitten.',
  },
  'archive-nested': {
    what: 'In het archief zit nog een archief.',
    why: 'Archieven in archieven worden niet geopend.',
    todo: 'Pak het buitenste archief uit en kies wat erin zit.',
  },
} as const satisfies Record<string, ErrorText>;
