/** What was typed for `law …`, flag by flag: each reader answers a value or the sentence that says what is wrong with the flag. */
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, parseDecimalCents, zeroCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type CommandLine, mistake, type OptionName, type UsageMistake } from './commandLine.ts';

export type Read<T> = Result<T, UsageMistake>;
export type Country = 'NL' | 'BE';
export type ClaimKind = 'trade' | 'consumer' | 'civil';
export type DatedAmount = { readonly date: PlainDateText; readonly amountCents: Cents };

/** Values of a line read one after another; the first mistake ends it. */
export function readFlags<T>(read: () => T): Read<T> {
  try {
    return ok(read());
  } catch (thrown) {
    if (thrown instanceof FlagMistake) return err({ usage: thrown.message });
    throw thrown;
  }
}

/** Never leaves this folder: `readFlags` makes it the answer. */
class FlagMistake extends Error {}
const wrong = (sentence: string): never => {
  throw new FlagMistake(sentence);
};

const largestAmount = 100_000_000_000_00;

export function amountOf(text: string, name: string): Cents {
  const value = parseDecimalCents(text);
  if (value === null || value < 0 || value > largestAmount) return wrong(`--${name} takes an amount such as 1234.50, not ${text}`);
  return value;
}

function dateOf(text: string, name: string): PlainDateText {
  return parsePlainDate(text) ?? wrong(`--${name} takes a date such as 2026-11-21, not ${text}`);
}

/** The flags of one command line by name. Every flag but the two that repeat is one text. */
export function flagsOf(line: CommandLine) {
  const text = (name: OptionName): string | null => {
    const value = line.options[name];
    return typeof value === 'string' ? value : null;
  };
  const texts = (name: OptionName): readonly string[] => {
    const value = line.options[name];
    return Array.isArray(value) ? value : [];
  };
  const choice = <T extends string>(name: OptionName, choices: readonly T[], otherwise: T | null): T => {
    const typed = text(name);
    const found = choices.find((one) => one === typed) ?? (typed === null ? otherwise : null);
    return found ?? wrong(`--${name} takes ${choices.join(', ')}${typed === null ? '' : `, not ${typed}`}`);
  };
  const date = (name: OptionName): PlainDateText | null => {
    const typed = text(name);
    return typed === null ? null : dateOf(typed, name);
  };
  const count = (name: OptionName, otherwise: number | null): number => {
    const typed = text(name);
    if (typed === null && otherwise !== null) return otherwise;
    return typed !== null && /^\d{1,5}$/.test(typed) ? Number(typed) : wrong(`--${name} takes a whole number`);
  };
  return {
    is: (name: OptionName): boolean => line.options[name] === true,
    text,
    choice,
    date,
    count,
    /** A date that cannot be left out. */
    needed: (name: OptionName): PlainDateText => date(name) ?? wrong(`${line.command} needs --${name}`),
    country: (): Country => choice('country', ['NL', 'BE'], null),
    kind: (otherwise: ClaimKind | null): ClaimKind => choice('kind', ['trade', 'consumer', 'civil'], otherwise),
    amount: (name: OptionName): Cents => {
      const typed = text(name);
      return typed === null ? zeroCents : amountOf(typed, name);
    },
    principals: (): readonly Cents[] => {
      const typed = texts('principal').map((one) => amountOf(one, 'principal'));
      return typed.length === 0 ? wrong(`${line.command} needs --principal`) : typed;
    },
    /** `2026-10-20:1500.00`, as often as typed. */
    datedAmounts: (name: OptionName): readonly DatedAmount[] =>
      texts(name).map((typed) => {
        const at = typed.indexOf(':');
        if (at < 0) return wrong(`--${name} takes DATE:AMOUNT such as 2026-10-20:1500.00, not ${typed}`);
        return { date: dateOf(typed.slice(0, at), name), amountCents: amountOf(typed.slice(at + 1), name) };
      }),
    /** `2025-12-01:demand`, as often as typed. */
    datedWords: <T extends string>(name: OptionName, choices: readonly T[]): readonly { readonly date: PlainDateText; readonly word: T }[] =>
      texts(name).map((typed) => {
        const at = typed.indexOf(':');
        const word = choices.find((one) => one === typed.slice(at + 1));
        return at < 0 || word === undefined ? wrong(`--${name} takes DATE:KIND with one of ${choices.join(', ')}, not ${typed}`) : { date: dateOf(typed.slice(0, at), name), word };
      }),
    percent: (name: OptionName): string | null => {
      const typed = text(name);
      if (typed !== null && !/^\d{1,3}(\.\d{1,6})?$/.test(typed)) return wrong(`--${name} takes a percentage such as 10.15, not ${typed}`);
      return typed;
    },
    wrong,
  };
}
export type Flags = ReturnType<typeof flagsOf>;
export { mistake };
