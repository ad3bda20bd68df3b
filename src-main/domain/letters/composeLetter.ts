/**
 * The content of a message in the reader's words, the same for letter and mail: only the sentence on how to answer and the form of the list
 * differ. The words come from a template, everything else from the facts.
 */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterBlock, LetterPayment, LetterRun } from '../../../src-shared/letter.ts';
import { type LetterTemplate, type TemplateBlock, type TemplatePiece, wordsOf } from '../../../src-shared/letterTemplate.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { parseAddressee } from './attention.ts';
import { percentOf } from '../law/exactShare.ts';
import { belgianIndemnity, interestPerDay } from './belgianCharges.ts';
import { claimSums, claimTable, isSpecified } from './claimBlocks.ts';
import { cleanLines, cleanText } from './cleanText.ts';
import { type LetterContext, openOf } from './letterContext.ts';
import { hasClaim, isBelgianConsumer, isReminder, type LetterFacts } from './letterFacts.ts';
import { formatLetterEuro, formatLetterPercent, formatLetterPercentText } from './letterFormats.ts';
import { buildBelgianFacts, buildSums, buildTable } from './letterList.ts';
import { textOfRuns } from './letterRuns.ts';
import type { AnnouncedStart } from './letterTexts.ts';
import { instalmentBlocks, paymentBox } from './paymentBlocks.ts';
import { agingTable, statementTable } from './statementBlocks.ts';
import { fieldValue, isSaid } from './templates/fieldValues.ts';
import { bindWords, fillMarkup } from './templates/markup.ts';

type Runs = readonly LetterRun[];

/** A block of the template with what it became; nothing when this letter has no use for it. */
export type ComposedPart = { readonly type: TemplateBlock['type']; readonly blocks: readonly LetterBlock[] };

export type LetterContent = {
  readonly context: LetterContext;
  readonly cents: Cents;
  readonly amount: string;
  readonly letterName: string;
  readonly subject: string;
  readonly salutation: string;
  readonly greeting: string;
  readonly parts: readonly ComposedPart[];
  readonly notes: readonly Runs[];
  readonly payment: LetterPayment | null;
  /** Merge fields that the template asks for and this letter cannot fill. */
  readonly unresolved: readonly string[];
};

const ownRuns = (text: string): Runs => {
  const line = cleanLines(text).join(' ');
  return line === '' ? [] : [{ text: line, bold: false }];
};

const joined = (all: readonly Runs[]): Runs => {
  const runs: LetterRun[] = [];
  for (const part of all.filter((one) => one.length > 0)) {
    const last = runs.at(-1);
    const [first, ...rest] = last === undefined ? part : [{ text: ' ', bold: false }, ...part];
    for (const run of first === undefined ? [] : [first, ...rest]) {
      const before = runs.at(-1);
      if (before !== undefined && before.bold === run.bold) runs[runs.length - 1] = { text: before.text + run.text, bold: run.bold };
      else runs.push(run);
    }
  }
  return runs;
};

/** A piece stands on one line, however it was typed. */
const lineOf = (piece: TemplatePiece): string => (piece.own === null ? piece.ours : cleanLines(piece.own).join(' '));

/** Fills templates for one letter and remembers what it could not fill. */
type Filler = { readonly runsOf: (piece: TemplatePiece) => Runs; readonly textOf: (piece: TemplatePiece) => string; readonly unresolved: ReadonlySet<string> };

function fillerFor(context: LetterContext): Filler {
  const unresolved = new Set<string>();
  const { language } = context.texts;
  const valueOf = (field: string): string => {
    const value = fieldValue(field, context);
    if (value === null) unresolved.add(field);
    return value ?? '';
  };
  const runsOf = (piece: TemplatePiece): Runs => (isSaid(piece.when, context) ? fillMarkup(lineOf(piece), valueOf, language) : []);
  return { runsOf, textOf: (piece) => textOfRuns(runsOf(piece)), unresolved };
}

const announcedStart = (from: 'sending' | 'term', isFirst: boolean): AnnouncedStart => (isFirst ? from : from === 'sending' ? 'that-reminder' : 'that-term');

/** What the terms may ask of a Belgian consumer later, announced and never part of the sum. */
function announcedCharges({ facts, texts }: LetterContext): readonly LetterBlock[] {
  if (!isReminder(facts) || !isBelgianConsumer(facts) || facts.belgianClause === null) return [];
  const { belgianClause: clause } = facts;
  const { announced: words, language } = texts;
  const balance = openOf(facts.items);
  const euro = (value: Cents): string => formatLetterEuro(value, language);
  const { amount, formula } = belgianIndemnity(balance);
  const inWords =
    formula === null
      ? null
      : { floor: euro(formula.floor), percent: formatLetterPercent(formula.percent * 100, language), part: euro(formula.part) };
  const indemnity = { label: words.indemnity(inWords), value: euro(amount), isTotal: false };
  const perDay = interestPerDay(balance, clause.interestPercent);
  const percent = formatLetterPercentText(clause.interestPercent, language);
  const interest = { label: words.interest(percent, announcedStart(clause.interestFrom, facts.step === 'reminder-1')), value: words.perDay(euro(perDay)), isTotal: false };
  const rows = percentOf(clause.interestPercent) > 0n ? [indemnity, interest] : [indemnity];
  return [{ kind: 'amounts', rows: rows.map((row) => ({ ...row, label: bindWords(row.label, language) })) }];
}

