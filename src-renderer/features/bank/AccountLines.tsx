import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import css from './Bank.module.css';
import type { Account } from './bankTypes.ts';
import { useAccountWords } from './useAccountWords.ts';

const shownAccounts = 2;

/** The first accounts with their newest statement and whether all adds up; opens the rest. */
export function AccountLines({ accounts, onOpen }: { readonly accounts: readonly Account[]; readonly onOpen: () => void }): ReactElement {
  const { t } = useText();
  const words = useAccountWords();
  return (
    <>
      {accounts.slice(0, shownAccounts).map((account) => {
        const { title, detail, tone } = words(account);
        const Icon = tone === 'good' ? IconCircleCheck : tone === 'unknown' ? IconHelpCircle : IconAlertTriangle;
        return (
          <button key={account.id} type="button" className={css['account']} data-tone={tone} onClick={onOpen}>
            <Icon size={16} stroke={1.75} aria-hidden />
            <span>
              <span className={css['accountName']}>{title}</span>
              <span className={css['accountNote']}>{detail}</span>
            </span>
          </button>
        );
      })}
      {accounts.length > shownAccounts && (
        <button type="button" className={css['account']} onClick={onOpen}>
          <span className={css['accountNote']}>{t('bank.account.more', { count: accounts.length })}</span>
        </button>
      )}
    </>
  );
}
