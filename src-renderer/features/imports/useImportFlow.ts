import { goTo } from '../../app/address.ts';
import { call } from '../../backend/client.ts';
import { uploadFile } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { newJobId } from '../../ui/jobStore.ts';
import { showToast } from '../../ui/toastStore.ts';
import { type JobResult, useJob } from '../../ui/useJob.ts';
import { changePreview, importSession, type NotUploaded, setImportSession } from './importSession.ts';

export type ImportFlow = {
  /** Hands files over and shows what taking them in would do. */
  readonly take: (files: readonly File[]) => Promise<void>;
  /** Reads the lists with these headers again with other columns. */
  readonly remap: (signature: string, mapping: ColumnMapping) => Promise<void>;
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

/** The steps of an import. Long ones run as background work with a card, so the user may go elsewhere. */
export function useImportFlow(): ImportFlow {
  const { t } = useText();
  const run = useJob();
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

  return {
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
      setImportSession({ phase: 'reading', files: stagedIds.length });
      const words = { name: t('imports.job.reading', { count: stagedIds.length }), describe: describePreview };
      const preview = await run('imports.preview', { stagedIds: [...stagedIds], mappings: {} }, words);
      if (preview === null) setImportSession({ phase: 'empty' });
      else setImportSession({ phase: 'preview', preview, stagedIds, mappings: {}, answers: {}, takePossiblyKnown: false, notUploaded, isBusy: false });
    },

    async remap(signature, mapping) {
      const session = importSession();
      if (session.phase !== 'preview') return;
      const mappings = { ...session.mappings, [signature]: mapping };
      changePreview({ mappings, isBusy: true });
      try {
        const preview = await call('imports.preview', { jobId: newJobId(), stagedIds: [...session.stagedIds], mappings });
        changePreview({ preview });
      } catch (error) {
        showToast({ tone: 'warning', message: sentence(error) });
      } finally {
        changePreview({ isBusy: false });
      }
    },

    async commit() {
      const session = importSession();
      if (session.phase !== 'preview' || session.isBusy) return;
      changePreview({ isBusy: true });
      const { preview, answers, takePossiblyKnown } = session;
      const words = { name: t('imports.job.taking'), describe: describeCommit };
      const result = await run('imports.commit', { previewId: preview.previewId, accounts: { ...answers }, takePossiblyKnown }, words);
      if (result === null) changePreview({ isBusy: false });
      else setImportSession({ phase: 'result', result });
    },

    async discard() {
      const session = importSession();
      setImportSession({ phase: 'empty' });
      if (session.phase !== 'preview') return;
      try {
        await call('imports.discard', { previewId: session.preview.previewId });
      } catch (error) {
        showToast({ tone: 'warning', message: sentence(error) });
      }
    },
  };
}
