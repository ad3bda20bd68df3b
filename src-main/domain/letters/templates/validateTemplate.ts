/**
 * What is wrong with a template before any letter is made of it (requirement 22): one of the seven parts is missing, a field is unknown, a
 * legal text was touched, the words are too long or do not work. Errors keep the template from use, warnings inform.
 */
import type { ErrorCode } from '../../../../src-shared/errors.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import type { ParagraphRole } from '../../../../src-shared/letter.ts';
import { blockName, type LetterKind, type LetterTemplate, piecesOf, type TemplateBlock, type TemplatePiece, wordsOf } from '../../../../src-shared/letterTemplate.ts';
import { type MergeField, mergeFields, mergeFieldsOf } from '../../../../src-shared/mergeFields.ts';
import { orderProblem, orderRulesOf } from '../../../../src-shared/templateLayout.ts';
import { checkTone } from '../tone/checkTone.ts';
import { defaultTemplate } from './defaultTemplate.ts';
import { fieldsIn, parseMarkup } from './markup.ts';
import { chargeAsked, otherTerm, threatIn } from './ownWordRules.ts';

/** Where a problem stands: the block by its index (−1: the subject) and the key of the piece. Both empty for the template as a whole. */
type At = { readonly block: number | null; readonly piece: string };
const nowhere: At = { block: null, piece: '' };
const found = (severity: Problem['severity'], code: ErrorCode, at: At, params: Readonly<Record<string, string | number>>): Problem =>
  problem(severity, code, { ...params, ...(at.piece === '' ? {} : { piece: at.piece }), ...(at.block === null ? {} : { block: at.block }) });

const longestPiece = 1_500;
const known: ReadonlySet<string> = new Set(mergeFields);

const isOwnHeading = (piece: TemplatePiece): boolean => piece.ours === '' && piece.key.endsWith('.heading');

function checkPiece(template: LetterTemplate, at: At, piece: TemplatePiece): readonly Problem[] {
  const words = wordsOf(piece);
  const available: ReadonlySet<string> = new Set(mergeFieldsOf(template.kind));
  const problems: Problem[] = [];
  // The words over an own paragraph may be left out.
  if (words.trim() === '' && !isOwnHeading(piece)) problems.push(found('error', 'template-text-empty', at, {}));
  if (words.length > longestPiece) problems.push(found('error', 'template-text-too-long', at, { limit: longestPiece }));
  if (!parseMarkup(words).isBalanced) problems.push(found('error', 'template-marks-unbalanced', at, {}));
  for (const field of fieldsIn(words)) {
    if (!known.has(field)) problems.push(found('error', 'template-field-unknown', at, { field }));
    else if (!available.has(field)) problems.push(found('error', 'template-field-elsewhere', at, { field }));
  }
  if (piece.own === null) return problems;
  if (piece.isLegal && piece.own !== piece.ours)
    problems.push(template.isLegalUnlocked ? found('warning', 'template-legal-unlocked', at, {}) : found('error', 'template-legal-changed', at, {}));
  for (const { phrase, better } of checkTone(piece.own, template.language, { mayApologise: template.kind === 'crossed-apology' }))
    problems.push(found('warning', 'template-tone', at, { phrase, better }));
  const charge = chargeAsked(template, piece);
  if (charge !== null) problems.push(found('error', 'template-charges-asked', at, { phrase: charge }));
  const threat = threatIn(template, piece);
  if (threat !== null) problems.push(found('error', 'letter-wording-forbidden', at, { word: threat }));
  const term = otherTerm(template, piece);
  if (term !== null) problems.push(found('error', 'template-second-term', at, { phrase: term }));
  return problems;
}

/** Legal pieces of ours that are gone, or stand under another condition or without their lock. */
function checkLegal(template: LetterTemplate): readonly Problem[] {
  const ours = defaultTemplate(template.kind, template.language, template);
  const kept = new Map(piecesOf(template).map(({ piece }) => [piece.key, piece]));
  return piecesOf(ours).flatMap(({ piece }) => {
    if (!piece.isLegal) return [];
    const mine = kept.get(piece.key);
    const isKept = mine !== undefined && mine.isLegal && mine.when === piece.when && mine.ours === piece.ours;
    // Unlocking lets change the words, not leave them out.
    const severity = template.isLegalUnlocked && mine !== undefined ? 'warning' : 'error';
    return isKept ? [] : [found(severity, 'template-legal-missing', { block: null, piece: piece.key }, {})];
  });
}

function checkTwice(template: LetterTemplate): readonly Problem[] {
  const keys = piecesOf(template).map(({ piece }) => piece.key);
  const once = template.blocks.map((block) => block.type).filter((type) => !['paragraph', 'heading', 'points', 'own'].includes(type));
  const twice = [...keys, ...once].filter((name, index, all) => all.indexOf(name) !== index);
  return [...new Set(twice)].map((name) => found('error', 'template-piece-twice', { block: null, piece: name }, {}));
}

