/** The paper that a company writes on: our letterhead, or its own behind the text, with the marks and the room that it asks for. */
import type { LetterModel } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';

export type OwnPaper = {
  /** `ours`: head and foot are set by us. `own`: they stand on the paper. */
  readonly kind: 'ours' | 'own';
  /** Names of the pictures of a whole page, `picture:<name>`; empty: nothing is drawn. */
  readonly first: string;
  readonly following: string;
  /** The sheets in the printer carry the head and foot already: what is printed leaves the pictures out, what is mailed has them. */
  readonly isPreprinted: boolean;
  readonly folds: boolean;
  readonly punch: boolean;
  /** In millimetres from the top of the page: where the text begins on the first page, on the others, and where it ends. */
  readonly margins: { readonly top: number; readonly nextTop: number; readonly bottom: number };
};

/** As designed (design/letters.md §1). The window of the envelope ends above 88, so that text never begins higher. */
export const usualPaper: OwnPaper = { kind: 'ours', first: '', following: '', isPreprinted: false, folds: true, punch: false, margins: { top: 88, nextTop: 30, bottom: 276 } };
/** What margins may be, in millimetres: the first text stays below the window, and a page keeps room for text. */
export const marginLimits = { top: { least: 88, most: 140 }, nextTop: { least: 12, most: 100 }, bottom: { least: 220, most: 287 } } as const;

/** The letter as it lies on the paper. Words and amounts are the same; a letter on the usual paper is not touched. */
export function onPaper(letter: LetterModel, { kind, first, following, folds, punch, margins }: OwnPaper): LetterModel {
  const isUsualMarks = folds && !punch;
  const marked: LetterModel = isUsualMarks ? letter : { ...letter, marks: { folds, punch } };
  if (kind === 'ours') return marked;
  // Without a picture the following pages get our head and foot, which need their room.
  const room = following === '' ? { ...margins, nextTop: Math.max(margins.nextTop, usualPaper.margins.nextTop), bottom: Math.min(margins.bottom, usualPaper.margins.bottom) } : margins;
  return { ...marked, margins: room, letterhead: { ...letter.letterhead, background: { first, following } } };
}

/** The letter for a printer whose sheets are printed already. */
export function onPreprintedPaper(letter: LetterModel): LetterModel {
  const { background } = letter.letterhead;
  return background === undefined ? letter : { ...letter, letterhead: { ...letter.letterhead, background: { first: '', following: '' } } };
}

const pictureName = /^picture:/;
/** The names of the pictures that letters and sheets ask for. */
export function picturesNamed(letters: readonly LetterModel[], sheets: readonly SheetModel[]): readonly string[] {
  const ofLetters = letters.flatMap(({ letterhead: { logo, background } }) => [logo, background?.first ?? '', background?.following ?? '']);
  const ofSheets = sheets.flatMap(({ pictures }) => (pictures ?? []).map(({ picture }) => picture));
  return [...new Set([...ofLetters, ...ofSheets].filter((picture) => pictureName.test(picture)).map((picture) => picture.slice('picture:'.length)))];
}
