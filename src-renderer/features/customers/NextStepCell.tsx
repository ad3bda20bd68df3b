import type { ReactElement } from 'react';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { moneyPlaceOf } from '../bank/moneyThatWaits.ts';
import { kindOfStep, type NextStep, nextStepWords } from './nextStepWords.ts';

/** The next step in a table: few words, the whole reason on hover. Amber only where the user must act. */
export function NextStepCell({ step }: { readonly step: NextStep | null }): ReactElement {
  const words = useText();
  const today = useToday();
  if (step === null) return <span className="ink-3">–</span>;
  const isWaiting = kindOfStep(step) === 'decide' || moneyPlaceOf(step.reason.code) !== null || step.reason.code === 'held-dispute';
  return (
    <span className={isWaiting ? undefined : 'ink-2'} style={isWaiting ? { color: 'var(--t-amber)' } : undefined} title={words.format.reason(step.reason)}>
      {nextStepWords(step, words, today)}
    </span>
  );
}
