import { IconFolder } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from '../../ui/inputs/FileDrop.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { chosenFiles } from './droppedFiles.ts';
import css from './ImportPage.module.css';
import { useImportFlow } from './useImportFlow.ts';

/** Nothing chosen yet: drop or choose files, or a whole folder. */
export function ChooseFiles(): ReactElement {
  const { t } = useText();
  const { take } = useImportFlow();
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  return (
    <>
      <PageHead
        title={t('imports.choose.title')}
        sub={t('imports.choose.sub')}
        actions={
          <Button icon={IconFolder} onClick={() => folder.current?.click()}>
            {t('imports.choose.folder')}
          </Button>
        }
      />
      <FileDrop hint={t('imports.choose.hint')} isMainAction onFiles={(files) => void take(files)} />
      <ul className={css['kinds']}>
        <li>{t('imports.choose.invoices')}</li>
        <li>{t('imports.choose.bank')}</li>
      </ul>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label={t('imports.choose.folder')}
        onChange={(event) => {
          void take(chosenFiles(event.currentTarget.files));
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
