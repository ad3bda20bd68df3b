import { Menu } from '@mantine/core';
import { IconKeyboard, IconMenu2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { goTo, linkTo } from './address.ts';
import { useAppState } from './appState.ts';
import { type RailEntry, railEntries, type RailItem } from './railItems.ts';
import { routes } from './routes.tsx';
import css from './Shell.module.css';

/** The items whose page exists. */
export const builtEntries = railEntries.filter((entry) =>
  routes.some((route) => route.path === entry.path || route.path.startsWith(`${entry.path}/`)),
);

type Counts = Partial<Record<RailItem, number>>;
function useCounts(): Counts {
  const { badges } = useAppState();
  return { today: badges.today, bank: badges.bank };
}

function RailLink({
  entry,
  isActive,
  count,
}: {
  readonly entry: RailEntry;
  readonly isActive: boolean;
  readonly count: number;
}): ReactElement {
  const { t, format } = useText();
  const Icon = entry.icon;
  return (
    <li>
      <a href={linkTo(entry.path)} className={css['railItem']} aria-current={isActive ? 'page' : undefined}>
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className={css['railWord']}>{t(`${entry.item}.title`)}</span>
        {count > 0 && (
          <>
            <span className={`${css['railCount'] ?? ''} num`} aria-hidden="true">
              {format.number(count)}
            </span>
            <span className="only-read">{t('common.rail.waiting', { count })}</span>
          </>
        )}
      </a>
    </li>
  );
}

type RailProps = { readonly active: RailItem | null; readonly onShowKeys: () => void };

/** The rail: every page with icon and word, counts where something waits. */
export function Rail({ active, onShowKeys }: RailProps): ReactElement {
  const { t } = useText();
  const counts = useCounts();
  const link = (entry: RailEntry): ReactElement => (
    <RailLink key={entry.item} entry={entry} isActive={entry.item === active} count={counts[entry.item] ?? 0} />
  );
  return (
    <nav className={css['rail']} aria-label={t('common.mainNavigation')}>
      <ul className={css['railList']}>{builtEntries.filter((entry) => entry.item !== 'settings').map(link)}</ul>
      <ul className={`${css['railList'] ?? ''} ${css['railBottom'] ?? ''}`}>
        <li>
          <button type="button" className={css['railItem']} onClick={onShowKeys}>
            <IconKeyboard size={18} stroke={1.6} aria-hidden />
            <span className={css['railWord']}>{t('common.rail.keys')}</span>
            <Keycap>?</Keycap>
          </button>
        </li>
        {builtEntries.filter((entry) => entry.item === 'settings').map(link)}
      </ul>
    </nav>
  );
}

/** Below 900 px (or at 200 % zoom) the rail becomes this menu, with the same words. */
export function RailMenu({ active, onShowKeys }: RailProps): ReactElement {
  const { t, format } = useText();
  const counts = useCounts();
  return (
    <div className={css['menuButton']}>
      <Menu>
        <Menu.Target>
          <Button icon={IconMenu2}>{t('common.menu')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {builtEntries.map((entry) => {
            const count = counts[entry.item] ?? 0;
            return (
              <Menu.Item
                key={entry.item}
                leftSection={<entry.icon size={18} stroke={1.6} aria-hidden />}
                rightSection={count > 0 ? <span className="num ink-2">{format.number(count)}</span> : null}
                aria-current={entry.item === active ? 'page' : undefined}
                onClick={() => goTo(entry.path)}
              >
                {t(`${entry.item}.title`)}
              </Menu.Item>
            );
          })}
          <Menu.Item leftSection={<IconKeyboard size={18} stroke={1.6} aria-hidden />} onClick={onShowKeys}>
            {t('common.rail.keys')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
