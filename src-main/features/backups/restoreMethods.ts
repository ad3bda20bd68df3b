/** Putting a copy back. The ledger is closed meanwhile, so these methods stand beside it, with those that open and close it. */
import { basename } from 'node:path';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { restoreBackup } from '../../ledger/copies/restore.ts';
import type { AdministrationFiles, KnownAdministration } from '../../ports/administrationFiles.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import { shownBackups } from './methods.ts';

export type RestoreContext = {
  readonly session: {
    current(): { readonly known: KnownAdministration } | null;
    open(known: KnownAdministration): Result<unknown, AppError>;
    close(): void;
  };
  readonly files: AdministrationFiles;
  readonly clock: Clock;
  readonly events: Events;
};

function knownOf({ session, files }: RestoreContext, id: string | null): KnownAdministration | null {
  const current = session.current()?.known ?? null;
  if (id === null || id === current?.id) return current;
  const found = files.list().find((administration) => administration.id === id);
  if (found === undefined) return null;
  const { isPresent: _isPresent, ...known } = found;
  return known;
}

export const restoreMethods: Handlers<RestoreContext, 'ledger.restore' | 'administrations.backups'> = {
  'administrations.backups': (context, { id }) => {
    const known = knownOf(context, id);
    return known === null ? err(appError('not-found', { what: 'administration', id })) : ok({ backups: shownBackups(known.path) });
  },
  'ledger.restore': (context, { administrationId, name }) => {
    const { session, events, clock } = context;
    const known = knownOf(context, administrationId);
    if (known === null) return err(administrationId === null ? appError('ledger-not-open') : appError('not-found', { what: 'administration', id: administrationId }));
    session.close();
    const restored = restoreBackup({ ledgerPath: known.path, name, now: clock.now() });
    // Also when the copy was refused: then what was there before is opened again.
    const opened = session.open(known);
    events.emit({ type: 'administrationChanged', administrationId: opened.ok ? known.id : null });
    if (!restored.ok) return restored;
    const { entries, replacedPath } = restored.value;
    return opened.ok ? ok({ entries, replacedFile: replacedPath === null ? null : basename(replacedPath) }) : opened;
  },
};
