import { Checkbox } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/inputs/DateInput.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './PrintListPage.module.css';
import type { ListedLetter, PrintList, Printing } from './usePrinting.ts';

type LettersToPostProps = { readonly run: PrintList['printed'][number]; readonly printing: Printing; readonly isNext: boolean };

/** One run that lies on the table: printed, and not sent before somebody says that it was posted. */
export function LettersToPost({ run, printing, isNext }: LettersToPostProps): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const post = useMutationCall('outbox.markPosted');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [on, setOn] = useState<PlainDateText | null>(today);
  /** What is no longer true belongs in no letter box. */
  const isPosted = (letter: ListedLetter): boolean => letter.untrue === null && !leftOut.has(letter.messageId);
  const posted = run.letters.filter(isPosted).map((letter) => letter.messageId);
  const toggle = (letter: ListedLetter, isIn: boolean): void => {
    const next = new Set(leftOut);
    if (isIn) next.delete(letter.messageId);
    else next.add(letter.messageId);
    setLeftOut(next);
  };
  const mark = (): void => {
    if (on !== null) post.mutate({ messageIds: posted, on }, { onSuccess: (output) => showToast({ message: t('batch.print.posted', { count: output.posted, on }) }) });
  };
  const again = (): void => {
    const messageIds = run.letters.map((letter) => letter.messageId);
    void printing.make({ messageIds, registered: run.kind === 'registered' ? messageIds : [], labels: null });
  };
  const moment = format.instant(run.printedAt);
  return (
    <Section
      small
      title={t(`batch.print.printedOn.${run.kind}`, { moment })}
      aside={t('batch.print.letterCount', { count: run.letters.length })}
    >
      <ul className={css['letters']} aria-label={t(`batch.print.printedOn.${run.kind}`, { moment })}>
        {run.letters.map((letter) => (
          <li key={letter.messageId}>
            <Checkbox
              size="xs"
              aria-label={t('batch.print.include', { name: letter.customerName })}
              disabled={letter.untrue !== null}
              checked={isPosted(letter)}
              onChange={(event) => toggle(letter, event.currentTarget.checked)}
            />
            <span className={css['letterName']}>
              <a href={linkTo(`/verzonden/${letter.messageId}`)}>{letter.customerName}</a>
              {letter.untrue !== null && <span className={css['untrue']}>{t('batch.print.doNotPost', { reason: format.reason(letter.untrue) })}</span>}
            </span>
            <Amount value={letter.cents} />
          </li>
        ))}
      </ul>
      <div className={css['posted']}>
        <DateInput label={t('batch.print.postedOn')} value={on} max={today} required onChange={setOn} />
        <Button variant={isNext ? 'filled' : 'outlined'} busy={post.isPending} disabled={posted.length === 0 || on === null} onClick={mark}>
          {t('batch.print.markPosted', { count: posted.length })}
        </Button>
        <Button variant="quiet" busy={printing.isRunning} onClick={again}>
          {t('batch.print.again')}
        </Button>
      </div>
    </Section>
  );
}
