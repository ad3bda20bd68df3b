/** The letters of the office: approved ones are printed in runs, the runs are logged, and each is posted later. */
import { createHash } from 'node:crypto';
import type { FileRef } from '../../../src-shared/contract/common.ts';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { labelFormats } from '../../domain/printing/labelSheets.ts';
import { onPreprintedPaper } from '../../domain/printing/ownPaper.ts';
import { bundlesOf, type PrintCandidate, planPrintRuns } from '../../domain/printing/planPrintRuns.ts';
import { type Carrier, carrierIn, type RegisteredLetter, senderListCsv, senderListSheet } from '../../domain/printing/senderList.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { changeState, type MessageRow, messagesInState } from '../../ledger/followUp/messages.ts';
import { letterPictures, readPaperSetting, sheetPictures } from '../../ledger/letters/paperSetting.ts';
import { addPrintRun, printedNotPosted } from '../../ledger/letters/printLog.ts';
import { stillTrue } from '../../ledger/followUp/sendCheck.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { Jobs } from '../../ports/jobs.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter, PrintFile } from '../../ports/pdfWriter.ts';
import { type FrozenLetter, frozenLetter } from './frozenContent.ts';
import { makePrintFile } from './printFile.ts';
import { type PrintWords, printWords } from './printWords.ts';

type PrintContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events; readonly jobs: Jobs; readonly madeFiles: MadeFiles; readonly pdfWriter: PdfWriter };
type Printed = OutputOf<'outbox.print'>;
type Candidate = PrintCandidate & { readonly message: MessageRow; readonly frozen: FrozenLetter };
type RunKind = 'ordinary' | 'registered';

const approvedLetters = (db: ReadableDb): MessageRow[] => messagesInState(db, 'approved').filter((message) => message.channel === 'letter');

/** Takes back the letters that are no longer true: what was paid since approval is not put into an envelope. */
function cancelUntrue({ ledger, clock }: PrintContext, letters: readonly MessageRow[]): number {
  return ledger.write((db) => {
    const untrue = letters.flatMap((message) => {
      const failure = stillTrue(db, message, clock.today());
      return failure === null ? [] : [{ message, failure }];
    });
    for (const { message, failure } of untrue) changeState(db, message.messageId, { from: ['approved'], to: 'cancelled', at: clock.now(), detail: '', sent: null, failure, isAttempt: false });
    return untrue.length;
  });
}

function candidateOf(message: MessageRow, registered: ReadonlySet<MessageId>): Candidate {
  const frozen = frozenLetter(message);
  const { letter, post, sending } = frozen;
  const { postcode, country, name } = post;
  return { id: message.messageId, window: letter.window.side, language: letter.language, country, postcode, name, isRegistered: sending !== null || registered.has(message.messageId), isOrdinaryToo: sending === 'registered-and-ordinary', message, frozen };
}

const registeredLetter = ({ frozen: { post }, message }: Candidate): RegisteredLetter => ({ ...post, reference: message.reference, barcode: '' });

type Counter = { readonly carrier: Carrier; readonly words: PrintWords; readonly labels: InputOf<'outbox.print'>['labels'] };
type CounterFiles = Pick<Printed['runs'][number], 'senderCsv' | 'senderSheet' | 'labels' | 'labelsProblem'>;
const noCounterFiles: CounterFiles = { senderCsv: null, senderSheet: null, labels: null, labelsProblem: null };

