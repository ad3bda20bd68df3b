import { useState } from 'react';
import type { CallInput, OutputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/useText.ts';
import { useJob } from '../../ui/useJob.ts';

export type Printed = OutputOf<'outbox.print'>;
export type PrintedRun = Printed['runs'][number];
export type PrintList = OutputOf<'outbox.printList'>;
export type ListedLetter = PrintList['toPrint'][number];
type Ask = Required<Pick<CallInput<'outbox.print'>, 'messageIds' | 'registered' | 'labels'>>;
export type Printing = { readonly printed: Printed | null; readonly isRunning: boolean; readonly make: (ask: Ask) => Promise<void> };

/** Makes print runs; the last ones stay at hand until the page is left. */
export function usePrinting(): Printing {
  const { t } = useText();
  const run = useJob();
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const sentences = ({ letters, cancelled, refused }: Printed): string =>
    [
      t('batch.print.made', { count: letters }),
      ...(cancelled > 0 ? [t('batch.print.cancelled', { count: cancelled })] : []),
      ...(refused.length > 0 ? [t('batch.print.refused', { count: refused.length })] : []),
    ].join(' ');
  const make = async (ask: Ask): Promise<void> => {
    setIsRunning(true);
    const made = await run('outbox.print', ask, {
      name: t('batch.job.print'),
      describe: (output) => ({ state: output.cancelled + output.refused.length > 0 ? 'warning' : 'done', detail: sentences(output) }),
    });
    setPrinted(made);
    setIsRunning(false);
  };
  return { printed, isRunning, make };
}
