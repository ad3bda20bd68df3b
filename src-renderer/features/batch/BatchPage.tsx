import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { ApproveBar } from './ApproveBar.tsx';
import { BatchHead } from './BatchHead.tsx';
import { BatchList } from './BatchList.tsx';
import css from './BatchPage.module.css';
import { MessageView } from './MessageView.tsx';
import { SendResult } from './SendResult.tsx';
import type { Batch } from './batchTypes.ts';
import { goesAlong, useBatch } from './useBatch.ts';
import { useBatchKeys } from './useBatchKeys.ts';
import { useSending } from './useSending.ts';


/** The day's messages side by side with what each customer will get, and one button that sends them. */
function Review({ batch }: { readonly batch: Batch }): ReactElement {
  const { t } = useText();
  const state = useBatch(batch);
  const sending = useSending(batch, state.chosen);
  const { current } = state;
  const alone = current !== null && current.blocked === null && !goesAlong(current) ? current : null;
  const own = useSending(batch, alone === null ? [] : [alone]);
  const shown = [own, sending].find(({ result }) => result !== null) ?? null;
  useBatchKeys(state, sending.start);
  const isEmpty = batch.items.length === 0 && batch.held.length === 0;
  return (
    <div className={css['frame']}>
      <BatchHead batch={batch} seen={state.seenCount} />
      {shown !== null && shown.result !== null && <SendResult result={shown.result} onDismiss={shown.dismiss} />}
      {isEmpty ? (
        <div className={css['emptyRoom']}>
          {shown === null && (
            <EmptyState title={t('batch.empty.title')} body={t('batch.empty.body')} action={<ButtonLink href={linkTo('/vandaag')}>{t('batch.empty.action')}</ButtonLink>} />
          )}
        </div>
      ) : (
        <>
          <div className={css['panes']}>
            <BatchList batch={batch} state={state} />
            <MessageView key={state.current?.messageId ?? 'none'} item={state.current} isEditing={state.isEditing} isHolding={state.isHolding} onEditing={state.setIsEditing} onHolding={state.setIsHolding} approval={alone === null ? null : own} />
          </div>
          {batch.items.length > 0 && <ApproveBar batch={batch} chosen={state.chosen} sending={sending} />}
        </>
      )}
    </div>
  );
}

export function BatchPage(): ReactElement {
  const { t } = useText();
  const batch = useCall('batch.list', {});
  return (
    <Page title={t('batch.title')} flush>
      {batch.data === undefined ? (
        <div className={css['waitingRoom']}>
          <PageHead title={t('batch.title')} />
          <QueryView query={batch}>{() => null}</QueryView>
        </div>
      ) : (
        <Review batch={batch.data} />
      )}
    </Page>
  );
}
