import { Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { errorMessage } from '../../../src-shared/locales/errorMessage.ts';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Law.module.css';
import { percentFromText } from './percentInput.ts';

type Rates = OutputOf<'law.rates'>;
type Series = Rates['series'][number];
type SeriesKey = Series['key'];

/** The rates in force, whether newer ones should be known by now, and a form to type one in. */
export function RatesPart(): ReactElement {
  const { t } = useText();
  const rates = useCall('law.rates', {});
  return (
    <div className={css['part']}>
      <Section small title={t('law.settings.ratesTitle')}>
        <QueryView query={rates}>{(data) => <RatesShown rates={data} />}</QueryView>
      </Section>
    </div>
  );
}

function RatesShown({ rates }: { readonly rates: Rates }): ReactElement {
  const { t, language, format } = useText();
  // The only thing that can be wrong with a file of rates is that it does not fit its form.
  const unreadable = (params: Rates['problems'][number]['params']): string => {
    const { what, why, todo } = errorMessage({ code: 'law-rates-unreadable', params }, language);
    return `${what} ${why} ${todo}`;
  };
  const outdated = rates.series.filter((one) => one.isOutdated).map((one) => t(`law.settings.series.${one.key}`));
  return (
    <>
      <p className={css['note']}>{t(rates.origin === 'own' ? 'law.settings.ratesOwn' : 'law.settings.ratesLead')}</p>
      {rates.problems.map((found) => (
        <Notice key={found.code} tone="amber">
          {unreadable(found.params)}
        </Notice>
      ))}
      {outdated.length > 0 && (
        <Notice tone="amber" title={t('law.settings.outdated', { names: format.list(outdated) })}>
          {t('law.settings.outdatedHint')}
        </Notice>
      )}
      <RateTable series={rates.series} />
      <RateForm series={rates.series} />
    </>
  );
}

function RateTable({ series }: { readonly series: readonly Series[] }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const columns = useMemo((): readonly Column<Series>[] => {
    const last = (one: Series) => one.rows.findLast((row) => row.from <= today) ?? one.rows.at(-1);
    const certainty = (one: Series): string => {
      const row = last(one);
      return row === undefined ? '' : t(`law.settings.certainty.${row.isTyped ? 'typed' : row.confidence}`);
    };
    return [
      { key: 'series', header: t('law.settings.seriesLabel'), cell: (one) => t(`law.settings.series.${one.key}`) },
      { key: 'percent', header: t('law.settings.percent'), width: 72, align: 'right', cell: (one) => t('law.working.percent', { rate: format.number(Number(last(one)?.percent ?? 0), 6) }) },
      { key: 'from', header: t('law.settings.from'), width: 100, cell: (one) => <DateText value={last(one)?.from ?? null} style="near" today={today} /> },
      { key: 'known', header: t('law.settings.known'), width: 100, cell: (one) => format.date(one.coveredUntil, 'medium') },
      { key: 'confidence', header: t('law.settings.confidence'), width: 108, cell: certainty },
    ];
  }, [t, format, today]);
  return <DataTable label={t('law.settings.ratesTitle')} rows={series} rowKey={(one) => one.key} rowName={(one) => t(`law.settings.series.${one.key}`)} columns={columns} density="compact" minWidth={560} />;
}

const nextHalfYear = (series: Series | undefined, today: PlainDateText): PlainDateText => series?.coveredUntil ?? addMonths(today, 1);

function RateForm({ series }: { readonly series: readonly Series[] }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const [key, setKey] = useState<SeriesKey>('nl-trade');
  const chosen = series.find((one) => one.key === key);
  const [from, setFrom] = useState<PlainDateText | null>(nextHalfYear(chosen, today));
  const [percent, setPercent] = useState('');
  const [source, setSource] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const save = useMutationCall('law.saveRate');
  const rate = percentFromText(percent);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setWasTried(true);
    if (rate === null || from === null || source.trim() === '') return focusFirstProblem(event.currentTarget);
    save.mutate(
      { series: key, from, percent: rate, source },
      {
        onSuccess: () => {
          showToast({ message: t('law.settings.added', { rate: percent, from: format.date(from, 'medium') }) });
          setPercent('');
          setWasTried(false);
        },
      },
    );
  };
  const choose = (value: string | null): void => {
    const found = series.find((one) => one.key === value);
    if (found === undefined) return;
    setKey(found.key);
    setFrom(nextHalfYear(found, today));
  };
  return (
    <form onSubmit={submit} noValidate className={css['part']} aria-label={t('law.settings.addTitle')}>
      <p className={css['lead']}>{t('law.settings.addTitle')}</p>
      <div className={css['fields']}>
        <Select label={t('law.settings.seriesLabel')} allowDeselect={false} data={series.map((one) => ({ value: one.key, label: t(`law.settings.series.${one.key}`) }))} value={key} onChange={choose} />
        <div className={css['row']}>
          <DateInput label={t('law.settings.from')} value={from} onChange={setFrom} />
          <TextInput label={t('law.settings.percent')} value={percent} maxLength={10} error={wasTried && rate === null ? t('law.customer.percentWrong') : null} onChange={(event) => setPercent(event.currentTarget.value)} />
        </div>
        <TextInput label={t('law.settings.addSource')} description={t('law.settings.addSourceHint')} value={source} maxLength={500} error={wasTried && source.trim() === '' ? t('common.required') : null} onChange={(event) => setSource(event.currentTarget.value)} />
        <div className={css['actions']}>
          <Button type="submit" busy={save.isPending}>
            {t('law.settings.add')}
          </Button>
        </div>
      </div>
    </form>
  );
}
