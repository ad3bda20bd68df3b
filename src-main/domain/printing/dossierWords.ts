/** Names of the files of a dossier and heads of its lists, in the four languages of letters. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

export type DossierWords = {
  readonly files: Readonly<Record<'summary' | 'index' | 'claim' | 'calculation' | 'invoices' | 'original' | 'proofs' | 'messages' | 'enclosure' | 'proof' | 'history' | 'decisions' | 'bookings' | 'contacts' | 'contents', string>>;
  readonly heads: { readonly claim: readonly string[]; readonly decisions: readonly string[]; readonly bookings: readonly string[]; readonly contacts: readonly string[]; readonly contents: readonly string[] };
  /** What an item is, for the inventory. */
  readonly items: {
    readonly claim: string;
    readonly calculation: string;
    readonly copy: (number: string) => string;
    readonly original: (number: string) => string;
    readonly proof: (name: string, about: string) => string;
    readonly message: (name: string, on: string) => string;
    readonly messageText: (name: string, on: string) => string;
    readonly enclosure: (name: string, on: string) => string;
    readonly sending: (name: string, on: string) => string;
    readonly decisions: string;
    readonly bookings: string;
    readonly contacts: string;
  };
  readonly kinds: Readonly<Record<'note' | 'call' | 'hold' | 'dispute' | 'promise' | 'step-done' | 'interest-waive' | 'costs-waive' | 'interest-keep' | 'costs-keep' | 'handover', string>>;
  readonly costs: string;
  readonly yes: string;
};

