import { Menu, Textarea } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconArrowBackUp, IconBraces, IconLock } from '@tabler/icons-react';
import { type ReactElement, useId, useRef } from 'react';
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useProblemText } from './useProblemText.ts';
import { textIn, withField, withWording, wordingOf } from './templateDraft.ts';
import css from './Templates.module.css';
import type { Findings, Piece, TemplateWords, ToneFlag } from './templateTypes.ts';

type PieceFieldProps = {
  readonly piece: Piece;
  /** What it is called for who cannot see the block around it. */
  readonly name: string;
  readonly lang: string;
  readonly words: TemplateWords;
  readonly fields: readonly MergeField[];
  readonly findings: Findings;
  readonly onText: (piece: Piece, text: string) => void;
};

const mostCharacters = 2000;

/** One sentence of a letter with what can be put into it, what is wrong with it, and the way back to our words. */
export function PieceField({ piece, name, lang, words, fields, findings, onText }: PieceFieldProps): ReactElement {
  const { t } = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = textIn(words, piece);
  const isOwn = text !== piece.ours;
  const isLocked = piece.isLegal && !words.isLegalUnlocked;
  const insert = (field: MergeField): void => {
    const place = area.current;
    const made = withField(text, field, { start: place?.selectionStart ?? text.length, end: place?.selectionEnd ?? text.length });
    onText(piece, made.text);
    requestAnimationFrame(() => {
      place?.focus();
      place?.setSelectionRange(made.caret, made.caret);
    });
  };
  return (
    <div className={css['piece']}>
      <div className={css['pieceHead']}>
        <PieceFacts piece={piece} isOwn={isOwn} />
        {isOwn && <IconButton size="xs" icon={IconArrowBackUp} label={`${t('templates.putBack')}: ${name}`} onClick={() => onText(piece, piece.ours)} />}
        {!isLocked && <FieldMenu name={name} fields={fields} onField={insert} />}
      </div>
      <Textarea
        ref={area}
        aria-label={name}
        aria-describedby={`${id}-findings`}
        lang={lang}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={mostCharacters}
        value={text}
        readOnly={isLocked}
        data-locked={isLocked}
        classNames={{ input: isLocked ? (css['locked'] ?? '') : '' }}
        onChange={(event) => onText(piece, event.currentTarget.value)}
      />
      <div id={`${id}-findings`} aria-live="polite">
        <PieceFindings piece={piece} lang={lang} text={text} fields={fields} findings={findings} onText={onText} />
      </div>
    </div>
  );
}

function PieceFacts({ piece, isOwn }: { readonly piece: Piece; readonly isOwn: boolean }): ReactElement {
  const { t } = useText();
  return (
    <span className={css['pieceFacts']}>
      {piece.isLegal && (
        <span className={css['legal']}>
          <IconLock size={13} stroke={1.75} aria-hidden />
          {t('templates.legal')}
        </span>
      )}
      {piece.when !== 'always' && <span>{t(`templates.when.${piece.when}`)}</span>}
      {isOwn && <strong>{t('templates.own')}</strong>}
    </span>
  );
}

function FieldMenu({ name, fields, onField }: { readonly name: string; readonly fields: readonly MergeField[]; readonly onField: (field: MergeField) => void }): ReactElement {
  const { t } = useText();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button size="xs" variant="quiet" icon={IconBraces} aria-label={t('templates.insertNamed', { piece: name })}>
          {t('templates.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={css['fieldMenu'] ?? ''}>
        {fields.map((field) => (
          <Menu.Item key={field} rightSection={<code className={css['mark']}>{`{{${field}}}`}</code>} onClick={() => onField(field)}>
            {t(`templates.fields.${field}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type FindingsProps = Pick<PieceFieldProps, 'piece' | 'lang' | 'fields' | 'findings' | 'onText'> & { readonly text: string };

function PieceFindings({ piece, lang, text, fields, findings, onText }: FindingsProps): ReactElement | null {
  const problemText = useProblemText();
  const problems = findings.problems.filter(({ params }) => params['piece'] === piece.key);
  // What was found belongs to the text that was looked at; a flag that no longer fits the text is not shown.
  const flags = findings.tone.filter((flag) => flag.piece === piece.key && text.slice(flag.start, flag.end) === flag.phrase);
  if (problems.length + flags.length === 0) return null;
  return (
    <ul className={css['findings']}>
      {problems.map((problem) => {
        const { what, todo } = problemText(problem);
        return (
          <li key={`${problem.code}-${JSON.stringify(problem.params)}`} className={css[problem.severity]}>
            {problem.severity === 'error' ? <IconAlertCircle size={15} stroke={1.75} aria-hidden /> : <IconAlertTriangle size={15} stroke={1.75} aria-hidden />}
            <span>
              {what} {todo}
            </span>
          </li>
        );
      })}
      {flags.map((flag) => (
        <ToneLine key={`${flag.start}-${flag.phrase}`} flag={flag} lang={lang} fields={fields} onTake={(wording) => onText(piece, withWording(text, flag, wording))} />
      ))}
    </ul>
  );
}

type ToneLineProps = { readonly flag: ToneFlag; readonly lang: string; readonly fields: readonly MergeField[]; readonly onTake: (wording: string) => void };

function ToneLine({ flag, lang, fields, onTake }: ToneLineProps): ReactElement {
  const { t } = useText();
  const wording = wordingOf(flag, fields);
  return (
    <li className={css['warning']}>
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      <span>
        {t('templates.tone', { phrase: flag.phrase, flaw: t(`templates.flaws.${flag.flaw}`) })}{' '}
        {wording === null ? (
          <span lang={lang}>{t('templates.advice', { better: flag.better })}</span>
        ) : (
          <Button size="xs" variant="text" flush onClick={() => onTake(wording)}>
            {wording === '' ? t('templates.leaveOut') : t('templates.take', { better: wording })}
          </Button>
        )}
      </span>
    </li>
  );
}
