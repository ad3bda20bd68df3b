import { IconHistory } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { useQuestion } from '../../ui/useQuestion.tsx';

type State = OutputOf<'ledger.backups'>;
type RestoreCopyProps = {
  readonly copy: State['backups'][number];
  readonly moment: string;
  /** Null for the one that is open. */
  readonly administrationId: string | null;
};

/** Puts a copy back after one question; the ledger as it is now is kept beside it. */
export function RestoreCopy({ copy, moment, administrationId }: RestoreCopyProps): ReactElement {
  const { t } = useText();
  const ask = useQuestion();
  const restore = useMutationCall('ledger.restore');
  const putBack = async (): Promise<void> => {
    const body = t('settings.backups.restoreBody', { moment, entries: copy.entries });
    if (!(await ask({ title: t('settings.backups.restoreTitle'), body, confirm: t('settings.backups.restore'), isDanger: true }))) return;
    // The page is built anew when the ledger opens again, so the answer is awaited here and not by the button.
    const { entries } = await restore.mutateAsync({ administrationId, name: copy.name });
    showToast({ message: t('settings.backups.restored', { entries }) });
  };
  return (
    <Button variant="text" size="sm" flush icon={IconHistory} busy={restore.isPending} disabled={!copy.verified} aria-label={t('settings.backups.restoreNamed', { moment })} onClick={() => void putBack().catch(() => restore.reset())}>
      {t('settings.backups.restore')}
    </Button>
  );
}

/** What the program found out by itself about the safety of the ledger: warnings first, then when a copy was last tried out. */
export function CareState({ state }: { readonly state: State }): ReactElement {
  const { t, format } = useText();
  return (
    <>
      {state.warnings.map((warning) => (
        <Notice key={warning} tone={warning === 'folder-network' || warning === 'folder-cloud' ? 'amber' : 'red'}>
          {t(`settings.backups.warning.${warning}`)}
        </Notice>
      ))}
      {state.lastDrillAt !== null && <p className="ink-2">{t('settings.backups.drill', { moment: format.instant(state.lastDrillAt) })}</p>}
    </>
  );
}
