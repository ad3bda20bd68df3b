import type { ErrorCode } from '../../errors.ts';
import type { ErrorText } from '../errorMessage.ts';
import { invoiceErrors } from './invoiceErrors.ts';

/** Per code: what happened, why that is likely, what to do next. Parameters of the error go in as `{{name}}`. */
export const errors = {
  ...invoiceErrors,
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
    todo: 'Kies CAMT.053, MT940, CODA of CSV voor de bank, en UBL, CSV of Excel voor facturen.',
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
    todo: 'Zet de laatste goede reservekopie terug bij Instellingen.',
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
} as const satisfies Record<ErrorCode, ErrorText>;
