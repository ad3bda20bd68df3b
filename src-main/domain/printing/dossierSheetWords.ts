/** Words on the first pages of a dossier, in the four languages of letters. Terms of law keep the name that a bailiff or judge knows. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';

type Label =
  | 'title'
  | 'creditor'
  | 'debtor'
  | 'registration'
  | 'contact'
  | 'account'
  | 'recipient'
  | 'reference'
  | 'asOf'
  | 'claim'
  | 'number'
  | 'issued'
  | 'due'
  | 'inDefault'
  | 'total'
  | 'paid'
  | 'open'
  | 'interest'
  | 'principal'
  | 'credits'
  | 'costs'
  | 'claimed'
  | 'perDay'
  | 'unassigned'
  | 'notClaimed'
  | 'notDue'
  | 'disputes'
  | 'since'
  | 'amount'
  | 'reason'
  | 'letters'
  | 'sent'
  | 'letter'
  | 'channel'
  | 'to'
  | 'payBy'
  | 'absent'
  | 'terms'
  | 'delivery'
  | 'note'
  | 'index'
  | 'item'
  | 'page'
  | 'size'
  | 'fingerprint'
  | 'file'
  | 'date'
  | 'inside'
  | 'indexNote';

export type DossierSheetWords = Readonly<Record<Label, string>> & {
  readonly channels: Readonly<Record<'email' | 'letter', string>>;
  /** An invoice of which only the totals are known here. */
  readonly withoutOriginal: (numbers: string) => string;
};

