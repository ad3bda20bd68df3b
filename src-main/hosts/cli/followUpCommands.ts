/** The day's messages: what is due, its letters as files, and sending. The same planner, the same checks and the same outbox as the screens. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRef } from '../../../src-shared/contract/common.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { appError, type AppError, type ErrorCode, type Problem } from '../../../src-shared/errors.ts';
import type { MessageId } from '../../../src-shared/ids.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { answer, asProblem, type Command, type CommandContext, type CommandOutcome, type LedgerCommand } from './command.ts';
import type { OptionName } from './commandLine.ts';
import { withDecimals } from './decimals.ts';

type Item = OutputOf<'batch.list'>['items'][number];
type Approval = { readonly approved: number; readonly refused: readonly Problem[] };

const jobId = 'command-line';
/** A reason in the wire's words; its code is one of ours, because it comes from this very program. */
const reasonProblem = ({ code, params }: { readonly code: string; readonly params: AppError['params'] }): Problem => asProblem(appError(code as ErrorCode, params));

async function due({ call }: CommandContext): Promise<CommandOutcome> {
  const overview = await call('today.overview', {});
  if (!overview.ok) return overview;
  const batch = await call('batch.list', {});
  if (!batch.ok) return batch;
  const { decide, call: toCall, overdue } = withDecimals('today.overview', overview.value) as Readonly<Record<string, unknown>>;
  return answer({ ...(withDecimals('batch.list', batch.value) as object), decide, call: toCall, overdue });
}

/** A file name of letters, digits and dashes only, whatever the customer is called. */
const plainName = (text: string): string => text.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').toLowerCase().slice(0, 60);

function writePdf({ backend, line }: CommandContext, item: Pick<Item, 'messageId' | 'customerName'>, pdf: FileRef | null): string | null {
  const made = pdf === null ? null : backend.openFile(pdf.token);
  if (made === null) return null;
  const path = join(line.options.out ?? '.', `${String(item.messageId).padStart(6, '0')}-${plainName(item.customerName)}.pdf`);
  writeFileSync(path, made.bytes, { mode: 0o600 });
  return path;
}

async function approve({ call, line }: CommandContext, items: readonly Item[]): Promise<Result<Approval, AppError>> {
  // A letter with consequences is approved where a person reads it, not by a schedule.
  const messageIds: readonly MessageId[] = items.filter(({ blocked, approval }) => blocked === null && approval === 'batch').map(({ messageId }) => messageId);
  const blocked = items.flatMap(({ blocked: reason, approval }) => (reason !== null ? [reasonProblem(reason)] : approval === 'batch' ? [] : [asProblem(appError('letter-one-by-one'))]));
  if (messageIds.length === 0) return ok({ approved: 0, refused: blocked });
  const approved = await call('batch.approve', { jobId, messageIds: [...messageIds], evenThoughBankIsOld: line.options['even-though-bank-is-old'] === true });
  if (!approved.ok) return approved;
  return ok({ approved: approved.value.approved, refused: [...blocked, ...approved.value.refused.map(({ reason }) => reasonProblem(reason))] });
}

/** Without `--posted` nothing changes: the files are what would be sent. With it the letters on paper are approved and count as posted today. */
async function letters(context: CommandContext): Promise<CommandOutcome> {
  const { call, line } = context;
  const batch = await call('batch.list', {});
  if (!batch.ok) return batch;
  mkdirSync(line.options.out ?? '.', { recursive: true });
  const files: object[] = [];
  const problems: Problem[] = [];
  const { items: shown } = withDecimals('batch.list', batch.value) as { items: readonly object[] };
  for (const [index, item] of batch.value.items.entries()) {
    const made = item.blocked === null ? await call('batch.preview', { messageId: item.messageId }) : null;
    if (made?.ok === true) files.push({ file: writePdf(context, item, made.value.pdf), ...shown[index] });
    else problems.push(made === null ? reasonProblem(item.blocked ?? { code: 'internal', params: {} }) : asProblem(made.error));
  }
  if (line.options.posted !== true) return answer({ today: batch.value.today, files }, problems);
  const approved = await approve(context, batch.value.items.filter(({ channel, blocked }) => channel === 'letter' && blocked === null));
  if (!approved.ok) return approved;
  // What was approved on an earlier day may have been paid since: printing looks once more and takes back what is no longer true.
  const looked = await call('outbox.print', { jobId });
  if (!looked.ok) return looked;
  const waiting = await call('outbox.list', { filter: 'waiting', query: '', offset: 0, limit: 1000 });
  if (!waiting.ok) return waiting;
  const messageIds = waiting.value.rows.filter(({ channel }) => channel === 'letter').map(({ messageId }) => messageId);
  for (const row of waiting.value.rows.filter(({ channel }) => channel === 'letter')) {
    const stored = await call('outbox.get', { messageId: row.messageId });
    if (stored.ok) writePdf(context, row, stored.value.pdf);
  }
  const posted = messageIds.length === 0 ? ok({ posted: 0 }) : await call('outbox.markPosted', { messageIds, on: batch.value.today });
  return posted.ok ? answer({ today: batch.value.today, files, ...posted.value }, [...problems, ...approved.value.refused]) : posted;
}

/** Approves the day's e-mails and sends what is approved; what was sent before is never sent again. */
async function send(context: CommandContext): Promise<CommandOutcome> {
  const { call } = context;
  const batch = await call('batch.list', {});
  if (!batch.ok) return batch;
  const approved = await approve(context, batch.value.items.filter(({ channel }) => channel === 'email'));
  if (!approved.ok) return approved;
  const sent = await call('outbox.send', { jobId, evenThoughBankIsOld: context.line.options['even-though-bank-is-old'] === true });
  if (!sent.ok) return sent;
  const { problem: stopped, ...counts } = sent.value;
  const problems = [...approved.value.refused, ...(stopped === null ? [] : [reasonProblem(stopped)])];
  return answer({ today: batch.value.today, approved: approved.value.approved, ...counts }, problems);
}

const command = (usage: string, summary: string, options: readonly OptionName[], needs: readonly OptionName[], run: LedgerCommand['run']): Command => ({ usage, summary, options, needs, takesPaths: false, ledger: 'open', run });

export const followUpCommands: readonly (readonly [string, Command])[] = [
  ['due', command('--ledger F --today D', 'what is to be sent, decided and called about on a day', [], ['ledger', 'today'], due)],
  ['letters', command('--ledger F --today D --out DIR [--posted]', 'writes the letters of a day as PDF files', ['posted', 'even-though-bank-is-old'], ['ledger', 'today', 'out'], letters)],
  ['send', command('--ledger F --today D [--even-though-bank-is-old]', 'approves and sends the e-mails of a day, once', ['even-though-bank-is-old'], ['ledger', 'today'], send)],
];
