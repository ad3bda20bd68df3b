import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Intake.module.css';

type Doubt = OutputOf<'imports.doubts'>['doubts'][number];
type Told = Doubt['booking'];

/** Pairs shown at a time: whoever has more answers these first. */
const shown = 20;

/** Bookings that look like known ones: each beside the one it looks like, judged by one press. Nothing where nothing waits. */
export function DoubtList(): ReactElement | null {
  const { t } = useText();
  const list = useCall('imports.doubts', {});
  const judge = useMutationCall('imports.judgeDoubts');
  const { count = 0, doubts = [] } = list.data ?? {};
  if (count === 0) return null;
  const decide = (ids: readonly Doubt['id'][], verdict: 'same' | 'new'): void =>
    judge.mutate(
      { ids: [...ids], verdict },
      {
        onSuccess: ({ judged }) =>
          showToast({ message: t(verdict === 'same' ? 'imports.doubts.judgedSame' : 'imports.doubts.judgedNew', { count: judged }) }),
      },
    );
  const visible = doubts.slice(0, shown);
  return (
    <Section
      title={t('imports.doubts.title')}
      aside={t('imports.doubts.count', { count })}
      actions={
        visible.length > 1 && (
          <Button
            size="sm"
            icon={IconCheck}
            busy={judge.isPending}
            onClick={() =>
              decide(
                visible.map(({ id }) => id),
                'same',
              )
            }
          >
            {t('imports.doubts.allSame', { count: visible.length })}
          </Button>
        )
      }
    >
      <p className="ink-2 small">{t('imports.doubts.why')}</p>
      <ul className={css['doubts']}>
        {visible.map((doubt) => (
          <DoubtPair key={doubt.id} doubt={doubt} isBusy={judge.isPending} onJudge={(verdict) => decide([doubt.id], verdict)} />
        ))}
      </ul>
      {count > visible.length && <p className="ink-2 small">{t('imports.doubts.more', { count: count - visible.length })}</p>}
    </Section>
  );
}

type PairProps = { readonly doubt: Doubt; readonly isBusy: boolean; readonly onJudge: (verdict: 'same' | 'new') => void };

function DoubtPair({ doubt, isBusy, onJudge }: PairProps): ReactElement {
  const { t, format } = useText();
  const name = t('imports.doubts.pair', {
    amount: format.amount(doubt.amount, doubt.currency),
    date: format.date(doubt.bookDate, 'medium'),
  });
  return (
    <li className={css['doubt']} aria-label={name}>
      <p className={css['doubtHead']}>
        <strong className="num">{format.amount(doubt.amount, doubt.currency)}</strong>
        <span className="ink-2 num">{format.date(doubt.bookDate, 'medium')}</span>
        <span className="ink-3 reference">{formatIban(doubt.account)}</span>
      </p>
      <div className={css['pair']}>
        <Side title={t('imports.doubts.waiting')} told={doubt.booking} />
        {doubt.twin === null ? (
          <p className="ink-2 small">{t('imports.doubts.gone')}</p>
        ) : (
          <Side title={t('imports.doubts.known')} told={doubt.twin} />
        )}
      </div>
      <div className={css['doubtActions']}>
        {doubt.twin !== null && (
          <Button size="sm" icon={IconCheck} disabled={isBusy} onClick={() => onJudge('same')}>
            {t('imports.doubts.same')}
          </Button>
        )}
        <Button size="sm" icon={IconPlus} disabled={isBusy} onClick={() => onJudge('new')}>
          {t('imports.doubts.other')}
        </Button>
      </div>
    </li>
  );
}

function Side({ title, told }: { readonly title: string; readonly told: Told }): ReactElement {
  return (
    <div className={css['side']}>
      <h3 className={css['sideTitle']}>{title}</h3>
      <p>
        {told.name ?? '–'} {told.iban !== null && <span className="ink-3 small reference">{formatIban(told.iban)}</span>}
      </p>
      <p className="ink-2 small">{told.text}</p>
      <p className="ink-3 small">{told.origin}</p>
    </div>
  );
}
