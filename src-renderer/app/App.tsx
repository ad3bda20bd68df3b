import { type ReactElement, Suspense, lazy, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Router, useLocation } from 'wouter';
import { useCall } from '../backend/queries.ts';
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
import { Shell } from './Shell.tsx';

const StartPage = lazy(async () => ({ default: (await import('../features/start/StartPage.tsx')).StartPage }));

/** The first start when no administration is open (or another is being begun); the shell otherwise. */
function Windows(): ReactElement {
  const state = useCall('app.state', {});
  const [path] = useLocation();
  const { i18n } = useTranslation();
  const uiLanguage = state.data?.uiLanguage;
  useEffect(() => {
    if (uiLanguage !== undefined) void i18n.changeLanguage(uiLanguage);
  }, [uiLanguage, i18n]);
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
