import { goTo } from '../../app/address.ts';
import { call, errorCodeOf } from '../../backend/client.ts';
import { uploadFile } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { dismissJob, finishJob, newJobId, startJob } from '../../ui/jobStore.ts';
import { showToast } from '../../ui/toastStore.ts';
import type { JobResult } from '../../ui/useJob.ts';
import { changePreview, type ImportSession, importSession, type NotUploaded, type PreviewSession, setImportSession } from './importSession.ts';

export type ImportFlow = {
  /** Hands files over and shows what taking them in would do. */
  readonly take: (files: readonly File[]) => Promise<void>;
  /** The same for what the watched folder offers. */
  readonly takeWatched: () => Promise<void>;
  /** Reads the lists with these headers again with other columns. */
  readonly remap: (signature: string, mapping: ColumnMapping) => Promise<void>;
  /** Reads a bank file that names no account again as one of this account. */
  readonly chooseAccount: (part: string, account: string) => Promise<void>;
  /** Reads a bank file again with the day or the month first. */
  readonly chooseDateOrder: (part: string, order: 'dmy' | 'mdy') => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** Uploads under way at a time. */
const lanes = 4;

type Uploaded = { readonly stagedIds: readonly string[]; readonly notUploaded: readonly NotUploaded[] };

async function uploadAll(files: readonly File[], sentence: (error: unknown) => string): Promise<Uploaded> {
  const stagedIds: (string | null)[] = files.map(() => null);
  const notUploaded: NotUploaded[] = [];
  let [next, done] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) return;
      try {
        stagedIds[index] = await uploadFile(file);
      } catch (error) {
        notUploaded.push({ file: file.name, why: sentence(error) });
      }
      done += 1;
      setImportSession({ phase: 'uploading', done, total: files.length });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { stagedIds: stagedIds.filter((id) => id !== null), notUploaded };
}

type Words<T> = { readonly name: string; readonly describe: (output: T) => JobResult };

/** The page of the import shows the outcome itself; the card is for who went elsewhere in the meantime. */
const isOnImportPage = (): boolean => /^#\/import(?:\?|$)/.test(globalThis.location.hash);

/** Runs long work behind a card with progress and cancel. Null when it failed or was stopped: then the card stays and says so. */
function useCarded(): <T>(work: (jobId: string) => Promise<T>, words: Words<T>) => Promise<T | null> {
  const { t } = useText();
  const sentence = useErrorSentence();
  return async (work, words) => {
    const jobId = newJobId();
    startJob(jobId, words.name);
    try {
      const output = await work(jobId);
      if (isOnImportPage()) dismissJob(jobId);
      else finishJob(jobId, { action: null, ...words.describe(output) });
      return output;
    } catch (error) {
      const wasStopped = errorCodeOf(error) === 'cancelled';
      finishJob(jobId, {
        state: wasStopped ? 'warning' : 'failed',
        detail: wasStopped ? t('common.job.stopped') : sentence(error),
        action: null,
      });
      return null;
    }
  };
}

type Sentence = (error: unknown) => string;

function shownPreview(): PreviewSession | null {
  const session = importSession();
  return session.phase === 'preview' ? session : null;
}

/** Reads the same files again with another answer about what they are. */
async function readAgain(patch: Partial<Pick<PreviewSession, 'mappings' | 'ofAccount' | 'dateOrders'>>, sentence: Sentence): Promise<void> {
  const session = importSession();
  if (session.phase !== 'preview') return;
  const { stagedIds, mappings, ofAccount, dateOrders } = { ...session, ...patch };
  changePreview({ ...patch, isBusy: true });
  try {
    const answers = { mappings: { ...mappings }, ofAccount: { ...ofAccount }, dateOrders: { ...dateOrders } };
    const preview = await call('imports.preview', { jobId: newJobId(), stagedIds: [...stagedIds], ...answers });
    changePreview({ preview });
  } catch (error) {
    showToast({ tone: 'warning', message: sentence(error) });
  } finally {
    changePreview({ isBusy: false });
  }
}

