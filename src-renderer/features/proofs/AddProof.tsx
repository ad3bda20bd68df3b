import { Checkbox, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { call } from '../../backend/client.ts';
import { uploadFile } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FileDrop } from '../../ui/inputs/FileDrop.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { pagePictures, scanSetting } from '../../ui/pdf/pagePictures.ts';
import { showToast } from '../../ui/toastStore.ts';
import css from './Proofs.module.css';

type NewProof = CallInput<'proofs.add'>;
export type ProofPlace = Pick<NewProof, 'customerId' | 'documentId' | 'messageId'>;
const kinds = ['delivery', 'sending', 'other'] as const;
type Kind = (typeof kinds)[number];

type Problem = { readonly kind: 'words'; readonly words: string } | { readonly kind: 'error'; readonly error: unknown };

/** A file becomes a proof: its pages are drawn here, and both go to the ledger. */
export function AddProof({ place, onDone }: { readonly place: ProofPlace; readonly onDone: () => void }): ReactElement {
  const { t, format } = useText();
  const limits = useCall('proofs.limits', {});
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>(place.messageId === null ? 'delivery' : 'sending');
  const [isEnclosed, setIsEnclosed] = useState(true);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const most = limits.data ?? { bytes: 10_000_000, pages: scanSetting.mostPages };
  const limit = format.number(most.bytes / 1_000_000);
  const take = async (file: File): Promise<void> => {
    setProblem(null);
    const tooLarge = (): void => setProblem({ kind: 'words', words: t('proofs.tooLarge', { name: file.name, limit, pages: most.pages }) });
    if (file.size > most.bytes) return tooLarge();
    setIsBusy(true);
    try {
      const { pictures, pages } = await pagePictures(file, scanSetting).catch((error: unknown) => {
        console.warn('proof', error);
        return { pictures: [], pages: 0 };
      });
      if (pages > most.pages) return tooLarge();
      if (pictures.length === 0) return setProblem({ kind: 'words', words: t('proofs.unreadable', { name: file.name }) });
      const [stagedId, ...staged] = await Promise.all([file, ...pictures].map(uploadFile));
      await call('proofs.add', { ...place, kind, isEnclosed, stagedId: stagedId ?? '', pages: staged });
      await queries.invalidateQueries({ queryKey: ['proofs.list'] });
      showToast({ message: t('proofs.added', { name: file.name }) });
      onDone();
    } catch (error) {
      setProblem({ kind: 'error', error });
    } finally {
      setIsBusy(false);
    }
    return undefined;
  };
  return (
    <div className={css['add']} aria-busy={isBusy}>
      <Select
        className={css['kind'] ?? ''}
        size="sm"
        label={t('proofs.kindLabel')}
        data={kinds.map((value) => ({ value, label: t(`proofs.kind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(kinds.find((known) => known === value) ?? 'other')}
      />
      <Checkbox size="xs" label={t('proofs.enclose')} checked={isEnclosed} onChange={(event) => setIsEnclosed(event.currentTarget.checked)} />
      <FileDrop compact isMultiple={false} accept=".pdf,.png,.jpg,.jpeg" hint={isBusy ? t('proofs.busy') : t('proofs.hint', { limit })} onFiles={([file]) => file !== undefined && !isBusy && void take(file)} />
      {problem !== null && (problem.kind === 'words' ? <Notice tone="amber">{problem.words}</Notice> : <ErrorState error={problem.error} />)}
      <div>
        <Button size="sm" variant="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
