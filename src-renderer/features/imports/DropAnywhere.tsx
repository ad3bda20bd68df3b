import { IconFileImport } from '@tabler/icons-react';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { droppedFiles } from './droppedFiles.ts';
import css from './ImportPage.module.css';
import { setImportSession } from './importSession.ts';
import { type ImportFlow, useImportFlow } from './useImportFlow.ts';

const carriesFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } =>
  event.dataTransfer?.types.includes('Files') === true;
/** Places that take a file for themselves, such as the logo. */
const isTakenElsewhere = (event: DragEvent): boolean => event.target instanceof Element && event.target.closest('[data-own-drop]') !== null;

/** Files dropped anywhere on the window go to the import; a folder is opened up. */
export function DropAnywhere(): ReactElement | null {
  const { t } = useText();
  const flow = useImportFlow();
  const latest = useRef<ImportFlow>(flow);
  useLayoutEffect(() => {
    latest.current = flow;
  });
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const change = (event: DragEvent, step: number): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth + step);
      setIsOver(depth > 0 && !isTakenElsewhere(event));
    };
    const onEnter = (event: DragEvent): void => change(event, 1);
    const onLeave = (event: DragEvent): void => change(event, -1);
    const onOver = (event: DragEvent): void => {
      if (carriesFiles(event) && !isTakenElsewhere(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      depth = 0;
      setIsOver(false);
      if (!carriesFiles(event) || isTakenElsewhere(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void droppedFiles(event.dataTransfer).then((files) => latest.current.take(files));
    };
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    window.addEventListener('dragenter', onEnter, options);
    window.addEventListener('dragleave', onLeave, options);
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDrop, options);
    return () => controller.abort();
  }, []);
  // The shell lives as long as one administration is open: what was read for it is not shown in the next.
  useEffect(() => () => setImportSession({ phase: 'empty' }), []);
  if (!isOver) return null;
  return (
    <div className={css['overlay']} aria-hidden="true">
      <div className={css['overlayCard']}>
        <IconFileImport size={28} stroke={1.5} />
        {t('imports.drop.release')}
      </div>
    </div>
  );
}
