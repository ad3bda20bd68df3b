import { zipSync } from 'fflate';
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { dossierWordsIn } from '../../domain/printing/dossierWords.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customerRead.ts';
import { addHold } from '../../ledger/followUp.ts';
import { logEvent, readProfile } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import { dossierOf } from './dossier.ts';
import type { DossierClaims } from './dossierTypes.ts';
import { drawDossier } from './drawDossier.ts';

export type PrintingContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly madeFiles: MadeFiles;
  readonly pdfWriter: PdfWriter;
  /** What the law adds to a customer's debt today; the law is another feature's. */
  readonly claimsOf: (customerId: CustomerId) => Result<DossierClaims, AppError>;
};
type Methods = 'dossier.make';

/** Whoever took the file over needs time; after that somebody looks at it again. */
const handoverMonths = 12;
/** The same for every archive, so that the same dossier has the same bytes. */
const archiveDate = new Date(1980, 0, 1);

/** Pauses our own follow-up, with the reason and an end after which it is looked at again. */
function pause({ ledger, clock }: PrintingContext, { customerId, recipient }: InputOf<'dossier.make'>): PlainDateText {
  const until = addMonths(clock.today(), handoverMonths);
  const { handedOver } = dossierWordsIn(readProfile(ledger.read).language);
  ledger.write((db) => addHold(db, { customerId, documentId: null, reason: handedOver(recipient), until, at: clock.now() }));
  return until;
}

async function make(context: PrintingContext, input: InputOf<'dossier.make'>): Promise<Result<OutputOf<'dossier.make'>, AppError>> {
  const { ledger, clock, events, jobs, madeFiles, pdfWriter } = context;
  const { customerId, recipient, stopsFollowUp, jobId } = input;
  const today = clock.today();
  const customer = customerFields(ledger.read, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const claims = context.claimsOf(customerId);
  if (!claims.ok) return claims;
  const dossier = dossierOf(ledger.read, { customerId, today, recipient: [recipient], claims: claims.value });
  if (dossier === null) return err(appError('not-found', { what: 'customer', id: customerId }));
  const onProgress = (done: number, total: number): void => events.emit({ type: 'jobProgress', jobId, done, total, label: 'dossier' });
  const drawn = await drawDossier(dossier, { pdfWriter, onProgress, signal: jobs.signalOf(jobId) });
  if (!drawn.ok) return drawn;
  const { files, portfolio: bytes } = drawn.value;
  const archive = zipSync(Object.fromEntries(files.map((one) => [one.name, one.bytes])), { mtime: archiveDate, level: 6 });
  const name = `dossier-${customer.name.normalize('NFKD').replaceAll(/[^\w]+/g, '-').slice(0, 60)}-${today}`;
  const file = madeFiles.put({ name: `${name}.zip`, mime: 'application/zip', bytes: archive, isPreview: false });
  const portfolio = madeFiles.put({ name: `${name}.pdf`, mime: 'application/pdf', bytes, isPreview: false });
  ledger.write((db) => logEvent(db, { at: clock.now(), actor: 'person', kind: 'dossier-made', subject: 'customer', subjectId: customerId, detail: { files: files.length, recipient, stopsFollowUp } }));
  const pausedUntil = stopsFollowUp ? pause(context, input) : null;
  events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
  return ok({ file, portfolio, files: files.length, pausedUntil });
}

export const printingMethods: Handlers<PrintingContext, Methods> = { 'dossier.make': make };
