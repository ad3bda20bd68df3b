import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ColumnMapping } from '../../../src-shared/contract/imports.ts';
import { useText } from '../../i18n/useText.ts';
import css from './ImportPage.module.css';

export type FieldChoice = { readonly value: string; readonly label: string };

type MappingTableProps = {
  readonly file: string;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly fields: readonly FieldChoice[];
  readonly isBusy: boolean;
  readonly onChange: (mapping: ColumnMapping) => void;
};

/** A column holds one field and a field stands in one column: choosing it elsewhere moves it. */
function withColumn(mapping: ColumnMapping, column: number, field: string | null): ColumnMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name, at]) => at !== column && name !== field));
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}

/** The first rows of a list with, above each column, the choice of what it holds. */
export function MappingTable({ file, headers, sample, mapping, fields, isBusy, onChange }: MappingTableProps): ReactElement {
  const { t } = useText();
  const fieldAt = (column: number): string | null => Object.entries(mapping.columns).find(([, at]) => at === column)?.[0] ?? null;
  const nameOf = (header: string, column: number): string =>
    header === '' ? t('imports.columns.nameless', { number: column + 1 }) : header;
  return (
    <div className={css['mapping']} aria-busy={isBusy} tabIndex={0} role="region" aria-label={t('imports.columns.title', { file })}>
      <table>
        <thead>
          <tr>
            {headers.map((header, column) => (
              <th key={column} scope="col">
                <Select
                  size="xs"
                  aria-label={t('imports.columns.holds', { column: nameOf(header, column) })}
                  placeholder={t('imports.columns.unused')}
                  data={fields}
                  value={fieldAt(column)}
                  onChange={(field) => onChange(withColumn(mapping, column, field))}
                  // Typing replaces what is chosen, however one got there.
                  onFocus={(event) => event.currentTarget.select()}
                  clearable
                  searchable
                  selectFirstOptionOnChange
                  disabled={isBusy}
                  comboboxProps={{ width: 230, position: 'bottom-start' }}
                  data-used={fieldAt(column) !== null || undefined}
                />
                <span className={css['header']}>{nameOf(header, column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, 6).map((row, index) => (
            <tr key={index}>
              {headers.map((_header, column) => (
                <td key={column} className={fieldAt(column) === null ? 'ink-3' : undefined}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type MarksProps = { readonly mapping: ColumnMapping; readonly isBusy: boolean; readonly onChange: (mapping: ColumnMapping) => void };

/** How dates and amounts are read where the cells leave it open. */
export function Marks({ mapping, isBusy, onChange }: MarksProps): ReactElement {
  const { t } = useText();
  return (
    <div className={css['marks']}>
      <Select
        size="xs"
        label={t('imports.columns.dateOrder')}
        data={[
          { value: 'dmy', label: t('imports.columns.dmy') },
          { value: 'mdy', label: t('imports.columns.mdy') },
        ]}
        value={mapping.dateOrder}
        allowDeselect={false}
        disabled={isBusy}
        onChange={(value) => onChange({ ...mapping, dateOrder: value === 'mdy' ? 'mdy' : 'dmy' })}
      />
      <Select
        size="xs"
        label={t('imports.columns.decimalMark')}
        data={[
          { value: ',', label: t('imports.columns.comma') },
          { value: '.', label: t('imports.columns.point') },
        ]}
        value={mapping.decimalMark}
        allowDeselect={false}
        disabled={isBusy}
        onChange={(value) => onChange({ ...mapping, decimalMark: value === '.' ? '.' : ',' })}
      />
      <p className="ink-2 small">{t('imports.columns.marksHint')}</p>
    </div>
  );
}
