import { IconBuildingBank, IconFileImport, IconSearch } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { linkTo } from './address.ts';
import { AdministrationSwitcher } from './AdministrationSwitcher.tsx';
import { useAppState } from './appState.ts';
import { routes } from './routes.tsx';
import css from './Shell.module.css';

const daysUntilOld = 3;
const hasImportPage = routes.some((route) => route.path === '/import');

function BankAge(): ReactElement {
  const { t } = useText();
  const { badges } = useAppState();
  const age = badges.bankAgeDays;
  return (
    <a href={linkTo('/bank')} className={clsx(css['bankAge'], age !== null && age >= daysUntilOld && css['old'])}>
      <IconBuildingBank size={16} stroke={1.6} aria-hidden />
      {age === null ? t('common.topBar.bankNone') : t('common.topBar.bankAge', { count: age })}
    </a>
  );
}

/** Administration, search, import, the age of the bank data, and today's date. */
export function TopBar({ menu, onSearch }: { readonly menu: ReactNode; readonly onSearch: () => void }): ReactElement {
  const { t, format } = useText();
  const { today } = useAppState();
  return (
    <div className={css['top']}>
      <div className={clsx(css['side'], css['left'])}>
        {menu}
        <AdministrationSwitcher />
      </div>
      <button type="button" className={css['search']} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={css['searchWord']}>{t('common.topBar.search')}</span>
        <Keycap>Ctrl K</Keycap>
      </button>
      <div className={clsx(css['side'], css['right'])}>
        <BankAge />
        {hasImportPage && (
          <ButtonLink size="sm" icon={IconFileImport} href={linkTo('/import')}>
            {t('common.topBar.import')}
          </ButtonLink>
        )}
        <time dateTime={today} className={css['date']} title={t('common.topBar.todayIs', { date: format.date(today, 'long') })}>
          {format.date(today, 'weekday')}
        </time>
      </div>
    </div>
  );
}
