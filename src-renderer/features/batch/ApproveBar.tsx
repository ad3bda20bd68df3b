import { IconAlertTriangle, IconCircleCheck, IconSend } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { sumCents } from '../../../src-shared/money.ts';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import type { Batch, BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';
import type { Sending } from './useSending.ts';

type ApproveBarProps = { readonly batch: Batch; readonly chosen: readonly BatchItem[]; readonly sending: Sending };

/** How many go, by which way, over how much; and the one button. */
export function ApproveBar({ batch, chosen, sending }: ApproveBarProps): ReactElement {
  const { t, format } = useText();
  const count = chosen.length;
  const emails = chosen.filter((item) => item.channel === 'email').length;
  const what = format.list([
    ...(emails > 0 ? [t('today.send.emails', { count: emails })] : []),
    ...(count - emails > 0 ? [t('today.send.letters', { count: count - emails })] : []),
  ]);
  const isWarned = batch.bankGuard !== null || (sending.smtpMissing && emails > 0);
  const under =
    sending.smtpMissing && emails > 0 ? t('batch.bar.smtpMissing') : batch.bankGuard === null ? t('batch.bar.bankUntil', { age: format.days(batch.bankAgeDays ?? 0) }) : format.reason(batch.bankGuard);
  const Icon = isWarned ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className={css['bar']} data-foot-bar>
      <Icon size={18} stroke={1.75} aria-hidden className={isWarned ? css['barWarned'] : css['barFine']} />
      <div className={css['barWords']}>
        <p className={css['barFirst']}>{count === 0 ? t('batch.bar.none') : t('batch.bar.out', { count, total: batch.items.length, what, cents: format.amount(sumCents(chosen.map((item) => item.cents))) })}</p>
        <p className={css['barSecond']}>{under}</p>
      </div>
      {sending.smtpMissing && emails > 0 && (
        <ButtonLink variant="text" href={linkTo('/instellingen/smtp')}>
          {t('batch.bar.smtpAction')}
        </ButtonLink>
      )}
      <Button variant="filled" size="lg" icon={IconSend} keycap="a" busy={sending.isRunning} disabled={count === 0} onClick={sending.start}>
        {t('batch.bar.send', { count })}
      </Button>
    </div>
  );
}
