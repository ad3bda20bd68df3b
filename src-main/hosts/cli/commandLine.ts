/** What was typed, as data. Pure, so that every form and every mistake is a row in a test. */
import { parseArgs } from 'node:util';
import { type PlainDateText, parsePlainDate } from '../../../src-shared/dates.ts';
import { isLanguage, type Language } from '../../../src-shared/locales/languages.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';

const optionKinds = {
  ledger: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  'data-dir': { type: 'string' },
  today: { type: 'string' },
  'as-of': { type: 'string' },
  company: { type: 'string' },
  seed: { type: 'string' },
  invoices: { type: 'string' },
  account: { type: 'string', multiple: true },
  accounts: { type: 'string' },
  basis: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  settings: { type: 'string' },
  posted: { type: 'boolean' },
  'even-though-bank-is-old': { type: 'boolean' },
  help: { type: 'boolean' },
  country: { type: 'string' },
  kind: { type: 'string' },
  principal: { type: 'string', multiple: true },
  from: { type: 'string' },
  payment: { type: 'string', multiple: true },
  cost: { type: 'string', multiple: true },
  rate: { type: 'string' },
  surcharge: { type: 'string' },
  simple: { type: 'boolean' },
  'no-clause': { type: 'boolean' },
  'contract-before-2013': { type: 'boolean' },
  outsourced: { type: 'boolean' },
  'vat-not-deductible': { type: 'boolean' },
  charged: { type: 'string' },
  missed: { type: 'string' },
  regular: { type: 'boolean' },
  postage: { type: 'string' },
  clause: { type: 'string' },
  minimum: { type: 'string' },
  maximum: { type: 'string' },
  of: { type: 'string' },
  sent: { type: 'string' },
  channel: { type: 'string' },
  due: { type: 'string' },
  'term-agreed': { type: 'boolean' },
  received: { type: 'string' },
  delivered: { type: 'string' },
  accepted: { type: 'string' },
  notice: { type: 'string' },
  'notice-until': { type: 'string' },
  'large-creditor': { type: 'boolean' },
  days: { type: 'string' },
  expressly: { type: 'boolean' },
  'large-buyer': { type: 'boolean' },
  supplied: { type: 'string' },
  periodic: { type: 'boolean' },
  interruption: { type: 'string', multiple: true },
  returns: { type: 'string' },
} as const;
export type OptionName = keyof typeof optionKinds;
type Values = { readonly [Name in OptionName]?: (typeof optionKinds)[Name] extends { multiple: true } ? readonly string[] : (typeof optionKinds)[Name]['type'] extends 'boolean' ? boolean : string };

/** Known to every command. */
export const commonOptions: readonly OptionName[] = ['json', 'lang', 'data-dir', 'today'];

export type CommandLine = {
  /** One or two words: `aging`, `parse bank`; `help` when nothing was typed. */
  readonly command: string;
  /** The words after it that are no options: paths, mostly. */
  readonly words: readonly string[];
  readonly options: Values;
  readonly today: PlainDateText | null;
  readonly asOf: PlainDateText | null;
  readonly language: Language;
  readonly isJson: boolean;
};

/** A sentence for whoever typed it. */
export type UsageMistake = { readonly usage: string };
export const mistake = (usage: string): { readonly ok: false; readonly error: UsageMistake } => err({ usage });

const twoWordCommands = new Set(['parse', 'import', 'law']);

function dateOf(values: Values, name: 'today' | 'as-of'): Result<PlainDateText | null, UsageMistake> {
  const text = values[name];
  if (text === undefined) return ok(null);
  const date = parsePlainDate(text);
  return date === null ? mistake(`--${name} takes a date such as 2026-11-21`) : ok(date);
}

function readArguments(argv: readonly string[]): Result<{ readonly values: Values; readonly positionals: readonly string[] }, UsageMistake> {
  try {
    return ok(parseArgs({ args: [...argv], options: optionKinds, allowPositionals: true }));
  } catch (thrown) {
    return mistake(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Reads the arguments after the program's name: `--name value` or `--name=value`; `--` ends the options. */
export function parseCommandLine(argv: readonly string[]): Result<CommandLine, UsageMistake> {
  const read = readArguments(argv);
  if (!read.ok) return read;
  const { values: options, positionals } = read.value;
  const today = dateOf(options, 'today');
  if (!today.ok) return today;
  const asOf = dateOf(options, 'as-of');
  if (!asOf.ok) return asOf;
  const language = options.lang ?? 'en';
  if (!isLanguage(language)) return mistake('--lang takes nl, en or fr');
  const [first = 'help', second, ...others] = positionals;
  const isTwo = twoWordCommands.has(first) && second !== undefined;
  const command = isTwo ? `${first} ${second}` : first;
  const words = isTwo ? others : positionals.slice(1);
  if (options.help === true) return ok({ command: 'help', words: [command], options, today: today.value, asOf: asOf.value, language, isJson: options.json === true });
  return ok({ command, words, options, today: today.value, asOf: asOf.value, language, isJson: options.json === true });
}
