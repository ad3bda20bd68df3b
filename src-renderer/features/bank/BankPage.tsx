import { Checkbox } from '@mantine/core';
import { IconArrowBackUp, IconBuildingBank, IconChartBar, IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { linkTo, useAddressValue, usePanel } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { AccountLines } from './AccountLines.tsx';
import { AccountsPanel } from './AccountsPanel.tsx';
import { AssignedPanel } from './AssignedPanel.tsx';
import css from './Bank.module.css';
import type { Accounts, WaitingReceipt } from './bankTypes.ts';
import { CashFigurePanel } from './CashFigurePanel.tsx';
import { DebitOrderPanel } from './DebitOrderPanel.tsx';
import { KeyBar } from './KeyBar.tsx';
import { MoneyBackPanel } from './MoneyBackPanel.tsx';
import { ReceiptList } from './ReceiptList.tsx';
import { ReceiptPane } from './ReceiptPane.tsx';
import { useWorkPace } from './useWorkPace.ts';

/** Bank: what came in and belongs to nothing yet, one decision after the other; the accounts say whether the bank data are whole. */
export function BankPage(): ReactElement {
  const { t } = useText();
  const accounts = useCall('bank.accounts', {});
  const panel = usePanel();
  return (
    <Page title={t('bank.title')} flush>
      <QueryView query={accounts}>{(data) => <Bank accounts={data} onPanel={(name) => panel.open(name)} />}</QueryView>
      {panel.openId === 'rekeningen' && accounts.data !== undefined && <AccountsPanel accounts={accounts.data} onClose={panel.close} />}
      {panel.openId === 'terugboekingen' && <MoneyBackPanel onClose={panel.close} />}
      {panel.openId === 'cijfer' && <CashFigurePanel onClose={panel.close} />}
      {panel.openId === 'incasso' && <DebitOrderPanel onClose={panel.close} />}
      {panel.openId === 'toegewezen' && <AssignedPanel onClose={panel.close} />}
    </Page>
  );
}

type PanelName = 'rekeningen' | 'toegewezen' | 'terugboekingen' | 'cijfer' | 'incasso';
type BankProps = { readonly accounts: Accounts; readonly onPanel: (name: PanelName) => void };

function Bank({ accounts, onPanel }: BankProps): ReactElement {
  const { t } = useText();
  const [withParked, setWithParked] = useState(false);
  const { isWorking, decidedSince, onDecided } = useWorkPace();
  const waiting = useCall('bank.unmatched', { includeParked: withParked }, { keepPrevious: true, enabled: !isWorking });
  const decided = decidedSince(waiting.dataUpdatedAt);
  if (accounts.accounts.length === 0) {
    return (
      <div className={css['padded']}>
        <h1 className={css['title']}>{t('bank.title')}</h1>
        <EmptyState
          icon={IconBuildingBank}
          title={t('bank.noBankTitle')}
          body={t('bank.noBankBody')}
          action={
            <ButtonLink variant="filled" href={linkTo('/import')}>
              {t('bank.account.import')}
            </ButtonLink>
          }
        />
      </div>
    );
  }
  const parked = (
    <Checkbox
      size="xs"
      label={t('bank.includeParked')}
      checked={withParked}
      onChange={(event) => setWithParked(event.currentTarget.checked)}
    />
  );
  return (
    <QueryView query={waiting}>
      {({ receipts: read }) => {
        const receipts = read.filter((receipt) => !decided.has(receipt.bankEntryId));
        return (
          <div className={css['bank']}>
            <header className={css['head']}>
              <HeadWords accounts={accounts} receipts={receipts} onPanel={onPanel} />
              <div className={css['headSide']}>
                <AccountLines accounts={accounts.accounts} onOpen={() => onPanel('rekeningen')} />
              </div>
            </header>
            {receipts.length === 0 ? (
              <AllDone accounts={accounts} onPanel={onPanel} parked={parked} />
            ) : (
              <Panes
                receipts={receipts}
                onPanel={onPanel}
                onDecided={(bankEntryId) => onDecided(bankEntryId, waiting.dataUpdatedAt)}
                parked={parked}
              />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function HeadWords({ accounts, receipts, onPanel }: BankProps & { readonly receipts: readonly WaitingReceipt[] }): ReactElement {
  const { t, format } = useText();
  const back = useCall('bank.moneyBack', {});
  const waitingBack = back.data?.lines.length ?? 0;
  const { unmatched } = accounts;
  const holding = receipts.filter((receipt) => receipt.heldSteps > 0).length;
  const parts = [
    unmatched.oldestDays === null ? '' : t('bank.oldest', { days: format.days(unmatched.oldestDays) }),
    holding === 0 ? '' : t('bank.holding', { count: holding }),
    unmatched.ratio === null ? '' : t('bank.ratio', { share: format.percentage(unmatched.ratio, unmatched.ratio < 0.1 ? 1 : 0) }),
  ];
  return (
    <div className={css['headWords']}>
      <h1 className={css['title']}>
        {unmatched.count === 0 ? t('bank.nothing') : t('bank.finding', { count: unmatched.count, cents: format.amount(unmatched.cents) })}
      </h1>
      {unmatched.count > 0 && <p className="ink-2">{parts.filter((part) => part !== '').join(' ')}</p>}
      <div className={css['headLinks']}>
        <Button variant="text" size="xs" flush icon={IconChartBar} onClick={() => onPanel('cijfer')}>
          {t('cash.figure.open')}
        </Button>
        <Button variant="text" size="xs" flush icon={IconFileImport} onClick={() => onPanel('incasso')}>
          {t('cash.debits.open')}
        </Button>
        {waitingBack > 0 && (
          <Button variant="text" size="xs" flush icon={IconArrowBackUp} onClick={() => onPanel('terugboekingen')}>
            {t('cash.back.link', { count: waitingBack })}
          </Button>
        )}
      </div>
    </div>
  );
}

function AllDone({ accounts, onPanel, parked }: BankProps & { readonly parked: ReactElement }): ReactElement {
  const { t } = useText();
  const statements = accounts.accounts.reduce((sum, account) => sum + account.statements, 0);
  const isWhole = accounts.accounts.every((account) => account.doNotAddUp === 0 && account.gaps.length === 0);
  return (
    <div className={css['padded']}>
      <EmptyState
        icon={IconCircleCheck}
        title={t('bank.doneTitle')}
        body={isWhole ? t('bank.doneBody', { count: statements }) : t('bank.doneBodyGaps')}
        action={
          <>
            <Button onClick={() => onPanel('toegewezen')}>{t('bank.list.lately')}</Button>
            {parked}
          </>
        }
      />
    </div>
  );
}

type PanesProps = {
  readonly receipts: readonly WaitingReceipt[];
  readonly onPanel: (name: PanelName) => void;
  readonly onDecided: (bankEntryId: number) => void;
  readonly parked: ReactElement;
};

function Panes({ receipts, onPanel, onDecided, parked }: PanesProps): ReactElement {
  const { t } = useText();
  const [chosen, setChosen] = useAddressValue('ontvangst');
  const wanted = Number(chosen);
  const openId = chosen !== null && Number.isSafeInteger(wanted) && wanted > 0 ? wanted : (receipts[0]?.bankEntryId ?? 0);
  const at = receipts.findIndex((receipt) => receipt.bankEntryId === openId);
  const choose = (receipt: WaitingReceipt | undefined): void => {
    if (receipt !== undefined) setChosen(String(receipt.bankEntryId));
  };
  const step = (by: number): void => choose(receipts[at < 0 ? 0 : Math.min(receipts.length - 1, Math.max(0, at + by))]);
  useKeys('here', [
    { keys: 'j', label: t('bank.keys.next'), run: () => step(1) },
    { keys: 'k', label: t('bank.keys.previous'), run: () => step(-1) },
  ]);
  // After a decision comes the next one that waits; parked ones are decided.
  const afterDecision = (): void => {
    const others = receipts.filter((receipt, index) => receipt.bankEntryId !== openId && receipt.parked === null && index > at);
    const next = others[0] ?? receipts.find((receipt) => receipt.bankEntryId !== openId && receipt.parked === null);
    setChosen(next === undefined ? null : String(next.bankEntryId));
    onDecided(openId);
  };
  return (
    <>
      <div className={css['panes']}>
        <ReceiptList receipts={receipts} openId={openId} onChoose={choose} onAssigned={() => onPanel('toegewezen')} parked={parked} />
        <div className={css['detail']} tabIndex={0} role="region" aria-label={t('bank.table.label')}>
          <ReceiptPane key={openId} bankEntryId={openId} onDecided={afterDecision} />
        </div>
      </div>
      <KeyBar />
    </>
  );
}
