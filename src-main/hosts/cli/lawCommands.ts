/** `law …`: what the law says about an amount or a day, with its working. Needs no ledger; the user's own file of rates counts when it is there. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { problem } from '../../../src-shared/errors.ts';
import { type Cents, cents, decimalFromCents, zeroCents } from '../../../src-shared/money.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { defaultDataFolder } from '../../adapters/node/dataFolder.ts';
import { lawRateFilesIn } from '../../adapters/node/lawRateFiles.ts';
import { askLaw, type LawAmount, type LawAnswer, type LawDate, type LawQuestion, loadRates } from '../../backend.ts';
import { answer, type Command, type CommandOutcome } from './command.ts';
import type { CommandLine, OptionName } from './commandLine.ts';
import { type Flags, flagsOf, readFlags } from './lawFlags.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

const isCents = (name: string, value: unknown): value is number => name.endsWith('Cents') && typeof value === 'number';
/** Amounts as decimal strings, and names without the unit. */
const shown = (record: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]: [string, unknown]) => [name.replace(/Cents$/, '').replace(/^ratePercent$/, 'rate'), isCents(name, value) ? decimalFromCents(cents(value)) : value]));

/** The fields of the promise first, then whatever the rule knows beside them. */
function shownAnswer(value: LawAmount | LawDate, line: CommandLine): object {
  const { working, doubts, rule, source, confidence, ...others } = value;
  const worded = doubts.map((doubt) => ({ ...doubt, text: reasonText(doubt, line.language) }));
  return { ...shown(others), working: working.map(shown), rule, source, confidence, doubts: worded };
}

function documentOf(found: LawAnswer, line: CommandLine): object {
  if (found.kind !== 'none') return shownAnswer(found.value, line);
  const { reason } = found;
  return { amount: null, date: null, working: [], rule: 'nothing-due', source: '', confidence: 'confirmed', doubts: [{ ...reason, text: reasonText(reason, line.language) }] };
}

function ask(line: CommandLine, read: (flags: Flags) => LawQuestion): CommandOutcome {
  const question = readFlags(() => read(flagsOf(line)));
  if (!question.ok) return question;
  const dataDir = line.options['data-dir'] ?? defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env });
  const { table, problems } = loadRates(lawRateFilesIn({ resources, dataDir }));
  const found = askLaw(question.value, table);
  return found.ok ? answer(documentOf(found.value, line), problems) : answer({}, [...problems, problem('error', found.error.code, found.error.params)]);
}

function agreedOf(flags: Flags, country: 'NL' | 'BE', kind: string): Extract<LawQuestion, { topic: 'interest' }>['about']['agreed'] {
  const [percent, points] = [flags.percent('rate'), flags.percent('surcharge')];
  if (percent !== null && points !== null) return flags.wrong('--rate and --surcharge exclude each other');
  if (percent !== null) return { kind: 'rate', percent };
  if (points !== null) return { kind: 'surcharge', points };
  // Without a rate the most that a clause may ask is shown, with the condition beside it; without a clause it is a civil claim.
  return country === 'BE' && kind === 'consumer' && !flags.is('no-clause') ? { kind: 'clause' } : { kind: 'none' };
}

function interest(flags: Flags): LawQuestion {
  const [country, kind, principals] = [flags.country(), flags.kind(null), flags.principals()];
  if (principals.length > 1) return flags.wrong('law interest takes one --principal; each claim has its own interest');
  const [from, to] = [flags.needed('from'), flags.needed('to')];
  if (to < from) return flags.wrong('--to lies before --from');
  return {
    topic: 'interest',
    about: {
      country,
      kind,
      principalCents: principals[0] ?? zeroCents,
      from,
      to,
      payments: flags.datedAmounts('payment').map((payment) => ({ ...payment, isPrincipalOnly: false })),
      costs: flags.datedAmounts('cost').map(({ date, amountCents }) => ({ dueFrom: date, amountCents })),
      free: [],
      agreed: agreedOf(flags, country, kind),
      isSimple: flags.is('simple'),
      basis: flags.choice('basis', ['365', 'actual'], '365'),
      isContractBefore2013: flags.is('contract-before-2013'),
    },
  };
}