/** Blocks of a form that no letter does without; what else it must carry is looked for by what it says. */
export const fixedBlocks: ReadonlySet<TemplateBlock['type']> = new Set(['salutation', 'documents', 'amounts', 'payment', 'instalments', 'points', 'signatures', 'closing']);

/** The order that the letter of this kind needs, and the blocks that hold its form. */
function checkLayout(template: LetterTemplate): readonly Problem[] {
  const ours = defaultTemplate(template.kind, template.language, template).blocks;
  const has = (type: TemplateBlock['type']): boolean => template.blocks.some((block) => block.type === type);
  const gone = ours.filter(({ type }) => fixedBlocks.has(type) && !['documents', 'payment'].includes(type) && !has(type));
  const wrong = orderProblem(template.blocks.map(blockName), orderRulesOf(template, ours.map(blockName)));
  return [
    ...gone.map(({ type }) => found('error', 'template-block-required', nowhere, { part: type })),
    ...(wrong === null ? [] : [found('error', 'template-order', nowhere, { above: wrong[0], below: wrong[1] })]),
  ];
}

type Parts = {
  readonly has: (type: TemplateBlock['type']) => boolean;
  readonly says: (...fields: readonly MergeField[]) => boolean;
  readonly paragraph: (role: ParagraphRole) => boolean;
};

function partsOf(template: LetterTemplate): Parts {
  const fields = new Set(piecesOf(template).flatMap(({ block, piece }) => (block === null ? [] : fieldsIn(wordsOf(piece)))));
  return {
    has: (type) => template.blocks.some((block) => block.type === type),
    says: (...wanted) => wanted.some((field) => fields.has(field)),
    paragraph: (role) => template.blocks.some((block) => block.type === 'paragraph' && block.role === role && block.pieces.some((piece) => wordsOf(piece).trim() !== '')),
  };
}

const confirmations: ReadonlySet<LetterKind> = new Set(['receipt-confirmation', 'payment-thanks', 'crossed-apology']);
const withoutDeadline: ReadonlySet<LetterKind> = new Set(['account-statement', 'payment-plan', ...confirmations]);

/** The seven parts that every message must carry, as far as its kind asks for them. */
function checkParts(template: LetterTemplate): readonly Problem[] {
  const { kind } = template;
  const { has, says, paragraph } = partsOf(template);
  const isConfirmation = confirmations.has(kind);
  const isPlan = kind === 'payment-plan';
  const parts: readonly (readonly [isThere: boolean, code: ErrorCode])[] = [
    [isConfirmation ? says('paidAmount') : says('amount') || has('payment'), 'template-amount-missing'],
    [has('documents') || says('numberedInvoices', 'acknowledged'), 'template-invoices-missing'],
    [isConfirmation || has('documents') || (isPlan && says('acknowledged')), 'template-due-dates-missing'],
    [withoutDeadline.has(kind) || says('payBy', 'fourteenDayTerm'), 'template-pay-by-missing'],
    [isConfirmation || has('payment') || (isPlan && has('instalments')), 'template-payment-missing'],
    [isPlan ? has('points') : paragraph('nextStep'), 'template-next-step-missing'],
    [isPlan ? says('email', 'phone', 'phoneOrEmail') : says('reach', 'phone', 'email', 'phoneOrEmail'), 'template-contact-missing'],
  ];
  return parts.flatMap(([isThere, code]) => (isThere ? [] : [found('error', code, nowhere, {})]));
}

/** From the second reminder on a letter names what follows (requirement 14). */
function checkConsequence(template: LetterTemplate): readonly Problem[] {
  const withConsequence: ReadonlySet<LetterKind> = new Set(['reminder-2', 'demand-1', 'demand-2', 'demand-2-reminder', 'final-demand', 'default-notice', 'pre-legal-letter', 'fourteen-day-letter']);
  if (!withConsequence.has(template.kind)) return [];
  const { has, says, paragraph } = partsOf(template);
  const named = paragraph('consequence') || has('amounts') || (says('nextStep', 'nextStepOn') && paragraph('nextStep'));
  return named ? [] : [found('warning', 'template-consequence-missing', nowhere, {})];
}

/** All problems of a template, in the order of the letter. A template of ours has none. */
export function validateTemplate(template: LetterTemplate): readonly Problem[] {
  return [
    ...piecesOf(template).flatMap(({ block, piece }) => checkPiece(template, { block: block ?? -1, piece: piece.key }, piece)),
    ...checkLegal(template),
    ...checkTwice(template),
    ...checkLayout(template),
    ...checkParts(template),
    ...checkConsequence(template),
  ];
}

/** Whether letters may be made with it. */
export const isUsable = (template: LetterTemplate): boolean => validateTemplate(template).every((one) => one.severity === 'warning');
