import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Keycap } from '../ui/Keycap.tsx';
import css from './SearchPalette.module.css';
import { type Found, useFound } from './useFound.ts';

/** The part of a text that was searched for, underlined. */
function Marked({ text, part }: { readonly text: string; readonly part: string }): ReactElement {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark className={css['mark']}>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  );
}

function FoundList({
  id,
  found,
  chosen,
  part,
  onChoose,
  onOpen,
}: {
  readonly id: string;
  readonly found: readonly Found[];
  readonly chosen: number;
  readonly part: string;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (found: Found) => void;
}): ReactElement {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} role="listbox" id={id} aria-label={t('common.search.title')} className={css['list']}>
      {found.map((item, index) => (
        <div key={item.key} role="presentation">
          {item.group !== found[index - 1]?.group && (
            <div role="presentation" className={css['group']}>
              {t(`common.search.${item.group}`)}
            </div>
          )}
          <div
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === chosen}
            className={css['option']}
            onMouseMove={() => index !== chosen && onChoose(index)}
            onClick={() => onOpen(item)}
          >
            <item.icon size={17} stroke={1.6} aria-hidden />
            <span className={css['words']}>
              <Marked text={item.title} part={part} />
              {item.detail !== '' && <span className={css['detail']}>{item.detail}</span>}
            </span>
            {item.value !== '' && <span className={`${css['value'] ?? ''} num`}>{item.value}</span>}
            {index === chosen && <Keycap>Enter</Keycap>}
          </div>
        </div>
      ))}
    </div>
  );
}

function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [asked] = useDebouncedValue(typed.trim(), 80);
  const { found, isReady } = useFound(asked);
  const id = useId();
  const current = Math.min(chosen, Math.max(0, found.length - 1));
  const open = (item: Found): void => {
    onClose();
    item.open();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const item = found[current];
    if (step !== 0 && found.length > 0) setChosen((current + step + found.length) % found.length);
    else if (event.key === 'Enter' && item !== undefined) open(item);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css['field']}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
          aria-label={t('common.topBar.search')}
          placeholder={t('common.topBar.search')}
          className={css['input']}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
        />
        <Keycap>Esc</Keycap>
      </div>
      <FoundList id={id} found={found} chosen={current} part={asked} onChoose={setChosen} onOpen={open} />
      {found.length === 0 && isReady && (
        <div className={css['nothing']}>
          <p>{t('common.search.nothing', { text: asked })}</p>
          <p className="ink-2 small">{t('common.search.nothingHint')}</p>
        </div>
      )}
      <div role="status" className="only-read">
        {isReady && t('common.search.results', { count: found.length })}
      </div>
      <div className={css['foot']} aria-hidden="true">
        <span>
          <Keycap>↑</Keycap>
          <Keycap>↓</Keycap>
          {t('common.search.choose')}
        </span>
        <span>
          <Keycap>Enter</Keycap>
          {t('common.search.openHint')}
        </span>
        <span className={css['also']}>{t('common.search.also')}</span>
      </div>
    </>
  );
}

/** Ctrl K: customers, invoices, receipts, amounts and actions. */
export function SearchPalette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={640}
      radius={12}
      padding={0}
      yOffset="12vh"
      centered={false}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('common.search.title') } }}
      classNames={{ body: css['content'] }}
    >
      <Palette onClose={onClose} />
    </Modal>
  );
}
