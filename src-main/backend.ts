/**
 * The composition root: one backend for every host. Hosts hand in the ports; features get their contexts here, and only here do they meet.
 */
import { z } from 'zod';
import type { CompanyProfile } from '../src-shared/contract/administrations.ts';
import { contract } from '../src-shared/contract/index.ts';
import { type AppError, appError } from '../src-shared/errors.ts';
import type { CustomerId } from '../src-shared/ids.ts';
import { err, ok, type Result } from '../src-shared/result.ts';
import { bind, type BoundHandler, type BoundHandlers, combine } from './api/combine.ts';
import { createDispatch, type Dispatch } from './api/dispatch.ts';
import { createEventBus, type EventBus } from './api/eventBus.ts';
import { createJobRegister, type JobRegister } from './api/jobs.ts';
import { createMadeFiles } from './api/madeFiles.ts';
import { createOpenCalls, type OpenCalls } from './api/openCalls.ts';
import { createWriteQueue, type WriteQueue } from './api/writeQueue.ts';
import { type AdministrationSession, administrationMethods, createAdministration as createKnown } from './features/administrations/methods.ts';
import { agingMethods } from './features/aging/methods.ts';
import { appMethods } from './features/app/methods.ts';
import { type BackupCopy, copyBackup } from './features/backups/copyBackup.ts';
import { createLedgerCare, type LedgerCare } from './features/backups/ledgerCare.ts';
import { backupMethods } from './features/backups/methods.ts';
import { restoreMethods } from './features/backups/restoreMethods.ts';
import { createDemo, type DemoContext, type DemoRequest, demoMethods, type FrontDoor } from './features/demo/methods.ts';
import type { Ledger } from './ledger/connection.ts';
import { customerMethods } from './features/customers/methods.ts';
import { invoiceMethods } from './features/invoices/methods.ts';
import { correspondenceMethods } from './features/dunning/correspondenceMethods.ts';
import { day, dunningMethods } from './features/dunning/methods.ts';
import { createDayMemo, type DayMemo } from './features/dunning/planDay.ts';
import { outboxMethods, recoverOutbox } from './features/outbox/methods.ts';
import { outboxSettings } from './features/outbox/settingsMethods.ts';
import { paperMethods } from './features/outbox/paperMethods.ts';
import { readXmlTree } from './features/printing/readXmlTree.ts';
import { debitOrderMethods } from './features/matching/debitOrderMethods.ts';
import { matchingMethods } from './features/matching/methods.ts';
import { matchAll } from './features/matching/runMatching.ts';
import { paymentPlanMethods } from './features/paymentPlans/methods.ts';
import { handoverMethods } from './features/handover/methods.ts';
import { importMethods } from './features/imports/methods.ts';
import { createPreviewStore } from './features/imports/previewStore.ts';
import { insightMethods } from './features/insight/methods.ts';
import { claimReader } from './features/law/claimReader.ts';
import { claimsToday, lawMethods } from './features/law/methods.ts';
import { rateReader } from './features/law/rateReader.ts';
import { templateMethods } from './features/templates/methods.ts';
import { invoiceCopies } from './features/printing/invoiceCopies.ts';
import { printingMethods } from './features/printing/methods.ts';
import { proofMethods } from './features/proofs/methods.ts';
import { type ExportedPath, exportLedger } from './ledger/export/exportLedger.ts';
import { migrations } from './ledger/migrations/index.ts';
import { openLedger } from './ledger/open.ts';
import { createAdministration } from './ledger/settings.ts';
import type { AdministrationFiles, KnownAdministration } from './ports/administrationFiles.ts';
import type { Archiver } from './ports/archiver.ts';
import type { Background } from './ports/background.ts';
import type { Clock } from './ports/clock.ts';
import type { FolderReader } from './ports/folderReader.ts';
import type { Ids } from './ports/ids.ts';
import type { LawRateFiles } from './ports/lawRateFiles.ts';
import type { Logger } from './ports/logger.ts';
import type { MadeFile, MadeFiles } from './ports/madeFiles.ts';
import type { Mailer } from './ports/mailer.ts';
import type { PdfWriter } from './ports/pdfWriter.ts';
import type { QrImage } from './ports/qrImage.ts';
import type { Secrets } from './ports/secrets.ts';
import type { StagedFile, StagedFiles } from './ports/stagedFiles.ts';

export type BackendParts = {
  readonly host: 'electron' | 'web' | 'cli';
  readonly version: string;
  readonly changelog: () => string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly background: Background;
  readonly archiver: Archiver;
  readonly folders: FolderReader;
  readonly stagedFiles: StagedFiles;
  readonly administrationFiles: AdministrationFiles;
  readonly pdfWriter: PdfWriter;
  readonly qrImage: QrImage;
  readonly lawRates: LawRateFiles;
};

