import { Modal } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { TemplateHistory } from './TemplateHistory.tsx';
import css from './Templates.module.css';
import type { Findings, TemplateView, TemplateWords } from './templateTypes.ts';
import { useProblemText } from './useProblemText.ts';

/** What a finished letter must carry, as the backend names it. */
const letterParts = ['amount', 'invoices', 'dueDates', 'payBy', 'payment', 'nextStep', 'contact', 'question', 'creditor', 'earlierMessage', 'costs', 'term', 'free'] as const;

/** What is wrong with the letter as a whole: a part that it must carry is gone. */
function WholeLetter({ findings }: { readonly findings: Findings }): ReactElement | null {
  const { t } = useText();
  const problemText = useProblemText();
  const whole = findings.problems.filter(({ params }) => params['piece'] === undefined);
  if (whole.length === 0) return null;
  const isWrong = whole.some(({ severity }) => severity === 'error');
  return (
    <Notice tone={isWrong ? 'red' : 'amber'} title={isWrong ? t('templates.problems') : t('templates.warnings')}>
      {whole.map((problem) => {
        const { what, why, todo } = problemText(problem);
        const part = letterParts.find((known) => problem.code === 'letter-block-missing' && known === problem.params['block']);
        return <p key={problem.code}>{part === undefined ? `${what} ${why} ${todo}` : t('templates.missing', { part: t(`templates.missingParts.${part}`) })}</p>;
      })}
    </Notice>
  );
}

type BarProps = {
  readonly view: TemplateView;
  readonly words: TemplateWords;
  readonly findings: Findings;
  readonly hasError: boolean;
  readonly isDraft: boolean;
  readonly onDone: () => void;
};

/** What state the letter is in, and what to do with it: save, turn back, ours again, another version. */
export function EditorBar({ view, words, findings, hasError, isDraft, onDone }: BarProps): ReactElement {
  const { t } = useText();
  const [isHistoryShown, setHistoryShown] = useState(false);
  const save = useMutationCall('templates.save');
  const reset = useMutationCall('templates.reset');
  const isOwn = view.words.isLegalUnlocked || Object.keys(view.words.own).length > 0 || view.words.layout !== undefined;
  const keep = (): void =>
    save.mutate(
      { key: view.key, words },
      // What was typed stays on screen until it is read again as saved.
      { onSuccess: ({ version }) => showToast({ message: t('templates.saved', { version }) }) },
    );
  const backToOurs = (): void => {
    const was = view.words;
    reset.mutate(
      { key: view.key },
      {
        onSuccess: () => {
          onDone();
          showToast({ message: t('templates.resetDone'), undo: () => save.mutate({ key: view.key, words: was }) });
        },
      },
    );
  };
  const state = isDraft ? (hasError ? t('templates.fixFirst') : t('templates.unsaved')) : isOwn ? t('templates.isOwn', { version: view.version }) : t('templates.isOurs');
  return (
    <div className={css['bar']}>
      <WholeLetter findings={findings} />
      <p role="status">{state}</p>
      <div className={css['barActions']}>
        <Button variant="filled" disabled={!isDraft || hasError} busy={save.isPending} onClick={keep}>
          {t('templates.save')}
        </Button>
        <Button variant="quiet" icon={IconArrowBackUp} disabled={!isDraft} onClick={onDone}>
          {t('templates.undo')}
        </Button>
        {isOwn && (
          <Button variant="quiet" busy={reset.isPending} onClick={backToOurs}>
            {t('templates.reset')}
          </Button>
        )}
        {view.history.length > 0 && (
          <Button variant="quiet" icon={IconHistory} onClick={() => setHistoryShown(true)}>
            {t('templates.history')}
          </Button>
        )}
      </div>
      <Modal opened={isHistoryShown} onClose={() => setHistoryShown(false)} size={520} title={t('templates.history')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <TemplateHistory
          view={view}
          onRestored={() => {
            setHistoryShown(false);
            onDone();
          }}
        />
      </Modal>
    </div>
  );
}
