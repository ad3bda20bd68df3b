import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconMail, IconPencil, IconPlayerPause, IconPrinter, IconSignature } from '@tabler/icons-react';
import clsx from 'clsx';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { sumCents } from '../../../src-shared/money.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { moneyPlaceOf } from '../bank/moneyThatWaits.ts';
import type { Batch, BatchItem, HeldItem } from './batchTypes.ts';
import css from './BatchPage.module.css';
import { type BatchState, goesAlong } from './useBatch.ts';

/** More than these push the messages out of sight. */
const heldAtFirst = 2;
const channelIcons = { email: IconMail, letter: IconPrinter } as const;

/** An address before its @ is enough in a narrow list; the message shows it whole. */
function inFewWords(warning: BatchItem['warnings'][number]): BatchItem['warnings'][number] {
  const { address } = warning.params;
  return typeof address === 'string' ? { ...warning, params: { ...warning.params, address: address.slice(0, address.indexOf('@') + 1) } } : warning;
}

function HeldRow({ held }: { readonly held: HeldItem }): ReactElement {
  const { t, format } = useText();
  const place = moneyPlaceOf(held.reason.code);
  return (
    <li className={css['heldRow']}>
      <IconPlayerPause size={15} stroke={1.75} aria-hidden className={css['pause']} />
      <div className={css['heldName']}>{held.customerName}</div>
      <span className={css['cents']}>
        <Amount value={held.cents} plain />
      </span>
      <div className={css['heldWhy']}>{format.reason(held.reason)}</div>
      <ButtonLink variant="text" size="xs" flush href={linkTo(place ?? `/debiteuren/${held.customerId}`)}>
        {t(place === '/bank' ? 'batch.assign' : place === '/import' ? 'today.decide.view' : 'batch.openCustomer')}
      </ButtonLink>
    </li>
  );
}

function ItemRow({ item, state }: { readonly item: BatchItem; readonly state: BatchState }): ReactElement {
  const { t, format } = useText();
  const isCurrent = state.current?.messageId === item.messageId;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Only what the reader walked to: at the start the list stands at its top.
    if (isCurrent && state.hasMoved) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, state.hasMoved]);
  const ChannelIcon = channelIcons[item.channel];
  const [warning] = item.blocked === null ? item.warnings : [item.blocked];
  return (
    <li ref={row} className={clsx(css['itemRow'], isCurrent && css['current'])}>
      {goesAlong(item) ? (
        <Checkbox size="xs" aria-label={t('batch.include', { name: item.customerName })} checked={state.isChosen(item)} onChange={(event) => state.choose([item], event.currentTarget.checked)} />
      ) : item.blocked === null ? (
        <IconSignature size={15} stroke={1.75} aria-label={t('batch.oneByOne', { name: item.customerName })} className={css['channelIcon']} />
      ) : (
        <IconAlertTriangle size={15} stroke={1.75} aria-hidden className={css['pause']} />
      )}
      <button type="button" className={css['itemButton']} aria-current={isCurrent ? 'true' : undefined} onClick={() => state.open(item)}>
        <ChannelIcon size={15} stroke={1.6} aria-hidden className={css['channelIcon']} />
        <span className={css['itemName']}>{item.customerName}</span>
        {item.isEdited && <IconPencil size={14} stroke={1.75} aria-label={t('batch.edited')} className={css['channelIcon']} />}
        {item.warnings.length > 0 && item.blocked === null && <IconAlertTriangle size={15} stroke={1.75} aria-hidden className={css['pause']} />}
        <span className={css['cents']}>
          <Amount value={item.cents} plain />
        </span>
        {warning !== undefined && <span className={css['itemWarning']}>{item.blocked === null ? format.reason(inFewWords(warning)) : `${t('batch.blocked')}.`}</span>}
      </button>
    </li>
  );
}

function StepGroup({ step, items, state }: { readonly step: string; readonly items: readonly BatchItem[]; readonly state: BatchState }): ReactElement {
  const { t, language, format } = useText();
  const name = stepName(step, language);
  const along = items.filter(goesAlong);
  const chosen = items.filter(state.isChosen).length;
  return (
    <section aria-label={name} className={css['group']}>
      <div className={css['groupHead']}>
        {along.length > 0 && (
          <Checkbox
            size="xs"
            aria-label={t('batch.includeStep', { step: name })}
            checked={chosen === along.length}
            indeterminate={chosen > 0 && chosen < along.length}
            onChange={(event) => state.choose(along, event.currentTarget.checked)}
          />
        )}
        <h2>{name}</h2>
        <span className="num" title={format.amount(sumCents(items.map((item) => item.cents)))}>
          {items.length}
        </span>
      </div>
      <ul>
        {items.map((item) => (
          <ItemRow key={item.messageId} item={item} state={state} />
        ))}
      </ul>
    </section>
  );
}

/** The messages of the day by step; what waits for the user stands first. */
export function BatchList({ batch, state }: { readonly batch: Batch; readonly state: BatchState }): ReactElement {
  const { t } = useText();
  const blocked = state.walk.filter((item) => item.blocked !== null);
  const waiting = batch.held.length + blocked.length;
  const [showsAll, setShowsAll] = useState(false);
  const held = showsAll ? batch.held : batch.held.slice(0, heldAtFirst);
  return (
    <nav className={css['list']} aria-label={t('batch.list')} tabIndex={0}>
      {waiting > 0 && (
        <section aria-label={t('batch.waits')} className={clsx(css['group'], css['waits'])}>
          <div className={css['groupHead']}>
            <h2>{t('batch.waits')}</h2>
            <span className="num">{waiting}</span>
          </div>
          <ul>
            {blocked.map((item) => (
              <ItemRow key={item.messageId} item={item} state={state} />
            ))}
            {held.map((entry) => (
              <HeldRow key={`${entry.customerId}-${entry.holdId}-${entry.reason.code}`} held={entry} />
            ))}
          </ul>
          {batch.held.length > heldAtFirst && (
            <div className={css['moreHeld']}>
              <Button variant="text" size="xs" flush aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
                {showsAll ? t('today.decide.showLess') : t('today.decide.showAll', { count: waiting })}
              </Button>
            </div>
          )}
        </section>
      )}
      {[...Map.groupBy(state.sendable, (item) => item.step)].map(([step, items]) => (
        <StepGroup key={step} step={step} items={items} state={state} />
      ))}
    </nav>
  );
}
