/** Proofs of delivery and sending: files that a person adds to an invoice, a message or a customer, to go along with later messages. */
import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { isPdf, pictureTypeOf } from '../../domain/printing/pictureType.ts';
import { proofSheet } from '../../domain/printing/proofSheet.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { isDocumentOf } from '../../ledger/documents/documentOwner.ts';
import { messageById } from '../../ledger/followUp/messages.ts';
import { addProof, largestProof, proofById, proofBytes, type ProofMime, proofsOf, setProofEnclosed, setProofRemoved, type StoredPicture } from '../../ledger/letters/proofs.ts';
import { logEvent, readProfile } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';

export type ProofContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly events: Events;
  readonly madeFiles: MadeFiles;
  readonly pdfWriter: PdfWriter;
  readonly stagedFiles: StagedFiles;
};
type Methods = 'proofs.list' | 'proofs.limits' | 'proofs.add' | 'proofs.open' | 'proofs.enclose' | 'proofs.remove';

const mostPages = 20;
/** All pages of a proof as pictures together: what goes along with a letter has to stay as small as the file itself. */
const largestPages = 2 * largestProof;

const typeOf = (bytes: Uint8Array): ProofMime | null => pictureTypeOf(bytes) ?? (isPdf(bytes) ? 'application/pdf' : null);

type Read = { readonly name: string; readonly bytes: Uint8Array; readonly mime: ProofMime; readonly pages: readonly StoredPicture[] };

/** The uploaded file with its pages, each looked at: names and what the sender says of it count for nothing. */
async function readStaged({ stagedFiles }: ProofContext, { stagedId, pages }: InputOf<'proofs.add'>): Promise<Result<Read, AppError>> {
  const bytes = await stagedFiles.read(stagedId);
  const name = stagedFiles.find(stagedId)?.name.slice(0, 200) ?? '';
  if (bytes === null) return err(appError('proof-type', { name }));
  const tooLarge = err(appError('proof-too-large', { name, limit: largestProof / 1_000_000, pages: mostPages }));
  if (bytes.length > largestProof) return tooLarge;
  const mime = typeOf(bytes);
  const pictures: StoredPicture[] = [];
  for (const page of pages) {
    const picture = await stagedFiles.read(page);
    const type = picture === null ? null : pictureTypeOf(picture);
    if (picture === null || type === null || mime === null) return err(appError('proof-type', { name }));
    pictures.push({ mime: type, bytes: picture });
  }
  if (pictures.reduce((sum, picture) => sum + picture.bytes.length, 0) > largestPages) return tooLarge;
  return mime === null ? err(appError('proof-type', { name })) : ok({ name: name === '' ? 'bewijs' : name, bytes, mime, pages: pictures });
}

/** A page that cannot be drawn would keep every later letter from being made: it is tried before it is kept. */
async function isDrawable({ ledger, clock, pdfWriter }: ProofContext, { pages }: Read): Promise<boolean> {
  const { language, country, name: company } = readProfile(ledger.read);
  const frame = { issuer: { name: company, lines: [] }, language, languageTag: `${language}-${country}`, date: clock.today() };
  const pictures = pages.map(({ mime, bytes }) => `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`);
  return (await pdfWriter.sheet(proofSheet(frame, { kind: 'other', name: '', about: '', pictures }))).ok;
}

function ownerProblem({ ledger }: ProofContext, { customerId, documentId, messageId }: InputOf<'proofs.add'>): AppError | null {
  if (customerFields(ledger.read, customerId) === null) return appError('not-found', { what: 'customer', id: customerId });
  if (documentId !== null && !isDocumentOf(ledger.read, documentId, customerId)) return appError('not-found', { what: 'document', id: documentId });
  if (messageId !== null && messageById(ledger.read, messageId)?.customerId !== customerId) return appError('not-found', { what: 'message', id: messageId });
  return null;
}

async function add(context: ProofContext, input: InputOf<'proofs.add'>): Promise<Result<OutputOf<'proofs.add'>, AppError>> {
  const { ledger, clock, events, stagedFiles } = context;
  const problem = ownerProblem(context, input);
  if (problem !== null) return err(problem);
  const read = await readStaged(context, input);
  if (!read.ok) return read;
  if (!(await isDrawable(context, read.value))) return err(appError('proof-type', { name: read.value.name }));
  const { customerId, documentId, messageId, kind, isEnclosed } = input;
  const { name, mime, bytes, pages } = read.value;
  const proofId = ledger.write((db) => {
    const id = addProof(db, { customerId, documentId, messageId, kind, name, mime, isEnclosed, bytes, pages, at: clock.now() });
    logEvent(db, { at: clock.now(), actor: 'person', kind: 'proof-added', subject: 'proof', subjectId: id, detail: { customerId, documentId, messageId, kind, name, isEnclosed } });
    return id;
  });
  for (const staged of [input.stagedId, ...input.pages]) await stagedFiles.remove(staged);
  events.emit({ type: 'ledgerChanged', areas: ['customers', 'documents', 'dunning'] });
  return ok({ proofId });
}

type Change = { readonly kind: 'proof-enclosed' | 'proof-removed'; readonly detail: Readonly<Record<string, unknown>> };
function change({ ledger, clock, events }: ProofContext, { proofId }: Pick<InputOf<'proofs.remove'>, 'proofId'>, { kind, detail, make }: Change & { readonly make: (db: Parameters<Parameters<Ledger['write']>[0]>[0]) => boolean }): Result<{ done: true }, AppError> {
  const isChanged = ledger.write((db) => {
    if (!make(db)) return false;
    logEvent(db, { at: clock.now(), actor: 'person', kind, subject: 'proof', subjectId: proofId, detail });
    return true;
  });
  if (!isChanged) return err(appError('not-found', { what: 'proof', id: proofId }));
  events.emit({ type: 'ledgerChanged', areas: ['customers', 'documents', 'dunning'] });
  return ok({ done: true });
}

export const proofMethods: Handlers<ProofContext, Methods> = {
  'proofs.list': ({ ledger }, { customerId }) =>
    ok({
      proofs: proofsOf(ledger.read, customerId).map(({ proofId, kind, name, mime, size, pages, documentId, documentNumber, messageId, messageReference, isEnclosed, addedAt }) => ({
        proofId, kind, name, mime, size, pages: pages.length, documentId, documentNumber, messageId, messageReference, isEnclosed, addedAt,
      })),
    }),
  'proofs.limits': () => ok({ bytes: largestProof, pages: mostPages }),
  'proofs.add': add,
  'proofs.open': ({ ledger, madeFiles }, { proofId }) => {
    const proof = proofById(ledger.read, proofId);
    const bytes = proofBytes(ledger.read, proofId);
    if (proof === null || bytes === null) return err(appError('not-found', { what: 'proof', id: proofId }));
    return ok(madeFiles.put({ name: proof.name, mime: proof.mime, bytes, isPreview: true }));
  },
  'proofs.enclose': (context, { proofId, isEnclosed }) => change(context, { proofId }, { kind: 'proof-enclosed', detail: { isEnclosed }, make: (db) => setProofEnclosed(db, proofId, isEnclosed) }),
  'proofs.remove': (context, { proofId, isRemoved }) =>
    change(context, { proofId }, { kind: 'proof-removed', detail: { isRemoved }, make: (db) => setProofRemoved(db, proofId, isRemoved ? context.clock.now() : null) }),
};
