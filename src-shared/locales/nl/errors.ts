import type { ErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorText.ts';
import { bankErrors } from './bankErrors.ts';
import { bankFormatErrors } from './bankFormatErrors.ts';
import { handoverErrors } from './handoverErrors.ts';
import { intakeErrors } from './intakeErrors.ts';
import { invoiceErrors } from './invoiceErrors.ts';
import { lawErrors } from './lawErrors.ts';
import { correspondenceErrors } from './correspondenceErrors.ts';
import { planErrors } from './planErrors.ts';
import { printErrors } from './printErrors.ts';
import { templateErrors } from './templateErrors.ts';

/** Per code: what happened, why that is likely, what to do next. Parameters of the error go in as `{{name}}`. */
export const errors = {
  ...bankErrors,
  ...templateErrors,
  ...bankFormatErrors,
  ...invoiceErrors,
  ...handoverErrors,
  ...intakeErrors,
  ...lawErrors,
  ...correspondenceErrors,
  ...planErrors,
  ...printErrors,
  'file-empty': {
    what: 'Het bestand is leeg.',
    why: 'Meestal is het downloaden of opslaan afgebroken.',
    todo: 'Download het bestand opnieuw en probeer het nog eens.',
  },
  'file-too-large': {
    what: 'Het bestand is te groot om te lezen.',
    why: 'Er geldt een grens, zodat een beschadigd bestand deze computer niet kan laten vastlopen.',
    todo: 'Maak de export opnieuw over een kortere periode.',
  },
  'file-binary': {
    what: 'Dit is geen tekstbestand.',
    why: 'De inhoud past bij geen enkel bank- of factuurbestand dat gelezen kan worden.',
    todo: 'Kies het bestand dat de bank of de boekhouding als export geeft.',
  },
  'file-truncated': {
    what: 'Het bestand houdt te vroeg op.',
    why: 'Meestal is het downloaden of opslaan afgebroken.',
    todo: 'Download het bestand opnieuw en probeer het nog eens.',
  },
  'file-line-too-long': {
    what: 'Een regel in het bestand is langer dan is toegestaan.',
    why: 'Het bestand is beschadigd of heeft een andere indeling dan de naam doet vermoeden.',
    todo: 'Maak de export opnieuw en wijzig het bestand niet in een ander programma.',
  },
  'file-encoding-invalid': {
    what: 'De tekens in het bestand zijn niet te lezen.',
    why: 'Het bestand is in een andere tekenset bewaard dan het zelf zegt.',
    todo: 'Maak de export opnieuw, bij voorkeur als UTF-8.',
  },
  'format-unknown': {
    what: 'De indeling van dit bestand wordt niet herkend.',
    why: 'Het lijkt op geen enkel bank- of factuurbestand dat gelezen kan worden.',
    todo: 'Kies CAMT.053 of MT940 voor de bank, en UBL, CSV of Excel voor facturen.',
  },
  'xml-doctype': {
    what: 'Het XML-bestand bevat een DOCTYPE en wordt daarom niet gelezen.',
    why: 'Zo’n verwijzing kan gevaarlijk zijn en komt in bank- en factuurbestanden niet voor.',
    todo: 'Vraag de afzender om het bestand zonder DOCTYPE.',
  },
  'xml-malformed': {
    what: 'Het XML-bestand bevat een fout.',
    why: 'Het bestand is beschadigd of met de hand gewijzigd.',
    todo: 'Download het bestand opnieuw en wijzig het niet.',
  },
  'xml-too-deep': {
    what: 'Het XML-bestand is dieper genest dan is toegestaan.',
    why: 'Een gewoon bank- of factuurbestand komt niet in de buurt van deze grens.',
    todo: 'Download het bestand opnieuw bij de bank of de afzender.',
  },
  'zip-bomb': {
    what: 'Het zip-bestand wordt bij uitpakken te groot.',
    why: 'Er geldt een grens, zodat een kwaadaardig bestand deze computer niet kan laten vastlopen.',
    todo: 'Pak het bestand zelf uit en importeer de bestanden die je nodig hebt.',
  },
  'zip-invalid': {
    what: 'Het zip-bestand is niet te openen.',
    why: 'Het bestand is beschadigd of niet helemaal gedownload.',
    todo: 'Download het bestand opnieuw, of pak het zelf uit.',
  },
  'ledger-not-open': {
    what: 'Er is geen administratie geopend.',
    why: 'De administratie is gesloten of nog niet gekozen.',
    todo: 'Kies een administratie linksboven.',
  },
  'ledger-in-use': {
    what: 'Deze administratie is al geopend.',
    why: 'Een ander venster of een ander programma gebruikt het bestand.',
    todo: 'Sluit het andere venster en probeer het opnieuw.',
  },
  'ledger-from-the-future': {
    what: 'Deze administratie is gemaakt met een nieuwere versie van Termijn.',
    why: 'Een oudere versie zou gegevens kunnen beschadigen en opent het bestand daarom niet.',
    todo: 'Installeer de nieuwste versie van Termijn.',
  },
  'ledger-damaged': {
    what: 'Het bestand van deze administratie is beschadigd.',
    why: 'Dat gebeurt door een defecte schijf of een afgebroken kopie. Er is niets aan gewijzigd.',
    todo: 'Zet de laatste goede reservekopie terug: op het startscherm, of bij Instellingen.',
  },
  'ledger-not-termijn': {
    what: 'Dit bestand is geen administratie van Termijn.',
    why: 'Het is een ander soort bestand, of een ander programma heeft het gemaakt.',
    todo: 'Kies een ander bestand.',
  },
  'ledger-pragma-failed': {
    what: 'De administratie kan niet veilig worden geopend.',
    why: 'De schijf of de map ondersteunt niet wat nodig is om gegevens zeker te bewaren.',
    todo: 'Verplaats de gegevensmap naar een gewone lokale schijf.',
  },
  'ledger-unbalanced': {
    what: 'De boeking is niet bewaard, omdat hij niet in evenwicht is.',
    why: 'Debet en credit moeten gelijk zijn. Dit is een fout in het programma.',
    todo: 'Meld de code hieronder. Er is niets gewijzigd.',
  },
  'ledger-disk-full': {
    what: 'Er is niets bewaard: de schijf is vol.',
    why: 'Er is geen ruimte meer op de schijf met de gegevensmap.',
    todo: 'Maak ruimte vrij en probeer het opnieuw.',
  },
  'ledger-migration-failed': {
    what: 'De administratie kon niet worden bijgewerkt naar deze versie.',
    why: 'Een stap van het bijwerken is mislukt. De administratie is onveranderd.',
    todo: 'Meld de code hieronder. De vorige versie van Termijn blijft werken.',
  },
  'backup-failed': {
    what: 'De reservekopie is niet gemaakt.',
    why: 'De kopie kon niet worden geschreven of is na controle afgekeurd.',
    todo: 'Controleer of er ruimte is en of de map beschrijfbaar is, en probeer het opnieuw.',
  },
  'export-too-large': {
    what: 'Deze administratie is te groot voor één download.',
    why: 'Een export in het venster mag {{limitMb}} MB groot zijn.',
    todo: 'Maak de export met de opdrachtregel: `termijn export --ledger bestand --to map`.',
  },
  'allocation-too-large': {
    what: 'Dit bedrag past niet.',
    why: 'Er wordt meer toegewezen dan er openstaat of van de ontvangst over is.',
    todo: 'Verlaag het bedrag of kies een andere factuur.',
  },
  'allocation-currency': {
    what: 'De valuta verschilt.',
    why: 'De ontvangst en {{number}} zijn in verschillende valuta.',
    todo: 'Kies een factuur in dezelfde valuta.',
  },
  'money-back-differs': {
    what: 'Dit bedrag past niet bij wat terugging.',
    why: 'Er ging {{cents, amount}} weg; wat je koos is {{available, amount}}.',
    todo: 'Kies de betaling of het tegoed van precies dit bedrag, of verdeel het tot alles is verklaard.',
  },
  'write-off-above-limit': {
    what: 'Dit is meer dan je zonder besluit mag afboeken.',
    why: 'Het beleid staat {{limit, amount}} toe; dit is {{cents, amount}}.',
    todo: 'Laat het verschil openstaan, of verhoog de grens in het beleid voor toewijzen.',
  },
  'reason-missing': {
    what: 'Er ontbreekt een reden.',
    why: 'Zonder reden is later niet te zien waarom dit is beslist.',
    todo: 'Vul kort in waarom, en bewaar opnieuw.',
  },
  'account-in-use': {
    what: 'Deze rekening kan niet worden afgemeld.',
    why: 'Er zijn {{statements}} afschriften van deze rekening geboekt.',
    todo: 'Maak eerst de import van die afschriften ongedaan.',
  },
  'letter-step-unavailable': {
    what: 'Deze brief is er nog niet.',
    why: 'Voor de stap {{step}} maakt deze versie nog geen brief.',
    todo: 'Kies op de klantpagina zelf het vervolg, bijvoorbeeld bellen.',
  },
  'message-not-due': {
    what: 'Dit bericht hoeft niet meer weg.',
    why: 'Voor {{customer}} is nu niets meer aan de beurt: er is betaald, gepauzeerd of iets anders beslist.',
    todo: 'Bekijk de klant; er is niets verstuurd.',
  },
  'message-state': {
    what: 'Dit bericht is al verder.',
    why: 'De stand van het bericht is {{state}}; daar past deze handeling niet bij.',
    todo: 'Ververs de lijst en kijk bij Verzonden.',
  },
  'bank-data-too-old': {
    what: 'De bankgegevens zijn te oud om te versturen.',
    why: 'De laatste boeking is {{age, days}} oud; het beleid staat {{maximum}} toe. Een betaling kan al binnen zijn.',
    todo: 'Importeer eerst een nieuw afschrift, of bevestig dat je toch wilt versturen.',
  },
  'smtp-not-encrypted': {
    what: 'De verbinding met {{host}} is niet beveiligd.',
    why: 'Zonder beveiliging gaan wachtwoord en brieven leesbaar over het net.',
    todo: 'Kies STARTTLS of TLS; onbeveiligd mag alleen met een server op deze computer.',
  },
  'smtp-not-set': {
    what: 'Er is nog geen mailserver ingesteld.',
    why: 'Zonder mailserver kan Termijn geen e-mail versturen.',
    todo: 'Vul bij Instellingen de mailserver in en stuur jezelf een testbericht.',
  },
  'recipient-invalid': {
    what: 'Het e-mailadres klopt niet.',
    why: '{{address}} is geen geldig adres van één ontvanger.',
    todo: 'Verbeter het adres bij de klant of bij dit bericht.',
  },
  'not-found': {
    what: 'Dit is niet gevonden.',
    why: 'Het is verwijderd, of de verwijzing hoort bij een andere administratie.',
    todo: 'Ga terug en zoek het opnieuw op.',
  },
  'bad-request': {
    what: 'De opdracht is niet begrepen.',
    why: 'Een waarde ontbreekt of is niet toegestaan.',
    todo: 'Controleer de ingevulde velden. Blijft het zo, meld dan de code hieronder.',
  },
  'unknown-method': {
    what: 'Deze opdracht bestaat niet.',
    why: 'Het venster en het programma zijn van verschillende versies.',
    todo: 'Sluit Termijn af en start het opnieuw.',
  },
  forbidden: {
    what: 'Dit is niet toegestaan.',
    why: 'De aanvraag kwam niet uit het venster van Termijn zelf, of de sessie is verlopen.',
    todo: 'Open Termijn opnieuw.',
  },
  cancelled: {
    what: 'De taak is gestopt.',
    why: 'De taak is afgebroken voordat hij klaar was. Er is niets half bewaard.',
    todo: 'Start de taak opnieuw wanneer je wilt.',
  },
  internal: {
    what: 'Er ging iets mis in het programma.',
    why: 'Dit is een fout in Termijn. Wat al bewaard was, blijft bewaard.',
    todo: 'Probeer het opnieuw. Blijft het zo, meld dan de code hieronder.',
  },
  'not-allowed-now': {
    what: 'Dit kan nu niet.',
    why: 'De toestand is intussen veranderd.',
    todo: 'Ververs de lijst en bekijk het opnieuw.',
  },
  'letter-nothing-to-pay': {
    what: 'Er valt per saldo niets te betalen.',
    why: 'Creditnota’s en betalingen zijn samen even groot als de facturen of groter.',
    todo: 'Verreken de creditnota’s met de facturen, of betaal het tegoed terug.',
  },
  'letter-currency': {
    what: 'Een brief met betaalblok kan alleen in euro; deze posten zijn in {{currency}}.',
    why: 'De Europese overschrijving en haar QR-code kennen alleen de euro.',
    todo: 'Herinner deze klant op een andere manier, of leg de posten vast in euro.',
  },
  'letter-sender-incomplete': {
    what: 'In de bedrijfsgegevens ontbreekt iets wat op elke brief moet staan.',
    why: 'Een brief noemt altijd naam, adres, inschrijvingsnummer, IBAN en een contactpersoon met telefoon of e-mail.',
    todo: 'Vul bij Instellingen de bedrijfsgegevens aan.',
  },
  'letter-customer-incomplete': {
    what: 'Het adres van de klant is niet volledig.',
    why: 'Zonder naam, straat en plaats komt een brief niet aan.',
    todo: 'Vul het adres aan bij de klant, of kies e-mail.',
  },
  'letter-description-missing': {
    what: 'Bij factuur {{number}} staat niet wat er geleverd is.',
    why: 'De eerste herinnering aan een Belgische consument moet het product of de dienst noemen (art. XIX.2 WER).',
    todo: 'Vul bij de factuur een korte omschrijving in.',
  },
  'letter-earlier-message-missing': {
    what: 'Voor deze tweede herinnering is geen datum van de eerste bekend.',
    why: 'De brief noemt wanneer de klant eerder bericht kreeg.',
    todo: 'Verstuur eerst de eerste herinnering.',
  },
  'letter-item-invalid': {
    what: 'De bedragen of datums van {{number}} passen niet bij een herinnering.',
    why: 'Een factuur in een brief heeft een vervaldatum, en het open bedrag is het bedrag min wat is ontvangen.',
    todo: 'Open de factuur en kijk naar vervaldatum, bedrag en ontvangsten.',
  },
  'letter-item-not-overdue': {
    what: 'Factuur {{number}} is nog niet vervallen.',
    why: 'Een herinnering noemt alleen facturen waarvan de termijn voorbij is.',
    todo: 'Haal deze factuur uit de herinnering, of wacht tot na de vervaldatum.',
  },
  'letter-deadline-free-day': {
    what: 'De uiterste betaaldatum {{date, date}} valt in het weekend of op een feestdag.',
    why: 'Op zo’n dag boeken banken niet altijd, en telt de termijn vaak niet.',
    todo: 'Kies de eerstvolgende werkdag.',
  },
  'letter-deadline-too-early': {
    what: 'De uiterste betaaldatum {{date, date}} is te vroeg; {{earliest, date}} is de eerste die mag.',
    why: 'De termijn die de wet de klant geeft moet voorbij zijn op de dag die in de brief staat.',
    todo: 'Kies {{earliest, date}} of later.',
  },
  'letter-block-missing': {
    what: 'In de brief ontbreekt een verplicht onderdeel.',
    why: 'Elke brief noemt bedrag, facturen, vervaldatums, betaaldatum, betaalwijze, volgende stap en contact.',
    todo: 'Zet het onderdeel terug in de tekst.',
  },
  'letter-wording-forbidden': {
    what: 'De eigen tekst noemt “{{word}}”; dat hoort niet in een eerste herinnering.',
    why: 'Een eerste herinnering is een dienst aan de klant: zonder kosten, rente of dreiging.',
    todo: 'Haal het woord uit de tekst, of bewaar het voor een latere stap.',
  },
  'letter-characters-missing': {
    what: 'Deze tekens kan het lettertype van de brief niet afdrukken: {{characters}}.',
    why: 'Het lettertype kent Latijnse, Griekse en Cyrillische letters, maar geen andere schriften en tekeningetjes.',
    todo: 'Schrijf de naam of de tekst in Latijnse letters.',
  },
  'letter-address-too-large': {
    what: 'Het adres past niet in het venster van de envelop: {{address}}.',
    why: 'Ook in de kleinste letter zijn er te veel of te lange regels; een adres wordt nooit afgekapt.',
    todo: 'Kort het adres in: zet bijvoorbeeld de afdeling niet bij de naam.',
  },
  'letter-too-long': {
    what: 'De eigen tekst is te lang: het betaalblok past niet meer op de eerste pagina.',
    why: 'Wie de brief opent, moet meteen zien hoeveel, waarheen en wanneer.',
    todo: 'Kort de eerste alinea in.',
  },
  'letter-logo-unreadable': {
    what: 'Het logo kan niet worden gelezen.',
    why: 'Alleen een PNG- of JPEG-afbeelding die niet beschadigd is past in de brief.',
    todo: 'Kies bij Instellingen een ander bestand, of laat het logo weg.',
  },
  'payment-code-refused': {
    what: 'De betaal-QR kan niet gemaakt worden.',
    why: 'De Europese betaal-QR stelt grenzen aan naam, IBAN, bedrag en omschrijving (EPC069-12).',
    todo: 'Kijk bij Instellingen naar IBAN en naam van de rekening (ten hoogste 70 tekens).',
  },
  'mail-header-unsafe': {
    what: 'Een kop van de e-mail (onderwerp, naam of adres) bevat iets wat daar niet mag staan.',
    why: 'Een regeleinde of stuurteken in een kop kan een e-mail veranderen zonder dat iemand het ziet.',
    todo: 'Typ het veld opnieuw, op één regel.',
  },
} as const satisfies Record<ErrorCode, ErrorText>;
