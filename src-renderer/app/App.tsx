import { useQuery } from '@tanstack/react-query';
import { type ReactElement, Suspense, lazy, useEffect } from 'react';
import { Router, useLocation } from 'wouter';
import { useCall } from '../backend/queries.ts';
import { changeLanguage } from '../i18n/i18n.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import floating from '../ui/Floating.module.css';
import { Jobs } from '../ui/Jobs.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { listenToKeys } from '../ui/useKeys.ts';
import { QuestionProvider } from '../ui/useQuestion.tsx';
import { useHashAddress } from './address.ts';
import { AppStateContext } from './appState.ts';
import css from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { followBackend } from './followBackend.ts';
import { PageFailure } from './PageFailure.tsx';
import { reopenLatest } from './reopen.ts';
import { Shell } from './Shell.tsx';

const StartPage = lazy(async () => ({ default: (await import('../features/start/StartPage.tsx')).StartPage }));

/** The first start when no administration is open (or another is being begun); the shell otherwise. */
function Windows(): ReactElement {
  const reopened = useQuery({ queryKey: ['reopened'], queryFn: reopenLatest });
  const state = useCall('app.state', {}, { enabled: reopened.data === true });
  const [path] = useLocation();
  const uiLanguage = state.data?.uiLanguage;
  useEffect(() => {
    if (uiLanguage !== undefined) changeLanguage(uiLanguage);
  }, [uiLanguage]);
  if (state.data === undefined) {
    return (
      <main className={css['alone']}>
        {state.error !== null && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      </main>
    );
  }
  const isStart = state.data.administration === null || path === '/start';
  return (
    <AppStateContext value={state.data}>
      <QuestionProvider>
        {isStart ? (
          <Suspense>
            <StartPage />
          </Suspense>
        ) : (
          <Shell key={state.data.administration?.id} />
        )}
        <div className={floating['corner']}>
          <Jobs />
          <Toasts />
        </div>
      </QuestionProvider>
    </AppStateContext>
  );
}

/** The whole window. */
export function App(): ReactElement {
  useEffect(() => {
    const stops = [followBackend(), listenToKeys()];
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <ErrorBoundary fallback={(error, retry) => <PageFailure error={error} onRetry={retry} />}>
      <Router hook={useHashAddress}>
        <Windows />
      </Router>
    </ErrorBoundary>
  );
}
