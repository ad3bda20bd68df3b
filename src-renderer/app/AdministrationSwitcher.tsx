import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useCall, useMutationCall } from '../backend/queries.ts';
import { useText } from '../i18n/useText.ts';
import { goTo } from './address.ts';
import { useAppState } from './appState.ts';
import css from './Shell.module.css';

/** The open administration, and the way to another one. */
export function AdministrationSwitcher(): ReactElement {
  const { t } = useText();
  const { administration } = useAppState();
  const [isOpen, setIsOpen] = useState(false);
  const list = useCall('administrations.list', {}, { enabled: isOpen });
  const open = useMutationCall('administrations.open');
  const name = administration?.name ?? t('common.switcher.choose');
  const change = (id: string): void => open.mutate({ id }, { onSuccess: () => goTo('/') });
  return (
    <Menu opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <button type="button" className={css['switcher']} aria-label={t('common.switcher.label', { name })}>
          <span className={css['switcherName']}>{name}</span>
          <IconSelector size={15} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown miw={260} mah="70vh" style={{ overflowY: 'auto' }}>
        {(list.data?.recent ?? []).map((entry) => {
          const note = !entry.isPresent ? t('common.switcher.missing') : entry.isDemo ? t('common.switcher.demo') : '';
          return (
            <Menu.Item
              key={entry.id}
              disabled={!entry.isPresent}
              rightSection={
                entry.id === list.data?.current ? (
                  <IconCheck size={15} stroke={1.75} aria-hidden />
                ) : (
                  <span className="ink-3 small">{note}</span>
                )
              }
              onClick={() => change(entry.id)}
            >
              {entry.name}
            </Menu.Item>
          );
        })}
        {(list.data?.recent.length ?? 0) > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />} onClick={() => goTo('/start')}>
          {t('common.switcher.other')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
