/** A template as the editor shows it: blocks with their pieces in our order, and what is wrong with the words. */
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { blockName, type LetterTemplate, piecesOf } from '../../../src-shared/letterTemplate.ts';
import { checkTone } from '../../domain/letters/tone/checkTone.ts';
import { type ExampleContext, problemsOfExample } from './exampleLetter.ts';
import { requiredParts } from './requiredParts.ts';
import { validateTemplate } from '../../domain/letters/templates/validateTemplate.ts';
import type { Problem } from '../../../src-shared/errors.ts';

type View = OutputOf<'templates.get'>;
type Block = View['blocks'][number];
type Findings = OutputOf<'templates.check'>;

/** All blocks of ours, also those that only show figures: the user sees what stands between his words. The subject comes first. */
export function blocksOf(context: ExampleContext, ours: LetterTemplate): Block[] {
  const pieces = piecesOf(ours);
  const required = requiredParts(context, ours);
  const inBlock = (index: number | null): Block['pieces'] => pieces.flatMap(({ block, piece }) => (block === index ? [{ ...piece, isRequired: required.has(piece.key) }] : []));
  return [
    { name: 'subject', type: 'subject', role: null, pieces: inBlock(null), isRequired: true },
    ...ours.blocks.map((block, index): Block => {
      const name = blockName(block);
      return { name, type: block.type === 'own' ? 'paragraph' : block.type, role: block.type === 'paragraph' ? block.role : null, pieces: inBlock(index), isRequired: required.has(name) };
    }),
  ];
}

/** Everything wrong with a template. Only of words without errors a letter is made, to see whether it carries what it must. */
export function problemsIn(context: ExampleContext, template: LetterTemplate): readonly Problem[] {
  const problems = validateTemplate(template);
  return problems.some(({ severity }) => severity === 'error') ? problems : [...problems, ...problemsOfExample(context, template)];
}

/** Problems of a template, and phrases of the user's own words that do not work, each with its place and a better wording. */
export function findingsIn(context: ExampleContext, template: LetterTemplate): Findings {
  const mayApologise = template.kind === 'crossed-apology';
  return {
    problems: problemsIn(context, template)
      .filter(({ code }) => code !== 'template-tone')
      .map(({ code, params, severity }) => ({ code, params: { ...params }, severity })),
    tone: piecesOf(template).flatMap(({ piece }) => (piece.own === null ? [] : checkTone(piece.own, template.language, { mayApologise }).map((flag) => ({ piece: piece.key, ...flag })))),
  };
}
