import type { ReactElement } from 'react';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { RestoreCopy } from '../settings/RestoreCopy.tsx';
import css from './StartPage.module.css';

const mostCopies = 5;

/** The newest good copies of an administration that cannot be opened, each to be put back from here: settings need an open one. */
export function CopiesOf({ id }: { readonly id: string }): ReactElement | null {
  const { t, format } = useText();
  const list = useCall('administrations.backups', { id });
  const copies = (list.data?.backups ?? []).filter((copy) => copy.verified).slice(0, mostCopies);
  if (list.data === undefined) return null;
  if (copies.length === 0) return <p className="ink-2">{t('start.noCopies')}</p>;
  const moment = (instant: string): string => `${format.instant(instant)} ${instant.slice(0, 4)}`;
  return (
    <section aria-label={t('start.copies')}>
      <h3 className="small">{t('start.copies')}</h3>
      <ul className={css['copies']}>
        {copies.map((copy) => (
          <li key={copy.name}>
            <span className="num">{moment(copy.madeAt)}</span>
            <RestoreCopy copy={copy} moment={moment(copy.madeAt)} administrationId={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
