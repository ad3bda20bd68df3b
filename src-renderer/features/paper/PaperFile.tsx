import { IconFileText } from '@tabler/icons-react';
import { type ReactElement, useRef, useState } from 'react';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { uploadFile } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { pagePictures, paperSetting } from '../../ui/pdf/pagePictures.ts';
import css from './Paper.module.css';

export type PaperDraft = CallInput<'settings.savePaper'>;
const accepted = '.pdf,.png,.jpg,.jpeg';
const none = { kind: 'none' } as const;

type ChooseProps = { readonly label: string; readonly isBusy: boolean; readonly onFile: (file: File) => void };

function Choose({ label, isBusy, onFile }: ChooseProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="sm" busy={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accepted}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}

type PaperFileProps = { readonly draft: PaperDraft; readonly onChange: (draft: PaperDraft) => void };

/** The file of the company's paper: its pages become pictures here, and wait among the uploaded files until they are kept. */
export function PaperFile({ draft, onChange }: PaperFileProps): ReactElement {
  const { t } = useText();
  const [busy, setBusy] = useState<'first' | 'following' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File, place: 'first' | 'following'): Promise<void> => {
    setBusy(place);
    setProblem(null);
    try {
      const { pictures } = await pagePictures(file, paperSetting);
      const [first, second] = await Promise.all(pictures.map(async (picture) => ({ kind: 'staged', stagedId: await uploadFile(picture) }) as const));
      if (first === undefined) throw new Error('a file without pages');
      onChange(place === 'following' ? { ...draft, following: first } : { ...draft, first, following: second ?? draft.following, fileName: file.name.slice(0, 200) });
    } catch (error) {
      console.warn('letter paper', error);
      setProblem(t('settings.paper.unreadable', { name: file.name }));
    } finally {
      setBusy(null);
    }
  };
  const hasFirst = draft.first.kind !== 'none';
  const hasFollowing = draft.following.kind !== 'none';
  return (
    <div className={css['group']}>
      <div className={css['file']}>
        {hasFirst && (
          <>
            <IconFileText size={16} stroke={1.75} aria-hidden />
            <strong>{draft.fileName}</strong>
          </>
        )}
        <Choose label={hasFirst ? t('settings.paper.chooseOther') : t('settings.paper.choose')} isBusy={busy === 'first'} onFile={(file) => void take(file, 'first')} />
        {hasFirst && (
          <Button size="sm" variant="quiet" onClick={() => onChange({ ...draft, first: none, following: none, fileName: '' })}>
            {t('settings.paper.remove')}
          </Button>
        )}
      </div>
      <p className="ink-2 small">{hasFirst ? t(hasFollowing ? 'settings.paper.hasFollowing' : 'settings.paper.noFollowing') : t('settings.paper.fileHint')}</p>
      {hasFirst && (
        <div className={css['file']}>
          <Choose label={t('settings.paper.chooseFollowing')} isBusy={busy === 'following'} onFile={(file) => void take(file, 'following')} />
          {hasFollowing && (
            <Button size="sm" variant="quiet" onClick={() => onChange({ ...draft, following: none })}>
              {t('settings.paper.removeFollowing')}
            </Button>
          )}
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
