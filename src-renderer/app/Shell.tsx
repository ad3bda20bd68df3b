import { type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { matchRoute, Redirect, Route as WouterRoute, Switch, useLocation, useRouter } from 'wouter';
import { useText } from '../i18n/useText.ts';
import css from './Shell.module.css';
import { DropAnywhere } from '../features/imports/DropAnywhere.tsx';
import { KeyHelp } from '../ui/KeyHelp.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Page } from '../ui/Page.tsx';
import { SkeletonLine, SkeletonRows } from '../ui/Skeleton.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { goTo } from './address.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageFailure } from './PageFailure.tsx';
import { builtEntries, Rail, RailMenu } from './Rail.tsx';
import type { RailItem } from './railItems.ts';
import { routes } from './routes.tsx';
import { SearchPalette } from './SearchPalette.tsx';
import { TopBar } from './TopBar.tsx';

function useActiveItem(): RailItem | null {
  const router = useRouter();
  const [path] = useLocation();
  return routes.find((route) => matchRoute(router.parser, route.path, path)[0])?.rail ?? null;
}

/** The skeleton of a page whose code is being loaded. */
function PageSkeleton(): ReactElement {
  const { t } = useText();
  return (
    <Page title={t('common.product')}>
      <SkeletonLine width="34%" height={44} />
      <SkeletonRows rows={10} />
    </Page>
  );
}

/** The pages, each behind its own boundary: a fault in one leaves rail and top bar working. */
function Pages(): ReactElement {
  const [path] = useLocation();
  const first = builtEntries[0]?.path ?? '/start';
  return (
    <ErrorBoundary key={path} fallback={(error, retry) => <PageFailure error={error} onRetry={retry} />}>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <WouterRoute path="/">
            <Redirect to={first} replace />
          </WouterRoute>
          {routes.map(({ path: pattern, Page: RoutedPage }) => (
            <WouterRoute key={pattern} path={pattern} component={RoutedPage} />
          ))}
          <WouterRoute component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** The window around every page: rail and top bar on the paper frame, the page on its sheet. */
export function Shell(): ReactElement {
  const { t } = useText();
  const [path] = useLocation();
  const active = useActiveItem();
  const [areKeysShown, setAreKeysShown] = useState(false);
  const [isSearching, setIsSearching] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const isFirstPage = useRef(true);
  useEffect(() => {
    const area = sheet.current;
    area?.scrollTo(0, 0);
    // A new page is where reading goes on, for the Tab key and for a screen reader.
    if (!isFirstPage.current && area?.contains(document.activeElement) === false) area.focus({ preventScroll: true });
    // `/` only leads on to the first page.
    if (path !== '/') isFirstPage.current = false;
  }, [path]);
  useKeys('everywhere', [
    { keys: 'Ctrl+k', label: t('common.keys.search'), run: () => setIsSearching(true) },
    { keys: '?', label: t('common.keys.showKeys'), run: () => setAreKeysShown(true) },
    ...builtEntries.map((entry) => ({
      keys: `g ${entry.letter}`,
      label: t('common.keys.goTo', { page: t(`${entry.item}.title`) }),
      run: () => goTo(entry.path),
    })),
  ]);
  const showKeys = (): void => setAreKeysShown(true);
  return (
    <div className={css['shell']}>
      <a href="#inhoud" className={css['skip']} onClick={(event) => (event.preventDefault(), sheet.current?.focus())}>
        {t('common.skipToContent')}
      </a>
      <header className={css['header']}>
        <div className={css['brand']}>
          <Logo size={22} />
          {t('common.product')}
        </div>
        <TopBar menu={<RailMenu active={active} onShowKeys={showKeys} />} onSearch={() => setIsSearching(true)} />
      </header>
      <Rail active={active} onShowKeys={showKeys} />
      <main className={css['sheet']} id="inhoud">
        <div className={css['scroll']} ref={sheet} tabIndex={-1}>
          <Pages />
        </div>
      </main>
      <DropAnywhere />
      <KeyHelp isOpen={areKeysShown} onClose={() => setAreKeysShown(false)} />
      <SearchPalette isOpen={isSearching} onClose={() => setIsSearching(false)} />
    </div>
  );
}
