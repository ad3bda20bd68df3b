import { TextInput } from '@mantine/core';
import { IconPrinter, IconSearch, IconSend } from '@tabler/icons-react';
import { type ReactElement, useMemo, useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { goTo, linkTo, useAddressValue, usePanel } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar, FilterChip } from '../../ui/FilterChip.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useDensity } from '../../ui/table/useDensity.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { MessagePanel } from './MessagePanel.tsx';
import { type MessageRow, stepTitle } from './messageLooks.ts';
import { Paging, pageSize } from './Paging.tsx';
import { sentColumns } from './sentColumns.tsx';
import css from './SentPage.module.css';
import { useSendWaiting } from './useSendWaiting.ts';

type List = OutputOf<'outbox.list'>;
const filterWords = { all: null, waiting: 'wacht', sent: 'verstuurd', attention: 'aandacht' } as const;
type Filter = keyof typeof filterWords;
const filters: readonly Filter[] = ['all', 'waiting', 'sent', 'attention'];
const filterOf = (word: string | null): Filter => filters.find((filter) => filterWords[filter] === word) ?? 'all';
const onlyCount = { query: '', offset: 0, limit: 1 } as const;

/** Verzonden: everything that went out or waits, newest first; the exact message opens beside the list. */
export function SentPage(): ReactElement {
  const { t } = useText();
  const everything = useCall('outbox.list', { ...onlyCount, filter: 'all' });
  return (
    <Page title={t('sent.title')} fill>
      <QueryView query={everything}>{(data) => (data.total === 0 ? <NothingSent /> : <SentList counts={data} />)}</QueryView>
    </Page>
  );
}

function NothingSent(): ReactElement {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('sent.title')} />
      <EmptyState
        icon={IconSend}
        title={t('sent.empty.title')}
        body={t('sent.empty.body')}
        action={<ButtonLink href={linkTo('/vandaag')}>{t('sent.empty.action')}</ButtonLink>}
      />
    </>
  );
}

function SentHead({ counts, sentCount }: { readonly counts: List; readonly sentCount: number }): ReactElement {
  const { t, format } = useText();
  const send = useSendWaiting();
  const counted = (count: number): { readonly count: number; readonly number: string } => ({ count, number: format.number(count) });
  const sentences = [
    ...(counts.attention > 0 ? [t('sent.attention', counted(counts.attention))] : []),
    ...(counts.waitingEmails > 0 ? [t('sent.waitsEmails', counted(counts.waitingEmails))] : []),
    ...(counts.waitingLetters > 0 ? [t('sent.waitsLetters', counted(counts.waitingLetters))] : []),
  ];
  return (
    <PageHead
      title={t('sent.finding', counted(sentCount))}
      sub={sentences.length === 0 ? t('sent.nothingWaits') : sentences.join(' ')}
      actions={
        <>
          {counts.waitingLetters > 0 && (
            <ButtonLink icon={IconPrinter} href={linkTo('/printlijst')}>
              {t('sent.printList')}
            </ButtonLink>
          )}
          {counts.waitingEmails > 0 && (
            <Button variant="filled" icon={IconSend} onClick={() => void send(counts.waitingEmails)}>
              {t('sent.send.action', counted(counts.waitingEmails))}
            </Button>
          )}
        </>
      }
    />
  );
}

function SentList({ counts }: { readonly counts: List }): ReactElement {
  const { t, format, language } = useText();
  const today = useToday();
  const [query, setQuery] = useAddressValue('zoek');
  const [filterWord, setFilterWord] = useAddressValue('filter');
  const [from, setFrom] = useAddressValue('vanaf');
  const panel = usePanel();
  const density = useDensity();
  const input = useRef<HTMLInputElement>(null);
  const filter = filterOf(filterWord);
  const offset = Math.max(0, Number.parseInt(from ?? '0', 10) || 0);
  const sent = useCall('outbox.list', { ...onlyCount, filter: 'sent' });
  const list = useCall('outbox.list', { filter, query: query ?? '', offset, limit: pageSize }, { keepPrevious: true });
  useKeys('here', [{ keys: '/', label: t('sent.search'), run: () => input.current?.focus() }]);
  const columns = useMemo(() => sentColumns({ t, format, language, today }), [t, format, language, today]);
  const numbers: Readonly<Record<Filter, number>> = { all: counts.total, waiting: counts.waiting, sent: sent.data?.total ?? 0, attention: counts.attention };
  const choose = (next: Filter): void => {
    setFrom(null);
    setFilterWord(filterWords[next]);
  };
  return (
    <>
      <SentHead counts={counts} sentCount={numbers.sent} />
      <div className={css['tools']}>
        <TextInput
          ref={input}
          type="search"
          size="xs"
          w={280}
          aria-label={t('sent.search')}
          placeholder={t('sent.search')}
          leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
          value={query ?? ''}
          maxLength={100}
          onChange={(event) => {
            setFrom(null);
            setQuery(event.currentTarget.value === '' ? null : event.currentTarget.value);
          }}
        />
        <FilterBar label={t('sent.filters')}>
          {filters.map((one) => (
            <FilterChip key={one} isChoice={one === 'all'} isOn={filter === one} onChange={(isOn) => choose(isOn ? one : 'all')}>
              {t(`sent.filter.${one}`, { number: format.number(numbers[one]) })}
            </FilterChip>
          ))}
        </FilterBar>
      </div>
      <QueryView query={list}>
        {({ rows, total }) => (
          <>
            <div className={css['frame']}>
              <DataTable
                label={t('sent.title')}
                rows={rows}
                rowKey={(row) => row.messageId}
                rowName={(row) => t('sent.rowName', { step: stepTitle(row.step, language), customer: row.customerName })}
                columns={columns}
                scroll="own"
                isMainList
                minWidth={1000}
                density={density}
                openKey={panel.openId === null ? null : Number(panel.openId)}
                onOpen={(row) => (String(row.messageId) === panel.openId ? goTo(`/verzonden/${row.messageId}`) : panel.open(row.messageId))}
                empty={<NoMatch filter={filter} hasQuery={query !== null} />}
              />
            </div>
            <Paging offset={offset} total={total} onGo={(next) => setFrom(next === 0 ? null : String(next))} />
            <OpenPanel rows={rows} panel={panel} />
          </>
        )}
      </QueryView>
    </>
  );
}

function NoMatch({ filter, hasQuery }: { readonly filter: Filter; readonly hasQuery: boolean }): ReactElement {
  const { t } = useText();
  const kind = !hasQuery && (filter === 'attention' || filter === 'waiting') ? filter : 'match';
  return (
    <EmptyState
      title={t(`sent.empty.${kind}Title`)}
      body={t(`sent.empty.${kind}Body`)}
      action={<Button onClick={() => goTo('/verzonden', { replace: true })}>{t('sent.empty.showAll')}</Button>}
    />
  );
}

function OpenPanel({ rows, panel }: { readonly rows: readonly MessageRow[]; readonly panel: ReturnType<typeof usePanel> }): ReactElement | null {
  const messageId = Number(panel.openId ?? Number.NaN);
  if (!Number.isSafeInteger(messageId) || messageId <= 0) return null;
  const at = rows.findIndex((row) => row.messageId === messageId);
  return (
    <MessagePanel
      key={messageId}
      messageId={messageId}
      onClose={panel.close}
      previous={rows[at - 1]?.messageId ?? null}
      next={at < 0 ? null : (rows[at + 1]?.messageId ?? null)}
      onGo={panel.open}
    />
  );
}
