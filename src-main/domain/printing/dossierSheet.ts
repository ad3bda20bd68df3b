/**
 * The first pages of a dossier: who owes what to whom, since when, to date and per day, what was sent, what is disputed, and what is not in
 * the file. What is not due yet is shown and not claimed: nobody can be made to pay before the day that was agreed (BW 6:39).
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { LetterBlock, LetterLanguage, LetterSumRow } from '../../../src-shared/letter.ts';
import { addCents, type Cents, negateCents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLetterAmount, formatLetterEuro, formatLongDate, formatTableDate } from '../letters/letterFormats.ts';
import { dossierSheetWordsIn } from './dossierSheetWords.ts';
import { columnOf, factsBlock, noTotal, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type DossierDocument = {
  readonly number: string;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText | null;
  /** First day of default; null where it did not begin or is not known. */
  readonly defaultFrom: PlainDateText | null;
  readonly total: Cents;
  /** Below zero for a credit. */
  readonly open: Cents;
  readonly interest: Cents;
};
export type DossierMessage = { readonly on: PlainDateText; readonly name: string; readonly channel: 'email' | 'letter'; readonly to: string; readonly payBy: PlainDateText; readonly cents: Cents };
export type DossierDispute = { readonly number: string; readonly since: PlainDateText; readonly cents: Cents; readonly reason: string };
type Party = { readonly lines: readonly string[]; readonly registration: string; readonly contact: readonly string[] };

export type DossierFacts = {
  readonly creditor: Party & { readonly account: string };
  readonly debtor: Party & { readonly number: string };
  readonly recipient: readonly string[];
  readonly asOf: PlainDateText;
  /** Everything open in euros: what is due, what is not due yet, credits. */
  readonly documents: readonly DossierDocument[];
  readonly costs: Cents;
  readonly perDay: Cents;
  /** Received from the debtor and not assigned to any invoice yet; it may be this money. */
  readonly unassigned: Cents;
  /** What interest and costs rest on, in words; may be empty. */
  readonly basis: string;
  /** Why interest or costs are not asked, in words. */
  readonly obstacles: readonly string[];
  readonly disputes: readonly DossierDispute[];
  readonly messages: readonly DossierMessage[];
  readonly hasDeliveryProof: boolean;
  /** Invoices of which the original file is not there. */
  readonly withoutOriginal: readonly string[];
};

export type DossierClaim = {
  readonly due: readonly DossierDocument[];
  readonly notDue: readonly DossierDocument[];
  readonly principal: Cents;
  /** As a positive amount. */
  readonly credits: Cents;
  readonly interest: Cents;
  readonly claimed: Cents;
};

/** What can be claimed of everything that is open on the day: what has fallen due, less every credit. */
export function dossierClaim({ documents, asOf, costs }: Pick<DossierFacts, 'documents' | 'asOf' | 'costs'>): DossierClaim {
  const owed = documents.filter(({ open }) => open > 0);
  const due = owed.filter(({ dueDate }) => dueDate !== null && dueDate < asOf);
  const principal = sumCents(due.map(({ open }) => open));
  const credits = negateCents(sumCents(documents.filter(({ open }) => open < 0).map(({ open }) => open)));
  const interest = sumCents(due.map((one) => one.interest));
  return { due, notDue: owed.filter((one) => !due.includes(one)), principal, credits, interest, claimed: addCents(addCents(subtractCents(principal, credits), interest), costs) };
}

const joined = (lines: readonly string[]): string => lines.map(cleanText).filter((line) => line !== '').join(', ');
const headed = (text: string, blocks: readonly LetterBlock[]): readonly LetterBlock[] => (blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks]);
const points = (texts: readonly string[]): readonly LetterBlock[] =>
  texts.length === 0 ? [] : [{ kind: 'list', items: texts.map((text) => [{ text: cleanText(text), bold: false }]) }];

function claimTable(due: readonly DossierDocument[], language: LetterLanguage): LetterBlock {
  const own = dossierSheetWordsIn(language);
  const date = (value: PlainDateText | null): string => (value === null ? '' : formatTableDate(value, language));
  const columns = [
    columnOf(own.number, 26, 'left'),
    columnOf(own.issued, 18, 'left'),
    columnOf(own.due, 18, 'left'),
    columnOf(own.inDefault, 20, 'left'),
    columnOf(own.total, 18, 'right'),
    columnOf(own.paid, 17, 'right'),
    columnOf(own.open, 18, 'right'),
    columnOf(own.interest, 15, 'right'),
  ];
  const rows = due.map((one) => [
    cleanText(one.number),
    date(one.issueDate),
    date(one.dueDate),
    date(one.defaultFrom),
    formatLetterAmount(one.total, language),
    one.total === one.open ? '' : formatLetterAmount(subtractCents(one.total, one.open), language),
    formatLetterAmount(one.open, language),
    one.interest === 0 ? '' : formatLetterAmount(one.interest, language),
  ]);
  return plainTable(columns, rows, noTotal);
}

