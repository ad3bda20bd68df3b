/** Commands about one ledger file: make it, ask it, prove it, copy it, carry everything out of it. */
import { text as textOf } from 'node:stream/consumers';
import { type CompanyProfile, zCompanyProfile } from '../../../src-shared/contract/administrations.ts';
import type { CallInput, MethodName } from '../../../src-shared/contract/index.ts';
import { zSmtpSettings } from '../../../src-shared/contract/dunning.ts';
import { appError, problem } from '../../../src-shared/errors.ts';
import { err } from '../../../src-shared/result.ts';
import { answer, type Command, type CommandContext, type CommandOutcome, type LedgerCommand } from './command.ts';
import { mistake, type OptionName } from './commandLine.ts';
import { withDecimals } from './decimals.ts';
import { readJson } from './givenFiles.ts';

const emptyProfile: CompanyProfile = {
  name: '', tagline: '', street: '', postcode: '', city: '', country: 'NL', language: 'nl', registrationNumber: '', vatNumber: '', phone: '', email: '',
  website: '', ibans: [], bic: '', accountName: '', signerName: '', signerRole: '', accentColour: '#0b5a5e', logo: '', windowOffset: { x: 0, y: 0 },
};

async function init({ line, backend }: CommandContext): Promise<CommandOutcome> {
  const { ledger = '', company = '' } = line.options;
  const given = readJson(company);
  const profile = zCompanyProfile.safeParse(typeof given === 'object' && given !== null ? { ...emptyProfile, ...given } : given);
  if (!profile.success) {
    const [issue] = profile.error.issues;
    return err(appError('bad-request', { field: issue?.path.join('.') ?? '', finding: issue?.code ?? '' }, { file: company }));
  }
  const created = backend.createAtPath(ledger, profile.data, false);
  return created.ok ? answer({ ledger, name: profile.data.name, ibans: profile.data.ibans }) : created;
}

async function demo({ line, backend, call }: CommandContext): Promise<CommandOutcome> {
  const { ledger = '', seed = '7', invoices = '1000' } = line.options;
  if (!/^\d{1,9}$/.test(seed)) return mistake('--seed takes a whole number');
  const count = /^\d{1,7}$/.test(invoices) ? Number(invoices) : 0;
  if (count < 50 || count > 1_000_000) return mistake('--invoices takes a number from 50 to 1000000');
  const made = await backend.createDemoAtPath(ledger, { seed: Number(seed), invoices: count });
  if (!made.ok) return made;
  const state = await call('app.state', {});
  if (!state.ok) return state;
  const list = await call('aging.list', { asOf: state.value.today, basis: 'due' });
  if (!list.ok) return list;
  const { customers, ...figures } = list.value;
  return answer({ ledger, seed: Number(seed), ...(withDecimals('aging.list', figures) as object), customersWithBalance: customers.length });
}

/** A command that is one question to the backend. */
const asking = <M extends MethodName>(method: M, input: (context: CommandContext, today: string) => CallInput<M>) =>
  async (context: CommandContext): Promise<CommandOutcome> => {
    const state = await context.call('app.state', {});
    if (!state.ok) return state;
    const reply = await context.call(method, input(context, state.value.today));
    return reply.ok ? answer(withDecimals(method, reply.value) as object) : reply;
  };

async function verify({ call }: CommandContext): Promise<CommandOutcome> {
  const found = await call('ledger.verify', {});
  if (!found.ok) return found;
  const broken = found.value.checks.filter((check) => !check.ok);
  return answer(found.value, broken.map(({ name, detail }) => problem('error', 'ledger-damaged', { finding: `${name}: ${detail}` })));
}

async function backup({ line, call, backend }: CommandContext): Promise<CommandOutcome> {
  const { to: folder = '' } = line.options;
  const made = await call('ledger.backup', {});
  if (!made.ok) return made;
  const copied = backend.copyBackup({ name: made.value.name, sha256: made.value.sha256, folder });
  return copied.ok ? answer({ ...made.value, ...copied.value, verified: true }) : copied;
}

async function exportTo({ line, backend }: CommandContext): Promise<CommandOutcome> {
  const { to: folder = '' } = line.options;
  const written = await backend.exportInto(folder);
  return written.ok ? answer({ folder, files: written.value }) : written;
}

