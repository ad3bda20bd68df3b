import type { IntakeErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** Texts of what taking in says about files and documents. */
export const intakeErrors = {
  'import-file-gone': {
    what: 'Het bestand is niet meer aanwezig.',
    why: 'Klaargezette bestanden worden na een dag of na een herstart opgeruimd.',
    todo: 'Kies het bestand opnieuw.',
  },
  'watched-folder-unreadable': {
    what: 'De map {{folder}} kan niet worden gelezen.',
    why: 'De map bestaat niet, is geen map of is voor Termijn niet toegankelijk.',
    todo: 'Kies een bestaande map, geef het volledige pad op en controleer je rechten op die map.',
  },
  'import-too-slow': {
    what: 'Het lezen van het bestand duurde te lang en is gestopt.',
    why: 'Het bestand is erg groot of beschadigd.',
    todo: 'Maak de export opnieuw over een kortere periode.',
  },
  'import-reading-failed': {
    what: 'Het bestand kon niet worden gelezen.',
    why: 'Het lezen is afgebroken door iets in het bestand. Er is niets van overgenomen.',
    todo: 'Maak de export opnieuw. Blijft dit zo, exporteer dan in een andere indeling.',
  },
  'import-preview-gone': {
    what: 'Het voorbeeld van deze import is verlopen.',
    why: 'Een voorbeeld wordt een uur bewaard en geldt zolang de bestanden niet veranderen.',
    todo: 'Kies de bestanden opnieuw.',
  },
  'import-undone': {
    what: 'Deze import is al ongedaan gemaakt.',
    why: 'Ongedaan maken kan één keer.',
    todo: 'Importeer de bestanden opnieuw als ze toch nodig zijn.',
  },
  'import-other-kind': {
    what: '{{file}} hoort niet bij deze opdracht; er is niets overgenomen.',
    why: 'Het is een bankbestand waar facturen werden verwacht, of andersom.',
    todo: 'Geef bankbestanden en facturen elk aan hun eigen opdracht.',
  },
  'document-purchase': {
    what: '{{number}} is een inkoopfactuur en is overgeslagen.',
    why: 'De administratie is op deze factuur de koper; {{seller}} vraagt het geld.',
    todo: 'Er is niets te doen.',
  },
  'document-other-seller': {
    what: '{{number}} is van een andere verkoper en is overgeslagen.',
    why: 'Op de factuur staat {{seller}} als verkoper, met een ander btw- of ondernemingsnummer dan bij Instellingen.',
    todo: 'Klopt dit niet? Kijk bij Instellingen naar het btw-nummer en het KvK- of ondernemingsnummer.',
  },
  'document-foreign-seller': {
    what: '{{number}} is overgeslagen: deze factuur lijkt door een ander bedrijf verstuurd.',
    why: 'Op de factuur staat {{seller}} als verkoper. Die naam is anders dan bij Instellingen, en er zijn geen nummers om te vergelijken.',
    todo: 'Is het je eigen factuur? Vul bij Instellingen het btw-nummer en het KvK- of ondernemingsnummer in, of de naam zoals op de factuur, en importeer opnieuw.',
  },
  'document-seller-alike': {
    what: '{{number}} lijkt door een ander bedrijf verstuurd: {{seller}}.',
    why: 'De naam lijkt op die bij Instellingen maar is niet gelijk, en er zijn geen nummers om te vergelijken.',
    todo: 'Is het een inkoopfactuur? Maak deze import dan ongedaan. Met het btw-nummer en het KvK- of ondernemingsnummer bij Instellingen is het zeker.',
  },
  'document-not-a-claim': {
    what: '{{number}} vraagt geen geld en is overgeslagen.',
    why: 'Het document is een pro-formafactuur.',
    todo: 'Importeer de echte factuur zodra die er is.',
  },
  'document-undated': {
    what: '{{number}} heeft geen datum en is overgeslagen.',
    why: 'Zonder factuurdatum of vervaldatum is niet te zeggen wanneer er betaald moet zijn.',
    todo: 'Voeg de datum toe in het bestand en importeer het opnieuw.',
  },
  'document-customer-missing': {
    what: '{{number}} heeft geen klant en is overgeslagen.',
    why: 'Het bestand noemt geen naam en geen klantnummer.',
    todo: 'Voeg de klant toe in het bestand en importeer het opnieuw.',
  },
  'document-paid-odd': {
    what: 'Bij {{number}} is meer betaald dan het totaal, of met het verkeerde teken.',
    why: 'Het totaal is {{total, amount}}, betaald is {{paid, amount}}.',
    todo: 'Kijk de factuur na. Er staat niet meer open dan het totaal.',
  },
  'document-twice': {
    what: '{{number}} staat twee keer in deze bestanden, met verschillende bedragen.',
    why: 'Het ene bedrag is {{first, amount}}, het andere {{second, amount}}. Het eerste is overgenomen.',
    todo: 'Kijk na welk bedrag klopt.',
  },
  'document-currency-changed': {
    what: '{{number}} heeft nu een andere valuta en is niet gewijzigd.',
    why: 'Een factuur die al geboekt is, wisselt niet van valuta.',
    todo: 'Maak de eerdere import ongedaan als die fout was, en importeer opnieuw.',
  },
  'document-below-paid': {
    what: '{{number}} is niet gewijzigd.',
    why: 'Het nieuwe totaal {{after, amount}} is lager dan wat er al op is afgeboekt (totaal was {{before, amount}}).',
    todo: 'Maak eerst de koppeling van de betaling ongedaan, of boek een creditnota.',
  },
  'document-balance-differs': {
    what: 'Het openstaande bedrag van {{number}} verschilt van de lijst.',
    why: 'Hier staat {{ledger, amount}} open, in de lijst {{list, amount}}. Er zijn hier betalingen op geboekt, dus het saldo blijft staan.',
    todo: 'Vergelijk de betalingen van deze factuur met de boekhouding.',
  },
  'bank-account-unanswered': {
    what: 'De afschriften van {{account, iban}} zijn overgeslagen.',
    why: 'Het is niet bekend of deze rekening van de administratie is.',
    todo: 'Importeer het bestand opnieuw en beantwoord de vraag bij de rekening.',
  },
  'bank-account-unnamed': {
    what: 'Dit bestand noemt geen rekening en is overgeslagen.',
    why: 'Je hebt meer dan één rekening, of nog geen. Dan is niet te zeggen van welke deze boekingen zijn.',
    todo: 'Download het afschrift als CAMT.053, MT940 of CODA: daarin staat de rekening.',
  },
  'bank-account-not-ours': {
    what: 'De afschriften van {{account, iban}} zijn overgeslagen.',
    why: 'Van deze rekening is gezegd dat die niet van de administratie is.',
    todo: 'Klopt dat niet, wijzig het dan bij Bank en importeer opnieuw.',
  },
  'bank-entries-possibly-known': {
    what: '{{count}} {{count, plural(one: boeking; other: boekingen)}} op {{account, iban}} {{count, plural(one: is; other: zijn)}} misschien al bekend en niet overgenomen.',
    why: 'Dag en bedrag zijn gelijk aan een boeking uit een ander bestand, maar de tekst verschilt.',
    todo: 'Beoordeel ze onder Importeren, bij Misschien dubbel.',
  },
} as const satisfies Record<IntakeErrorCode, ErrorText>;
