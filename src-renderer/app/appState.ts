import { createContext, useContext } from 'react';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';

export type AppState = OutputOf<'app.state'>;

export const AppStateContext = createContext<AppState | null>(null);

/** What the backend says about itself and the open administration. Inside the shell it is always there. */
export function useAppState(): AppState {
  const state = useContext(AppStateContext);
  if (state === null) throw new Error('useAppState outside the shell');
  return state;
}

/** Today, by the clock of the backend. */
export const useToday = (): PlainDateText => useAppState().today;
