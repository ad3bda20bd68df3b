/** The first page of a dossier: who owes what to whom, to date and per day, and what else lies in the file. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterBlock, LetterLanguage } from '../../../src-shared/letter.ts';
import { addCents, type Cents, sumCents } from '../../../src-shared/money.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLetterAmount, formatLetterEuro, formatLongDate, formatTableDate } from '../letters/letterFormats.ts';
import { columnOf, factsBlock, noTotal, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type DossierDocument = {
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  readonly total: Cents;
  readonly open: Cents;
  readonly interest: Cents;
};
export type DossierFacts = {
  readonly debtor: readonly string[];
  readonly registration: string;
  readonly contact: readonly string[];
  readonly recipient: string;
  readonly asOf: PlainDateText;
  readonly documents: readonly DossierDocument[];
  readonly costs: Cents;
  readonly perDay: Cents;
  readonly disputed: Cents;
  /** Names of the files beside this one. */
  readonly contents: readonly string[];
};

type Words = Readonly<
  Record<'title' | 'debtor' | 'registration' | 'contact' | 'recipient' | 'asOf' | 'claim' | 'number' | 'issued' | 'due' | 'total' | 'open' | 'interest' | 'principal' | 'costs' | 'claimed' | 'perDay' | 'disputed' | 'contents' | 'note', string>
>;
const words: Readonly<Record<LetterLanguage, Words>> = {
  nl: { title: 'Dossier', debtor: 'Schuldenaar', registration: 'Inschrijving', contact: 'Contact', recipient: 'Bestemd voor', asOf: 'Stand op', claim: 'Vordering', number: 'Factuur', issued: 'Datum', due: 'Vervaldatum', total: 'Bedrag', open: 'Open', interest: 'Rente', principal: 'Hoofdsom', costs: 'Vergoeding van kosten', claimed: 'Te vorderen', perDay: 'Rente per dag vanaf deze stand', disputed: 'Waarvan betwist', contents: 'In dit dossier', note: 'Bedragen volgen uit de administratie op de genoemde dag. Hoe rente en kosten zijn berekend, staat in de berekening.' },
  fr: { title: 'Dossier', debtor: 'Débiteur', registration: 'Inscription', contact: 'Contact', recipient: 'Destiné à', asOf: 'Situation au', claim: 'Créance', number: 'Facture', issued: 'Date', due: 'Échéance', total: 'Montant', open: 'Ouvert', interest: 'Intérêts', principal: 'Principal', costs: 'Frais', claimed: 'À réclamer', perDay: 'Intérêts par jour à partir de cette date', disputed: 'Dont contesté', contents: 'Dans ce dossier', note: 'Les montants découlent de la comptabilité au jour indiqué. Le calcul des intérêts et des frais se trouve dans le calcul joint.' },
  en: { title: 'Dossier', debtor: 'Debtor', registration: 'Registration', contact: 'Contact', recipient: 'For', asOf: 'As of', claim: 'Claim', number: 'Invoice', issued: 'Date', due: 'Due', total: 'Amount', open: 'Open', interest: 'Interest', principal: 'Principal', costs: 'Costs', claimed: 'Claimed', perDay: 'Interest per day from then on', disputed: 'Of which disputed', contents: 'In this dossier', note: 'Amounts follow from the books on the day named. How interest and costs were computed is in the calculation.' },
  de: { title: 'Dossier', debtor: 'Schuldner', registration: 'Eintragung', contact: 'Kontakt', recipient: 'Bestimmt für', asOf: 'Stand', claim: 'Forderung', number: 'Rechnung', issued: 'Datum', due: 'Fällig', total: 'Betrag', open: 'Offen', interest: 'Zinsen', principal: 'Hauptforderung', costs: 'Kosten', claimed: 'Zu fordern', perDay: 'Zinsen je Tag ab diesem Stand', disputed: 'Davon bestritten', contents: 'In diesem Dossier', note: 'Die Beträge folgen aus der Buchhaltung am genannten Tag. Wie Zinsen und Kosten berechnet wurden, steht in der Berechnung.' },
};

function claimTable({ documents }: DossierFacts, language: LetterLanguage): LetterBlock {
  const own = words[language];
  const columns = [columnOf(own.number, 38, 'left'), columnOf(own.issued, 24, 'left'), columnOf(own.due, 24, 'left'), columnOf(own.total, 22, 'right'), columnOf(own.open, 22, 'right'), columnOf(own.interest, 20, 'right')];
  const rows = documents.map((one) => [
    cleanText(one.number),
    formatTableDate(one.issueDate, language),
    one.dueDate === null ? '' : formatTableDate(one.dueDate, language),
    formatLetterAmount(one.total, language),
    formatLetterAmount(one.open, language),
    formatLetterAmount(one.interest, language),
  ]);
  return plainTable(columns, rows, noTotal);
}

export function dossierSheet(frame: SheetFrame, facts: DossierFacts): SheetModel {
  const { language } = frame;
  const own = words[language];
  const principal = sumCents(facts.documents.map(({ open }) => open));
  const interest = sumCents(facts.documents.map((one) => one.interest));
  const plain = (label: string, value: Cents) => ({ label, value: formatLetterAmount(value, language), weight: 'plain' }) as const;
  return sheetIn(frame, {
    subject: `${own.title} ${cleanText(facts.debtor[0] ?? '')}`,
    stamp: '',
    blocks: [
      factsBlock([
        [own.debtor, facts.debtor.map(cleanText).filter((line) => line !== '').join(', ')],
        [own.registration, cleanText(facts.registration)],
        [own.contact, facts.contact.map(cleanText).filter((line) => line !== '').join(', ')],
        [own.recipient, cleanText(facts.recipient)],
        [own.asOf, formatLongDate(facts.asOf, language)],
      ]),
      { kind: 'heading', text: own.claim },
      claimTable(facts, language),
      {
        kind: 'sums',
        note: '',
        rows: [
          plain(own.principal, principal),
          plain(own.interest, interest),
          plain(own.costs, facts.costs),
          { label: own.claimed, value: formatLetterEuro(addCents(addCents(principal, interest), facts.costs), language), weight: 'total' },
        ],
      },
      factsBlock([
        [own.perDay, facts.perDay === 0 ? '' : formatLetterEuro(facts.perDay, language)],
        [own.disputed, facts.disputed === 0 ? '' : formatLetterEuro(facts.disputed, language)],
      ]),
      { kind: 'heading', text: own.contents },
      { kind: 'list', items: facts.contents.map((text) => [{ text: cleanText(text), bold: false }]) },
    ],
    note: own.note,
    attachments: [],
  });
}
