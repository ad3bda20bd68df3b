import clsx from 'clsx';
import { type ReactElement, Suspense } from 'react';
import { useParams } from 'wouter';
import { linkTo } from '../../app/address.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { useText } from '../../i18n/useText.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { settingsSections } from './sections.ts';
import css from './SettingsPage.module.css';

/** The settings: a list of sections at the left, the chosen one at the right. */
export function SettingsPage(): ReactElement {
  const { t } = useText();
  const { section: wanted } = useParams<{ readonly section?: string }>();
  const current = wanted === undefined ? settingsSections[0] : settingsSections.find((section) => section.key === wanted);
  if (current === undefined) return <NotFoundPage />;
  return (
    <Page title={t('settings.title')}>
      <PageHead title={t('settings.title')} />
      <div className={clsx(css['layout'], current.isWide === true && css['wide'])}>
        <nav className={css['nav']} aria-label={t('settings.sections')}>
          <ul>
            {settingsSections.map((section) => (
              <li key={section.key}>
                <a href={linkTo(`/instellingen/${section.key}`)} aria-current={section === current ? 'page' : undefined}>
                  {t(`settings.${section.key}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Suspense fallback={<SkeletonRows />}>
          <current.Section />
        </Suspense>
      </div>
    </Page>
  );
}
