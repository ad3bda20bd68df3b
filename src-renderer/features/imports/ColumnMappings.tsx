import { Select } from '@mantine/core';
import { IconCheck, IconColumns } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { ColumnMapping, FilePreview } from '../../../src-shared/contract/imports.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { type ColumnField, columnFields, neededFields } from './columnFields.ts';
import css from './ImportPage.module.css';
import type { PreviewSession } from './importSession.ts';
import { useImportFlow } from './useImportFlow.ts';

type Table = NonNullable<Extract<FilePreview, { kind: 'invoices' }>['table']>;
type TableFile = { readonly file: string; readonly table: Table; readonly hasErrors: boolean };

/** One list per layout: files with the same headers share their columns. */
function tablesOf(files: readonly FilePreview[]): readonly TableFile[] {
  const found = new Map<string, TableFile>();
  for (const file of files) {
    if (file.kind !== 'invoices' || file.table === null || found.has(file.table.signature)) continue;
    found.set(file.table.signature, { file: file.file, table: file.table, hasErrors: file.documents === 0 });
  }
  return [...found.values()].slice(0, 10);
}

const missingIn = (mapping: ColumnMapping): readonly (readonly ColumnField[])[] =>
  neededFields.filter((fields) => !fields.some((field) => (mapping.columns[field] ?? -1) >= 0));

/** What was understood of the columns of each list, to be changed. A layout that was confirmed before is folded up. */
export function ColumnMappings({ session }: { readonly session: PreviewSession }): ReactElement {
  return (
    <>
      {tablesOf(session.preview.files).map((one) => (
        <Mapping
          key={one.table.signature}
          one={one}
          isBusy={session.isBusy}
          isChosen={Object.hasOwn(session.mappings, one.table.signature)}
        />
      ))}
    </>
  );
}

function Mapping({
  one,
  isBusy,
  isChosen,
}: {
  readonly one: TableFile;
  readonly isBusy: boolean;
  readonly isChosen: boolean;
}): ReactElement {
  const { t, format } = useText();
  const [isOpen, setIsOpen] = useState(!one.table.remembered || one.hasErrors);
  const missing = missingIn(one.table.mapping);
  const sub =
    missing.length > 0
      ? t('imports.columns.missing', {
          what: format.list(missing.map((fields) => fields.map((field) => t(`imports.field.${field}`)).join(` ${t('common.keys.or')} `))),
        })
      : isChosen
        ? t('imports.columns.chosen')
        : one.table.remembered
          ? t('imports.columns.remembered')
          : t('imports.columns.check');
  return (
    <Section
      title={t('imports.columns.title', { file: one.file })}
      aside={sub}
      actions={
        <Button variant="text" size="sm" flush icon={isOpen ? IconCheck : IconColumns} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('imports.columns.done') : t('imports.columns.change')}
        </Button>
      }
    >
      {isOpen && <MappingTable one={one} isBusy={isBusy} />}
    </Section>
  );
}

/** A column holds one field and a field stands in one column: choosing it elsewhere moves it. */
function withColumn(mapping: ColumnMapping, column: number, field: string | null): ColumnMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name, at]) => at !== column && name !== field));
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}

function MappingTable({ one, isBusy }: { readonly one: TableFile; readonly isBusy: boolean }): ReactElement {
  const { t } = useText();
  const { remap } = useImportFlow();
  const { table } = one;
  const { mapping } = table;
  const change = (next: ColumnMapping): void => void remap(table.signature, next);
  const fieldAt = (column: number): string | null => Object.entries(mapping.columns).find(([, at]) => at === column)?.[0] ?? null;
  const fields = columnFields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }));
  return (
    <>
      <div
        className={css['mapping']}
        aria-busy={isBusy}
        tabIndex={0}
        role="region"
        aria-label={t('imports.columns.title', { file: one.file })}
      >
        <table>
          <thead>
            <tr>
              {table.headers.map((header, column) => (
                <th key={column} scope="col">
                  <Select
                    size="xs"
                    aria-label={t('imports.columns.holds', { column: header })}
                    placeholder={t('imports.columns.unused')}
                    data={fields}
                    value={fieldAt(column)}
                    onChange={(field) => change(withColumn(mapping, column, field))}
                    clearable
                    searchable
                    selectFirstOptionOnChange
                    disabled={isBusy}
                    comboboxProps={{ width: 230, position: 'bottom-start' }}
                    data-used={fieldAt(column) !== null || undefined}
                  />
                  <span className={css['header']}>{header}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.slice(0, 6).map((row, index) => (
              <tr key={index}>
                {table.headers.map((_header, column) => (
                  <td key={column} className={fieldAt(column) === null ? 'ink-3' : undefined}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Marks mapping={mapping} isBusy={isBusy} onChange={change} />
    </>
  );
}

type MarksProps = { readonly mapping: ColumnMapping; readonly isBusy: boolean; readonly onChange: (mapping: ColumnMapping) => void };

/** How dates and amounts are read where the cells leave it open. */
function Marks({ mapping, isBusy, onChange }: MarksProps): ReactElement {
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
