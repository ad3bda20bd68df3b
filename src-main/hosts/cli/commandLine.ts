/** What was typed, as data. Pure, so that every form and every mistake is a row in a test. */
import { type PlainDateText, parsePlainDate } from '../../../src-shared/dates.ts';
import { isLanguage, type Language } from '../../../src-shared/locales/languages.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';

export type CommandLine = {
  /** The first word, such as `aging`; `help` when nothing was typed. */
  readonly command: string;
  /** The words after it that are no options. */
  readonly words: readonly string[];
  /** A ledger file, for scripts; otherwise the administration that was opened last in the data folder is used. */
  readonly ledger: string | null;
  readonly dataDir: string | null;
  readonly today: PlainDateText | null;
  readonly language: Language;
  /** JSON instead of text for people. */
  readonly isJson: boolean;
  /** Options of the command itself, `--name=value` or `--name`. */
  readonly options: ReadonlyMap<string, string>;
};

/** A sentence for the user about what was typed. */
export type UsageMistake = { readonly message: string };

type Common = { -readonly [Key in 'ledger' | 'dataDir' | 'today' | 'language' | 'isJson']: CommandLine[Key] };

/** Options that every command knows. Answers false when the name is not one of them, and a mistake when the value does not fit. */
function takeCommon(common: Common, name: string, value: string | null): Result<boolean, UsageMistake> {
  const needsValue = ['ledger', 'data-dir', 'today', 'lang'].includes(name);
  if (needsValue && (value === null || value === '')) return err({ message: `--${name} needs a value: --${name}=…` });
  const text = value ?? '';
  if (name === 'ledger') common.ledger = text;
  else if (name === 'data-dir') common.dataDir = text;
  else if (name === 'json') common.isJson = true;
  else if (name === 'today') {
    common.today = parsePlainDate(text);
    if (common.today === null) return err({ message: '--today takes a date such as 2026-11-21' });
  } else if (name === 'lang') {
    if (!isLanguage(text)) return err({ message: '--lang takes nl, en or fr' });
    common.language = text;
  } else return ok(false);
  return ok(true);
}

/** Reads the arguments after the program's name. Options are written `--name=value`; `--` ends them. */
export function parseCommandLine(argv: readonly string[]): Result<CommandLine, UsageMistake> {
  const common: Common = { ledger: null, dataDir: null, today: null, language: 'en', isJson: false };
  const options = new Map<string, string>();
  const words: string[] = [];
  let isOver = false;
  for (const argument of argv) {
    if (isOver || !argument.startsWith('--')) words.push(argument);
    else if (argument === '--') isOver = true;
    else {
      const [, name = '', , value = null] = /^--([a-z][a-z-]{0,40})(=([\s\S]*))?$/.exec(argument) ?? [];
      if (name === '') return err({ message: `${argument} is not an option` });
      const taken = takeCommon(common, name, value);
      if (!taken.ok) return taken;
      if (!taken.value) options.set(name, value ?? '');
    }
  }
  const [command = 'help', ...rest] = words;
  return ok({ command, words: rest, options, ...common });
}