const all: Readonly<Record<LetterLanguage, DossierWords>> = {
  nl: {
    files: { summary: '0-samenvatting', index: '0-inventaris', claim: '1-vordering', calculation: '1-berekening', invoices: '2-facturen', original: 'origineel', proofs: '3-bewijsstukken', messages: '4-berichten', enclosure: 'bijlage', proof: 'bewijs', history: '5-historie', decisions: 'gesprekken-betwistingen-toezeggingen', bookings: 'boekingen', contacts: 'contacten', contents: 'inhoud' },
    heads: { claim: ['factuur', 'datum', 'vervaldatum', 'verzuim vanaf', 'bedrag', 'open', 'rente', 'rente per dag', 'gevorderd'], decisions: ['datum', 'soort', 'factuur', 'bedrag', 'tot', 'beëindigd', 'tekst'], bookings: ['datum', 'vastgelegd', 'soort', 'factuur', 'bedrag', 'betaler', 'teruggedraaid'], contacts: ['naam', 'functie', 'e-mail', 'telefoon'], contents: ['bestand', 'bytes', 'sha256'] },
    items: { claim: 'Vordering als tabel en voor de computer', calculation: 'Berekening van rente en kosten', copy: (number) => `Factuur ${number} (kopie)`, original: (number) => `Factuur ${number}, bestand zoals ingelezen`, proof: (name, about) => (about === '' ? name : `${name} bij ${about}`), message: (name, on) => `${name} van ${on}, zoals verzonden`, messageText: (name, on) => `${name} van ${on}, tekst`, enclosure: (name, on) => `Bijlage bij ${name.toLowerCase()} van ${on}`, sending: (name, on) => `${name} van ${on}, gegevens van verzending`, decisions: 'Gesprekken, betwistingen en toezeggingen', bookings: 'Boekingen', contacts: 'Contactpersonen' },
    kinds: { note: 'notitie', call: 'gesprek', hold: 'pauze', dispute: 'betwisting', promise: 'toezegging', 'step-done': 'stap gedaan', 'interest-waive': 'afgezien van rente', 'costs-waive': 'afgezien van kosten', 'interest-keep': 'rente gehandhaafd', 'costs-keep': 'kosten gehandhaafd', handover: 'uit handen gegeven' },
    costs: 'Kosten',
    yes: 'ja',
  },
  fr: {
    files: { summary: '0-resume', index: '0-inventaire', claim: '1-creance', calculation: '1-calcul', invoices: '2-factures', original: 'original', proofs: '3-preuves', messages: '4-messages', enclosure: 'annexe', proof: 'preuve', history: '5-historique', decisions: 'entretiens-contestations-promesses', bookings: 'ecritures', contacts: 'contacts', contents: 'contenu' },
    heads: { claim: ['facture', 'date', 'échéance', 'en demeure', 'montant', 'ouvert', 'intérêts', 'intérêts par jour', 'réclamé'], decisions: ['date', 'nature', 'facture', 'montant', 'jusqu’au', 'terminé', 'texte'], bookings: ['date', 'enregistré', 'nature', 'facture', 'montant', 'payeur', 'annulé'], contacts: ['nom', 'fonction', 'e-mail', 'téléphone'], contents: ['fichier', 'octets', 'sha256'] },
    items: { claim: 'Créance, en tableau et pour l’ordinateur', calculation: 'Calcul des intérêts et des frais', copy: (number) => `Facture ${number} (copie)`, original: (number) => `Facture ${number}, fichier tel que reçu`, proof: (name, about) => (about === '' ? name : `${name} pour ${about}`), message: (name, on) => `${name} du ${on}, tel qu’envoyé`, messageText: (name, on) => `${name} du ${on}, texte`, enclosure: (name, on) => `Annexe à : ${name.toLowerCase()} du ${on}`, sending: (name, on) => `${name} du ${on}, données de l’envoi`, decisions: 'Entretiens, contestations et promesses', bookings: 'Écritures', contacts: 'Personnes de contact' },
    kinds: { note: 'note', call: 'entretien', hold: 'suspension', dispute: 'contestation', promise: 'promesse', 'step-done': 'étape faite', 'interest-waive': 'renonciation aux intérêts', 'costs-waive': 'renonciation aux frais', 'interest-keep': 'intérêts maintenus', 'costs-keep': 'frais maintenus', handover: 'transmission' },
    costs: 'Frais',
    yes: 'oui',
  },
  en: {
    files: { summary: '0-summary', index: '0-inventory', claim: '1-claim', calculation: '1-calculation', invoices: '2-invoices', original: 'original', proofs: '3-evidence', messages: '4-messages', enclosure: 'enclosure', proof: 'proof', history: '5-history', decisions: 'calls-disputes-promises', bookings: 'bookings', contacts: 'contacts', contents: 'contents' },
    heads: { claim: ['invoice', 'date', 'due', 'default from', 'amount', 'open', 'interest', 'interest per day', 'claimed'], decisions: ['date', 'kind', 'invoice', 'amount', 'until', 'ended', 'text'], bookings: ['date', 'recorded', 'kind', 'invoice', 'amount', 'payer', 'undone'], contacts: ['name', 'role', 'e-mail', 'telephone'], contents: ['file', 'bytes', 'sha256'] },
    items: { claim: 'Claim as a table and for the computer', calculation: 'Calculation of interest and costs', copy: (number) => `Invoice ${number} (copy)`, original: (number) => `Invoice ${number}, file as taken in`, proof: (name, about) => (about === '' ? name : `${name} for ${about}`), message: (name, on) => `${name} of ${on}, as sent`, messageText: (name, on) => `${name} of ${on}, text`, enclosure: (name, on) => `Enclosure to ${name.toLowerCase()} of ${on}`, sending: (name, on) => `${name} of ${on}, record of sending`, decisions: 'Calls, disputes and promises', bookings: 'Bookings', contacts: 'Contacts' },
    kinds: { note: 'note', call: 'call', hold: 'pause', dispute: 'dispute', promise: 'promise', 'step-done': 'step done', 'interest-waive': 'interest waived', 'costs-waive': 'costs waived', 'interest-keep': 'interest kept', 'costs-keep': 'costs kept', handover: 'handed over' },
    costs: 'Costs',
    yes: 'yes',
  },
  de: {
    files: { summary: '0-zusammenfassung', index: '0-verzeichnis', claim: '1-forderung', calculation: '1-berechnung', invoices: '2-rechnungen', original: 'original', proofs: '3-belege', messages: '4-schreiben', enclosure: 'anlage', proof: 'nachweis', history: '5-verlauf', decisions: 'gespraeche-einwaende-zusagen', bookings: 'buchungen', contacts: 'kontakte', contents: 'inhalt' },
    heads: { claim: ['Rechnung', 'Datum', 'Fällig', 'Verzug ab', 'Betrag', 'Offen', 'Zinsen', 'Zinsen je Tag', 'gefordert'], decisions: ['Datum', 'Art', 'Rechnung', 'Betrag', 'bis', 'beendet', 'Text'], bookings: ['Datum', 'erfasst', 'Art', 'Rechnung', 'Betrag', 'Zahler', 'zurückgenommen'], contacts: ['Name', 'Funktion', 'E-Mail', 'Telefon'], contents: ['Datei', 'Bytes', 'sha256'] },
    items: { claim: 'Forderung als Tabelle und für den Computer', calculation: 'Berechnung von Zinsen und Kosten', copy: (number) => `Rechnung ${number} (Kopie)`, original: (number) => `Rechnung ${number}, Datei wie eingelesen`, proof: (name, about) => (about === '' ? name : `${name} zu ${about}`), message: (name, on) => `${name} vom ${on}, wie versandt`, messageText: (name, on) => `${name} vom ${on}, Text`, enclosure: (name, on) => `Anlage zu: ${name} vom ${on}`, sending: (name, on) => `${name} vom ${on}, Angaben zum Versand`, decisions: 'Gespräche, Einwände und Zusagen', bookings: 'Buchungen', contacts: 'Ansprechpartner' },
    kinds: { note: 'Notiz', call: 'Gespräch', hold: 'Pause', dispute: 'Einwand', promise: 'Zusage', 'step-done': 'Schritt erledigt', 'interest-waive': 'Verzicht auf Zinsen', 'costs-waive': 'Verzicht auf Kosten', 'interest-keep': 'Zinsen aufrechterhalten', 'costs-keep': 'Kosten aufrechterhalten', handover: 'Übergabe' },
    costs: 'Kosten',
    yes: 'ja',
  },
};

export const dossierWordsIn = (language: LetterLanguage): DossierWords => all[language];
