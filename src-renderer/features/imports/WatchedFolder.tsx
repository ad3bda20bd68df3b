import { TextInput } from '@mantine/core';
import { IconEye, IconFolder } from '@tabler/icons-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Intake.module.css';
import { useImportFlow } from './useImportFlow.ts';

type Watched = OutputOf<'imports.watched'>;
const problems = {
  missing: 'imports.watched.missing',
  'no-folder': 'imports.watched.noFolder',
  forbidden: 'imports.watched.forbidden',
} as const;

/** The folder that is looked into for new files: what it offers now, and which folder it is. */
export function WatchedFolder(): ReactElement | null {
  const { t } = useText();
  const watched = useCall('imports.watched', {});
  const [isChanging, setChanging] = useState(false);
  if (watched.data === undefined) return null;
  const { folder } = watched.data;
  return (
    <Section
      title={t('imports.watched.title')}
      {...(folder === null ? {} : { aside: <span className="reference">{folder}</span> })}
      actions={
        !isChanging && (
          <Button size="sm" variant="text" icon={IconFolder} onClick={() => setChanging(true)}>
            {t(folder === null ? 'imports.watched.follow' : 'imports.watched.change')}
          </Button>
        )
      }
    >
      {isChanging ? <FolderForm folder={folder} onDone={() => setChanging(false)} /> : <Offered watched={watched.data} />}
    </Section>
  );
}

function Offered({ watched }: { readonly watched: Watched }): ReactElement {
  const { t, format } = useText();
  const { takeWatched } = useImportFlow();
  const skip = useMutationCall('imports.skipWatched');
  const { folder, problem, files } = watched;
  if (folder === null) return <p className="ink-2 small">{t('imports.watched.none')}</p>;
  if (problem !== null) return <Notice tone="amber">{t(problems[problem])}</Notice>;
  if (files.length === 0) return <p className="ink-2 small">{t('imports.watched.empty')}</p>;
  return (
    <>
      <ul className={css['offered']}>
        {files.slice(0, 8).map((file) => (
          <li key={`${file.name} ${file.modifiedAt}`}>
            <span>{file.name}</span> <span className="ink-3 small num">{format.instant(file.modifiedAt)}</span>
          </li>
        ))}
      </ul>
      <div className={css['doubtActions']}>
        <Button icon={IconEye} onClick={() => void takeWatched()}>
          {t('imports.watched.look')} ({t('imports.watched.files', { count: files.length })})
        </Button>
        <Button
          variant="text"
          busy={skip.isPending}
          onClick={() =>
            skip.mutate({}, { onSuccess: ({ skipped }) => showToast({ message: t('imports.watched.skipped', { count: skipped }) }) })
          }
        >
          {t('imports.watched.skip')}
        </Button>
      </div>
    </>
  );
}

function FolderForm({ folder, onDone }: { readonly folder: string | null; readonly onDone: () => void }): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const [path, setPath] = useState(folder ?? '');
  const save = useMutationCall('imports.saveWatched', { showsErrorItself: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (path.trim() !== '') save.mutate({ folder: path }, { onSuccess: onDone });
  };
  return (
    <form className={css['folderForm']} onSubmit={submit}>
      <TextInput
        label={t('imports.watched.path')}
        value={path}
        autoFocus
        error={save.error === null ? null : sentence(save.error)}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <div className={css['doubtActions']}>
        <Button type="submit" busy={save.isPending} disabled={path.trim() === ''}>
          {t('imports.watched.save')}
        </Button>
        <Button variant="text" onClick={onDone}>
          {t('imports.watched.cancel')}
        </Button>
        {folder !== null && (
          <Button variant="text" onClick={() => save.mutate({ folder: null }, { onSuccess: onDone })}>
            {t('imports.watched.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}
