/** A ledger with customers who are late, a real SMTP server that keeps what it takes, and the methods of the day's batch and the outbox. */
import { onTestFinished } from 'vitest';
import { createMadeFiles } from '../../src-main/api/madeFiles.ts';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { createPdfWriter } from '../../src-main/adapters/node/pdf/createPdfWriter.ts';
import { lawRateFilesIn } from '../../src-main/adapters/node/lawRateFiles.ts';
import { qrPng } from '../../src-main/adapters/node/qrPng.ts';
import { smtpMailer } from '../../src-main/adapters/node/smtpMailer.ts';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import { correspondenceMethods } from '../../src-main/features/dunning/correspondenceMethods.ts';
import { type DunningContext, dunningMethods } from '../../src-main/features/dunning/methods.ts';
import { createDayMemo } from '../../src-main/features/dunning/planDay.ts';
import { claimReader } from '../../src-main/features/law/claimReader.ts';
import { type OutboxContext, outboxMethods } from '../../src-main/features/outbox/methods.ts';
import { invoiceCopies } from '../../src-main/features/printing/invoiceCopies.ts';
import { outboxSettings } from '../../src-main/features/outbox/settingsMethods.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { type PlainDateText, plainDate } from '../../src-shared/dates.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { CustomerId, DocumentId, MessageId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import type { Result } from '../../src-shared/result.ts';
import { profile } from '../importers/importWorld.ts';
import { addDocument, book, seedParties } from './builders.ts';
import { now } from './ledgers.ts';
import { password, smtpServer } from './smtpServer.ts';

const fonts = new URL('../../resources/fonts/', import.meta.url).pathname;

const methods = { ...dunningMethods, ...correspondenceMethods, ...outboxMethods, ...outboxSettings };
export type OutboxMethod = keyof typeof methods & MethodName;
export type OutboxParts = DunningContext & OutboxContext;

/** One worker for all worlds of a test file: starting a thread is what costs. */
const background = createBackground({
  entries: {
    parse: new URL('../../src-main/features/imports/parseWorker.ts', import.meta.url),
    pdf: new URL('../../src-main/adapters/node/pdf/pdfWorker.ts', import.meta.url),
  },
  threadsPerKind: 1,
  timeoutMs: 60_000,
  memoryMb: 512,
});

/** Everything that the methods need; the PDF worker starts only when a letter is made. */
export function outboxParts(ledger: Ledger, today: () => PlainDateText): { readonly parts: OutboxParts; readonly secrets: Map<string, string>; readonly stop: AbortController } {
  let count = 0;
  const ids = { next: () => `id-${(count += 1)}` };
  const secrets = new Map<string, string>();
  const stop = new AbortController();
  const parts: OutboxParts = {
    ledger,
    clock: { today, now: () => `${today()}T10:00:${String((count += 1) % 60).padStart(2, '0')}.000Z` },
    ids,
    events: { emit: () => undefined },
    jobs: { signalOf: () => stop.signal },
    madeFiles: createMadeFiles({ ids, limitBytes: 50_000_000 }),
    mailer: smtpMailer,
    pdfWriter: createPdfWriter({ background, fontFolder: fonts }),
    qrImage: qrPng,
    secrets: { backend: 'session', get: async (name) => secrets.get(name) ?? null, set: async (name, value) => void secrets.set(name, value), remove: async (name) => void secrets.delete(name) },
    memo: createDayMemo(),
    copiesOf: invoiceCopies,
    claimsOf: claimReader(lawRateFilesIn({ resources: new URL('../../resources', import.meta.url).pathname, dataDir: new URL('../../resources', import.meta.url).pathname })),
  };
  return { parts, secrets, stop };
}

export async function callOutbox<M extends OutboxMethod>(parts: OutboxParts, method: M, input: InputOf<M>): Promise<Result<OutputOf<M>, AppError>> {
  // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
  const handler = methods[method] as unknown as (context: OutboxParts, input: InputOf<M>) => Promise<Result<OutputOf<M>, AppError>> | Result<OutputOf<M>, AppError>;
  const result = await handler(parts, input);
  if (result.ok) contract[method].output.parse(result.value);
  return result;
}

/** Customers 1 to `count`, each with an address for mail and for letters, and a bank that is known up to a day. */
export function seedOutbox(ledger: Ledger, { customers, bankUntil }: { readonly customers: number; readonly bankUntil: string }): void {
  seedParties(ledger);
  const own = { ...profile, tagline: 'Ontwerp', phone: '020 000 00 00', signerName: 'Merel Dijks', signerRole: 'administratie', ibans: ['NL91 ABNA 0417 1643 00'] };
  ledger.write((db) => {
    createAdministration(db, { profile: own, isDemo: false, createdAt: now });
    for (let id = 3; id <= customers; id += 1) {
      db.sqlite
        .prepare(
          `INSERT INTO customer (id, match_key, name, number, kind, country, language, attention, street, postcode, city, vat_number, registration_number, email, phone, channel, edited_fields, created_at)
           VALUES (?, ?, ?, '', 'business', 'NL', 'nl', '', '', '', '', '', '', '', '', 'email', '[]', ?)`,
        )
        .run(id, `name:${id}`, `Klant ${id} B.V.`, now);
    }
    db.sqlite.exec(`UPDATE customer SET country = 'NL', language = 'nl', email = 'crediteuren' || id || '@klant.example', street = 'Kade ' || id, postcode = '1234 AB', city = 'Voorbeeldstad'`);
    db.sqlite.prepare(`UPDATE statement SET closing_date = ?`).run(bankUntil);
  });
}

/** An invoice that fell due some time ago. */
export const issue = (ledger: Ledger, customerId: number, issued: string): DocumentId =>
  ledger.write((db) => {
    const issueDate = plainDate(issued);
    const documentId = addDocument(db, { customerId: customerId as CustomerId, kind: 'invoice', issueDate, total: cents(121_000) });
    book(db, { kind: 'invoice', on: issueDate, postings: invoiceIssued({ documentId, totalCents: cents(121_000) }) });
    return documentId;
  });

/** The way to the server as a user sets it. */
export const smtpSettings = (port: number, patch: { readonly user?: string; readonly maxPerDay?: number } = {}): InputOf<'settings.saveSmtp'> => ({
  settings: { host: '127.0.0.1', port, security: 'none', user: patch.user ?? '', fromName: 'Voorbeeld Studio', fromAddress: 'administratie@voorbeeld-studio.example', replyTo: '', maxPerDay: patch.maxPerDay ?? 100 },
  password: patch.user === undefined ? null : password,
});

export type OutboxWorld = Awaited<ReturnType<typeof outboxWorld>>;

/** The world of one test: two customers who are one day late on Friday 20 November 2026. */
export async function outboxWorld(ledger: Ledger, customers = 2) {
  let day = plainDate('2026-11-20');
  seedOutbox(ledger, { customers, bankUntil: '2026-11-19' });
  const { parts, secrets, stop } = outboxParts(ledger, () => day);
  const server = await smtpServer();
  onTestFinished(() => server.close());
  const documents = Array.from({ length: customers }, (_, index) => issue(ledger, index + 1, '2026-10-20'));
  const call = <M extends OutboxMethod>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>, AppError>> => callOutbox(parts, method, input);
  const must = async <M extends OutboxMethod>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  await must('settings.saveSmtp', smtpSettings(server.port));
  const all = async (): Promise<MessageId[]> => (await must('batch.list', {})).items.map((item) => item.messageId);
  return {
    ledger,
    parts,
    server,
    secrets,
    stop,
    documents,
    call,
    must,
    all,
    goTo: (to: string) => void (day = plainDate(to)),
    approveAll: async () => must('batch.approve', { jobId: 'job', messageIds: await all(), evenThoughBankIsOld: false }),
    send: (evenThoughBankIsOld = false) => must('outbox.send', { jobId: 'job', evenThoughBankIsOld }),
    rows: async () => (await must('outbox.list', { filter: 'all', query: '', offset: 0, limit: 100 })).rows,
    count: (sql: string) => Number(ledger.read.sqlite.prepare(sql).pluck().get()),
    run: (sql: string) => void ledger.write(({ sqlite }) => sqlite.exec(sql)),
  };
}
