/**
 * Stacks blocks on pages. A head never ends a page, the block before the closing moves with it, tables, lists and paragraphs go on over
 * pages where they must; everything else stays whole.
 */
import type { LetterBlock } from '../../../../src-shared/letter.ts';
import { missingCase } from '../../../../src-shared/result.ts';
import { dense, placeTable, roomy } from './letterTable.ts';
import type { LetterFonts } from './letterFonts.ts';
import { usualMargins } from './measures.ts';
import { placePayment } from './paymentBox.ts';
import type { Pen } from './pen.ts';
import { placeInstalments, placeSignatures } from './placedAgreement.ts';
import { type PlacedBlock, placeFacts, placeList, placeParagraph, placeSection, type Room } from './placedBlock.ts';
import { placeAmounts, placeSums } from './placedSums.ts';

export type PageItem = { readonly top: number; readonly draw: (pen: Pen, top: number) => void };
export type Pages = readonly (readonly PageItem[])[];

/** `isDense`: the rows of tables in annexes stand closer. `textWidth` is that of paragraphs, in millimetres. */
export type BlockSetting = { readonly accent: string; readonly isDense: boolean; readonly textWidth: number };

export function placeBlock(fonts: LetterFonts, block: LetterBlock, { accent, isDense, textWidth }: BlockSetting): PlacedBlock {
  switch (block.kind) {
    case 'paragraph':
      return placeParagraph(fonts, block.runs, textWidth);
    case 'table':
      return placeTable(fonts, block.table, isDense ? dense : roomy);
    case 'facts':
      return placeFacts(fonts, block.rows);
    case 'amounts':
      return placeAmounts(fonts, block);
    case 'payment':
      return placePayment(fonts, block.payment, accent);
    case 'heading':
      return placeSection(fonts, block.text);
    case 'list':
      return placeList(fonts, block.items);
    case 'sums':
      return placeSums(fonts, block);
    case 'instalments':
      return placeInstalments(fonts, block);
    case 'signatures':
      return placeSignatures(fonts, block);
    default:
      return missingCase(block);
  }
}

/** The space between paragraphs as designed; a letter that is a little too long gets less of it everywhere. */
export const usualGap = 2.2;

/** Space between two blocks in millimetres, as designed. */
function designedGap(before: PlacedBlock, after: PlacedBlock): number {
  if (after.kind === 'closing') return usualGap + 1.2;
  if (after.kind === 'signatures') return usualGap + 1.4;
  if (before.kind === 'instalments') return 2.2;
  if (after.kind === 'heading') return before.kind === 'paragraph' || before.kind === 'salutation' ? usualGap + 0.6 : before.kind === 'facts' ? 3.6 : 5;
  if (before.kind === 'heading') return after.kind === 'paragraph' || after.kind === 'list' ? 0.5 : 0.9;
  if (before.kind === 'salutation') return usualGap + 0.2;
  if (before.kind === 'paragraph' && after.kind === 'paragraph') return usualGap;
  if (before.kind === 'openTable' && after.kind === 'sums') return 1.9;
  if (after.kind === 'table' || after.kind === 'openTable') return before.kind === 'paragraph' ? 3.15 : 4.2;
  if (before.kind === 'table' || before.kind === 'openTable' || before.kind === 'sums') return 3.8;
  if (after.kind === 'payment') return 2.3;
  if (after.kind === 'amounts') return 1.8;
  if (before.kind === 'amounts') return usualGap + 0.6;
  return 3;
}

const gapBetween = (before: PlacedBlock, after: PlacedBlock, paragraphGap: number): number => (designedGap(before, after) * paragraphGap) / usualGap;

export type Flow = {
  readonly pages: Pages;
  readonly isBoxOnFirstPage: boolean;
  /** Lower edge of the last block, in millimetres from the top of its page. */
  readonly bottom: number;
};

/** Where the text begins on every page but the first, and where it ends on all, in millimetres from the top. */
export type Sides = { readonly nextTop: number; readonly bottom: number };
/** A table up to this height stays whole and goes to the next page, even if that leaves a hole. */
const wholeUpTo = 60;

/** Whether a block may begin on a page that does not hold all of it. */
const mayBeDivided = ({ kind, height, divide }: PlacedBlock, pageRoom: number): boolean =>
  divide !== undefined && (height > pageRoom || kind === 'list' || (kind !== 'paragraph' && height > wholeUpTo));

type Spacing = { readonly paragraphGap: number; /** Height of the text on every page but the first. */ readonly pageRoom: number };

/** What follows a block so closely that at least a part of it must stand on the same page. */
function tailOf(blocks: readonly PlacedBlock[], index: number, spacing: Spacing): number {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block === undefined || next === undefined) return 0;
  const gap = gapBetween(block, next, spacing.paragraphGap);
  if (next.kind === 'closing' || next.kind === 'signatures') return gap + next.height;
  return block.kind === 'heading' ? gap + neededFor(blocks, index + 1, spacing) : 0;
}

/** Divides a block so that what may not be parted from its end stands beside its last piece. */
function piecesOf(
  divide: NonNullable<PlacedBlock['divide']>,
  { room, tail }: { readonly room: Room; readonly tail: number },
): readonly PlacedBlock[] {
  const pieces = divide(room);
  const goesOn = pieces.length > 1;
  if ((pieces.at(-1)?.height ?? 0) + tail <= (goesOn ? room.next : room.first)) return pieces;
  return divide({ first: goesOn ? room.first : room.first - tail, next: room.next - tail });
}

/** Height that must be free on a page for a block to begin there. */
function neededFor(blocks: readonly PlacedBlock[], index: number, spacing: Spacing): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  return mayBeDivided(block, spacing.pageRoom) ? (block.least ?? block.height) : block.height + tailOf(blocks, index, spacing);
}

type FlowSetting = { readonly top: number; readonly paragraphGap: number; readonly sides?: Sides };

/** `top` is where the first page begins, `paragraphGap` the space between paragraphs, both in millimetres. */
export function flowPages(blocks: readonly PlacedBlock[], { top, paragraphGap, sides: { nextTop, bottom } = usualMargins }: FlowSetting): Flow {
  const spacing = { paragraphGap, pageRoom: bottom - nextTop };
  const pages: PageItem[][] = [[]];
  let y = top;
  let before: PlacedBlock | null = null;
  let isBoxOnFirstPage = true;
  const turn = (): void => {
    pages.push([]);
    y = nextTop;
  };
  const put = (block: PlacedBlock): void => {
    if (block.kind === 'payment' && pages.length > 1) isBoxOnFirstPage = false;
    pages.at(-1)?.push({ top: y, draw: block.draw });
    y += block.height;
  };
  blocks.forEach((block, index) => {
    const isFresh = pages.at(-1)?.length === 0;
    const start = y + (before === null || isFresh ? 0 : gapBetween(before, block, paragraphGap));
    before = block;
    // The closing was counted with the block before it: it stays there as long as it fits by itself.
    const needed = block.kind === 'closing' ? block.height : neededFor(blocks, index, spacing);
    if (start + needed > bottom && !isFresh) turn();
    else y = start;
    const tail = tailOf(blocks, index, spacing);
    if (y + block.height + tail <= bottom || block.divide === undefined || !mayBeDivided(block, spacing.pageRoom)) return put(block);
    piecesOf(block.divide, { room: { first: bottom - y, next: spacing.pageRoom }, tail }).forEach((piece, number) => {
      if (number > 0) turn();
      put(piece);
    });
    return undefined;
  });
  return { pages, isBoxOnFirstPage, bottom: y };
}