/** What goes to the counter with registered letters: the list twice, and labels where they were asked for. */
async function counterFiles(context: PrintContext, run: readonly Candidate[], { carrier, words, labels }: Counter): Promise<Result<CounterFiles, AppError>> {
  const profile = readProfile(context.ledger.read);
  const { language, country } = profile;
  const date = context.clock.today();
  const languageTag = `${language}-${country}`;
  const letters = run.map(registeredLetter);
  const lines = [profile.street, `${profile.postcode} ${profile.city}`.trim(), profile.registrationNumber];
  const sheet = await context.pdfWriter.sheet(senderListSheet({ issuer: { name: profile.name, lines }, language, languageTag, date }, { letters, carrier }));
  if (!sheet.ok) return sheet;
  const put = (name: string, mime: string, bytes: Uint8Array): FileRef => context.madeFiles.put({ name: `${name}-${date}.${mime === 'text/csv' ? 'csv' : 'pdf'}`, mime, bytes, isPreview: mime !== 'text/csv' });
  const addresses = run.map(({ frozen }) => frozen.letter.address);
  const stuck = labels === null ? null : await context.pdfWriter.labels({ sheet: { ...labelFormats[labels.format], skip: labels.skip }, addresses, title: words.labels, languageTag, date });
  return ok({
    senderCsv: put(words.senderFile, 'text/csv', new TextEncoder().encode(senderListCsv(letters, language))),
    senderSheet: put(words.senderFile, 'application/pdf', sheet.value.bytes),
    // An address that is too large for a label keeps no letter from the post.
    labels: stuck?.ok === true ? put(words.labelFile, 'application/pdf', stuck.value.bytes) : null,
    labelsProblem: stuck === null || stuck.ok ? null : { code: stuck.error.code, params: { ...stuck.error.params } },
  });
}

/** Only what is in the file stands in the log and on the list for the counter. */
function inFile(run: readonly Candidate[], { printed }: PrintFile): readonly { readonly candidate: Candidate; readonly firstPage: number; readonly pages: number }[] {
  return printed.flatMap(({ index, firstPage, pages }) => {
    const candidate = run[index];
    return candidate === undefined ? [] : [{ candidate, firstPage, pages }];
  });
}

type Made = { readonly run: Printed['runs'][number] | null; readonly printed: readonly MessageId[]; readonly refused: Printed['refused'] };
type Ask = InputOf<'outbox.print'> & { readonly kind: RunKind; readonly total: number; readonly before: number };

async function makeRun(context: PrintContext, run: readonly Candidate[], ask: Ask): Promise<Result<Made, AppError>> {
  const { ledger, clock, events, jobs, madeFiles, pdfWriter } = context;
  const { country, language } = readProfile(ledger.read);
  const { kind, jobId, isDuplex } = ask;
  const words = printWords[language];
  const date = clock.today();
  const onProgress = (made: number): void => events.emit({ type: 'jobProgress', jobId, done: ask.before + made, total: ask.total, label: 'print' });
  const { isPreprinted } = readPaperSetting(ledger.read);
  const items = run.map(({ frozen: { letter, enclosures } }) => ({ letter: isPreprinted ? onPreprintedPaper(letter) : letter, enclosures }));
  const pictures = { ...letterPictures(ledger.read, items.map(({ letter }) => letter)), ...sheetPictures(ledger.read, items.flatMap(({ enclosures }) => enclosures)) };
  const asked = { items, count: items.length, pictures, title: words[kind], languageTag: `${language}-${country}`, date, isDuplex };
  const made = await makePrintFile(pdfWriter, asked, { onProgress, signal: jobs.signalOf(jobId) });
  if (!made.ok && (made.error.code === 'cancelled' || made.error.code === 'print-file-not-written' || made.error.code === 'internal')) return made;
  const refusedAt = made.ok ? made.value.refused : run.map((_, index) => ({ index, error: made.error }));
  const refused = refusedAt.flatMap(({ index, error: { code, params } }) => {
    const message = run[index]?.message;
    return message === undefined ? [] : [{ messageId: message.messageId, customerName: message.customerName, reason: { code, params: { ...params } } }];
  });
  if (!made.ok) return ok({ run: null, printed: [], refused });
  const printed = inFile(run, made.value);
  const carrier = kind === 'registered' ? carrierIn(country) : null;
  const candidates = printed.map(({ candidate }) => candidate);
  const extra = carrier === null ? ok(noCounterFiles) : await counterFiles(context, candidates, { carrier, words, labels: ask.labels });
  if (!extra.ok) return extra;
  const { content, pages } = made.value;
  const name = `${words.file[kind]}-${date}.pdf`;
  const letters = printed.map(({ candidate, firstPage, pages: count }, index) => ({ messageId: candidate.message.messageId, position: index + 1, firstPage, pages: count }));
  const fileSha256 = createHash('sha256').update(content).digest('hex');
  const printRunId = ledger.write((db) => addPrintRun(db, { at: clock.now(), kind, carrier, isDuplex, fileName: name, fileSha256, pages, letters }));
  const file = madeFiles.put({ name, mime: 'application/pdf', bytes: content, isPreview: true });
  return ok({ run: { printRunId, kind, file, letters: letters.length, pages, bundles: [...bundlesOf(candidates)], carrier, ...extra.value }, printed: letters.map(({ messageId }) => messageId), refused });
}