function documentBlocks(context: LetterContext): readonly LetterBlock[] {
  const { facts, place } = context;
  if (facts.step === 'account-statement') return [{ kind: 'table', table: statementTable(facts, context) }];
  // The sums of a claim stand on the page anyway; with the list in an annex nothing else is needed.
  if (hasClaim(facts)) return place === 'annex' ? [] : [{ kind: 'table', table: claimTable(facts, context) }];
  const isFacts = isReminder(facts) && isBelgianConsumer(facts);
  const list: LetterBlock = place === 'annex' ? buildSums(context) : { kind: 'table', table: buildTable(context) };
  if (!isFacts) return [list];
  return facts.items.length > 1 ? [buildBelgianFacts(context), list] : [buildBelgianFacts(context)];
}

function amountBlocks(block: Extract<TemplateBlock, { type: 'amounts' }>, context: LetterContext, filler: Filler): readonly LetterBlock[] {
  const { facts } = context;
  if (!hasClaim(facts)) return announcedCharges(context);
  if (isSpecified(context)) return [];
  const note = block.note
    .map(filler.textOf)
    .filter((text) => text !== '')
    .join(' ');
  // Without interest, costs or a note the list already ends in the sum: said twice it reads as two claims.
  const isListOnly = facts.claim.interest.length === 0 && facts.claim.costs === null && note === '';
  return isListOnly && context.place === 'page' ? [] : [claimSums(facts, context, note)];
}

function signatureBlocks({ facts, texts }: LetterContext): readonly LetterBlock[] {
  if (facts.step !== 'payment-plan') return [];
  const { sender, customer } = facts;
  const signer = [cleanText(sender.signerName), cleanText(sender.signerRole)].filter((part) => part !== '').join(', ');
  const parties = [
    { name: cleanText(sender.name), role: signer },
    { name: cleanText(customer.name), role: cleanText(facts.debtor.person) },
  ];
  return [{ kind: 'signatures', parties, placeAndDate: texts.plan.placeAndDate, signature: texts.plan.signature }];
}

/** The pieces of a paragraph; the user's own opening takes the place of the first words that may be changed. */
function paragraphRuns(block: Extract<TemplateBlock, { type: 'paragraph' }>, filler: Filler, ownOpening: Runs): Runs {
  const said = block.pieces.map((piece) => ({ piece, runs: filler.runsOf(piece) }));
  const replaced = block.role === 'opening' && ownOpening.length > 0 ? said.find(({ piece, runs }) => !piece.isLegal && runs.length > 0) : undefined;
  return joined(said.map((one) => (one === replaced ? ownOpening : one.runs)));
}

function addresseeOf(facts: LetterFacts) {
  const named = parseAddressee(cleanText(facts.customer.attention));
  return named ?? (facts.customer.kind === 'consumer' ? parseAddressee(cleanText(facts.customer.name)) : null);
}

/** Composes checked facts with a template; refuses only what the payment code refuses. */
export function composeLetter(template: LetterTemplate, context: LetterContext): Result<LetterContent, AppError> {
  const { facts, texts } = context;
  const filler = fillerFor(context);
  const box = paymentBox(context);
  if (!box.ok) return box;
  const instalments = facts.step === 'payment-plan' ? instalmentBlocks(facts, context) : ok([]);
  if (!instalments.ok) return instalments;
  let ownOpening = ownRuns(facts.own.opening);
  const blocksOf = (block: TemplateBlock): readonly LetterBlock[] => {
    switch (block.type) {
      case 'salutation':
      case 'closing':
        return [];
      case 'paragraph': {
        const runs = paragraphRuns(block, filler, ownOpening);
        if (block.role === 'opening') ownOpening = [];
        return runs.length === 0 ? [] : [{ kind: 'paragraph', role: block.role, runs }];
      }
      case 'documents':
        return documentBlocks(context);
      case 'amounts':
        return amountBlocks(block, context, filler);
      case 'payment':
        return box.value === null ? [] : [{ kind: 'payment', payment: box.value }];
      case 'aging':
        return facts.step === 'account-statement' ? [agingTable(facts, context)] : [];
      case 'heading':
        return [{ kind: 'heading', text: filler.textOf(block.piece) }];
      case 'own': {
        const heading = filler.textOf(block.heading);
        const paragraphs = cleanLines(wordsOf(block.text)).map((line): LetterBlock => ({ kind: 'paragraph', role: 'note', runs: filler.runsOf({ ...block.text, own: line }) }));
        return heading === '' ? paragraphs : [{ kind: 'heading', text: heading }, ...paragraphs];
      }
      case 'instalments':
        return instalments.value;
      case 'points': {
        const items = block.pieces.map(filler.runsOf).filter((runs) => runs.length > 0);
        return items.length === 0 ? [] : [{ kind: 'list', items }];
      }
      case 'signatures':
        return signatureBlocks(context);
    }
  };
  const parts = template.blocks.map((block): ComposedPart => ({ type: block.type, blocks: blocksOf(block) }));
  const closing = template.blocks.find((block) => block.type === 'closing');
  return ok({
    context,
    cents: context.toPay,
    amount: formatLetterEuro(context.toPay, texts.language),
    letterName: texts.letterNames[context.kind],
    subject: cleanText(facts.own.subject) || filler.textOf(template.subject),
    salutation: template.blocks.some((block) => block.type === 'salutation') ? texts.salutation(addresseeOf(facts)) : '',
    greeting: closing === undefined ? '' : filler.textOf(closing.greeting),
    parts,
    notes: cleanLines(facts.own.note).map((line) => [{ text: line, bold: false }]),
    payment: box.value,
    unresolved: [...filler.unresolved],
  });
}

/** Sum of the instalments of a plan, for the check that they pay what is acknowledged. */
export const instalmentsTogether = (facts: Extract<LetterFacts, { step: 'payment-plan' }>): Cents =>
  sumCents(facts.instalments.map((one) => one.amount));
