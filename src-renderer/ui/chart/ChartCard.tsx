import { IconChartBar, IconFileTypeCsv, IconTable } from '@tabler/icons-react';
import clsx from 'clsx';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { downloadText } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../Button.tsx';
import css from './ChartCard.module.css';
import { type ChartTable, csvOf } from './csv.ts';

/** A title that states the finding in a whole sentence, with the number in it. */
export function FindingTitle({
  id,
  large = false,
  children,
}: {
  readonly id?: string;
  readonly large?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <h2 id={id} className={clsx(css['title'], large && css['large'])}>
      {children}
    </h2>
  );
}

type ChartCardProps = {
  /** The finding: "Vervallen daalt sinds augustus, van € 66.400 naar € 48.210". */
  readonly title: string;
  /** Everything the chart shows, for the table view, for CSV and for those who cannot see the chart. Amounts as numbers in euro. */
  readonly table: ChartTable;
  /** How a number of the table is shown; plain otherwise. */
  readonly show?: (value: number, column: number) => string;
  readonly fileName: string;
  readonly large?: boolean;
  /** Recharts inside a box of fixed height; colours from `chartColours`. */
  readonly children: ReactNode;
};

/** A chart with its finding as the title, a table view and CSV beside it. */
export function ChartCard({ title, table, show, fileName, large = false, children }: ChartCardProps): ReactElement {
  const { t, language, format } = useText();
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  const cell = (value: string | number | null, column: number): string =>
    value === null ? t('common.none') : typeof value === 'string' ? value : (show?.(value, column) ?? format.number(value, 2));
  return (
    <figure aria-labelledby={id} style={{ margin: 0 }}>
      <div className={css['head']}>
        <FindingTitle id={id} large={large}>
          {title}
        </FindingTitle>
        <span className={clsx(css['tools'], 'no-print')}>
          <Button
            variant="quiet"
            size="sm"
            icon={isTable ? IconChartBar : IconTable}
            aria-pressed={isTable}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? t('common.chart.chart') : t('common.chart.table')}
          </Button>
          <Button
            variant="quiet"
            size="sm"
            icon={IconFileTypeCsv}
            onClick={() => downloadText(csvOf(table, language), `${fileName}.csv`, 'text/csv;charset=utf-8')}
          >
            {t('common.chart.csv')}
          </Button>
        </span>
      </div>
      {!isTable && children}
      <div
        className={isTable ? css['scroller'] : 'only-read'}
        tabIndex={isTable ? 0 : undefined}
        role={isTable ? 'region' : undefined}
        aria-labelledby={isTable ? id : undefined}
      >
        <table className={clsx(css['table'], 'num')}>
          <caption className="only-read">{t('common.chart.tableOf', { title })}</caption>
          <thead>
            <tr>
              {table.head.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((value, column) =>
                  column === 0 ? (
                    <th key={table.head[column]} scope="row">
                      {cell(value, column)}
                    </th>
                  ) : (
                    <td key={table.head[column]}>{cell(value, column)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
