import { SegmentedControl } from '@mantine/core';
import { IconCheck, IconColumns } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { ColumnMapping, FilePreview } from '../../../src-shared/contract/imports.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { bankFields, neededBankFields } from './bankFields.ts';
import { columnFields, neededFields } from './columnFields.ts';
import css from './ImportPage.module.css';
import type { PreviewSession } from './importSession.ts';
import { type BankTable, MappedRows } from './MappedRows.tsx';
import { type FieldChoice, Marks, MappingTable } from './MappingTable.tsx';
import { OwnAccount } from './OwnAccount.tsx';
import { useImportFlow } from './useImportFlow.ts';

type InvoiceTable = NonNullable<Extract<FilePreview, { kind: 'invoices' }>['table']>;
type Kind = 'bank' | 'invoices';
type TableFile = {
  readonly kind: Kind;
  readonly file: string;
  readonly table: Pick<InvoiceTable | BankTable, 'headers' | 'sample' | 'mapping' | 'remembered' | 'signature'>;
  /** Only of bookings: the first rows as they will be taken in, and the account that the file itself names. */
  readonly rows: BankTable['rows'];
  readonly namedAccount: string;
  readonly hasErrors: boolean;
};

function tableFile(file: FilePreview): TableFile | null {
  if (file.kind === 'refused' || file.table === null) return null;
  const { table } = file;
  if (file.kind === 'invoices')
    return { kind: 'invoices', file: file.file, table, rows: [], namedAccount: '', hasErrors: file.documents === 0 };
  const { rows, namedAccount } = 'rows' in table ? table : { rows: [], namedAccount: '' };
  return { kind: 'bank', file: file.file, table, rows, namedAccount, hasErrors: file.statements.length === 0 };
}

/** One list per layout: files with the same headers share their columns. */
function tablesOf(files: readonly FilePreview[]): readonly TableFile[] {
  const found = new Map<string, TableFile>();
  for (const file of files) {
    const one = tableFile(file);
    if (one !== null && !found.has(one.table.signature)) found.set(one.table.signature, one);
  }
  return [...found.values()].slice(0, 10);
}

/** Whether the file says whose bookings these are, so that nobody needs to. */
const isAccountGiven = ({ kind, table, namedAccount }: TableFile): boolean =>
  kind === 'invoices' || namedAccount !== '' || (table.mapping.columns['account'] ?? -1) >= 0;

/** The fields of a kind of list with their names, and which of them are needed and not there. */
function useFields(one: TableFile): { readonly choices: readonly FieldChoice[]; readonly missing: readonly string[] } {
  const { t } = useText();
  const { kind } = one;
  const { mapping } = one.table;
  const choices =
    kind === 'bank'
      ? bankFields.map((field) => ({ value: field, label: t(`imports.bankField.${field}`) }))
      : columnFields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }));
  const labels = new Map<string, string>(choices.map(({ value, label }) => [value, label]));
  const needed: readonly (readonly string[])[] = kind === 'bank' ? neededBankFields : neededFields;
  const absent = needed.filter((fields) => !fields.some((field) => (mapping.columns[field] ?? -1) >= 0));
  const missing = absent.map((fields) => fields.map((field) => labels.get(field) ?? field).join(` ${t('common.keys.or')} `));
  const isOwnAccountKnown = isAccountGiven(one) || (mapping.account ?? '') !== '';
  return { choices, missing: isOwnAccountKnown ? missing : [...missing, t('imports.bankField.account')] };
}

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

type MappingProps = { readonly one: TableFile; readonly isBusy: boolean; readonly isChosen: boolean };

function Mapping({ one, isBusy, isChosen }: MappingProps): ReactElement {
  const { t, format } = useText();
  const [isOpen, setIsOpen] = useState(!one.table.remembered || one.hasErrors);
  const { choices, missing } = useFields(one);
  const sub =
    missing.length > 0
      ? t('imports.columns.missing', { what: format.list(missing) })
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
      {isOpen && <OpenMapping one={one} isBusy={isBusy} choices={choices} />}
      <AccountChoice one={one} isBusy={isBusy} />
      {isOpen && one.kind === 'bank' && <MappedRows rows={one.rows} />}
    </Section>
  );
}

function OpenMapping({
  one,
  isBusy,
  choices,
}: {
  readonly one: TableFile;
  readonly isBusy: boolean;
  readonly choices: readonly FieldChoice[];
}): ReactElement {
  const { remap } = useImportFlow();
  const { table, kind } = one;
  const { mapping } = table;
  const change = (next: ColumnMapping): void => void remap(table.signature, next);
  return (
    <>
      <KindChoice kind={kind} isBusy={isBusy} onChange={(next) => change({ ...mapping, columns: {}, kind: next })} />
      <MappingTable
        file={one.file}
        headers={table.headers}
        sample={table.sample}
        mapping={mapping}
        fields={choices}
        isBusy={isBusy}
        onChange={change}
      />
      <Marks mapping={mapping} isBusy={isBusy} onChange={change} />
    </>
  );
}

/** Shown also when the columns are folded up: two accounts at one bank have the same columns. */
function AccountChoice({ one, isBusy }: { readonly one: TableFile; readonly isBusy: boolean }): ReactElement | null {
  const { remap } = useImportFlow();
  const { mapping, signature } = one.table;
  if (isAccountGiven(one)) return null;
  const change = (account: string): void => void remap(signature, { ...mapping, account });
  return <OwnAccount value={mapping.account ?? ''} isBusy={isBusy} onChange={change} />;
}

type KindChoiceProps = { readonly kind: Kind; readonly isBusy: boolean; readonly onChange: (kind: Kind) => void };

/** What the list is of. The other kind has other columns, so they are proposed anew. */
function KindChoice({ kind, isBusy, onChange }: KindChoiceProps): ReactElement {
  const { t } = useText();
  return (
    <div className={css['kindChoice']}>
      <span className="ink-2 small">{t('imports.columns.kind')}</span>
      <SegmentedControl
        aria-label={t('imports.columns.kind')}
        size="xs"
        value={kind}
        disabled={isBusy}
        onChange={(value) => {
          if (value === 'bank' || value === 'invoices') onChange(value);
        }}
        data={[
          { value: 'invoices', label: t('imports.columns.kindInvoices') },
          { value: 'bank', label: t('imports.columns.kindBank') },
        ]}
      />
    </div>
  );
}
