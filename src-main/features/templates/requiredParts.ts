/** Which blocks and sentences of ours no letter can do without: what the law asks, what holds the form, and what the checks would miss. */
import { blockName, type LetterTemplate, piecesOf, type TemplateBlock } from '../../../src-shared/letterTemplate.ts';
import { oursAlone, withWords } from '../../../src-shared/templateWords.ts';
import { type ExampleContext, exampleLetter, problemsOfExample } from './exampleLetter.ts';
import { fixedBlocks, validateTemplate } from '../../domain/letters/templates/validateTemplate.ts';

/** Our templates are made once and stay, so what was found out of them stays too. */
const known = new WeakMap<LetterTemplate, ReadonlySet<string>>();

/** A paragraph of which every sentence has its own case must keep one for each. */
const hasCasesOnly = (block: TemplateBlock): boolean => block.type === 'paragraph' && block.pieces.every((piece) => piece.when !== 'always');

function isNeeded(context: ExampleContext, ours: LetterTemplate, name: string): boolean {
  const without = withWords(ours, { ...oursAlone, layout: { order: ours.blocks.map(blockName), removed: [name] } });
  return [...validateTemplate(without), ...problemsOfExample(context, without)].some(({ severity }) => severity === 'error');
}

/** Names of blocks and keys of pieces that may not be left out of our template. */
export function requiredParts(context: ExampleContext, ours: LetterTemplate): ReadonlySet<string> {
  const found = known.get(ours);
  if (found !== undefined) return found;
  const required = new Set<string>([ours.subject.key]);
  ours.blocks.forEach((block, index) => {
    const pieces = piecesOf(ours).flatMap((one) => (one.block === index ? [one.piece] : []));
    const name = blockName(block);
    if (fixedBlocks.has(block.type) || pieces.some((piece) => piece.isLegal) || isNeeded(context, ours, name)) required.add(name);
    for (const piece of pieces) {
      const stays = piece.isLegal || block.type === 'heading' || block.type === 'closing' || hasCasesOnly(block) || (pieces.length === 1 && required.has(name));
      if (stays || isNeeded(context, ours, piece.key)) required.add(piece.key);
    }
  });
  // Without a whole company no letter can be made to look at; then only what the words themselves tell is known.
  if (exampleLetter(context, ours).ok) known.set(ours, required);
  return required;
}