function costs(flags: Flags): LawQuestion {
  const [country, kind] = [flags.country(), flags.kind('consumer')];
  const isReminder = country === 'BE' && kind === 'consumer';
  if (isReminder && flags.text('missed') === null) return flags.wrong('a Belgian consumer owes an indemnity (law indemnity), or the cost of a reminder: then give --missed, and --regular for regular deliveries');
  const reminder = isReminder ? { isRegularDelivery: flags.is('regular'), missedThisYear: flags.count('missed', null), channel: channelOf(flags), postageCents: flags.amount('postage') } : null;
  return {
    topic: 'costs',
    about: {
      country,
      kind,
      principals: country === 'NL' ? flags.principals() : [],
      vat: { isOutsourced: flags.is('outsourced'), canDeductVat: !flags.is('vat-not-deductible') },
      alreadyChargedCents: flags.amount('charged'),
      invoices: flags.count('invoices', 1),
      reminder,
    },
  };
}

function indemnity(flags: Flags): LawQuestion {
  const [country, kind] = [flags.country(), flags.kind('consumer')];
  const percent = flags.percent('clause');
  const maximum: Cents | null = flags.text('maximum') === null ? null : flags.amount('maximum');
  const needsPrincipal = kind === 'consumer' || percent !== null;
  return {
    topic: 'indemnity',
    about: {
      country,
      kind,
      principals: needsPrincipal ? flags.principals() : [],
      invoices: flags.count('invoices', 1),
      clause: percent === null ? null : { percent, minimumCents: flags.amount('minimum'), maximumCents: maximum },
    },
  };
}

const channelOf = (flags: Flags): 'letter' | 'email' => (flags.choice('channel', ['post', 'letter', 'email'], 'post') === 'email' ? 'email' : 'letter');
const interruptions = ['demand', 'reminder', 'acknowledgment', 'summons', 'authorised-notice'] as const;

function received(flags: Flags) {
  const invoiceReceivedOn = flags.date('received');
  return invoiceReceivedOn === null ? null : { invoiceReceivedOn, goodsReceivedOn: flags.date('delivered'), acceptedOn: flags.date('accepted') };
}

function deadlineOfDefault(flags: Flags): LawQuestion {
  const [sentOn, notice] = [flags.date('sent'), flags.date('notice')];
  return {
    topic: 'default',
    about: {
      country: flags.country(),
      kind: flags.kind(null),
      dueDate: flags.date('due'),
      isTermAgreed: flags.is('term-agreed'),
      received: received(flags),
      notice: notice === null ? null : { sentOn: notice, lastDay: flags.date('notice-until') ?? notice },
      firstReminder: sentOn === null ? null : { sentOn, channel: channelOf(flags) },
      isSmallCreditor: !flags.is('large-creditor'),
      hasClause: !flags.is('no-clause'),
    },
  };
}

/** The day on which the letter went, `--sent`; `--from` is understood too. */
function letterTerm(flags: Flags): LawQuestion {
  if (flags.kind('consumer') !== 'consumer') return flags.wrong('only a consumer has the term of a free letter; choose another --of');
  return { topic: 'letter-term', about: { country: flags.country(), sentOn: flags.date('sent') ?? flags.date('from') ?? flags.needed('sent'), channel: channelOf(flags) } };
}

