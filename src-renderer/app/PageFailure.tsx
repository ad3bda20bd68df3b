import type { ReactElement } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';

/** What stands on the sheet when a page failed: what, why, what now, and the text of the fault for a report. */
export function PageFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactElement {
  const { t } = useText();
  return (
    <Page title={t('common.product')}>
      <Notice
        tone="red"
        title={t('common.error.boundaryWhat')}
        actions={
          <Button size="sm" onClick={onRetry}>
            {t('common.error.reload')}
          </Button>
        }
      >
        <p>
          {t('common.error.boundaryWhy')} {t('common.error.boundaryTodo')}
        </p>
        <p className="ink-2">{t('common.error.code', { code: `${error.name}: ${error.message}`.slice(0, 200) })}</p>
      </Notice>
    </Page>
  );
}
