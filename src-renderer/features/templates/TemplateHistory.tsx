import { type ReactElement } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Templates.module.css';
import type { TemplateView } from './templateTypes.ts';

/** All versions of a template, newest first; each can be used again, as a new version. */
export function TemplateHistory({ view, onRestored }: { readonly view: TemplateView; readonly onRestored: () => void }): ReactElement {
  const { t, format } = useText();
  const restore = useMutationCall('templates.restore');
  const use = (version: number): void =>
    restore.mutate(
      { key: view.key, version },
      {
        onSuccess: () => {
          onRestored();
          showToast({ message: t('templates.restored', { version }) });
        },
      },
    );
  return (
    <ul className={css['versions']} aria-label={t('templates.history')}>
      {view.history.map(({ version, at, isOurs, changed, isRearranged }) => (
        <li key={version}>
          <span>
            {t('templates.version', { version, moment: format.instant(at) })}
            <span className={css['versionMore']}>{isOurs ? t('templates.versionOurs') : [t('templates.changed', { count: changed }), ...(isRearranged ? [t('templates.rearranged')] : [])].join(', ')}</span>
          </span>
          {version === view.version ? (
            <span className={css['versionMore']}>{t('templates.inUse')}</span>
          ) : (
            <Button size="xs" busy={restore.isPending} onClick={() => use(version)}>
              {t('templates.restore', { version })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
