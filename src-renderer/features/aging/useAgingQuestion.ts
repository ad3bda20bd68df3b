import { useMemo } from 'react';
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import { useAddressValue } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';

export type AgingQuestion = { readonly asOf: PlainDateText; readonly basis: 'due' | 'issue' };
type Asking = {
  readonly question: AgingQuestion;
  readonly setAsOf: (date: PlainDateText | null) => void;
  readonly setBasis: (basis: AgingQuestion['basis']) => void;
};

/** The day and the way of counting, kept in the address: `?peildatum=2026-09-30&ouderdom=factuur`. A day that has not come yet is today. */
export function useAgingQuestion(): Asking {
  const today = useToday();
  const [day, setDay] = useAddressValue('peildatum');
  const [from, setFrom] = useAddressValue('ouderdom');
  const read = day === null ? null : parsePlainDate(day);
  const asOf = read === null || read > today ? today : read;
  const basis = from === 'factuur' ? 'issue' : 'due';
  const question = useMemo(() => ({ asOf, basis }) as const, [asOf, basis]);
  return {
    question,
    setAsOf: (date) => setDay(date === null || date === today ? null : date),
    setBasis: (wanted) => setFrom(wanted === 'issue' ? 'factuur' : null),
  };
}
