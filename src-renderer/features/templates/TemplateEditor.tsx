import { Modal, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useQuestion } from '../../ui/useQuestion.tsx';
import { PieceField } from './PieceField.tsx';
import { TemplateHistory } from './TemplateHistory.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { isSame, withLock, withText } from './templateDraft.ts';
import css from './Templates.module.css';
import type { Block, Findings, Piece, TemplateView, TemplateWords } from './templateTypes.ts';
import { useProblemText } from './useProblemText.ts';

type EditorProps = {
  readonly view: TemplateView;
  /** What was typed and not saved; null: what is saved. */
  readonly draft: TemplateWords | null;
  readonly onDraft: (draft: TemplateWords | null) => void;
};

/** The words of one letter, sentence by sentence, with the page beside them. */
export function TemplateEditor({ view, draft, onDraft }: EditorProps): ReactElement {
  const { t } = useText();
  const words = draft ?? view.words;
  const [looked] = useDebouncedValue(words, 250);
  const check = useCall('templates.check', { key: view.key, words: looked }, { keepPrevious: true });
  const findings: Findings = check.data ?? { problems: view.problems, tone: view.tone };
  const hasError = findings.problems.some(({ severity }) => severity === 'error');
  const change = (next: TemplateWords): void => onDraft(isSame(next, view.words) ? null : next);
  const onText = (piece: Piece, text: string): void => change(withText(words, piece, text));
  return (
    <div className={css['editor']}>
      <section className={css['parts']} aria-label={t('templates.parts')}>
        <LegalLock view={view} words={words} onWords={change} />
        {view.blocks.map((block) => (
          <BlockPart key={block.index} block={block} view={view} words={words} findings={findings} onText={onText} />
        ))}
        <EditorBar view={view} words={words} findings={findings} hasError={hasError} isDraft={!isSame(words, view.words)} onDone={() => onDraft(null)} />
      </section>
      <TemplatePreview templateKey={view.key} words={words} canBeMade={!hasError} />
    </div>
  );
}

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
        return (
          <p key={problem.code}>
            {part === undefined ? `${what} ${why} ${todo}` : t('templates.missing', { part: t(`templates.missingParts.${part}`) })}
          </p>
        );
      })}
    </Notice>
  );
}

type LockProps = { readonly view: TemplateView; readonly words: TemplateWords; readonly onWords: (words: TemplateWords) => void };

function LegalLock({ view, words, onWords }: LockProps): ReactElement | null {
  const { t } = useText();
  const ask = useQuestion();
  if (!view.blocks.some((block) => block.pieces.some((piece) => piece.isLegal))) return null;
  const turn = async (): Promise<void> => {
    if (words.isLegalUnlocked) return onWords(withLock(words, view.blocks, true));
    const isSure = await ask({ title: t('templates.unlockTitle'), body: t('templates.unlockBody'), confirm: t('templates.unlock'), isDanger: true });
    if (isSure) onWords(withLock(words, view.blocks, false));
  };
  return (
    <div className={css['lock']}>
      <Switch label={t('templates.lock')} description={t('templates.lockHint')} checked={words.isLegalUnlocked} onChange={() => void turn()} />
      {words.isLegalUnlocked && <Notice tone="amber">{t('templates.unlockBody')}</Notice>}
    </div>
  );
}

type BlockProps = { readonly block: Block; readonly view: TemplateView; readonly words: TemplateWords; readonly findings: Findings; readonly onText: (piece: Piece, text: string) => void };

function BlockPart({ block, view, words, findings, onText }: BlockProps): ReactElement {
  const { t } = useText();
  const name = t(`templates.blocks.${block.role ?? block.type}`);
  if (block.pieces.length === 0) {
    return (
      <p className={css['filled']}>
        <strong>{name}</strong> {t('templates.filled')}
      </p>
    );
  }
  return (
    <fieldset className={css['block']}>
      <legend>{name}</legend>
      {block.pieces.map((piece, index) => (
        <PieceField
          key={piece.key}
          piece={piece}
          name={block.pieces.length === 1 ? name : t('templates.piece', { block: name, number: index + 1 })}
          lang={view.key.language}
          words={words}
          fields={view.fields}
          findings={findings}
          onText={onText}
        />
      ))}
    </fieldset>
  );
}

type BarProps = { readonly view: TemplateView; readonly words: TemplateWords; readonly findings: Findings; readonly hasError: boolean; readonly isDraft: boolean; readonly onDone: () => void };

function EditorBar({ view, words, findings, hasError, isDraft, onDone }: BarProps): ReactElement {
  const { t } = useText();
  const [isHistoryShown, setHistoryShown] = useState(false);
  const save = useMutationCall('templates.save');
  const reset = useMutationCall('templates.reset');
  const isOwn = view.words.isLegalUnlocked || Object.keys(view.words.own).length > 0;
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