function deadline(flags: Flags): LawQuestion {
  const of = flags.choice('of', ['letter', 'default', 'payment-term', 'prescription', 'vat-refund'], 'letter');
  if (of === 'letter') return letterTerm(flags);
  if (of === 'default') return deadlineOfDefault(flags);
  if (of === 'payment-term') {
    const agreedDays = flags.text('days') === null ? null : flags.count('days', null);
    const start = received(flags) ?? { invoiceReceivedOn: flags.needed('received'), goodsReceivedOn: null, acceptedOn: null };
    return { topic: 'payment-term', about: { ...start, country: flags.country(), agreedDays, isExpresslyAgreed: flags.is('expressly'), isLargeBuyer: flags.is('large-buyer') } };
  }
  if (of === 'prescription') {
    const interrupted = flags.datedWords('interruption', interruptions).map(({ date, word }) => ({ on: date, kind: word }));
    return { topic: 'prescription', about: { country: flags.country(), kind: flags.kind(null), supplied: flags.choice('supplied', ['goods', 'services'], 'goods'), isPeriodic: flags.is('periodic'), dueDate: flags.needed('due'), interruptions: interrupted } };
  }
  if (flags.country() === 'BE') return flags.wrong('Belgium has no fixed day for the refund of VAT on an unpaid invoice');
  const dueDate = flags.date('due');
  return { topic: 'vat-refund', about: { dueDate, invoiceReceivedOn: dueDate ?? flags.needed('received'), returns: flags.choice('returns', ['month', 'quarter', 'year'], 'quarter') } };
}

type Form = { readonly usage: string; readonly summary: string; readonly needs: readonly OptionName[]; readonly options: readonly OptionName[] };
const command = (form: Form, read: (flags: Flags) => LawQuestion): Command => ({ ...form, takesPaths: false, ledger: 'none', run: ({ line }) => Promise.resolve(ask(line, read)) });

export const lawCommands: readonly (readonly [string, Command])[] = [
  [
    'law interest',
    command(
      {
        usage: '--country NL|BE --kind trade|consumer|civil --principal A --from D --to D [--payment D:A]… [--cost D:A]… [--rate P | --surcharge P] [--simple] [--basis 365|actual] [--no-clause] [--contract-before-2013]',
        summary: 'interest from the first day that counts (--from) to the first that no longer does (--to), with its working; no ledger needed',
        needs: ['country', 'kind', 'principal', 'from', 'to'],
        options: ['payment', 'cost', 'rate', 'surcharge', 'simple', 'basis', 'no-clause', 'contract-before-2013'],
      },
      interest,
    ),
  ],
  [
    'law costs',
    command(
      {
        usage: '--country NL|BE [--kind trade|consumer|civil] --principal A… [--outsourced --vat-not-deductible] [--charged A] | BE trade: [--invoices N] | BE consumer: --missed N [--regular] [--channel post|email] [--postage A]',
        summary: 'collection costs over the sum of the principals; the 40 euros; the cost of a reminder',
        needs: ['country'],
        options: ['kind', 'principal', 'outsourced', 'vat-not-deductible', 'charged', 'invoices', 'missed', 'regular', 'channel', 'postage'],
      },
      costs,
    ),
  ],
  [
    'law indemnity',
    command(
      {
        usage: '--country NL|BE [--kind trade|consumer] --principal A [--clause P [--minimum A] [--maximum A]] [--invoices N]',
        summary: 'the most a Belgian consumer owes by clause; between businesses a clause, or 40 euros by law',
        needs: ['country'],
        options: ['kind', 'principal', 'clause', 'minimum', 'maximum', 'invoices'],
      },
      indemnity,
    ),
  ],
  [
    'law deadline',
    command(
      {
        usage:
          '--country NL|BE [--of letter] --sent D [--channel post|email] | --of default --kind K [--due D] [--term-agreed] [--received D] [--notice D] | --of payment-term --received D [--days N] | --of prescription --kind K --due D [--interruption D:KIND]… | --of vat-refund --due D',
        summary: 'the last day without charges after a free letter, the first day of default, the last day to pay, of prescription, of the VAT refund',
        needs: ['country'],
        options: ['kind', 'of', 'sent', 'from', 'channel', 'due', 'term-agreed', 'received', 'delivered', 'accepted', 'notice', 'notice-until', 'large-creditor', 'no-clause', 'days', 'expressly', 'large-buyer', 'supplied', 'periodic', 'interruption', 'returns'],
      },
      deadline,
    ),
  ],
];