/** What a sum alone does not say: how it grows, and money that may already be part of it. */
function besides({ perDay, unassigned }: DossierFacts, language: LetterLanguage): readonly LetterBlock[] {
  const own = dossierSheetWordsIn(language);
  const amount = (value: Cents): string => (value === 0 ? '' : formatLetterEuro(value, language));
  return perDay === 0 && unassigned === 0 ? [] : [factsBlock([[own.perDay, amount(perDay)], [own.unassigned, amount(unassigned)]])];
}

function claimBlocks(facts: DossierFacts, language: LetterLanguage): readonly LetterBlock[] {
  const own = dossierSheetWordsIn(language);
  const { due, principal, credits, interest, claimed } = dossierClaim(facts);
  const plain = (label: string, value: Cents): LetterSumRow => ({ label, value: formatLetterAmount(value, language), weight: 'plain' });
  return [
    ...(due.length === 0 ? [] : [claimTable(due, language)]),
    {
      kind: 'sums',
      note: cleanText(facts.basis),
      rows: [
        plain(own.principal, principal),
        ...(credits === 0 ? [] : [plain(own.credits, negateCents(credits))]),
        plain(own.interest, interest),
        plain(own.costs, facts.costs),
        { label: own.claimed, value: formatLetterEuro(claimed, language), weight: 'total' },
      ],
    },
    ...besides(facts, language),
  ];
}

function notDueBlocks(facts: DossierFacts, language: LetterLanguage): readonly LetterBlock[] {
  const own = dossierSheetWordsIn(language);
  const { notDue } = dossierClaim(facts);
  if (notDue.length === 0) return [];
  const rows = notDue.map((one) => [cleanText(one.number), formatTableDate(one.issueDate, language), one.dueDate === null ? '' : formatTableDate(one.dueDate, language), formatLetterAmount(one.open, language)]);
  return [plainTable([columnOf(own.number, 50, 'left'), columnOf(own.issued, 34, 'left'), columnOf(own.due, 34, 'left'), columnOf(own.open, 32, 'right')], rows, noTotal)];
}

function disputeBlocks({ disputes }: DossierFacts, language: LetterLanguage): readonly LetterBlock[] {
  const own = dossierSheetWordsIn(language);
  if (disputes.length === 0) return [];
  const rows = disputes.map((one) => [cleanText(one.number), formatTableDate(one.since, language), cleanText(one.reason), formatLetterAmount(one.cents, language)]);
  return [plainTable([columnOf(own.number, 28, 'left'), columnOf(own.since, 20, 'left'), columnOf(own.reason, 82, 'left'), columnOf(own.amount, 20, 'right')], rows, noTotal)];
}

function messageBlocks({ messages }: DossierFacts, language: LetterLanguage): readonly LetterBlock[] {
  const own = dossierSheetWordsIn(language);
  if (messages.length === 0) return [];
  const rows = messages.map((one) => [formatTableDate(one.on, language), cleanText(one.name), own.channels[one.channel], cleanText(one.to), formatTableDate(one.payBy, language), formatLetterAmount(one.cents, language)]);
  const columns = [columnOf(own.sent, 18, 'left'), columnOf(own.letter, 30, 'left'), columnOf(own.channel, 11, 'left'), columnOf(own.to, 54, 'left'), columnOf(own.payBy, 19, 'left'), columnOf(own.principal, 18, 'right')];
  return [plainTable(columns, rows, noTotal)];
}

export function dossierSheet(frame: SheetFrame, facts: DossierFacts): SheetModel {
  const { language } = frame;
  const own = dossierSheetWordsIn(language);
  const { creditor, debtor } = facts;
  const absent = [own.terms, ...(facts.hasDeliveryProof ? [] : [own.delivery]), ...(facts.withoutOriginal.length === 0 ? [] : [own.withoutOriginal(facts.withoutOriginal.join(', '))])];
  return sheetIn(frame, {
    subject: `${own.title} ${cleanText(debtor.lines[0] ?? '')}`,
    stamp: '',
    blocks: [
      factsBlock([
        [own.recipient, joined(facts.recipient)],
        [own.asOf, formatLongDate(facts.asOf, language)],
      ]),
      factsBlock([
        [own.creditor, joined(creditor.lines)],
        [own.registration, cleanText(creditor.registration)],
        [own.contact, joined(creditor.contact)],
        [own.account, cleanText(creditor.account)],
      ]),
      factsBlock([
        [own.debtor, joined(debtor.lines)],
        [own.registration, cleanText(debtor.registration)],
        [own.contact, joined(debtor.contact)],
        [own.reference, cleanText(debtor.number)],
      ]),
      ...headed(own.claim, claimBlocks(facts, language)),
      ...headed(own.notClaimed, points(facts.obstacles)),
      ...headed(own.disputes, disputeBlocks(facts, language)),
      ...headed(own.letters, messageBlocks(facts, language)),
      ...headed(own.notDue, notDueBlocks(facts, language)),
      ...headed(own.absent, points(absent)),
    ],
    note: own.note,
    attachments: [],
  });
}
