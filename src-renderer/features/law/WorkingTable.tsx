import { type ReactElement, useMemo } from 'react';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { lawSource } from '../../../src-shared/locales/lawSource.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import css from './Law.module.css';
import type { LawAmountShown } from './lawTypes.ts';

type Line = LawAmountShown['working'][number] & { readonly key: string };

/** A page is named by its host; the whole address can be read under the pointer. What is no page is said in the reader's language. */
function SourceOf({ source }: { readonly source: string }): ReactElement {
  const { t, language } = useText();
  const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  const words = source === 'unofficial tables' ? t('law.source.unofficial') : source === 'derived from the reference rate' ? t('law.source.derived') : lawSource(source, language);
  return (
    <span className={css['source']} title={host === undefined ? words : source}>
      {host ?? words}
    </span>
  );
}

/** The working of an amount line by line: period, days, principal, rate, amount, rule and where it stands. */
export function WorkingTable({ amount, asOf }: { readonly amount: LawAmountShown; readonly asOf: PlainDateText }): ReactElement {
  const { t, format, language } = useText();
  const lines = useMemo(() => amount.working.map((line, index): Line => ({ ...line, key: String(index) })), [amount]);
  // Payments stand between the lines of interest; the total is the interest alone.
  const hasPayments = lines.some((line) => line.rule === 'payment-to-interest' || line.rule === 'payment-to-principal');
  const columns = useMemo((): readonly Column<Line>[] => {
    const period = (line: Line): string => {
      if (line.from === null || line.to === null) return '';
      return line.days === 0 ? format.date(line.from, 'short') : t('law.working.until', { from: format.date(line.from, 'short'), to: format.date(addDays(line.to, -1), 'short') });
    };
    const hasPeriods = lines.some((line) => line.from !== null);
    const periods: readonly Column<Line>[] = [
      { key: 'period', header: t('law.working.period'), width: 176, cell: period },
      { key: 'days', header: t('law.working.days'), width: 56, align: 'right', cell: (line) => (line.days > 0 ? line.days : '') },
    ];
    return [
      ...(hasPeriods ? periods : []),
      { key: 'rule', header: t('law.working.rule'), cell: (line) => t(`law.rule.${line.rule}`) },
      { key: 'principal', header: t('law.working.principal'), width: 106, align: 'right', cell: (line) => (line.principalCents > 0 ? <Amount value={line.principalCents} /> : '') },
      { key: 'rate', header: t('law.working.rate'), width: 72, align: 'right', cell: (line) => (line.ratePercent === null ? '' : t('law.working.percent', { rate: format.number(Number(line.ratePercent), 6) })) },
      { key: 'amount', header: t('law.working.amount'), width: 100, align: 'right', cell: (line) => (line.rule === 'interest-capitalised' ? '' : <Amount value={line.amountCents} />) },
      { key: 'source', header: t('law.working.source'), width: 170, cell: (line) => <SourceOf source={line.source} /> },
    ];
  }, [lines, t, format]);
  return (
    <>
      <p className={css['note']}>{t('law.working.lead', { on: format.date(asOf, 'medium'), source: amount.source === '' ? '–' : lawSource(amount.source, language) })}</p>
      <DataTable
        label={t('law.action.working')}
        rows={lines}
        rowKey={(line) => line.key}
        rowName={(line) => t(`law.rule.${line.rule}`)}
        columns={columns}
        density="compact"
        minWidth={640}
        total={{ rule: t(hasPayments ? 'law.working.interestTotal' : 'common.total'), amount: <Amount value={amount.amountCents} strong /> }}
        empty={<p className={css['note']}>{t('law.working.empty')}</p>}
      />
      {amount.doubts.length > 0 && (
        <section className={css['doubts']} aria-label={t('law.doubts')}>
          <EvidenceList>
            {amount.doubts.map((doubt) => (
              <EvidenceLine key={JSON.stringify(doubt)} side="caution">
                {format.reason(doubt)}
              </EvidenceLine>
            ))}
          </EvidenceList>
        </section>
      )}
    </>
  );
}
