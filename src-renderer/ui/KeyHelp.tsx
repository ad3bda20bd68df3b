import { Modal } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { useText } from '../i18n/useText.ts';
import css from './Floating.module.css';
import { Keycap } from './Keycap.tsx';
import { useBoundKeys } from './useKeys.ts';

type Line = { readonly label: string; readonly keys: readonly string[] };

function KeyLines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactElement {
  const { t } = useText();
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.label} className={css['keyLine']}>
            <dt>{line.label}</dt>
            <dd>
              {line.keys.map((keys, index) => (
                <Fragment key={keys}>
                  {index > 0 && t('common.keys.or')}
                  {keys.split(/[ +]/).map((key) => (
                    <Keycap key={key}>{key.length === 1 && keys.includes('+') ? key.toUpperCase() : key}</Keycap>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys that work now: everywhere, in lists, and on this page. */
export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const bound = useBoundKeys();
  const linesOf = (group: 'everywhere' | 'here'): readonly Line[] =>
    bound.filter((entry) => entry.group === group).map(({ binding }) => ({ label: binding.label, keys: [binding.keys] }));
  const here = linesOf('here');
  const lists: readonly Line[] = [
    { label: t('common.keys.down'), keys: ['j', '↓'] },
    { label: t('common.keys.up'), keys: ['k', '↑'] },
    { label: t('common.keys.openRow'), keys: ['Enter'] },
    { label: t('common.keys.selectRow'), keys: ['x'] },
    { label: t('common.keys.expandRow'), keys: ['→', '←'] },
    { label: t('common.keys.firstLast'), keys: ['Home', 'End'] },
    { label: t('common.keys.closePanel'), keys: ['Esc'] },
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('common.keys.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={css['keyGroups']}>
        <KeyLines title={t('common.keys.everywhere')} lines={linesOf('everywhere')} />
        <KeyLines title={t('common.keys.inLists')} lines={lists} />
        {here.length > 0 && <KeyLines title={t('common.keys.here')} lines={here} />}
      </div>
    </Modal>
  );
}