/** The password comes through standard input, so that it stands in no list of commands; nothing there keeps the one that is stored. */
async function smtp({ line, call }: CommandContext): Promise<CommandOutcome> {
  const { settings: file = '' } = line.options;
  const settings = zSmtpSettings.safeParse(readJson(file));
  if (!settings.success) return err(appError('bad-request', { field: settings.error.issues[0]?.path.join('.') ?? '', finding: settings.error.issues[0]?.code ?? '' }, { file }));
  const typed = process.stdin.isTTY ? '' : (await textOf(process.stdin)).replace(/\r?\n$/, '');
  const saved = await call('settings.saveSmtp', { settings: settings.data, password: typed === '' ? null : typed });
  return saved.ok ? answer({ host: settings.data.host, port: settings.data.port, passwordSaved: typed !== '' }) : saved;
}

type Form = { readonly usage: string; readonly summary: string; readonly details?: readonly string[]; readonly needs: readonly OptionName[]; readonly options?: readonly OptionName[]; readonly ledger?: LedgerCommand['ledger'] };
const command = ({ usage, summary, details = [], needs, options = [], ledger = 'open' }: Form, run: LedgerCommand['run']): Command => ({ usage, summary, details, needs, options, takesPaths: false, ledger, run });

const companyNotes: Readonly<Partial<Record<keyof CompanyProfile, string>>> = {
  name: 'needed; every other field may be left out',
  country: 'NL or BE',
  language: 'nl, fr, en or de: of letters to customers whose own is not known',
  registrationNumber: 'KvK (NL) or KBO (BE) number; letters need it',
  ibans: 'a list; the first is printed in letters',
  accountName: 'as the bank knows it',
  accentColour: '#rrggbb',
  logo: 'PNG or JPEG as a data URL',
  windowOffset: '{"x": mm to the right, "y": mm down} for the address',
};
/** The fields of the file of `--company`, all of them: they come from the profile itself. */
const companyFields: readonly string[] = [
  'FILE.json is one object with these fields:',
  ...(Object.keys(emptyProfile) as (keyof CompanyProfile)[]).map((name) => `  ${name}${companyNotes[name] === undefined ? '' : `: ${companyNotes[name]}`}`),
];

export const ledgerCommands: readonly (readonly [string, Command])[] = [
  ['init', command({ usage: '--ledger F --company FILE.json', summary: 'makes an empty ledger for a company', details: companyFields, needs: ['ledger', 'company'], ledger: 'make' }, init)],
  ['demo', command({ usage: '--ledger F [--seed N] [--invoices N] [--as-of D]', summary: 'makes an example ledger', needs: ['ledger'], options: ['seed', 'invoices', 'as-of'], ledger: 'make' }, demo)],
  ['match', command({ usage: '--ledger F', summary: 'matches receipts with invoices where that is certain', needs: ['ledger'] }, asking('matching.run', () => ({})))],
  [
    'aging',
    command(
      { usage: '--ledger F [--as-of D] [--basis due|issue]', summary: 'who owes what, and for how long', needs: ['ledger'], options: ['as-of', 'basis'] },
      asking('aging.list', ({ line }, today) => ({ asOf: line.asOf ?? today, basis: line.options.basis === 'issue' ? 'issue' : 'due' })),
    ),
  ],
  ['dso', command({ usage: '--ledger F [--as-of D]', summary: 'days sales outstanding and their trend', needs: ['ledger'], options: ['as-of'] }, asking('insight.dso', ({ line }, today) => ({ asOf: line.asOf ?? today, months: 24 })))],
  ['verify', command({ usage: '--ledger F', summary: 'checks everything that must hold', needs: ['ledger'] }, verify)],
  ['backup', command({ usage: '--ledger F --to DIR', summary: 'makes a verified copy', needs: ['ledger', 'to'] }, backup)],
  ['export', command({ usage: '--ledger F --to DIR', summary: 'writes everything into an empty folder', needs: ['ledger', 'to'] }, exportTo)],
  ['smtp', command({ usage: '--ledger F --settings FILE.json < PASSWORD', summary: 'sets the mail server', needs: ['ledger', 'settings'] }, smtp)],
];
