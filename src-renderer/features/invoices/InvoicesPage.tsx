import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconFileInvoice, IconSearch } from '@tabler/icons-react';
import { type ReactElement, useMemo, useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { linkTo, usePanel } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar, FilterChip } from '../../ui/FilterChip.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useDensity } from '../../ui/table/useDensity.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { invoiceColumns, type Place } from './invoiceColumns.tsx';
import { InvoicePanel } from './InvoicePanel.tsx';
import css from './InvoicesPage.module.css';
import { chips, type Filter, useInvoicesQuestion } from './invoicesQuestion.ts';
import { type Pages, usePages } from './usePages.ts';

type Counts = OutputOf<'invoices.counts'>;
type Asking = ReturnType<typeof useInvoicesQuestion>;
/** Chips of filters that are rarely of use stand there only when they find something. */
const always: readonly Filter[] = ['open', 'overdue', 'paid'];

function Filters({ asking, counts }: { readonly asking: Asking; readonly counts: Counts | undefined }): ReactElement {
  const { t } = useText();
  const { filter, setFilter } = asking;
  const shown = chips.filter((chip) => always.includes(chip) || chip === filter || (counts?.[chip] ?? 0) > 0);
  return (
    <FilterBar label={t('invoices.filters')}>
      {shown.map((chip) => (
        <FilterChip key={chip} isOn={chip === filter} onChange={(isOn) => setFilter(isOn ? chip : 'all')}>
          {counts === undefined
            ? t(`invoices.filter.${chip}`)
            : t('invoices.filterCount', { name: t(`invoices.filter.${chip}`), count: counts[chip] })}
        </FilterChip>
      ))}
    </FilterBar>
  );
}

/** `/` puts the cursor here, as in most programs with lists. */
function Search({ asking }: { readonly asking: Asking }): ReactElement {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  useKeys('here', [{ keys: '/', label: t('invoices.search'), run: () => input.current?.focus() }]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={css['search'] ?? ''}
      aria-label={t('invoices.search')}
      placeholder={t('invoices.search')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      value={asking.text}
      maxLength={100}
      onChange={(event) => asking.setText(event.currentTarget.value)}
    />
  );
}

function NoInvoices(): ReactElement {
  const { t } = useText();
  const action = (
    <ButtonLink variant="filled" icon={IconFileImport} href={linkTo('/import')}>
      {t('invoices.empty.firstAction')}
    </ButtonLink>
  );
  return (
    <Page title={t('invoices.title')}>
      <PageHead title={t('invoices.title')} />
      <EmptyState icon={IconFileInvoice} title={t('invoices.empty.firstTitle')} body={t('invoices.empty.firstBody')} action={action} />
    </Page>
  );
}

function NoRows({ asking, counts }: { readonly asking: Asking; readonly counts: Counts | undefined }): ReactElement {
  const { t } = useText();
  const clear = (
    <Button
      onClick={() => {
        asking.setText('');
        asking.setFilter('all');
      }}
    >
      {t('invoices.empty.clear')}
    </Button>
  );
  if (asking.text !== '')
    return (
      <EmptyState
        icon={IconSearch}
        title={t('invoices.empty.searchTitle', { text: asking.text })}
        body={t('invoices.empty.searchBody')}
        action={clear}
      />
    );
  return (
    <EmptyState title={t('invoices.empty.filterTitle')} body={t('invoices.empty.filterBody', { count: counts?.all ?? 0 })} action={clear} />
  );
}

function InvoiceTable({
  pages,
  answer,
  asking,
}: {
  readonly pages: Pages;
  readonly answer: OutputOf<'invoices.list'>;
  readonly asking: Asking;
}): ReactElement {
  const { t } = useText();
  const today = useToday();
  const panel = usePanel();
  const density = useDensity();
  const places = useMemo(() => Array.from({ length: answer.total }, (_, index): Place => ({ index })), [answer.total]);
  const openId = panel.openId === null ? null : Number(panel.openId);
  const openPlace = openId === null ? -1 : places.findIndex(({ index }) => pages.rowAt(index)?.documentId === openId);
  const openAt = (index: number): void => {
    const row = pages.rowAt(index);
    if (row !== null) panel.open(row.documentId);
  };
  return (
    <>
      <DataTable
        key={`${asking.filter} ${asking.sort.key} ${asking.sort.direction}`}
        label={t('invoices.title')}
        rows={places}
        rowKey={({ index }) => pages.rowAt(index)?.documentId ?? `place-${index}`}
        rowName={({ index }) => pages.rowAt(index)?.number ?? ''}
        columns={invoiceColumns(pages, t, { today, density })}
        scroll="own"
        isMainList
        minWidth={1010}
        density={density}
        sorting={{ sort: asking.sort, onChange: asking.setSort }}
        onOpen={({ index }) => openAt(index)}
        openKey={openId}
        total={{ number: t('common.total'), open: <Amount value={answer.openCents} /> }}
      />
      {openId !== null && Number.isSafeInteger(openId) && openId > 0 && (
        <InvoicePanel
          key={openId}
          documentId={openId}
          onClose={panel.close}
          {...(openPlace > 0 && { onPrevious: () => openAt(openPlace - 1) })}
          {...(openPlace >= 0 && openPlace < places.length - 1 && { onNext: () => openAt(openPlace + 1) })}
        />
      )}
    </>
  );
}

/** Every invoice and credit note, with its state in one word; details open beside the list. */
export function InvoicesPage(): ReactElement {
  const { t, format } = useText();
  const asking = useInvoicesQuestion();
  const [query] = useDebouncedValue(asking.text.trim(), 150);
  const pages = usePages({
    query,
    filter: asking.filter,
    customerId: null,
    sort: asking.sort.key,
    descending: asking.sort.direction === 'descending',
  });
  const counts = useCall('invoices.counts', { query, customerId: null }, { keepPrevious: true });
  const { data } = pages.first;
  const finding = (answer: OutputOf<'invoices.list'>): string =>
    asking.filter === 'paid' && answer.total > 0
      ? t('invoices.findingPaid', { count: answer.total })
      : t('invoices.finding', { count: answer.total, open: format.amount(answer.openCents) });
  const panel = usePanel();
  if (counts.data?.all === 0 && query === '' && asking.text === '') return <NoInvoices />;
  return (
    <Page title={t('invoices.title')} fill>
      <PageHead
        title={data === undefined ? t('invoices.title') : finding(data)}
        sub={counts.data === undefined || counts.data.all === data?.total ? '\u00a0' : t('invoices.sub', { all: counts.data.all })}
        actions={<Search asking={asking} />}
      />
      <div className={css['filters']}>
        <Filters asking={asking} counts={counts.data} />
      </div>
      <QueryView query={pages.first}>
        {(answer) =>
          answer.total === 0 ? (
            <>
              <NoRows asking={asking} counts={counts.data} />
              {panel.openId !== null && Number(panel.openId) > 0 && (
                <InvoicePanel documentId={Number(panel.openId)} onClose={panel.close} />
              )}
            </>
          ) : (
            <InvoiceTable pages={pages} answer={answer} asking={asking} />
          )
        }
      </QueryView>
    </Page>
  );
}