/** Prints approved letters; see the contract. Errors: `cancelled`, `print-file-not-written`, what the list for the counter refuses. */
export async function printLetters(context: PrintContext, input: InputOf<'outbox.print'>): Promise<Result<Printed, AppError>> {
  const { ledger, events } = context;
  const wanted = input.messageIds === null ? null : new Set(input.messageIds);
  const chosen = (): MessageRow[] => approvedLetters(ledger.read).filter((message) => wanted === null || wanted.has(message.messageId));
  const cancelled = cancelUntrue(context, chosen());
  if (cancelled > 0) events.emit({ type: 'ledgerChanged', areas: ['messages', 'dunning', 'customers'] });
  const registered = new Set(input.registered);
  const plan = planPrintRuns(chosen().map((message) => candidateOf(message, registered)));
  const total = plan.ordinary.length + plan.registered.length;
  const runs: Printed['runs'] = [];
  const printed = new Set<MessageId>();
  const refused = new Map<MessageId, Printed['refused'][number]>();
  for (const kind of ['ordinary', 'registered'] as const) {
    if (plan[kind].length === 0) continue;
    const made = await makeRun(context, plan[kind], { ...input, kind, total, before: kind === 'ordinary' ? 0 : plan.ordinary.length });
    if (!made.ok) return made;
    if (made.value.run !== null) runs.push(made.value.run);
    for (const messageId of made.value.printed) printed.add(messageId);
    for (const letter of made.value.refused) refused.set(letter.messageId, letter);
  }
  if (runs.length > 0) events.emit({ type: 'ledgerChanged', areas: ['messages'] });
  return ok({ runs, letters: printed.size, cancelled, refused: [...refused.values()] });
}

/** What lies on the table: letters to print, and printed ones that wait to be posted, run by run. */
export function printList({ ledger, clock }: PrintContext): Result<OutputOf<'outbox.printList'>, AppError> {
  const db = ledger.read;
  const marks = new Map(printedNotPosted(db).map((mark) => [mark.messageId, mark]));
  const row = (message: MessageRow) => {
    const { messageId, customerName, step, cents } = message;
    return { messageId, customerName, step, cents, sending: frozenLetter(message).sending };
  };
  const letters = approvedLetters(db);
  const byId = new Map(letters.map((message) => [message.messageId, message]));
  const runs = new Map<number, OutputOf<'outbox.printList'>['printed'][number]>();
  for (const { messageId, printRunId, at, kind } of marks.values()) {
    const message = byId.get(messageId);
    if (message === undefined) continue;
    const run = runs.get(printRunId) ?? { printRunId, printedAt: at, kind, letters: [] };
    run.letters.push({ ...row(message), untrue: stillTrue(db, message, clock.today()) });
    runs.set(printRunId, run);
  }
  return ok({ toPrint: letters.filter(({ messageId }) => !marks.has(messageId)).map((message) => ({ ...row(message), untrue: null })), printed: [...runs.values()] });
}
