import { TextInput } from '@mantine/core';
import { IconFileImport, IconSearch, IconUsers } from '@tabler/icons-react';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { localeOf } from '../../../src-shared/locales/formatters.ts';
import { goTo, linkTo, useAddressValue, usePanel } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar, FilterChip, FilterMenu } from '../../ui/FilterChip.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useDensity } from '../../ui/table/useDensity.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { customerColumns } from './customerColumns.tsx';
import { countOf, type CustomerRow, filterCustomers, filterOf, findingOf, type ListFilter, listFilters, sortCustomers, sortOf, sortText } from './customerList.ts';
import { CustomerPanel } from './CustomerPanel.tsx';
import css from './Customers.module.css';
import { rememberListPlace } from './listPlace.ts';

/** Debiteuren: everybody who owes something, longest overdue money first; details open beside the list. */
export function CustomersPage(): ReactElement {
  const { t } = useText();
  const list = useCall('customers.list', { query: '', onlyOpen: false });
  return (
    <Page title={t('customers.title')} fill>
      <QueryView query={list}>{({ customers }) => (customers.length === 0 ? <NoCustomers /> : <CustomerList all={customers} />)}</QueryView>
    </Page>
  );
}

function NoCustomers(): ReactElement {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('customers.title')} />
      <EmptyState
        icon={IconUsers}
        title={t('customers.noneTitle')}
        body={t('customers.noneBody')}
        action={
          <ButtonLink icon={IconFileImport} href={linkTo('/import')}>
            {t('customers.noneAction')}
          </ButtonLink>
        }
      />
    </>
  );
}

function ListHead({ all }: { readonly all: readonly CustomerRow[] }): ReactElement {
  const { t, format } = useText();
  const finding = findingOf(all);
  const late = finding.overdueCount === 0 ? t('customers.nothingOverdue') : t('customers.overdue', { count: finding.overdueCount, cents: format.amount(finding.overdue) });
  const top = finding.topThreeShare === null ? '' : ` ${t('customers.topThree', { share: format.percentage(finding.topThreeShare) })}`;
  return <PageHead title={t('customers.finding', { count: finding.count, cents: format.amount(finding.open) })} sub={`${late}${top}`} />;
}

type FilterState = { readonly filter: ListFilter; readonly setFilter: (filter: ListFilter) => void; readonly country: string | null; readonly setCountry: (country: string | null) => void };

function Filters({ all, state, search }: { readonly all: readonly CustomerRow[]; readonly state: FilterState; readonly search: ReactElement }): ReactElement {
  const { t } = useText();
  const countries = useMemo(() => [...new Set(all.map((row) => row.country))].toSorted(), [all]);
  const chips = (['open', 'overdue', 'held', 'disputed', 'late'] as const).map((filter) => ({ filter, count: countOf(all, filter) }));
  const off = (filter: ListFilter): ListFilter => (filter === 'open' ? 'all' : 'open');
  return (
    <div className={css['tools']}>
      {search}
      <FilterBar label={t('customers.filters')}>
        {chips
          .filter(({ filter, count }) => filter === 'open' || count > 0 || state.filter === filter)
          .map(({ filter, count }) => (
            <FilterChip key={filter} isOn={state.filter === filter} onChange={(isOn) => state.setFilter(isOn ? filter : off(filter))}>
              {t(`customers.filter.${filter}`, { count })}
            </FilterChip>
          ))}
        {countries.length > 1 && (
          <FilterMenu
            label={t('customers.filter.country')}
            value={state.country}
            options={countries.map((value) => ({ value, label: value }))}
            onChange={state.setCountry}
          />
        )}
      </FilterBar>
    </div>
  );
}

function CustomerList({ all }: { readonly all: readonly CustomerRow[] }): ReactElement {
  const { t, format, language } = useText();
  const [query, setQuery] = useAddressValue('zoek');
  const [filterWord, setFilterWord] = useAddressValue('filter');
  const [country, setCountry] = useAddressValue('land');
  const [sortWord, setSortWord] = useAddressValue('sorteer');
  const panel = usePanel();
  const input = useRef<HTMLInputElement>(null);
  const filter = filterOf(filterWord);
  const rows = useMemo(
    () => sortCustomers(filterCustomers(all, { query: query ?? '', filter, country }), sortOf(sortWord), localeOf(language)),
    [all, query, filter, country, sortWord, language],
  );
  useEffect(() => {
    rememberListPlace({ order: rows.map((row) => row.customerId), sortKey: sortOf(sortWord).key, address: globalThis.location.hash.slice(1) || '/debiteuren' });
  });
  useKeys('here', [{ keys: '/', label: t('customers.search'), run: () => input.current?.focus() }]);
  const density = useDensity();
  const columns = useMemo(() => customerColumns(t, format, density), [t, format, density]);
  const openId = panel.openId === null ? null : Number(panel.openId);
  const toPage = (row: CustomerRow): void => goTo(`/debiteuren/${row.customerId}`);
  const at = rows.findIndex((row) => row.customerId === openId);
  const reset = (): void => goTo('/debiteuren', { replace: true });
  return (
    <>
      <ListHead all={all} />
      <Filters
        all={all}
        state={{ filter, setFilter: (next) => setFilterWord(listFilters[next]), country, setCountry }}
        search={
          <TextInput
            ref={input}
            className="no-print"
            type="search"
            size="xs"
            w={220}
            aria-label={t('customers.search')}
            placeholder={t('customers.search')}
            leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
            value={query ?? ''}
            maxLength={100}
            onChange={(event) => setQuery(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
        }
      />
      <div className={css['frame']}>
        <DataTable
          label={t('customers.title')}
          rows={rows}
          rowKey={(row) => row.customerId}
          rowName={(row) => row.name}
          columns={columns}
          scroll="own"
          isMainList
          minWidth={1010}
          density={density}
          sorting={{ sort: sortOf(sortWord), onChange: (sort) => setSortWord(sortText(sort)) }}
          openKey={openId}
          onOpen={(row) => (row.customerId === openId ? toPage(row) : panel.open(row.customerId))}
          total={totalOf(rows, t('common.total'))}
          empty={<EmptyState title={t('customers.noMatchTitle')} body={t('customers.noMatchBody')} action={<Button onClick={reset}>{t('customers.noMatchAction')}</Button>} />}
        />
      </div>
      {openId !== null && Number.isSafeInteger(openId) && (
        <CustomerPanel
          key={openId}
          customerId={openId}
          onClose={panel.close}
          previous={rows[at - 1]?.customerId ?? null}
          next={at < 0 ? null : (rows[at + 1]?.customerId ?? null)}
          onGo={panel.open}
        />
      )}
    </>
  );
}

function totalOf(rows: readonly CustomerRow[], word: string): Readonly<Record<string, ReactElement | string>> {
  const { open, overdue } = findingOf(rows);
  return { name: word, open: <Amount value={open} strong />, overdue: <Amount value={overdue} strong /> };
}
