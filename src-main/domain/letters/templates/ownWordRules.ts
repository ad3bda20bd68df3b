/**
 * What a user may not write into a letter that is free, or whose term is set by law: it would make the letter void, or ask what may not be
 * asked yet. Read are his own words only; ours are held by tests, and locked ones by the lock and the last look at the letter.
 */
import type { LetterKind, LetterTemplate, TemplatePiece } from '../../../../src-shared/letterTemplate.ts';
import type { MergeField } from '../../../../src-shared/mergeFields.ts';
import { isOwnBlock } from '../../../../src-shared/templateLayout.ts';
import { chargedSumIn, chargeIn, termIn } from '../tone/chargeWords.ts';
import { parseMarkup } from './markup.ts';

/** Letters in which nothing beside the invoices is asked or announced (design/letters.md §7; BE: WER art. XIX.2). */
const freeLetters: ReadonlySet<LetterKind> = new Set(['pre-due-notice', 'reminder-1', 'belgian-first-reminder', 'account-statement', 'receipt-confirmation', 'payment-thanks', 'crossed-apology']);
export const isFreeLetter = (kind: LetterKind): boolean => freeLetters.has(kind);
const firstLetters: ReadonlySet<LetterKind> = new Set(['pre-due-notice', 'reminder-1', 'belgian-first-reminder']);
/** Letters whose only term is the one of the law, in the words of the law. */
const withTermOfLaw: ReadonlySet<LetterKind> = new Set(['fourteen-day-letter', 'belgian-first-reminder']);
export const hasTermOfLaw = (kind: LetterKind): boolean => withTermOfLaw.has(kind);

const chargeFields: ReadonlySet<string> = new Set<MergeField>(['costs', 'costsFormula', 'minimumCosts', 'vat', 'laterCosts', 'interest', 'perDay']);
/** A merge field that puts in a charge, as it stands in the text. */
function chargeFieldIn(text: string): string | null {
  const field = parseMarkup(text).parts.find((part) => part.kind === 'field' && chargeFields.has(part.value));
  return field === undefined ? null : `{{${field.value}}}`;
}

const ofOwnBlock = (key: string): boolean => isOwnBlock(key.split('.')[0] ?? '');

/** The words that ask a charge which this letter may not ask, or null. */
export function chargeAsked({ kind, language, customerKind }: LetterTemplate, piece: TemplatePiece): string | null {
  if (piece.own === null || piece.isLegal) return null;
  // The fourteen-day letter states the exact costs in our words; beside those nothing is announced.
  if (isFreeLetter(kind) || kind === 'fourteen-day-letter') return chargeIn(piece.own, language) ?? chargeFieldIn(piece.own);
  if (kind !== 'reminder-2') return null;
  return customerKind === 'consumer' && ofOwnBlock(piece.key) ? chargeIn(piece.own, language) : chargedSumIn(piece.own, language);
}

/** Who comes after us, in any of the languages: no first letter names them. */
const laterParties = /(?<!\p{L})(?:deurwaarder|gerechtsdeurwaarder|rechter|rechtbank|dagvaarding|incassobureau|bailiffs?|court|collection agency|huissier|tribunal|juge|gerichtsvollzieher|gericht|inkassobüro|anwalt|advocaat|avocat|lawyer)s?(?!\p{L})/iu;

/** The word that threatens in a first letter, or null. */
export const threatIn = ({ kind }: LetterTemplate, piece: TemplatePiece): string | null => (piece.own === null || piece.isLegal || !firstLetters.has(kind) ? null : (laterParties.exec(piece.own)?.[0] ?? null));

/** A second term or a date in a letter that may hold the one of the law only, or null. */
export const otherTerm = ({ kind }: LetterTemplate, piece: TemplatePiece): string | null => (piece.own === null || piece.isLegal || !hasTermOfLaw(kind) ? null : termIn(piece.own));