async function discard(sentence: Sentence): Promise<void> {
  const session = importSession();
  setImportSession({ phase: 'empty' });
  if (session.phase !== 'preview') return;
  try {
    await call('imports.discard', { previewId: session.preview.previewId });
  } catch (error) {
    showToast({ tone: 'warning', message: sentence(error) });
  }
}

/** What was read, before anybody said anything about it. */
const freshPreview = (preview: OutputOf<'imports.preview'>, uploaded: Uploaded): ImportSession => ({
  phase: 'preview',
  preview,
  ...uploaded,
  mappings: {},
  answers: {},
  ofAccount: {},
  dateOrders: {},
  takePossiblyKnown: false,
  isBusy: false,
});

/** The steps of an import. Long ones run as background work with a card, so the user may go elsewhere. */
export function useImportFlow(): ImportFlow {
  const { t } = useText();
  const run = useCarded();
  const sentence = useErrorSentence();
  const look = { label: t('imports.job.look'), run: () => goTo('/import') };

  const describePreview = ({ totals }: OutputOf<'imports.preview'>): JobResult => ({
    state: totals.refused > 0 || totals.skipped > 0 ? 'warning' : 'done',
    detail: t('imports.job.read', { fresh: totals.fresh, known: totals.known, skipped: totals.skipped + totals.refused }),
    action: look,
  });
  const describeCommit = ({ counts }: OutputOf<'imports.commit'>): JobResult => ({
    state: 'done',
    detail: t('imports.job.taken', { documents: counts.documents + counts.changed, bankEntries: counts.bankEntries }),
    action: look,
  });

  const read = async (stagedIds: readonly string[], notUploaded: readonly NotUploaded[]): Promise<void> => {
    setImportSession({ phase: 'reading', files: stagedIds.length });
    const words = { name: t('imports.job.reading', { count: stagedIds.length }), describe: describePreview };
    const preview = await run((jobId) => call('imports.preview', { jobId, stagedIds: [...stagedIds], mappings: {} }), words);
    setImportSession(preview === null ? { phase: 'empty' } : freshPreview(preview, { stagedIds, notUploaded }));
  };

  return {
    async takeWatched() {
      const { phase } = importSession();
      if (phase === 'uploading' || phase === 'reading') return;
      try {
        const { files } = await call('imports.stageWatched', {});
        const stagedIds = files.map(({ stagedId }) => stagedId);
        if (stagedIds.length > 0) await read(stagedIds, []);
      } catch (error) {
        showToast({ tone: 'warning', message: sentence(error) });
      }
    },

    async take(files) {
      const { phase } = importSession();
      if (files.length === 0 || phase === 'uploading' || phase === 'reading') return;
      goTo('/import');
      setImportSession({ phase: 'uploading', done: 0, total: files.length });
      const { stagedIds, notUploaded } = await uploadAll(files, sentence);
      if (stagedIds.length === 0) {
        setImportSession({ phase: 'empty' });
        for (const { file, why } of notUploaded.slice(0, 3)) showToast({ tone: 'warning', message: `${file}: ${why}` });
        return;
      }
      await read(stagedIds, notUploaded);
    },

    remap: (signature, mapping) => readAgain({ mappings: { ...shownPreview()?.mappings, [signature]: mapping } }, sentence),
    chooseAccount: (part, account) => readAgain({ ofAccount: { ...shownPreview()?.ofAccount, [part]: account } }, sentence),
    chooseDateOrder: (part, order) => readAgain({ dateOrders: { ...shownPreview()?.dateOrders, [part]: order } }, sentence),

    async commit() {
      const session = importSession();
      if (session.phase !== 'preview' || session.isBusy) return;
      changePreview({ isBusy: true });
      const { preview, answers, takePossiblyKnown } = session;
      const words = { name: t('imports.job.taking'), describe: describeCommit };
      const result = await run(
        (jobId) => call('imports.commit', { jobId, previewId: preview.previewId, accounts: { ...answers }, takePossiblyKnown }),
        words,
      );
      if (result === null) changePreview({ isBusy: false });
      else setImportSession({ phase: 'result', result });
    },

    discard: () => discard(sentence),
  };
}
