import type { InvoiceErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';

/** The codes of invoice files and lists of open items; part of `errors`. */
export const invoiceErrors = {
  'invoice-response-message': {
    what: 'Dit is een statusbericht van een afnemer, geen factuur.',
    why: 'Peppol stuurt zulke berichten terug: ontvangen, afgewezen of betaald.',
    todo: 'Kies het UBL-bestand van de factuur zelf.',
  },
  'invoice-attached-document': {
    what: 'Dit is een UBL-omslag met een document erin.',
    why: 'De factuur zit als tekst in het bestand verpakt en wordt zo niet gelezen.',
    todo: 'Exporteer de factuur zelf als UBL.',
  },
  'invoice-cii': {
    what: 'Dit is een factuur in de indeling CII (ZUGFeRD, Factur-X of XRechnung).',
    why: 'Die indeling wordt nog niet gelezen.',
    todo: 'Exporteer de factuur als UBL, of gebruik een lijst met openstaande posten.',
  },
  'invoice-audit-file': {
    what: 'Dit is een auditfile (XAF) uit een boekhouding.',
    why: 'Die indeling wordt nog niet gelezen.',
    todo: 'Exporteer de facturen als UBL, of een lijst met openstaande posten als CSV of Excel.',
  },
  'invoice-other-document': {
    what: 'Dit bestand is geen factuur maar een ander document ({{root}}).',
    why: 'Alleen facturen en creditnota’s maken een openstaande post.',
    todo: 'Kies het bestand van de factuur of de creditnota.',
  },
  'invoice-html-table': {
    what: 'Dit is een webpagina of XML-tabel met de naam van een Excel-bestand.',
    why: 'Sommige pakketten geven zo’n bestand de extensie .xls.',
    todo: 'Open het in Excel en sla het op als .xlsx of .csv.',
  },
  'invoice-pdf': {
    what: 'Dit is een PDF.',
    why: 'Bedragen en datums worden niet uit een PDF geraden.',
    todo: 'Exporteer de factuur als UBL, of gebruik een lijst met openstaande posten als CSV of Excel.',
  },
  'invoice-old-workbook': {
    what: 'Dit is een oud Excel-bestand (.xls).',
    why: 'Die indeling wordt niet gelezen.',
    todo: 'Open het bestand in Excel en sla het op als .xlsx of .csv.',
  },
  'invoice-xml-unknown': {
    what: 'Dit XML-bestand is geen factuur en geen creditnota.',
    why: 'Het begint met „{{root}}”, en dat is geen bekende factuurindeling.',
    todo: 'Kies het UBL-bestand van de factuur.',
  },
  'invoice-number-missing': {
    what: 'Er staat geen factuurnummer in.',
    why: 'Zonder nummer is de factuur later niet terug te vinden of te betalen.',
    todo: 'Vul het nummer aan in de boekhouding en exporteer opnieuw.',
  },
  'invoice-amount-missing': {
    what: 'Er staat geen te betalen bedrag in.',
    why: 'Het bestand is niet volledig of heeft een andere indeling.',
    todo: 'Exporteer de factuur opnieuw.',
  },
  'invoice-amount-unreadable': {
    what: 'Het bedrag „{{text}}” is niet te lezen.',
    why: 'Er staat geen gewoon getal.',
    todo: 'Verbeter het bedrag in de bron en exporteer opnieuw.',
  },
  'invoice-amount-rounded': {
    what: 'Het bedrag „{{text}}” is afgerond op {{amount}}.',
    why: 'Er staan meer dan twee cijfers achter de komma.',
    todo: 'Controleer of het afgeronde bedrag klopt.',
  },
  'invoice-date-missing': {
    what: 'Er staat geen factuurdatum en geen vervaldatum in.',
    why: 'Zonder datum is niet te zeggen wanneer betaald moet zijn.',
    todo: 'Vul de datum aan in de bron en exporteer opnieuw.',
  },
  'invoice-date-unreadable': {
    what: 'De datum „{{text}}” is niet te lezen.',
    why: 'De dag bestaat niet of is anders geschreven dan in dit soort bestanden.',
    todo: 'Controleer de datum in de bron.',
  },
  'invoice-totals-differ': {
    what: 'Het te betalen bedrag {{payable}} is niet het totaal min wat vooraf is betaald ({{reckoned}}).',
    why: 'De bron heeft de bedragen anders berekend.',
    todo: 'Controleer het bedrag; {{payable}} wordt gebruikt.',
  },
  'invoice-customer-missing': {
    what: 'Bij {{number}} staat geen naam of nummer van de klant.',
    why: 'De bron heeft de klant niet meegegeven.',
    todo: 'Kies de klant bij het importeren.',
  },
  'invoice-currency-missing': {
    what: 'Er staat geen valuta in.',
    why: 'Veel lijsten noemen de valuta niet.',
    todo: 'Controleer of de bedragen in euro zijn.',
  },
  'invoice-issue-date-missing': {
    what: 'Bij {{number}} staat geen factuurdatum.',
    why: 'De bron geeft alleen de vervaldatum.',
    todo: 'Vul de factuurdatum aan als je die nodig hebt.',
  },
  'invoice-due-date-missing': {
    what: 'Bij {{number}} staat geen vervaldatum.',
    why: 'De bron noemt geen datum en geen termijn.',
    todo: 'De betaaltermijn van de klant wordt gebruikt; controleer die.',
  },
  'invoice-due-before-issue': {
    what: 'Bij {{number}} ligt de vervaldatum {{dueDate}} voor de factuurdatum {{issueDate}}.',
    why: 'Dag en maand zijn misschien verwisseld.',
    todo: 'Controleer de datums voordat je importeert.',
  },
  'invoice-due-date-from-text': {
    what: 'De vervaldatum {{dueDate}} van {{number}} is uit de tekst over betaling gehaald.',
    why: 'Het bestand noemt de datum niet apart.',
    todo: 'Controleer de vervaldatum.',
  },
  'invoice-due-sooner-than-terms': {
    what: '{{number}} vervalt op de factuurdatum {{dueDate}}, maar de tekst noemt {{textDueDate}}.',
    why: 'De bron vulde de vervaldatum waarschijnlijk niet in.',
    todo: 'Pas de vervaldatum aan als de termijn uit de tekst geldt.',
  },
  'invoice-account-invalid': {
    what: 'Rekeningnummer „{{account}}” op {{number}} is geen geldig IBAN.',
    why: 'Het is verkeerd overgenomen of een ander soort nummer.',
    todo: 'Dit nummer wordt niet gebruikt om te laten betalen.',
  },
  'invoice-vat-invalid': {
    what: 'Btw-nummer „{{vat}}” van de klant op {{number}} klopt niet.',
    why: 'Het controlecijfer of de vorm past niet.',
    todo: 'Verbeter het nummer bij de klant.',
  },
  'invoice-legal-id-invalid': {
    what: 'Ondernemingsnummer „{{legalId}}” van de klant op {{number}} klopt niet.',
    why: 'Het heeft niet de lengte of het controlecijfer van zo’n nummer.',
    todo: 'Verbeter het nummer bij de klant.',
  },
  'invoice-attachment-too-large': {
    what: 'Bijlage „{{name}}” is te groot en wordt overgeslagen.',
    why: 'Er geldt een grens voor bijlagen in een factuurbestand.',
    todo: 'Voeg de bijlage zelf toe als je die nodig hebt.',
  },
  'invoice-duplicate-in-file': {
    what: '{{number}} staat meer dan eens in het bestand.',
    why: 'De export heeft een regel herhaald of twee administraties samengevoegd.',
    todo: 'Controleer of het echt om één factuur gaat.',
  },
  'invoice-amount-hundredfold': {
    what: '{{number}} is met {{amount}} veel hoger dan de andere facturen.',
    why: 'Punt en komma zijn misschien verwisseld, waardoor het bedrag honderd keer te groot is.',
    todo: 'Vergelijk het bedrag met de factuur voordat je importeert.',
  },
  'table-no-header': {
    what: 'Er is geen rij met kolomnamen gevonden.',
    why: 'De eerste twintig regels bevatten geen bekende namen zoals factuurnummer, klant of bedrag.',
    todo: 'Exporteer de lijst met kolomnamen, of wijs de kolommen zelf aan.',
  },
  'table-no-rows': {
    what: 'De lijst bevat geen regels.',
    why: 'Onder de kolomnamen staat niets dat een factuur is.',
    todo: 'Controleer de periode of het filter van de export.',
  },
  'table-too-large': {
    what: 'De lijst heeft te veel rijen of kolommen.',
    why: 'Er worden hoogstens {{limit}} gelezen.',
    todo: 'Exporteer een kortere periode of minder kolommen.',
  },
  'table-customer-column-missing': {
    what: 'In de lijst is geen kolom met de klant gevonden.',
    why: 'De kolomnaam is onbekend of de kolom ontbreekt.',
    todo: 'Wijs de kolom met de naam of het nummer van de klant aan.',
  },
  'table-number-column-missing': {
    what: 'In de lijst is geen kolom met het factuurnummer gevonden.',
    why: 'De kolomnaam is onbekend of de kolom ontbreekt.',
    todo: 'Wijs de kolom met het factuurnummer aan.',
  },
  'table-amount-column-missing': {
    what: 'In de lijst is geen kolom met een bedrag gevonden.',
    why: 'De kolomnaam is onbekend of de kolom ontbreekt.',
    todo: 'Wijs de kolom met het openstaande bedrag of het totaal aan.',
  },
  'table-date-column-missing': {
    what: 'In de lijst is geen kolom met een datum gevonden.',
    why: 'De kolomnaam is onbekend of de kolom ontbreekt.',
    todo: 'Wijs de kolom met de factuurdatum of de vervaldatum aan.',
  },
  'table-due-date-column-missing': {
    what: 'In de lijst is geen kolom met vervaldatums.',
    why: 'Niet elke export bevat die.',
    todo: 'De betaaltermijn van de klant wordt gebruikt; controleer die.',
  },
  'table-number-repaired': {
    what: 'Ondernemingsnummer {{text}} is aangevuld tot {{repaired}}.',
    why: 'Een rekenblad laat nullen vooraan weg.',
    todo: 'Controleer het nummer bij de klant.',
  },
  'table-ageing-only': {
    what: 'Dit is een ouderdomslijst met alleen totalen per klant.',
    why: 'Zonder factuurnummers is niet te zeggen welke factuur openstaat.',
    todo: 'Exporteer de lijst met openstaande posten per factuur.',
  },
  'table-payment-list': {
    what: 'Dit is een lijst van betalingen, geen lijst van facturen.',
    why: 'De lijst heeft bedragen en datums van ontvangst, maar geen openstaand bedrag of vervaldatum.',
    todo: 'Exporteer de openstaande facturen; ontvangsten komen uit het bankbestand.',
  },
  'table-date-order-unclear': {
    what: 'Uit kolom „{{column}}” blijkt niet of de dag of de maand voorop staat.',
    why: 'Alle datums in het bestand passen in beide volgordes.',
    todo: 'Kies de volgorde; nu wordt de dag eerst gelezen.',
  },
  'table-decimal-unclear': {
    what: 'Uit kolom „{{column}}” blijkt niet of de punt of de komma duizendtallen scheidt.',
    why: 'Alle bedragen hebben precies drie cijfers achter het teken.',
    todo: 'Controleer de bedragen in het voorbeeld.',
  },
  'table-number-damaged': {
    what: 'Factuurnummer „{{text}}” is door een rekenblad beschadigd.',
    why: 'Excel maakt van lange nummers een getal met E.',
    todo: 'Exporteer opnieuw en open het bestand niet eerst in Excel.',
  },
  'table-quote-unclosed': {
    what: 'Een aanhalingsteken wordt niet gesloten.',
    why: 'Daardoor is niet te zien waar een kolom eindigt.',
    todo: 'Maak de export opnieuw en wijzig het bestand niet.',
  },
  'table-row-without-number': {
    what: 'Deze regel heeft een bedrag maar geen factuurnummer.',
    why: 'De regel is een subtotaal of is niet volledig.',
    todo: 'Controleer de regel; hij wordt niet ingelezen.',
  },
  'table-cell-date': {
    what: '„{{text}}” in kolom „{{column}}” is geen datum.',
    why: 'De cel is anders geschreven dan de rest van de kolom.',
    todo: 'Verbeter de cel; de regel wordt niet ingelezen.',
  },
  'table-cell-amount': {
    what: '„{{text}}” in kolom „{{column}}” is geen bedrag.',
    why: 'De cel is anders geschreven dan de rest van de kolom.',
    todo: 'Verbeter de cel; de regel wordt niet ingelezen.',
  },
  'table-sum-differs': {
    what: 'De regels tellen op tot {{sum}}, maar de lijst noemt {{stated}} als totaal.',
    why: 'Er ontbreken regels, of een bedrag of teken is anders gelezen.',
    todo: 'Vergelijk het voorbeeld met de lijst voordat je importeert.',
  },
  'table-mapping-outdated': {
    what: 'De kolommen van dit bestand zijn anders dan bij de vorige keer.',
    why: 'De export heeft andere of anders geordende kolommen.',
    todo: 'Controleer de voorgestelde kolommen.',
  },
  'table-column-uncertain': {
    what: 'Kolom „{{column}}” is gekozen op een naam die meer kan betekenen.',
    why: 'De naam alleen zegt niet genoeg en het gaat om geld of een datum.',
    todo: 'Bevestig de keuze één keer; daarna wordt die onthouden.',
  },
  'table-amounts-differ': {
    what: 'Bij {{number}} is totaal min betaald niet gelijk aan het openstaande bedrag.',
    why: 'De lijst rekent afschrijvingen of verrekeningen anders.',
    todo: 'Het openstaande bedrag uit de lijst wordt gebruikt.',
  },
  'table-workbook-unreadable': {
    what: 'Het Excel-bestand is niet te lezen.',
    why: 'Het is beschadigd, met een wachtwoord beveiligd of geen werkmap.',
    todo: 'Open het in Excel en sla het opnieuw op als .xlsx, zonder wachtwoord.',
  },
} as const satisfies Readonly<Record<InvoiceErrorCode, ErrorText>>;