export type Backend = {
  readonly dispatch: (requestText: string) => Promise<string>;
  readonly events: Pick<EventBus, 'subscribe'>;
  readonly stage: (name: string, stream: AsyncIterable<Uint8Array>) => Promise<StagedFile | null>;
  readonly openFile: (token: string) => MadeFile | null;
  /** Opens a ledger file by path, for the command line; the windows know administrations only. */
  readonly openPath: (path: string) => Result<null, AppError>;
  readonly createAtPath: (path: string, profile: CompanyProfile, isDemo: boolean) => Result<null, AppError>;
  /** Makes the example administration in a file of the caller's choice. */
  readonly createDemoAtPath: (path: string, request: DemoRequest) => Promise<Result<null, AppError>>;
  /** Puts a backup that `ledger.backup` made into a folder of the caller's choice. */
  readonly copyBackup: (copy: Omit<BackupCopy, 'ledgerPath'>) => Result<{ readonly path: string }, AppError>;
  /** Writes everything the open ledger holds into an empty folder of the caller's choice. */
  readonly exportInto: (folder: string) => Promise<Result<readonly ExportedPath[], AppError>>;
  /** Called every minute and on resume: timers are hints, the ledger is the clock. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export { askLaw, type LawAmount, type LawAnswer, type LawDate, type LawQuestion, loadRates } from './features/law/askLaw.ts';
export { presentFile as parseOnly, type PresentedFile } from './features/imports/presentFile.ts';

/** Largest file that is taken in. */
export const stagedFileLimit = 250 * 1024 * 1024;
const madeFilesLimit = 300 * 1024 * 1024;

type Open = { readonly known: KnownAdministration; readonly ledger: Ledger; readonly care: LedgerCare; readonly handlers: BoundHandlers };
type Shared = {
  readonly parts: BackendParts;
  readonly events: EventBus;
  readonly jobs: JobRegister;
  readonly madeFiles: MadeFiles;
  /** Whether an example administration is being made: the keeper of the ledger waits for it. */
  readonly isMaking: () => boolean;
};
type Opened = { readonly ledger: Ledger; readonly care: LedgerCare; readonly memo: DayMemo };

/** Handlers that need an open ledger, bound to it when it is opened. */
function ledgerHandlers({ parts, events, jobs, madeFiles }: Shared, { ledger, care, memo }: Opened): readonly BoundHandlers[] {
  const { clock } = parts;
  return [
    bind({ ledger, madeFiles }, agingMethods),
    bind({ ledger }, insightMethods),
    bind({ ledger, clock, events }, customerMethods),
    bind({ ledger, clock }, invoiceMethods),
    bind({ ledger, clock, events }, handoverMethods),
    bind({ ...parts, ledger, events }, lawMethods),
    bind({ ...parts, ledger, events, jobs, madeFiles, claimsOf: (customerId: CustomerId) => claimsToday({ ...parts, ledger }, customerId) }, printingMethods),
    bind({ ...parts, ledger, events }, matchingMethods),
    bind({ ...parts, ledger, events, readXmlTree }, debitOrderMethods),
    bind({ ...parts, ledger, events, madeFiles }, paymentPlanMethods),
    bind({ ...parts, ledger, events, jobs, madeFiles }, correspondenceMethods),
    bind({ ...parts, ledger, events, jobs, madeFiles, memo, claimsOf: claimReader(parts.lawRates), copiesOf: invoiceCopies }, dunningMethods),
    bind({ ...parts, ledger, events, madeFiles, rates: rateReader(ledger, parts.lawRates) }, templateMethods),
    bind({ ...parts, ledger, events, jobs, madeFiles }, outboxMethods),
    bind({ ...parts, ledger, events, jobs, madeFiles }, outboxSettings),
    bind({ ...parts, ledger, events, madeFiles }, paperMethods),
    bind({ ...parts, ledger, events, madeFiles }, proofMethods),
    bind({ ...parts, ledger, care, madeFiles }, backupMethods),
    bind(
      {
        ...parts,
        ledger,
        events,
        jobs,
        previews: createPreviewStore(clock),
        beforeCommit: () => care.beforeImport(),
        afterCommit: async () => {
          const run = await matchAll({ ledger, background: parts.background, time: { today: clock.today(), now: clock.now() } });
          return { matched: run.booked, returned: run.returned, unmatched: run.unmatched };
        },
      },
      importMethods,
    ),
  ];
}

type Session = Omit<AdministrationSession, 'current'> & { readonly current: () => Open | null; readonly handler: (method: string) => BoundHandler | undefined };

/** Whatever a call meets in a damaged file stops all further writing; the caller hears it as `ledger-damaged`. */
async function watched(care: LedgerCare, work: () => ReturnType<BoundHandler>): Promise<Result<unknown, AppError>> {
  try {
    return await work();
  } catch (thrown) {
    care.notice(thrown);
    throw thrown;
  }
}

function createSession(shared: Shared): Session {
  const { events, isMaking } = shared;
  const { clock, logger } = shared.parts;
  let open: Open | null = null;
  const close = (): void => {
    open?.ledger.close();
    open = null;
  };
  const adopt = (known: KnownAdministration, ledger: Ledger): Result<Ledger, AppError> => {
    recoverOutbox(ledger, clock.now());
    const memo = createDayMemo();
    const care = createLedgerCare({ ledger, clock, events, logger, isBusy: isMaking, planDay: () => void day({ ledger, memo, clock, events }) });
    open = { known, ledger, care, handlers: new Map(ledgerHandlers(shared, { ledger, care, memo }).flatMap((map) => [...map])) };
    return ok(ledger);
  };
  return {
    handler: (method) => open?.handlers.get(method),
    current: () => open,
    close,
    create(known, profile) {
      close();
      const ledger = openLedger({ path: known.path, mode: 'create', now: clock.now(), migrations });
      if (!ledger.ok) return ledger;
      ledger.value.write((db) => createAdministration(db, { profile, isDemo: known.isDemo, createdAt: clock.now() }));
      return adopt(known, ledger.value);
    },
    open(known) {
      close();
      const ledger = openLedger({ path: known.path, mode: 'open', now: clock.now(), migrations });
      return ledger.ok ? adopt(known, ledger.value) : ledger;
    },
  };
}

type OpenLedgerCalls = { readonly session: Session; readonly calls: OpenCalls; readonly programWide: readonly BoundHandlers[] };

/**
 * Every method of the contract that no program-wide feature handles needs the open ledger: it is looked up when it is called. With `only`,
 * a call is refused as soon as another ledger is open than the one it was meant for.
 */
function handlersOfOpenLedger({ session, calls, programWide }: OpenLedgerCalls, only: Ledger | null): BoundHandlers {
  const taken = new Set(programWide.flatMap((map) => [...map.keys()]));
  const pending = Object.keys(contract).filter((method) => !taken.has(method));
  return new Map(
    pending.map((method): [string, BoundHandler] => [
      method,
      (input) => {
        const current = session.current();
        if (current === null) return err(appError('ledger-not-open'));
        if (only !== null && current.ledger !== only) return err(appError('cancelled'));
        const handler = session.handler(method);
        return handler === undefined ? err(appError('unknown-method', { method })) : calls.track(input, () => watched(current.care, () => handler(input)));
      },
    ]),
  );
}

const changesTheLedger: ReadonlySet<string> = new Set(['administrations.create', 'administrations.open', 'administrations.close', 'ledger.restore']);

const opensAgain = (method: string, input: unknown, openId: string | null): boolean =>
  method === 'administrations.open' && openId !== null && typeof input === 'object' && input !== null && 'id' in input && input.id === openId;

/**
 * What still works on the open ledger ends before another one takes its place. Opening the one that is open already changes nothing and
 * stops nothing: a second window that starts up while the example is made must not end its making.
 */
const afterOpenCalls = (calls: OpenCalls, openId: () => string | null, handlers: BoundHandlers): BoundHandlers =>
  new Map(
    [...handlers].map(([method, handler]): [string, BoundHandler] => [
      method,
      changesTheLedger.has(method)
        ? async (input) => {
            if (opensAgain(method, input, openId())) return ok({ id: openId() });
            await calls.settle();
            return handler(input);
          }
        : handler,
    ]),
  );

/** How long the end of the program waits for a mail server: what is cut off then is asked about at the next start. */
const patienceMs = 10_000;

async function settledOrLate(calls: OpenCalls): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => void (timer = setTimeout(resolve, patienceMs)));
  await Promise.race([calls.settle(), late]);
  clearTimeout(timer);
}

const zAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.custom<AppError>((error) => typeof error === 'object' && error !== null && 'code' in error) }),
]);

async function* textStream(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
  await Promise.resolve();
}

type DemoWays = { readonly session: Session; readonly calls: OpenCalls; readonly writeQueue: WriteQueue; readonly dispatchInto: (ledger: Ledger) => Dispatch };

/** The example administration is made by calling the same methods that a user's clicks call, on its own ledger and on no other. */
function demoMaker({ parts, events, jobs }: Shared, { session, calls, writeQueue, dispatchInto }: DemoWays) {
  const frontDoorTo = (ledger: Ledger): FrontDoor => {
    const dispatch = dispatchInto(ledger);
    return {
      async call(method, input) {
        const answer = zAnswer.parse(JSON.parse(await dispatch(JSON.stringify({ method, input }))));
        return answer.ok ? ok(contract[method].output.parse(answer.value) as never) : err(answer.error);
      },
      async stage(name, text) {
        const staged = await parts.stagedFiles.stage(name, textStream(text), stagedFileLimit);
        if (staged === null) throw new Error('an example file is larger than what may be staged');
        return staged.stagedId;
      },
    };
  };
  return (create: (profile: CompanyProfile) => Result<{ readonly id: string }, AppError>): DemoContext => ({
    create: (profile) =>
      writeQueue.run(async () => {
        await calls.settle();
        const made = create(profile);
        if (!made.ok) return made;
        const ledger = session.current()?.ledger;
        return ledger === undefined ? err(appError('ledger-not-open')) : ok({ id: made.value.id, frontDoor: frontDoorTo(ledger) });
      }),
    clock: parts.clock,
    events,
    signalOf: (jobId) => jobs.signalOf(jobId),
  });
}

