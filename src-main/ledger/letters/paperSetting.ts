/** The paper of the letters: a setting of the administration, with its pictures kept in `file`, where nothing changes any more. */
import { z } from 'zod';
import type { LetterModel } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { type OwnPaper, onPaper, picturesNamed, usualPaper } from '../../domain/printing/ownPaper.ts';
import type { ReadableDb } from '../connection.ts';
import { pictureUrl } from './proofs.ts';
import { readSetting } from '../settings.ts';

export const paperSettingKey = 'paper';
const zPaper = z.object({
  kind: z.enum(['ours', 'own']),
  /** Hashes of the pictures, or empty. */
  first: z.string(),
  following: z.string(),
  fileName: z.string(),
  isPreprinted: z.boolean(),
  folds: z.boolean(),
  punch: z.boolean(),
  margins: z.object({ top: z.number(), nextTop: z.number(), bottom: z.number() }),
});
export type PaperSetting = z.output<typeof zPaper>;

/** Without a choice our own letterhead with fold marks. */
export const readPaperSetting = (db: ReadableDb): PaperSetting => readSetting(db, paperSettingKey, zPaper) ?? { ...usualPaper, fileName: '' };

const named = (hash: string): string => (hash === '' ? '' : `picture:${hash}`);
/** The same with pictures named as letters name them. */
export const paperOf = ({ first, following, ...setting }: PaperSetting): OwnPaper => ({ ...setting, first: named(first), following: named(following) });

/** A letter on the paper of this administration. */
export const onOwnPaper = (db: ReadableDb, letter: LetterModel): LetterModel => onPaper(letter, paperOf(readPaperSetting(db)));

/** Stored pictures as data URLs by their names. A picture that is not there is left out: what asks for it is refused. */
function picturesBy(db: ReadableDb, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((hash): [string, string][] => {
      const url = pictureUrl(db, hash);
      return url === null ? [] : [[hash, url]];
    }),
  );
}

/** The pictures that letters name: the paper they stand on. */
export const letterPictures = (db: ReadableDb, letters: readonly LetterModel[]): Readonly<Record<string, string>> => picturesBy(db, picturesNamed(letters, []));
/** The pictures that sheets name: pages of documents that are not ours. */
export const sheetPictures = (db: ReadableDb, sheets: readonly SheetModel[]): Readonly<Record<string, string>> => picturesBy(db, picturesNamed([], sheets));
