/** The paper of the letters: kept with its pictures, and shown with a letter on it before it is kept. */
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PaperDraft } from '../../../src-shared/contract/paper.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { marginLimits, onPaper } from '../../domain/printing/ownPaper.ts';
import { pictureTypeOf } from '../../domain/printing/pictureType.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { letterPictures, paperOf, paperSettingKey, readPaperSetting } from '../../ledger/letters/paperSetting.ts';
import { pictureUrl, type StoredPicture, storePicture } from '../../ledger/letters/proofs.ts';
import { logEvent, saveSetting } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import { sampleLetter } from './sampleLetter.ts';

export type PaperContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly events: Events;
  readonly madeFiles: MadeFiles;
  readonly pdfWriter: PdfWriter;
  readonly stagedFiles: StagedFiles;
};
type Methods = 'settings.paper' | 'settings.savePaper' | 'settings.previewPaper';
type Picture = PaperDraft['first'];

/** A picture of a page is a few hundred kilobytes; one that is larger than this belongs to no paper. */
const largestPicture = 8_000_000;

/** The picture itself where it is new, its hash where it is kept, null for none. */
type Found = { readonly fresh: StoredPicture } | { readonly hash: string } | null;

async function findPicture({ ledger, stagedFiles }: PaperContext, picture: Picture): Promise<Result<Found, AppError>> {
  if (picture.kind === 'none') return ok(null);
  if (picture.kind === 'stored') return pictureUrl(ledger.read, picture.sha256) === null ? err(appError('letter-paper-unreadable')) : ok({ hash: picture.sha256 });
  const bytes = await stagedFiles.read(picture.stagedId);
  const mime = bytes === null || bytes.length > largestPicture ? null : pictureTypeOf(bytes);
  return bytes === null || mime === null ? err(appError('letter-paper-unreadable')) : ok({ fresh: { mime, bytes } });
}

function marginProblem({ kind, margins }: PaperDraft): AppError | null {
  const { top, nextTop, bottom } = marginLimits;
  const isWithin = (value: number, { least, most }: { readonly least: number; readonly most: number }): boolean => value >= least && value <= most;
  if (kind === 'ours' || (isWithin(margins.top, top) && isWithin(margins.nextTop, nextTop) && isWithin(margins.bottom, bottom))) return null;
  return appError('letter-paper-margins', { topLeast: top.least, topMost: top.most, nextLeast: nextTop.least, nextMost: nextTop.most, bottomLeast: bottom.least, bottomMost: bottom.most });
}

type Pictures = { readonly first: Found; readonly following: Found };
async function picturesOf(context: PaperContext, draft: PaperDraft): Promise<Result<Pictures, AppError>> {
  const problem = marginProblem(draft);
  if (problem !== null) return err(problem);
  const first = await findPicture(context, draft.first);
  if (!first.ok) return first;
  const following = await findPicture(context, draft.following);
  return following.ok ? ok({ first: first.value, following: following.value }) : following;
}

async function save(context: PaperContext, draft: PaperDraft): Promise<Result<{ done: true }, AppError>> {
  const { ledger, clock, events, stagedFiles } = context;
  const pictures = await picturesOf(context, draft);
  if (!pictures.ok) return pictures;
  ledger.write((db) => {
    const hashOf = (found: Found): string => (found === null ? '' : 'hash' in found ? found.hash : storePicture(db, found.fresh));
    const was = readPaperSetting(db);
    const setting = { ...draft, first: hashOf(pictures.value.first), following: hashOf(pictures.value.following) };
    saveSetting(db, paperSettingKey, setting);
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'letter-paper', subject: 'administration', subjectId: 1, detail: { ...setting, was } });
  });
  for (const picture of [draft.first, draft.following]) if (picture.kind === 'staged') await stagedFiles.remove(picture.stagedId);
  events.emit({ type: 'ledgerChanged', areas: ['settings', 'dunning'] });
  return ok({ done: true });
}

/** Enough invoices for a list on a page of its own. */
const manyInvoices = 14;

async function preview(context: PaperContext, { paper, isLong }: InputOf<'settings.previewPaper'>): Promise<Result<OutputOf<'settings.previewPaper'>, AppError>> {
  const { ledger, clock, pdfWriter, madeFiles } = context;
  const pictures = await picturesOf(context, paper);
  if (!pictures.ok) return pictures;
  const letter = sampleLetter(ledger.read, { today: clock.today(), invoices: isLong ? manyInvoices : 1 });
  if (!letter.ok) return letter;
  const fresh: Record<string, string> = {};
  const nameOf = (found: Found, name: string): string => {
    if (found === null) return '';
    if ('hash' in found) return found.hash;
    fresh[name] = `data:${found.fresh.mime};base64,${Buffer.from(found.fresh.bytes).toString('base64')}`;
    return name;
  };
  const { first, following } = pictures.value;
  const laid = onPaper(letter.value, paperOf({ ...paper, first: nameOf(first, 'first'), following: nameOf(following, 'following') }));
  const pdf = await pdfWriter.letter(laid, { onProgress: () => undefined, signal: new AbortController().signal }, { ...letterPictures(ledger.read, [laid]), ...fresh });
  return pdf.ok ? ok(madeFiles.put({ name: 'briefpapier.pdf', mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true })) : pdf;
}

const stored = (hash: string): Picture => (hash === '' ? { kind: 'none' } : { kind: 'stored', sha256: hash });

export const paperMethods: Handlers<PaperContext, Methods> = {
  'settings.paper': ({ ledger }) => {
    const { first, following, ...setting } = readPaperSetting(ledger.read);
    return ok({ paper: { ...setting, first: stored(first), following: stored(following) }, limits: marginLimits });
  },
  'settings.savePaper': save,
  'settings.previewPaper': preview,
};
