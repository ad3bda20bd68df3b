import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { logEvent, readProfile, saveProfile } from '../../ledger/settings.ts';
import type { AdministrationFiles, KnownAdministration } from '../../ports/administrationFiles.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Ids } from '../../ports/ids.ts';

/** The one administration that is open, if any; the backend owns it. */
export interface AdministrationSession {
  current(): { readonly known: KnownAdministration; readonly ledger: Ledger } | null;
  create(known: KnownAdministration, profile: CompanyProfile): Result<Ledger, AppError>;
  open(known: KnownAdministration): Result<Ledger, AppError>;
  close(): void;
}

export type AdministrationContext = {
  readonly session: AdministrationSession;
  readonly files: AdministrationFiles;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
};

/** Creates a ledger for a company, opens it and puts it at the head of the recent list. */
export function createAdministration(context: AdministrationContext, profile: CompanyProfile, isDemo: boolean): Result<{ id: string }, AppError> {
  const id = context.ids.next();
  const known: KnownAdministration = {
    id,
    name: profile.name,
    country: profile.country,
    isDemo,
    lastOpenedAt: context.clock.now(),
    path: context.files.newPath(id),
  };
  const created = context.session.create(known, profile);
  if (!created.ok) return created;
  context.files.remember(known);
  context.events.emit({ type: 'administrationChanged', administrationId: id });
  return ok({ id });
}

type Methods =
  | 'administrations.list'
  | 'administrations.create'
  | 'administrations.open'
  | 'administrations.close'
  | 'administrations.profile'
  | 'administrations.saveProfile';

const notOpen = err(appError('ledger-not-open'));

export const administrationMethods: Handlers<AdministrationContext, Methods> = {
  'administrations.list': (context) =>
    ok({
      current: context.session.current()?.known.id ?? null,
      recent: context.files.list().map(({ path: _path, ...shown }) => shown),
    }),
  'administrations.create': (context, { profile }) => createAdministration(context, profile, false),
  'administrations.open': (context, { id }) => {
    const known = context.files.list().find((administration) => administration.id === id);
    if (known === undefined || !known.isPresent) return err(appError('not-found', { what: 'administration', id }));
    const { isPresent: _isPresent, ...rest } = known;
    const opened = context.session.open(rest);
    if (!opened.ok) return opened;
    context.files.remember({ ...rest, lastOpenedAt: context.clock.now() });
    context.events.emit({ type: 'administrationChanged', administrationId: id });
    return ok({ id });
  },
  'administrations.close': (context) => {
    context.session.close();
    context.events.emit({ type: 'administrationChanged', administrationId: null });
    return ok({ done: true as const });
  },
  'administrations.profile': (context) => {
    const current = context.session.current();
    return current === null ? notOpen : ok(readProfile(current.ledger.read));
  },
  'administrations.saveProfile': (context, profile) => {
    const current = context.session.current();
    if (current === null) return notOpen;
    current.ledger.write((db) => {
      const before = readProfile(db);
      saveProfile(db, profile);
      const { logo: _oldLogo, ...was } = before;
      const { logo: _newLogo, ...is } = profile;
      logEvent(db, { at: context.clock.now(), actor: 'person', kind: 'profile-changed', subject: 'administration', subjectId: 1, detail: { was, is } });
    });
    context.files.remember({ ...current.known, name: profile.name, country: profile.country });
    context.events.emit({ type: 'ledgerChanged', areas: ['settings'] });
    return ok({ done: true as const });
  },
};
