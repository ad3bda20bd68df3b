import { Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { isOwnBlock, mostOwnBlocks } from '../../../src-shared/templateLayout.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useQuestion } from '../../ui/useQuestion.tsx';
import { BlockPart } from './BlockPart.tsx';
import { EditorBar } from './EditorBar.tsx';
import { type Placed, placedIn } from './templateArrangement.ts';
import { isSame, withLock, withText } from './templateDraft.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import css from './Templates.module.css';
import type { Findings, Piece, TemplateView, TemplateWords } from './templateTypes.ts';
import { useArranging } from './useArranging.ts';

type EditorProps = {
  readonly view: TemplateView;
  /** What was typed and not saved; null: what is saved. */
  readonly draft: TemplateWords | null;
  readonly onDraft: (draft: TemplateWords | null) => void;
};

/** The words of one letter, block by block, with the page beside them. */
export function TemplateEditor({ view, draft, onDraft }: EditorProps): ReactElement {
  const { t } = useText();
  const words = draft ?? view.words;
  const [looked] = useDebouncedValue(words, 250);
  const check = useCall('templates.check', { key: view.key, words: looked }, { keepPrevious: true });
  const findings: Findings = check.data ?? { problems: view.problems, tone: view.tone };
  const hasError = findings.problems.some(({ severity }) => severity === 'error');
  const change = (next: TemplateWords): void => onDraft(isSame(next, view.words) ? null : next);
  const onText = (piece: Piece, text: string): void => change(withText(words, piece, text));
  const isKept = draft !== null && isSame(draft, view.words);
  // Once it is read back as saved, a draft is none any more.
  useEffect(() => {
    if (isKept) onDraft(null);
  }, [isKept, onDraft]);
  const list = useRef<HTMLDivElement>(null);
  const { said, movesOf, onKeyDown, add } = useArranging({ view, words }, list, change);
  const placed = placedIn({ view, words });
  const own = placed.filter(({ name }) => isOwnBlock(name));
  const headings = view.blocks.filter(({ type }) => type === 'heading');
  const nameOf = ({ name, block }: Placed): string => {
    if (block === null) return t('templates.ownBlock', { number: own.findIndex((one) => one.name === name) + 1 });
    const called = t(`templates.blocks.${block.role ?? block.type}`);
    return block.type === 'heading' && headings.length > 1 ? `${called} ${headings.indexOf(block) + 1}` : called;
  };
  const subject = view.blocks.filter(({ type }) => type === 'subject').map((block) => ({ name: block.name, block, isRemoved: false }));
  return (
    <div className={css['editor']}>
      <section className={css['parts']} aria-label={t('templates.parts')}>
        <LegalLock view={view} words={words} onWords={change} />
        <p className={css['hint']}>{t('templates.moveHint', { braces: '{{' })}</p>
        <div ref={list} className={css['blocks']} onKeyDown={onKeyDown}>
          {[...subject, ...placed].map((one) => (
            <BlockPart
              key={one.name}
              placed={one}
              name={nameOf(one)}
              view={view}
              words={words}
              findings={findings}
              moves={movesOf(one.name)}
              onText={onText}
            />
          ))}
        </div>
        <p className={css['heard']} role="status">
          {said}
        </p>
        <div>
          <Button size="sm" icon={IconPlus} disabled={own.length >= mostOwnBlocks} onClick={add}>
            {t('templates.add')}
          </Button>
        </div>
        <EditorBar view={view} words={words} findings={findings} hasError={hasError} isDraft={!isSame(words, view.words)} onDone={() => onDraft(null)} />
      </section>
      <TemplatePreview templateKey={view.key} words={words} canBeMade={!hasError} />
    </div>
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
