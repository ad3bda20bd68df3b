/** The whole program without a window: a real backend on real files and real workers, with a mailer and a day that a test holds in hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOnDay } from '../../src-main/adapters/node/clock.ts';
import { nodePorts } from '../../src-main/adapters/node/nodePorts.ts';
import { sessionSecrets } from '../../src-main/adapters/node/secrets.ts';
import { createBackend } from '../../src-main/backend.ts';
import type { OutgoingMail, SendOutcome } from '../../src-main/ports/mailer.ts';
import type { CompanyProfile } from '../../src-shared/contract/administrations.ts';
import { type CallInput, contract, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { MessageId } from '../../src-shared/ids.ts';
import { camtFile, type Movement, ublFile, type InvoiceFacts } from '../importers/importFiles.ts';
import { type File, ownIban, profile } from '../importers/importWorld.ts';

export const company: CompanyProfile = { ...profile, tagline: 'Advies', phone: '020 000 00 00', signerName: 'Jo Jansen', ibans: ['NL91ABNA0417164300', ownIban] };

type Answer<M extends MethodName> = { readonly ok: true; readonly value: OutputOf<M> } | { readonly ok: false; readonly error: { readonly code: string; readonly params: Record<string, unknown> } };

const workers = {
  parse: new URL('../../src-main/features/imports/parseWorker.ts', import.meta.url),
  pdf: new URL('../../src-main/adapters/node/pdf/pdfWorker.ts', import.meta.url),
  match: new URL('../../src-main/features/matching/matchWorker.ts', import.meta.url),
};
const accepted: SendOutcome = { kind: 'accepted', response: '250 taken' };

export type Office = Awaited<ReturnType<typeof createOffice>>;

/** Opens an administration on the day; `send` stands for the mail server. */
export async function createOffice(day: string, own: CompanyProfile = company) {
  const place = mkdtempSync(join(tmpdir(), 'termijn-office-'));
  let today = plainDate(day);
  const clock = { today: () => today, now: () => clockOnDay(today).now() };
  const mails: OutgoingMail[] = [];
  const server = { send: (_mail: OutgoingMail): Promise<SendOutcome> => Promise.resolve(accepted) };
  const ports = nodePorts({ dataDir: place, clock, secrets: sessionSecrets(), workers, resources: join(import.meta.dirname, '..', '..', 'resources') });
  const mailer = {
    send: (_to: unknown, mail: OutgoingMail) => {
      mails.push(mail);
      return server.send(mail);
    },
  };
  const backend = createBackend({ host: 'cli', version: '0', changelog: () => '', ...ports, mailer });
  let jobs = 0;
  const job = (): string => `job-${(jobs += 1)}`;
  const ask = async <M extends MethodName>(method: M, input: CallInput<M>): Promise<Answer<M>> => JSON.parse(await backend.dispatch(JSON.stringify({ method, input }))) as Answer<M>;
  const call = async <M extends MethodName>(method: M, input: CallInput<M>): Promise<OutputOf<M>> => {
    const answer = await ask(method, input);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return contract[method].output.parse(answer.value) as OutputOf<M>;
  };
  const take = async (files: readonly File[]) => {
    const stagedIds: string[] = [];
    for (const { name, content } of files) {
      const staged = await backend.stage(name, (async function* () { yield await Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content); })());
      if (staged !== null) stagedIds.push(staged.stagedId);
    }
    const { previewId } = await call('imports.preview', { jobId: job(), stagedIds, mappings: {} });
    return call('imports.commit', { jobId: job(), previewId, accounts: {} });
  };
  const { id } = await call('administrations.create', { profile: own });
  await call('settings.saveSmtp', {
    settings: { host: 'localhost', port: 2525, security: 'none', user: '', fromName: own.name, fromAddress: 'administratie@voorbeeld-studio.example', replyTo: '', maxPerDay: 100 },
    password: null,
  });
  let statements = 0;
  return {
    id, ask, call, take, mails, server, job, place, backend,
    setDay: (next: string) => { today = plainDate(next); },
    invoice: (facts: InvoiceFacts) => take([ublFile({ email: 'crediteuren@dehoek.example', contact: 'Crediteuren', ...facts })]),
    receive: (...movements: Movement[]) => take([camtFile({ number: String((statements += 1)), opening: 0, movements })]),
    approveAll: async () => {
      const { items } = await call('batch.list', {});
      return call('batch.approve', { jobId: job(), messageIds: items.map((item) => item.messageId), evenThoughBankIsOld: true });
    },
    send: () => call('outbox.send', { jobId: job(), evenThoughBankIsOld: true }),
    outbox: async () => (await call('outbox.list', { filter: 'all', query: '', offset: 0, limit: 100 })).rows,
    message: (messageId: MessageId) => call('outbox.get', { messageId }),
    close: async () => {
      await backend.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
