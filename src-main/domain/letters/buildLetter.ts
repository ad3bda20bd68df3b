/** Letters in our own words, changed only by what the user typed for this one message. */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { type LetterTemplate, piecesOf } from '../../../src-shared/letterTemplate.ts';
import type { Result } from '../../../src-shared/result.ts';
import { cleanText } from './cleanText.ts';
import type { LetterFacts } from './letterFacts.ts';
import { letterContextOf } from './letterContext.ts';
import { textOfRuns } from './letterRuns.ts';
import { placeOfList } from './placeOfList.ts';
import { composeFromTemplate, contentFromTemplate, templateFor } from './templates/composeFromTemplate.ts';
import { fieldValue, isSaid } from './templates/fieldValues.ts';
import { fillMarkup } from './templates/markup.ts';

/** Builds the letter with our template for its reader; for the refusals see `composeFromTemplate`. */
export const buildLetter = (facts: LetterFacts): Result<LetterModel, AppError> => composeFromTemplate(templateFor(facts), facts);

/** The words of the template for the parts that a user may change in one message, as a start for editing. */
export function editableTexts(
  template: LetterTemplate,
  facts: LetterFacts,
): Result<{ readonly subject: string; readonly opening: string; readonly note: string }, AppError> {
  const content = contentFromTemplate(template, { ...facts, own: { ...facts.own, opening: '' } }, 'letter');
  if (!content.ok) return content;
  const context = letterContextOf(facts, { medium: 'letter', place: placeOfList(facts) });
  const first = template.blocks.find((block) => block.type === 'paragraph' && block.role === 'opening');
  const piece = piecesOf({ ...template, blocks: first === undefined ? [] : [first] }).find(
    (one) => one.block !== null && !one.piece.isLegal && isSaid(one.piece.when, context),
  )?.piece;
  const ours = piece === undefined ? '' : textOfRuns(fillMarkup(piece.own ?? piece.ours, (field) => fieldValue(field, context) ?? '', context.texts.language));
  return { ok: true, value: { subject: content.value.subject, opening: cleanText(facts.own.opening) || ours, note: facts.own.note } };
}