const all: Readonly<Record<LetterLanguage, DossierSheetWords>> = {
  nl: {
    title: 'Dossier', creditor: 'Schuldeiser', debtor: 'Schuldenaar', registration: 'Inschrijving', contact: 'Contact', account: 'Te betalen op', recipient: 'Bestemd voor', reference: 'Klantnummer', asOf: 'Stand op',
    claim: 'Vordering', number: 'Factuur', issued: 'Datum', due: 'Vervallen', inDefault: 'Verzuim vanaf', total: 'Bedrag', paid: 'Voldaan', open: 'Open', interest: 'Rente',
    principal: 'Hoofdsom', credits: 'Af: tegoed', costs: 'Vergoeding van kosten', claimed: 'Te vorderen', perDay: 'Rente per dag na deze stand', unassigned: 'Ontvangen, nog niet toegewezen', notClaimed: 'Waarom rente of kosten ontbreken',
    notDue: 'Open, nog niet vervallen en niet gevorderd', disputes: 'Betwistingen', since: 'Sinds', amount: 'Bedrag', reason: 'Wat de schuldenaar zegt',
    letters: 'Verzonden aanmaningen', sent: 'Verzonden', letter: 'Bericht', channel: 'Per', to: 'Aan', payBy: 'Uiterlijk', channels: { email: 'e-mail', letter: 'brief' },
    absent: 'Niet in dit dossier', terms: 'De overeenkomst of bestelling, en de algemene voorwaarden.', delivery: 'Een bewijs van levering of oplevering.',
    withoutOriginal: (numbers) => `Het oorspronkelijke bestand van ${numbers}: de kopie bevat de totalen uit de administratie.`,
    note: 'Bedragen volgen uit de administratie op de genoemde dag. Hoe rente en kosten zijn berekend, staat in de berekening.',
    index: 'Inventaris', item: 'Stuk', page: 'Pagina', size: 'Bytes', fingerprint: 'SHA-256', file: 'Bestand', date: 'Datum', inside: 'bijlage',
    indexNote: 'Elk stuk zit als bestand in dit document. De vingerafdruk (SHA-256) is die van dat bestand, byte voor byte; wie haar opnieuw berekent, ziet of er iets is veranderd.',
  },
  fr: {
    title: 'Dossier', creditor: 'Créancier', debtor: 'Débiteur', registration: 'Inscription', contact: 'Contact', account: 'À payer sur', recipient: 'Destiné à', reference: 'Numéro de client', asOf: 'Situation au',
    claim: 'Créance', number: 'Facture', issued: 'Date', due: 'Échéance', inDefault: 'En demeure', total: 'Montant', paid: 'Payé', open: 'Ouvert', interest: 'Intérêts',
    principal: 'Principal', credits: 'Moins : avoirs', costs: 'Frais', claimed: 'À réclamer', perDay: 'Intérêts par jour après cette date', unassigned: 'Reçu, pas encore affecté', notClaimed: 'Pourquoi des intérêts ou frais manquent',
    notDue: 'Ouvert, pas encore échu et non réclamé', disputes: 'Contestations', since: 'Depuis', amount: 'Montant', reason: 'Ce que dit le débiteur',
    letters: 'Rappels envoyés', sent: 'Envoyé', letter: 'Message', channel: 'Par', to: 'À', payBy: 'Au plus tard', channels: { email: 'e-mail', letter: 'courrier' },
    absent: 'Absent de ce dossier', terms: 'Le contrat ou la commande, et les conditions générales.', delivery: 'Une preuve de livraison ou de réception.',
    withoutOriginal: (numbers) => `Le fichier d’origine de ${numbers} : la copie contient les totaux de la comptabilité.`,
    note: 'Les montants découlent de la comptabilité au jour indiqué. Le calcul des intérêts et des frais se trouve dans le calcul joint.',
    index: 'Inventaire', item: 'Pièce', page: 'Page', size: 'Octets', fingerprint: 'SHA-256', file: 'Fichier', date: 'Date', inside: 'annexe',
    indexNote: 'Chaque pièce se trouve comme fichier dans ce document. L’empreinte (SHA-256) est celle de ce fichier, octet par octet ; la recalculer montre si quelque chose a changé.',
  },
  en: {
    title: 'Dossier', creditor: 'Creditor', debtor: 'Debtor', registration: 'Registration', contact: 'Contact', account: 'Payable to', recipient: 'For', reference: 'Customer number', asOf: 'As of',
    claim: 'Claim', number: 'Invoice', issued: 'Date', due: 'Due', inDefault: 'Default from', total: 'Amount', paid: 'Paid', open: 'Open', interest: 'Interest',
    principal: 'Principal', credits: 'Less: credit', costs: 'Costs', claimed: 'Claimed', perDay: 'Interest per day after this date', unassigned: 'Received, not assigned yet', notClaimed: 'Why interest or costs are missing',
    notDue: 'Open, not due yet and not claimed', disputes: 'Disputes', since: 'Since', amount: 'Amount', reason: 'What the debtor says',
    letters: 'Reminders sent', sent: 'Sent', letter: 'Message', channel: 'By', to: 'To', payBy: 'Pay by', channels: { email: 'e-mail', letter: 'letter' },
    absent: 'Not in this dossier', terms: 'The contract or order, and the general terms.', delivery: 'A proof of delivery or acceptance.',
    withoutOriginal: (numbers) => `The original file of ${numbers}: the copy has the totals from the books.`,
    note: 'Amounts follow from the books on the day named. How interest and costs were computed is in the calculation.',
    index: 'Inventory', item: 'Item', page: 'Page', size: 'Bytes', fingerprint: 'SHA-256', file: 'File', date: 'Date', inside: 'attached',
    indexNote: 'Every item is in this document as a file. The fingerprint (SHA-256) is that of the file, byte by byte; whoever computes it again sees whether anything changed.',
  },
  de: {
    title: 'Dossier', creditor: 'Gläubiger', debtor: 'Schuldner', registration: 'Eintragung', contact: 'Kontakt', account: 'Zahlbar an', recipient: 'Bestimmt für', reference: 'Kundennummer', asOf: 'Stand',
    claim: 'Forderung', number: 'Rechnung', issued: 'Datum', due: 'Fällig', inDefault: 'Verzug ab', total: 'Betrag', paid: 'Bezahlt', open: 'Offen', interest: 'Zinsen',
    principal: 'Hauptforderung', credits: 'Abzüglich Guthaben', costs: 'Kosten', claimed: 'Zu fordern', perDay: 'Zinsen je Tag nach diesem Stand', unassigned: 'Erhalten, noch nicht zugeordnet', notClaimed: 'Warum Zinsen oder Kosten fehlen',
    notDue: 'Offen, noch nicht fällig und nicht gefordert', disputes: 'Einwände', since: 'Seit', amount: 'Betrag', reason: 'Was der Schuldner sagt',
    letters: 'Versandte Mahnungen', sent: 'Versandt', letter: 'Schreiben', channel: 'Per', to: 'An', payBy: 'Spätestens', channels: { email: 'E-Mail', letter: 'Brief' },
    absent: 'Nicht in diesem Dossier', terms: 'Der Vertrag oder die Bestellung und die Geschäftsbedingungen.', delivery: 'Ein Nachweis der Lieferung oder Abnahme.',
    withoutOriginal: (numbers) => `Die ursprüngliche Datei von ${numbers}: Die Kopie enthält die Summen aus der Buchhaltung.`,
    note: 'Die Beträge folgen aus der Buchhaltung am genannten Tag. Wie Zinsen und Kosten berechnet wurden, steht in der Berechnung.',
    index: 'Verzeichnis', item: 'Stück', page: 'Seite', size: 'Bytes', fingerprint: 'SHA-256', file: 'Datei', date: 'Datum', inside: 'Anlage',
    indexNote: 'Jedes Stück liegt als Datei in diesem Dokument. Der Fingerabdruck (SHA-256) ist der dieser Datei, Byte für Byte; wer ihn neu berechnet, sieht, ob sich etwas geändert hat.',
  },
};

export const dossierSheetWordsIn = (language: LetterLanguage): DossierSheetWords => all[language];
