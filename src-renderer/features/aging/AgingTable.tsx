import { type ReactElement, type ReactNode, useCallback, useMemo } from 'react';
import { type Cents, negateCents } from '../../../src-shared/money.ts';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { type BucketName, bucketTint } from '../../ui/ageing.ts';
import { AgeSquare } from '../../ui/AgeSquare.tsx';
import { Amount } from '../../ui/Amount.tsx';
import type { Column, SubRow } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { type AgingList, type AgingRow, balanceOf, rowKey, sharesOf, shownBuckets } from './agingList.ts';
import css from './AgingPage.module.css';
import { useSubRows } from './useSubRows.tsx';
import type { AgingQuestion } from './useAgingQuestion.ts';
import { useBucketNames } from './useBucketNames.ts';
import { useCustomerParts } from './useCustomerParts.ts';

/** An amount on the tint of its class: the stronger, the larger its share of everything overdue. Bold on paper, which has no tint. */
function BucketCell({
  value,
  bucket,
  overdue,
}: {
  readonly value: Cents;
  readonly bucket: BucketName;
  readonly overdue: Cents;
}): ReactElement {
  const share = overdue > 0 ? value / overdue : 0;
  const tint = bucketTint(bucket, share);
  if (tint === undefined) return <Amount value={value} plain />;
  return (
    <span className={css['tinted']} style={{ background: tint }} data-large={share > 0.1 || undefined}>
      <Amount value={value} plain />
    </span>
  );
}

function useColumns(list: AgingList, basis: AgingQuestion['basis']): readonly Column<AgingRow>[] {
  const { t } = useText();
  const names = useBucketNames(basis);
  return useMemo(() => {
    const amounts = (
      key: string,
      header: ReactNode,
      name: string,
      value: (row: AgingRow) => Cents,
      cell: (row: AgingRow) => ReactNode,
    ): Column<AgingRow> => ({
      key,
      header,
      name,
      width: key === 'notDue' || key === 'unmatched' || key === 'total' ? 112 : 106,
      align: 'right',
      sortValue: value,
      sortFirst: 'descending',
      cell,
    });
    const buckets = shownBuckets(list, basis).map((bucket) =>
      amounts(
        bucket,
        <span className={css['head']}>
          <AgeSquare bucket={bucket} />
          {names[bucket]}
        </span>,
        names[bucket],
        (row) => row.buckets[bucket],
        (row) => <BucketCell value={row.buckets[bucket]} bucket={bucket} overdue={list.overdue} />,
      ),
    );
    return [
      {
        key: 'name',
        header: <span className={css['indent']}>{t('aging.customerCount', { count: list.customers.length })}</span>,
        name: t('aging.customer'),
        sortValue: (row) => row.name,
        cell: (row) => <Name row={row} />,
      },
      ...buckets,
      amounts(
        'unmatched',
        t('aging.unmatched'),
        t('aging.unmatched'),
        (row) => negateCents(row.unmatched),
        (row) => <Amount value={negateCents(row.unmatched)} plain />,
      ),
      amounts('total', t('common.total'), t('common.total'), balanceOf, (row) => (
        <strong>
          <Amount value={balanceOf(row)} plain />
        </strong>
      )),
    ];
  }, [list, basis, names, t]);
}

/** The name leads to the customer for those with a mouse; with the keyboard, the last line of the expanded row does. */
function Name({ row }: { readonly row: AgingRow }): ReactElement {
  const { t } = useText();
  if (row.customerId === null) return <span>{t('aging.unknownPayer')}</span>;
  return (
    <a href={linkTo(`/debiteuren/${row.customerId}`)} tabIndex={-1} className={css['quietLink']}>
      {row.name}
    </a>
  );
}

function useFoot(
  list: AgingList,
  basis: AgingQuestion['basis'],
): { readonly total: Record<string, ReactNode>; readonly share: Record<string, ReactNode> } {
  const { t, format } = useText();
  const total: Record<string, ReactNode> = {
    name: <span className={css['indent']}>{t('common.total')}</span>,
    unmatched: <Amount value={negateCents(list.unmatched)} plain />,
    total: <Amount value={balanceOf(list)} plain />,
  };
  const share: Record<string, ReactNode> = { name: <span className={css['indent']}>{t('aging.share')}</span> };
  for (const [bucket, percentage] of sharesOf(list, basis)) {
    total[bucket] = <Amount value={list.totals[bucket]} plain />;
    share[bucket] = <span className="num">{format.percentage(percentage / 100)}</span>;
  }
  return { total, share };
}

/** Customers by age class, with totals on the double rule and what each row is made of when it is expanded. */
export function AgingTable({ list, question }: { readonly list: AgingList; readonly question: AgingQuestion }): ReactElement {
  const { t } = useText();
  const columns = useColumns(list, question.basis);
  const foot = useFoot(list, question.basis);
  const { partsOf, onExpandedChange } = useCustomerParts(question);
  const toSubRows = useSubRows(question);
  const subRows = useCallback((row: AgingRow): readonly SubRow[] | null => toSubRows(row, partsOf(rowKey(row))), [toSubRows, partsOf]);
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  return (
    <DataTable
      label={t('aging.title')}
      rows={list.customers}
      rowKey={rowKey}
      rowName={(row) => (row.customerId === null ? t('aging.unknownPayer') : row.name)}
      columns={columns}
      density="compact"
      scroll="own"
      isMainList
      subRows={subRows}
      onExpandedChange={onExpandedChange}
      total={foot.total}
      notes={[foot.share]}
      minWidth={fixed + 200}
    />
  );
}
