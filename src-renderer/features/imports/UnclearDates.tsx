import { Select } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../../ui/Section.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { filesWithUnclearDates } from './importCounts.ts';
import type { PreviewSession } from './importSession.ts';
import { useImportFlow } from './useImportFlow.ts';

/** Bank files (QIF) whose dates may be day-month and month-day: which is it? The period they come to tells; the file is read again with the answer. */
export function UnclearDates({ session }: { readonly session: PreviewSession }): ReactElement | null {
  const { t, format } = useText();
  const { chooseDateOrder } = useImportFlow();
  const files = filesWithUnclearDates(session.preview.files, session.dateOrders);
  if (files.length === 0) return null;
  const orders = [
    { value: 'dmy', label: t('imports.columns.dmy') },
    { value: 'mdy', label: t('imports.columns.mdy') },
  ] as const;
  return (
    <Section title={t('imports.unclearDates.title')}>
      <p className="ink-2 small">{t('imports.unclearDates.body')}</p>
      <TwoLineList>
        {files.map(({ part, file, order, from, to }) => (
          <TwoLineItem
            key={part}
            icon={IconCalendarQuestion}
            title={file}
            detail={from === null || to === null ? '' : t('imports.unclearDates.period', { from: format.date(from, 'weekday'), to: format.date(to, 'weekday') })}
            action={
              <Select
                aria-label={t('imports.unclearDates.label', { file })}
                w={250}
                data={orders}
                value={order}
                allowDeselect={false}
                disabled={session.isBusy}
                onChange={(chosen) => chosen !== null && void chooseDateOrder(part, chosen)}
              />
            }
          />
        ))}
      </TwoLineList>
    </Section>
  );
}
