/** Names of the files of a dossier and heads of its lists, in the four languages of letters. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

export type DossierWords = {
  readonly files: Readonly<Record<'summary' | 'calculation' | 'invoices' | 'original' | 'messages' | 'proof' | 'history' | 'decisions' | 'bookings' | 'contacts' | 'contents', string>>;
  readonly heads: { readonly decisions: readonly string[]; readonly bookings: readonly string[]; readonly contacts: readonly string[]; readonly contents: readonly string[] };
  readonly kinds: Readonly<Record<'note' | 'call' | 'hold' | 'dispute' | 'promise', string>>;
  readonly costs: string;
  readonly yes: string;
  /** Why our own follow-up pauses; with and without the name of who took over. */
  readonly handedOver: (recipient: string) => string;
};

const named = (bare: string, to: string) => (recipient: string): string => (recipient === '' ? bare : `${bare} ${to} ${recipient}`);

const all: Readonly<Record<LetterLanguage, DossierWords>> = {
  nl: {
    files: { summary: '0-samenvatting', calculation: '1-berekening', invoices: '2-facturen', original: 'origineel', messages: '3-berichten', proof: 'bewijs', history: '4-historie', decisions: 'gesprekken-betwistingen-toezeggingen', bookings: 'boekingen', contacts: 'contacten', contents: 'inhoud' },
    heads: { decisions: ['datum', 'soort', 'factuur', 'bedrag', 'tot', 'beëindigd', 'tekst'], bookings: ['datum', 'vastgelegd', 'soort', 'factuur', 'bedrag', 'betaler', 'teruggedraaid'], contacts: ['naam', 'functie', 'e-mail', 'telefoon'], contents: ['bestand', 'bytes', 'sha256'] },
    kinds: { note: 'notitie', call: 'gesprek', hold: 'pauze', dispute: 'betwisting', promise: 'toezegging' },
    costs: 'Kosten',
    yes: 'ja',
    handedOver: named('Overgedragen', 'aan'),
  },
  fr: {
    files: { summary: '0-resume', calculation: '1-calcul', invoices: '2-factures', original: 'original', messages: '3-messages', proof: 'preuve', history: '4-historique', decisions: 'entretiens-contestations-promesses', bookings: 'ecritures', contacts: 'contacts', contents: 'contenu' },
    heads: { decisions: ['date', 'nature', 'facture', 'montant', 'jusqu’au', 'terminé', 'texte'], bookings: ['date', 'enregistré', 'nature', 'facture', 'montant', 'payeur', 'annulé'], contacts: ['nom', 'fonction', 'e-mail', 'téléphone'], contents: ['fichier', 'octets', 'sha256'] },
    kinds: { note: 'note', call: 'entretien', hold: 'suspension', dispute: 'contestation', promise: 'promesse' },
    costs: 'Frais',
    yes: 'oui',
    handedOver: named('Dossier transmis', 'à'),
  },
  en: {
    files: { summary: '0-summary', calculation: '1-calculation', invoices: '2-invoices', original: 'original', messages: '3-messages', proof: 'proof', history: '4-history', decisions: 'calls-disputes-promises', bookings: 'bookings', contacts: 'contacts', contents: 'contents' },
    heads: { decisions: ['date', 'kind', 'invoice', 'amount', 'until', 'ended', 'text'], bookings: ['date', 'recorded', 'kind', 'invoice', 'amount', 'payer', 'undone'], contacts: ['name', 'role', 'e-mail', 'telephone'], contents: ['file', 'bytes', 'sha256'] },
    kinds: { note: 'note', call: 'call', hold: 'pause', dispute: 'dispute', promise: 'promise' },
    costs: 'Costs',
    yes: 'yes',
    handedOver: named('Handed over', 'to'),
  },
  de: {
    files: { summary: '0-zusammenfassung', calculation: '1-berechnung', invoices: '2-rechnungen', original: 'original', messages: '3-schreiben', proof: 'nachweis', history: '4-verlauf', decisions: 'gespraeche-einwaende-zusagen', bookings: 'buchungen', contacts: 'kontakte', contents: 'inhalt' },
    heads: { decisions: ['Datum', 'Art', 'Rechnung', 'Betrag', 'bis', 'beendet', 'Text'], bookings: ['Datum', 'erfasst', 'Art', 'Rechnung', 'Betrag', 'Zahler', 'zurückgenommen'], contacts: ['Name', 'Funktion', 'E-Mail', 'Telefon'], contents: ['Datei', 'Bytes', 'sha256'] },
    kinds: { note: 'Notiz', call: 'Gespräch', hold: 'Pause', dispute: 'Einwand', promise: 'Zusage' },
    costs: 'Kosten',
    yes: 'ja',
    handedOver: named('Übergeben', 'an'),
  },
};

export const dossierWordsIn = (language: LetterLanguage): DossierWords => all[language];
