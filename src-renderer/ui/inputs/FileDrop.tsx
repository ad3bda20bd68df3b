import { IconFileImport } from '@tabler/icons-react';
import clsx from 'clsx';
import { type DragEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../Button.tsx';
import css from './FileDrop.module.css';

type FileDropProps = {
  /** Which files may come, in words. */
  readonly hint: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
  /** As for a file input: `.xml,.csv`. Dropped files are not held back by it. */
  readonly accept?: string;
  readonly isMultiple?: boolean;
  /** One line high. */
  readonly compact?: boolean;
  /** True where choosing a file is the one next step of the view. */
  readonly isMainAction?: boolean;
};

/** A place for files: drop them, or choose them with the button. Paths are never seen; `uploadFile` hands over the bytes. */
export function FileDrop({ hint, onFiles, accept, isMultiple = true, compact = false, isMainAction = false }: FileDropProps): ReactElement {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null): void => {
    const list = [...(files ?? [])];
    if (list.length > 0) onFiles(isMultiple ? list : list.slice(0, 1));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={clsx(css['drop'], compact && css['compact'], isOver && css['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <IconFileImport size={compact ? 20 : 26} stroke={1.5} aria-hidden />
      <div className={css['words']}>
        <p className={css['title']}>{isOver ? t('common.file.release') : t('common.file.drop')}</p>
        <p className={css['hint']}>{hint}</p>
      </div>
      <Button variant={isMainAction ? 'filled' : 'outlined'} size={compact ? 'sm' : 'md'} onClick={() => input.current?.click()}>
        {isMultiple ? t('common.file.choose') : t('common.file.chooseOne')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={isMultiple}
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
