import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { lawSource } from '../../../src-shared/locales/lawSource.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { useText } from '../../i18n/useText.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import css from './Law.module.css';
import type { ClaimRow, Claims } from './lawTypes.ts';

/** The days that pass by themselves while an invoice stays open: prescription with what interrupted it, and the VAT that comes back. */
export function DeadlineTable({ claims }: { readonly claims: Claims }): ReactElement | null {
  const { t, format, language } = useText();
  const rows = useMemo(() => claims.rows.filter((row) => row.prescription !== null), [claims]);
  const hasVat = rows.some((row) => row.vatRefund !== null);
  const columns = useMemo((): readonly Column<ClaimRow>[] => {
    const interrupted = ({ prescription }: ClaimRow): string => {
      const by = prescription?.interruptedBy ?? null;
      return by === null ? t('law.deadline.notInterrupted') : t('law.deadline.interruptedBy', { step: stepName(by.step, language), on: format.date(by.on, 'medium') });
    };
    const last = ({ prescription }: ClaimRow): ReactElement | string =>
      prescription === null ? '' : prescription.isNear ? <Chip tone="amber" icon={IconAlertTriangle}>{format.date(prescription.date, 'medium')}</Chip> : format.date(prescription.date, 'medium');
    const certainty = ({ prescription }: ClaimRow): string =>
      prescription === null ? '' : t(`law.settings.certainty.${prescription.doubts.length > 0 && prescription.confidence === 'confirmed' ? 'unconfirmed' : prescription.confidence}`);
    const vat: Column<ClaimRow> = { key: 'vat', header: t('law.deadline.vat'), width: 148, cell: ({ vatRefund }) => (vatRefund === null ? '' : format.date(vatRefund.date, 'medium')) };
    return [
      { key: 'document', header: t('law.column.document'), cell: (row) => row.number },
      { key: 'last', header: t('law.deadline.last'), width: 132, cell: last },
      { key: 'interrupted', header: t('law.deadline.interrupted'), width: 216, cell: interrupted },
      { key: 'certainty', header: t('law.settings.confidence'), width: 104, cell: certainty },
      ...(hasVat ? [vat] : []),
    ];
  }, [t, format, language, hasVat]);
  const sources = useMemo(() => {
    const all = rows.flatMap((row) => [row.prescription?.source ?? '', row.vatRefund?.source ?? '']).filter((source) => source !== '');
    return [...new Set(all)].map((source) => lawSource(source, language));
  }, [rows, language]);
  const doubts = [...new Set(rows.flatMap((row) => (row.prescription?.doubts ?? []).concat(row.vatRefund?.doubts ?? [])).map((doubt) => format.reason(doubt)))].slice(0, 6);
  if (rows.length === 0) return null;
  return (
    <div className={css['deadlines']}>
      <Section small title={t('law.deadline.title')}>
        <DataTable label={t('law.deadline.title')} rows={rows} rowKey={(row) => String(row.documentId)} rowName={(row) => row.number} columns={columns} density="compact" minWidth={620} />
        <p className={css['note']}>{[t('law.deadline.lead', { sources: sources.join('; ') }), ...doubts].join(' ')}</p>
      </Section>
    </div>
  );
}