/** Builds the backend. Nothing is opened yet. */
export function createBackend(parts: BackendParts): Backend {
  const events = createEventBus();
  const jobs = createJobRegister();
  const writeQueue = createWriteQueue();
  const madeFiles = createMadeFiles({ ids: parts.ids, limitBytes: madeFilesLimit });
  let making = 0;
  const shared = { parts, events, jobs, madeFiles, isMaking: () => making > 0 };
  const whileMaking = async <T>(work: () => T | Promise<T>): Promise<T> => {
    making += 1;
    try {
      return await work();
    } finally {
      making -= 1;
    }
  };
  const session = createSession(shared);
  const calls = createOpenCalls((jobId) => jobs.cancel(jobId));
  const administration = { session, files: parts.administrationFiles, clock: parts.clock, ids: parts.ids, events };
  const dispatchTo = (handlers: BoundHandlers): Dispatch => createDispatch({ handlers, jobs, writeQueue, logger: parts.logger, ids: parts.ids });
  const demoIn = demoMaker(shared, { session, calls, writeQueue, dispatchInto: (ledger) => dispatchTo(handlersOfOpenLedger({ session, calls, programWide }, ledger)) });
  const programWide: readonly BoundHandlers[] = [
    new Map([...bind(demoIn((profile) => createKnown(administration, profile, true)), demoMethods)].map(([method, make]) => [method, (input: unknown) => whileMaking(() => make(input))])),
    afterOpenCalls(calls, () => session.current()?.known.id ?? null, new Map([...bind(administration, administrationMethods), ...bind(administration, restoreMethods)])),
    bind({ ...parts, files: parts.administrationFiles, current: () => session.current(), cancelJob: (jobId: string) => jobs.cancel(jobId) }, appMethods),
  ];
  const handlers = combine(...programWide, handlersOfOpenLedger({ session, calls, programWide }, null));
  const known = (path: string, name: string, country: string, isDemo: boolean): KnownAdministration => ({
    id: 'file',
    name,
    country,
    isDemo,
    lastOpenedAt: parts.clock.now(),
    path,
  });
  // In the queue of writes, so that nothing is opened, closed or restored meanwhile; one minute does not wait behind another.
  let isTicking = false;
  const tick = async (): Promise<void> => {
    if (isTicking) return;
    isTicking = true;
    await writeQueue.run(async () => session.current()?.care.tick()).finally(() => (isTicking = false));
  };
  const nothing = <T>(result: Result<T, AppError>): Result<null, AppError> => (result.ok ? ok(null) : result);
  return {
    dispatch: dispatchTo(handlers),
    events,
    stage: (name, stream) => parts.stagedFiles.stage(name, stream, stagedFileLimit),
    openFile: (token) => madeFiles.get(token),
    openPath: (path) => nothing(session.open(known(path, '', 'NL', false))),
    createAtPath: (path, profile, isDemo) => nothing(session.create(known(path, profile.name, profile.country, isDemo), profile)),
    async createDemoAtPath(path, request) {
      const create = (profile: CompanyProfile): Result<{ id: string }, AppError> => {
        const made = session.create(known(path, profile.name, profile.country, true), profile);
        return made.ok ? ok({ id: 'file' }) : made;
      };
      return nothing(await whileMaking(() => createDemo(demoIn(create), request, 'demo')));
    },
    copyBackup: (copy) => {
      const open = session.current();
      return open === null ? err(appError('ledger-not-open')) : copyBackup({ ...copy, ledgerPath: open.ledger.path });
    },
    exportInto: async (folder) => {
      const open = session.current();
      return open === null ? err(appError('ledger-not-open')) : exportLedger({ ledger: open.ledger, folder, now: parts.clock.now() });
    },
    tick,
    async close() {
      jobs.cancelAll();
      await writeQueue.idle();
      await settledOrLate(calls);
      session.close();
      await parts.background.close();
    },
  };
}
