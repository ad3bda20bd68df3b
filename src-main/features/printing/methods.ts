import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { recipientLines, registerProblem } from '../../domain/printing/handoverRecipient.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { addHandover, type HandoverParty, handoverPartyById } from '../../ledger/customers/handover.ts';
import { logEvent, readProfile } from '../../ledger/settings.ts';
import type { Archiver } from '../../ports/archiver.ts';
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
  readonly archiver: Archiver;
  readonly pdfWriter: PdfWriter;
  /** What the law adds to a customer's debt today; the law is another feature's. */
  readonly claimsOf: (customerId: CustomerId) => Result<DossierClaims, AppError>;
};
type Methods = 'dossier.make';

/** What a window can hand out at once. */
const archiveLimit = 250 * 1024 * 1024;

/** Whom the dossier is for: null for nobody yet. Handing over needs somebody who may write to this customer. */
function partyFor({ ledger, claimsOf }: PrintingContext, { partyId, stopsFollowUp, customerId }: InputOf<'dossier.make'>): Result<HandoverParty | null, AppError> {
  const party = partyId === null ? null : handoverPartyById(ledger.read, partyId);
  if (partyId !== null && party === null) return err(appError('not-found', { what: 'handover-party', id: partyId }));
  if (!stopsFollowUp) return ok(party);
  if (party === null) return err(appError('handover-party-missing'));
  const claims = claimsOf(customerId);
  if (!claims.ok) return claims;
  const problem = registerProblem(party.fields, claims.value.kind === 'consumer' ? 'consumer' : 'business');
  return problem === null ? ok(party) : err(problem);
}

async function make(context: PrintingContext, input: InputOf<'dossier.make'>): Promise<Result<OutputOf<'dossier.make'>, AppError>> {
  const { ledger, archiver, clock, events, jobs, madeFiles, pdfWriter } = context;
  const { customerId, stopsFollowUp, jobId } = input;
  const today = clock.today();
  const customer = customerFields(ledger.read, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const party = partyFor(context, input);
  if (!party.ok) return party;
  const claims = context.claimsOf(customerId);
  if (!claims.ok) return claims;
  const { language, country } = readProfile(ledger.read);
  const recipient = party.value === null ? [] : recipientLines(party.value.fields, language, country === 'BE' ? 'BE' : 'NL');
  const dossier = dossierOf(ledger.read, { customerId, today, recipient, claims: claims.value });
  if (dossier === null) return err(appError('not-found', { what: 'customer', id: customerId }));
  const onProgress = (done: number, total: number): void => events.emit({ type: 'jobProgress', jobId, done, total, label: 'dossier' });
  const drawn = await drawDossier(dossier, { pdfWriter, onProgress, signal: jobs.signalOf(jobId) });
  if (!drawn.ok) return drawn;
  const { files, portfolio: bytes } = drawn.value;
  const archive = await archiver.zip(files.map((one) => ({ name: one.name, bytes: () => one.bytes })), archiveLimit);
  if (archive === null) return err(appError('file-too-large', { limitMb: archiveLimit / 1024 / 1024 }));
  const name = `dossier-${customer.name.normalize('NFKD').replaceAll(/[^\w]+/g, '-').slice(0, 60)}-${today}`;
  const file = madeFiles.put({ name: `${name}.zip`, mime: 'application/zip', bytes: archive, isPreview: false });
  const portfolio = madeFiles.put({ name: `${name}.pdf`, mime: 'application/pdf', bytes, isPreview: false });
  const to = stopsFollowUp ? party.value : null;
  ledger.write((db) => {
    const at = clock.now();
    logEvent(db, { at, actor: 'person', kind: 'dossier-made', subject: 'customer', subjectId: customerId, detail: { files: files.length, to: party.value?.fields.name ?? '', stopsFollowUp } });
    if (to !== null) addHandover(db, { customerId, party: to, on: today, at });
  });
  events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
  return ok({ file, portfolio, files: files.length, handedOverTo: to?.fields.name ?? null });
}

export const printingMethods: Handlers<PrintingContext, Methods> = { 'dossier.make': make };
