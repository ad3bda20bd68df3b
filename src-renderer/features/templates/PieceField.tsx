import { Menu, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconBraces, IconLock, IconMinus } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FieldSuggestions, suggestionId } from './FieldSuggestions.tsx';
import { marksIn, PieceFindings } from './PieceFindings.tsx';
import { PieceMarks } from './PieceMarks.tsx';
import { textIn, withField } from './templateDraft.ts';
import css from './Templates.module.css';
import type { Findings, Piece, TemplateWords } from './templateTypes.ts';
import { useFieldSuggestions } from './useFieldSuggestions.ts';

type PieceFieldProps = {
  readonly piece: Piece;
  /** What it is called for who cannot see the block around it. */
  readonly name: string;
  /** What stands over it at the left; nothing where the block says it already. */
  readonly caption?: ReactNode;
  /** Keys at the right that belong to the block, where this is all that it holds. */
  readonly keys?: ReactNode;
  readonly lang: string;
  readonly words: TemplateWords;
  readonly fields: readonly MergeField[];
  readonly findings: Findings;
  readonly onText: (piece: Piece, text: string) => void;
  /** Absent where the letter cannot do without it. */
  readonly onRemove?: () => void;
};

const mostCharacters = 2000;

/** One sentence of a letter with what can be put into it, what is wrong with it, and the way back to our words. */
export function PieceField({ piece, name, caption, lang, words, fields, findings, onText, onRemove, keys }: PieceFieldProps): ReactElement {
  const { t } = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = textIn(words, piece);
  const isOwn = text !== piece.ours && piece.ours !== '';
  const isLocked = piece.isLegal && !words.isLegalUnlocked;
  const select = (start: number, end: number): void => {
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    });
  };
  const insert = (field: MergeField, at: { readonly start: number; readonly end: number }): void => {
    const made = withField(text, field, at);
    onText(piece, made.text);
    select(made.caret, made.caret);
  };
  const caret = (): { readonly start: number; readonly end: number } => ({ start: area.current?.selectionStart ?? text.length, end: area.current?.selectionEnd ?? text.length });
  const suggestions = useFieldSuggestions(fields, (field, start) => insert(field, { start, end: caret().end }));
  const list = `${id}-fields`;
  const chosen = suggestions.shown[suggestions.active];
  const look = (): void => {
    const place = area.current;
    if (place !== null && !isLocked) suggestions.look(place.value, place.selectionEnd);
  };
  return (
    <div className={css['piece']}>
      <div className={css['pieceHead']}>
        <PieceFacts piece={piece} isOwn={isOwn} caption={caption} />
        {isOwn && <IconButton size="xs" icon={IconArrowBackUp} label={`${t('templates.putBack')}: ${name}`} onClick={() => onText(piece, piece.ours)} />}
        {!isLocked && <FieldMenu name={name} fields={fields} onField={(field) => insert(field, caret())} />}
        {onRemove !== undefined && (
          <Button size="xs" variant="quiet" icon={IconMinus} aria-label={t('templates.leaveOutNamed', { part: name })} onClick={onRemove}>
            {t('templates.leaveOut')}
          </Button>
        )}
        {keys}
      </div>
      <div className={css['typed']}>
        <PieceMarks text={text} marks={marksIn(findings, piece, text)} />
        <Textarea
          ref={area}
          aria-label={name}
          aria-describedby={`${id}-findings`}
          aria-autocomplete={isLocked ? undefined : 'list'}
          aria-controls={suggestions.shown.length > 0 ? list : undefined}
          aria-activedescendant={chosen === undefined ? undefined : suggestionId(list, chosen)}
          lang={lang}
          autosize
          minRows={1}
          maxLength={mostCharacters}
          value={text}
          readOnly={isLocked}
          data-locked={isLocked}
          classNames={{ input: [css['words'], isLocked ? css['locked'] : ''].join(' ') }}
          onChange={(event) => {
            onText(piece, event.currentTarget.value);
            look();
          }}
          onSelect={look}
          onKeyDown={(event) => suggestions.onKey(event)}
          onBlur={suggestions.close}
        />
        {suggestions.shown.length > 0 && <FieldSuggestions id={list} fields={suggestions.shown} active={suggestions.active} onField={suggestions.take} />}
      </div>
      <div id={`${id}-findings`} aria-live="polite">
        <PieceFindings piece={piece} lang={lang} text={text} fields={fields} findings={findings} onText={onText} onShow={({ start, end }) => select(start, end)} />
      </div>
    </div>
  );
}

function PieceFacts({ piece, isOwn, caption }: { readonly piece: Piece; readonly isOwn: boolean; readonly caption: ReactNode }): ReactElement {
  const { t } = useText();
  return (
    <span className={css['pieceFacts']}>
      {caption}
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
        <Button size="xs" variant="quiet" icon={IconBraces} aria-label={t('templates.insertNamed', { piece: name })} title={t('templates.insertHint')}>
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
