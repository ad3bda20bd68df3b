import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type ImportCounts, ownershipOf, statementsOf } from './importCounts.ts';
import css from './ImportPage.module.css';
import { changePreview, type PreviewSession } from './importSession.ts';

const shown = 8;

/** Bookings that look like some from another file: kept out and shown, never dropped in silence. */
export function PossiblyKnown({
  session,
  counts,
}: {
  readonly session: PreviewSession;
  readonly counts: ImportCounts;
}): ReactElement | null {
  const { t } = useText();
  if (counts.possiblyKnown === 0) return null;
  const statements = statementsOf(session.preview.files).filter((statement) => ownershipOf(statement, session.answers) === 'ours');
  const lines = statements.flatMap(({ possibly, currency }) => possibly.map((line) => ({ ...line, currency }))).slice(0, shown);
  const more = counts.possiblyKnown - lines.length;
  return (
    <div className={css['notice']}>
      <Notice
        tone="amber"
        title={t('imports.possibly.title', { count: counts.possiblyKnown })}
        actions={
          <Checkbox
            label={t('imports.possibly.take', { count: counts.possiblyKnown })}
            checked={session.takePossiblyKnown}
            onChange={(event) => changePreview({ takePossiblyKnown: event.currentTarget.checked })}
          />
        }
      >
        <p>{t('imports.possibly.why')}</p>
        <table className={css['lines']} aria-label={t('imports.possibly.list')}>
          <tbody>
            {lines.map((line, index) => (
              <tr key={`${line.bookDate} ${index}`}>
                <td>
                  <DateText value={line.bookDate} />
                </td>
                <td>
                  <span className={css['clip']}>{line.name === '' ? line.text : line.name}</span>
                </td>
                <td>
                  <span className={css['clip']}>{line.name === '' ? '' : line.text}</span>
                </td>
                <td className={css['right']}>
                  <Amount value={line.amount} currency={line.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="ink-2 small">{t('imports.possibly.more', { count: more })}</p>}
      </Notice>
    </div>
  );
}
