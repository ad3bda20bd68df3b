import type { Handlers } from '../../../src-shared/contract/index.ts';
import { zUiLanguage } from '../../../src-shared/contract/common.ts';
import { daysBetween } from '../../../src-shared/dates.ts';
import { ok } from '../../../src-shared/result.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { readBadges } from '../../ledger/badges.ts';
import { isDemo } from '../../ledger/settings.ts';
import type { AdministrationFiles, KnownAdministration } from '../../ports/administrationFiles.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';

export type AppContext = {
  readonly current: () => { readonly known: KnownAdministration; readonly ledger: Ledger } | null;
  readonly files: AdministrationFiles;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly host: 'electron' | 'web' | 'cli';
  readonly version: string;
  readonly changelog: () => string;
  readonly cancelJob: (jobId: string) => boolean;
};

/** The state of the program around the ledger: what the window shows in its frame. */
export const appMethods: Handlers<AppContext, 'app.state' | 'app.saveLanguage' | 'app.changelog' | 'jobs.cancel'> = {
  'app.state': (context) => {
    const current = context.current();
    const today = context.clock.today();
    const language = zUiLanguage.safeParse(context.files.preference('uiLanguage'));
    const badges = current === null ? { today: 0, bank: 0, newestBooking: null } : readBadges(current.ledger.read, today);
    return ok({
      version: context.version,
      today,
      host: context.host,
      secretsBackend: context.secrets.backend,
      // Electron cannot register a start at login on Linux.
      canStartAtLogin: context.host === 'electron' && process.platform !== 'linux',
      uiLanguage: language.success ? language.data : ('nl' as const),
      administration:
        current === null
          ? null
          : { id: current.known.id, name: current.known.name, isDemo: isDemo(current.ledger.read), country: current.known.country },
      badges: {
        today: badges.today,
        bank: badges.bank,
        bankAgeDays: badges.newestBooking === null ? null : Math.max(0, daysBetween(badges.newestBooking, today)),
      },
    });
  },
  'app.saveLanguage': (context, { uiLanguage }) => {
    context.files.savePreference('uiLanguage', uiLanguage);
    return ok({ done: true as const });
  },
  'app.changelog': (context) => ok({ markdown: context.changelog() }),
  'jobs.cancel': (context, { jobId }) => ok({ wasRunning: context.cancelJob(jobId) }),
};
