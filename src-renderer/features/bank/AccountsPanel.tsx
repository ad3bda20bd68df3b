import { IconFileImport } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { linkTo } from '../../app/address.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { FactList } from '../../ui/FactRow.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';
import type { Account, Accounts } from './bankTypes.ts';
import { useAccountWords } from './useAccountWords.ts';

/** Every account: newest statement, whether all adds up, what is missing, and whose it is. */
export function AccountsPanel({ accounts, onClose }: { readonly accounts: Accounts; readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  return (
    <SidePanel
      title={t('bank.account.panel')}
      onClose={onClose}
      actions={
        <ButtonLink icon={IconFileImport} href={linkTo('/import')}>
          {t('bank.account.import')}
        </ButtonLink>
      }
    >
      {accounts.accounts.map((account) => (
        <AccountBlock key={account.id} account={account} />
      ))}
    </SidePanel>
  );
}

function AccountBlock({ account }: { readonly account: Account }): ReactElement {
  const { t, format } = useText();
  const words = useAccountWords()(account);
  const missing = ({ first, last }: { readonly first: number; readonly last: number }): string =>
    first === last ? t('bank.account.gapNumber', { first }) : t('bank.account.gapNumbers', { first, last });
  return (
    <section className={css['accountBlock']} aria-label={account.iban}>
      <h3 className={`${css['accountIban'] ?? ''} reference`}>{formatIban(account.iban)}</h3>
      <p className="ink-2 small">{words.detail}</p>
      <FactList
        facts={[
          { label: t('bank.account.closing'), value: account.closing === null ? '–' : <Amount value={account.closing} currency={account.currency} /> },
          { label: t('bank.account.last'), value: account.lastBookDate === null ? '–' : format.date(account.lastBookDate, 'weekday') },
          { label: t('bank.account.statements'), value: format.number(account.statements) },
        ]}
      />
      {account.ownership === 'unknown' && <Ownership account={account} />}
      {account.gaps.length > 0 && (
        <Notice tone="amber" title={t('bank.account.gapTitle')}>
          {account.gaps.slice(0, 10).map((gap) => (
            <p key={`${gap.after} ${gap.before} ${gap.difference} ${gap.currency}`}>
              {gap.numbers !== null && `${missing(gap.numbers)} `}
              {t('bank.account.gap', {
                after: format.date(gap.after, 'medium'),
                before: format.date(gap.before, 'medium'),
                cents: format.amount(gap.difference, gap.currency),
              })}
            </p>
          ))}
          <p>{t('bank.account.gapTodo')}</p>
        </Notice>
      )}
    </section>
  );
}

function Ownership({ account }: { readonly account: Account }): ReactElement {
  const { t } = useText();
  const sentence = useErrorSentence();
  const save = useMutationCall('bank.saveAccount');
  const answer = (ownership: 'ours' | 'not-ours'): void =>
    save.mutate(
      { id: account.id, ownership },
      { onSuccess: () => showToast({ message: t('bank.account.saved') }), onError: (error) => showToast({ tone: 'warning', message: sentence(error) }) },
    );
  return (
    <Notice
      tone="amber"
      title={t('bank.account.ownership')}
      actions={
        <>
          <Button size="sm" busy={save.isPending} onClick={() => answer('ours')}>
            {t('bank.account.ours')}
          </Button>
          <Button size="sm" busy={save.isPending} onClick={() => answer('not-ours')}>
            {t('bank.account.theirs')}
          </Button>
        </>
      }
    >
      <p>{t('bank.account.ownershipBody')}</p>
    </Notice>
  );
}
