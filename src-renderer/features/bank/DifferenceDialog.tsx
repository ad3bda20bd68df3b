import { Modal, Radio } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Bank.module.css';
import type { Difference, DifferenceAccount } from './differenceOf.ts';

const accounts = ['payment-difference', 'bank-charges', 'early-payment-discount'] as const;

type DifferenceDialogProps = {
  readonly opened: boolean;
  readonly difference: Difference | null;
  readonly currency: string;
  readonly isBusy: boolean;
  readonly onBook: (account: DifferenceAccount) => void;
  readonly onClose: () => void;
};

/** Assigns and settles what is left over in one decision, on an account of the user's choice. */
export function DifferenceDialog({ opened, onClose, ...rest }: DifferenceDialogProps): ReactElement {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} size={480} title={t('cash.difference.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {opened && <DifferenceForm {...rest} onClose={onClose} />}
    </Modal>
  );
}

function DifferenceForm({ difference, currency, isBusy, onBook, onClose }: Omit<DifferenceDialogProps, 'opened'>): ReactElement {
  const { t, format } = useText();
  const [account, setAccount] = useState<DifferenceAccount>('payment-difference');
  if (difference === null) return <p className={css['lead']}>{t('cash.difference.none')}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onBook(account);
      }}
    >
      <p className={css['lead']}>{t(`cash.difference.${difference.kind}`, { cents: format.amount(difference.cents, currency) })}</p>
      {difference.kind !== 'fee' && (
        <Radio.Group label={t('cash.difference.as')} value={account} onChange={(value) => setAccount(accounts.find((known) => known === value) ?? 'payment-difference')}>
          <div className={css['choices']}>
            {accounts.map((key) => (
              <Radio key={key} value={key} label={t(`cash.account.${key}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      <div className={css['dialogActions']}>
        <Button type="submit" variant="filled" busy={isBusy} data-autofocus>
          {t('cash.difference.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
