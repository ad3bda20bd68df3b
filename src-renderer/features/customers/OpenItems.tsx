import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import type { DocumentRow } from '../../../src-shared/contract/customers.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { goTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { AgeDays } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import css from './Customers.module.css';
import type { CustomerDetail, OpenDialog } from './customerTypes.ts';
import { documentStateLooks } from './documentState.ts';
import { NextStepCell } from './NextStepCell.tsx';

const toInvoice = (row: DocumentRow): void => goTo(`/facturen?paneel=${row.documentId}`);

function RowMenu({ row, onOpen }: { readonly row: DocumentRow; readonly onOpen: (dialog: OpenDialog) => void }): ReactElement {
  const { t } = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton size="xs" icon={IconDots} label={t('customers.items.more', { number: row.number })} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => toInvoice(row)}>{t('customers.items.openInvoice')}</Menu.Item>
        {row.open > 0 && <Menu.Item onClick={() => onOpen({ kind: 'dispute', documentId: row.documentId })}>{t('customers.items.dispute')}</Menu.Item>}
        {row.open > 0 && <Menu.Item onClick={() => onOpen({ kind: 'hold', documentId: row.documentId })}>{t('customers.items.hold')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(onOpen: (dialog: OpenDialog) => void): readonly Column<DocumentRow>[] {
  const { t } = useText();
  const today = useToday();
  // The date of issue only where the next step keeps its room; the other columns give it what they can spare.
  const isWide = useMediaQuery('(min-width: 1400px)') ?? false;
  return useMemo((): readonly Column<DocumentRow>[] => {
    const issued: Column<DocumentRow> = { key: 'issued', header: t('customers.items.issued'), width: 104, cell: (row) => <DateText value={row.issueDate} style="near" today={today} />, sortValue: (row) => row.issueDate };
    return [
      { key: 'number', header: t('customers.items.number'), width: isWide ? 96 : 88, cell: (row) => <span className={css['name']}>{row.number}</span>, sortValue: (row) => row.number },
      ...(isWide ? [issued] : []),
      { key: 'due', header: t('customers.items.due'), width: isWide ? 102 : 92, cell: (row) => <DateText value={row.dueDate} style="near" today={today} />, sortValue: (row) => row.dueDate },
      { key: 'days', header: t('customers.items.days'), width: 62, align: 'right', cell: (row) => <AgeDays days={row.daysOverdue} />, sortValue: (row) => row.daysOverdue, sortFirst: 'descending' },
      {
        key: 'state',
        header: t('customers.items.state'),
        width: isWide ? 158 : 156,
        cell: (row) => <StateWord {...documentStateLooks[row.state]}>{t(`customers.state.${row.state}`)}</StateWord>,
        sortValue: (row) => row.state,
      },
      { key: 'next', header: t('customers.items.next'), cell: (row) => <NextStepCell step={row.nextStep} /> },
      { key: 'open', header: t('customers.items.open'), width: isWide ? 118 : 104, align: 'right', cell: (row) => <Amount value={row.open} currency={row.currency} strong />, sortValue: (row) => row.open, sortFirst: 'descending' },
      { key: 'more', header: <span className="only-read">{t('customers.action.more')}</span>, name: t('customers.action.more'), width: isWide ? 44 : 40, align: 'right', cell: (row) => <RowMenu row={row} onOpen={onOpen} /> },
    ];
  }, [t, today, onOpen, isWide]);
}

/** What is open, oldest first, with the state and the next step of each; the total stands on the double rule. */
export function OpenItems({ detail, onOpen }: { readonly detail: CustomerDetail; readonly onOpen: (dialog: OpenDialog) => void }): ReactElement {
  const { t } = useText();
  const columns = useColumns(onOpen);
  const euro = detail.openItems.filter((item) => item.currency === 'EUR');
  return (
    <Section title={t('customers.items.title')} aside={detail.openItems.length} rule={false}>
      <DataTable
        label={t('customers.items.title')}
        rows={detail.openItems}
        rowKey={(row) => row.documentId}
        rowName={(row) => row.number}
        columns={columns}
        density="compact"
        minWidth={720}
        onOpen={toInvoice}
        total={{ number: t('common.total'), open: <Amount value={sumCents(euro.map((item) => item.open))} strong /> }}
        empty={<p className="ink-2">{t('customers.items.none')}</p>}
      />
      {euro.length < detail.openItems.length && <p className="ink-2 small">{t('customers.items.otherCurrency')}</p>}
    </Section>
  );
}
