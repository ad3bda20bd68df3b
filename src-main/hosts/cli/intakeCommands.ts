/** `parse`: what a file holds, without a ledger. `import`: the same preview and the same booking as on the screen. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { type AppError, problem, type Problem } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { parseOnly, stagedFileLimit } from '../../backend.ts';
import { answer, type Command, type CommandContext, type CommandOutcome } from './command.ts';
import { mistake } from './commandLine.ts';
import { withDecimals } from './decimals.ts';
import { filesAt, pathProblem, streamOf } from './givenFiles.ts';

type Answers = Record<string, 'ours' | 'not-ours'>;
const bare = (account: string): string => account.replaceAll(/\s/g, '').toUpperCase();

async function parse(kind: 'bank' | 'invoice', paths: readonly string[]): Promise<CommandOutcome> {
  const files: { readonly file: string; readonly format: string | null; readonly problems: readonly Problem[] }[] = [];
  for (const path of filesAt(paths)) {
    const unread = pathProblem(path, stagedFileLimit);
    if (unread === null) files.push({ ...(await parseOnly(kind, { name: basename(path), bytes: readFileSync(path) })), file: path });
    else files.push({ file: path, format: null, ...(kind === 'bank' ? { statements: [] } : { documents: [] }), problems: [unread] });
  }
  // A refused file says why in its own problems; the document holds nothing beside `files`.
  const refused = files.filter(({ format }) => format === null).flatMap(({ problems }) => problems);
  return ok({ value: { files }, problems: refused });
}

/** Whose accounts these are: what was typed, and the accounts in the profile of the company. */
async function accountAnswers({ line, call }: CommandContext, previews: readonly FilePreview[]): Promise<Result<Answers, AppError>> {
  const profile = await call('administrations.profile', {});
  if (!profile.ok) return profile;
  const own = new Set(profile.value.ibans.map(bare));
  const typed = new Map((line.options.account ?? []).map((text) => [bare(text.slice(0, text.indexOf('='))), text.endsWith('=not-ours') ? ('not-ours' as const) : ('ours' as const)]));
  const answers: Answers = {};
  for (const { account, ownership } of previews.flatMap((file) => (file.kind === 'bank' ? file.statements : []))) {
    const said = typed.get(bare(account)) ?? (own.has(bare(account)) || line.options.accounts === 'ours' ? 'ours' : null);
    if (said !== null && ownership === 'unknown') answers[account] = said;
  }
  return ok(answers);
}

/** Files of the other kind, and statements of accounts about which nobody has said whose they are: then nothing is taken in. */
function refusals(kind: 'bank' | 'invoices', previews: readonly FilePreview[], answers: Answers): readonly Problem[] {
  const others = previews.filter((file) => file.kind !== kind && file.kind !== 'refused');
  const unanswered = previews
    .flatMap((file) => (file.kind === 'bank' ? file.statements : []))
    .filter(({ account, ownership }) => ownership === 'unknown' && answers[account] === undefined)
    .map(({ account }) => account);
  return [
    ...others.map(({ file }) => problem('error', 'import-other-kind', { file }, { file })),
    ...[...new Set(unanswered)].map((account) => account === '' ? problem('error', 'bank-account-unnamed') : problem('error', 'bank-account-unanswered', { account })),
  ];
}

function shownFile(preview: FilePreview): object {
  if (preview.kind !== 'invoices') return preview;
  const { table: _table, ...shown } = preview;
  return shown;
}

async function importFiles(context: CommandContext, kind: 'bank' | 'invoices'): Promise<CommandOutcome> {
  const { line, call, backend } = context;
  if ((line.options.account ?? []).some((text) => !/^[A-Za-z0-9 ]{5,40}=(ours|not-ours)$/.test(text))) return mistake('--account takes IBAN=ours or IBAN=not-ours');
  if (line.options.accounts !== undefined && line.options.accounts !== 'ours') return mistake('--accounts takes ours');
  const paths = filesAt(line.words);
  const unread = paths.flatMap((path) => pathProblem(path, stagedFileLimit) ?? []);
  if (unread.length > 0 || paths.length === 0) return answer({ importId: null, files: [] }, unread);
  const stagedIds: string[] = [];
  for (const path of paths) {
    const staged = await backend.stage(basename(path), streamOf(path));
    if (staged !== null) stagedIds.push(staged.stagedId);
  }
  const preview = await call('imports.preview', { jobId: 'command-line', stagedIds, mappings: {} });
  if (!preview.ok) return preview;
  const { previewId, files } = preview.value;
  const answers = await accountAnswers(context, files);
  if (!answers.ok) return answers;
  const { files: shown } = withDecimals('imports.preview', { files: files.map(shownFile) }) as { files: unknown };
  const refused = refusals(kind, files, answers.value);
  if (refused.length > 0) {
    await call('imports.discard', { previewId });
    return answer({ importId: null, files: shown }, refused);
  }
  const committed = await call('imports.commit', { jobId: 'command-line', previewId, accounts: answers.value });
  if (!committed.ok) return err(committed.error);
  const { importId, counts, problems } = committed.value;
  // On the wire a code is any text, so that an older window can show a newer program's; here both come from this program.
  return answer({ importId, counts, files: shown }, problems as readonly Problem[]);
}

const parseCommand = (kind: 'bank' | 'invoice', summary: string): Command => ({
  usage: 'PATH…',
  summary,
  options: [],
  needs: [],
  takesPaths: true,
  ledger: 'none',
  run: ({ line }) => parse(kind, line.words),
});
const importCommand = (kind: 'bank' | 'invoices', summary: string): Command => ({
  usage: `--ledger F PATH…${kind === 'bank' ? ' [--account IBAN=ours|not-ours]… [--accounts ours]' : ''}`,
  summary,
  options: kind === 'bank' ? ['account', 'accounts'] : [],
  needs: ['ledger'],
  takesPaths: true,
  ledger: 'open',
  run: (context) => importFiles(context, kind),
});

export const intakeCommands: readonly (readonly [string, Command])[] = [
  ['parse bank', parseCommand('bank', 'what bank files hold; no ledger needed')],
  ['parse invoice', parseCommand('invoice', 'what invoice files and lists hold; no ledger needed')],
  ['import invoices', importCommand('invoices', 'takes invoices and lists in; the same file twice changes nothing')],
  ['import bank', importCommand('bank', 'takes bank statements in and matches what is certain')],
];
