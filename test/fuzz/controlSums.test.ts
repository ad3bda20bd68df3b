import { describe, expect, it } from 'vitest';
import type { BankEntry, ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { fuzzSamples } from './fuzzSamples.ts';

/** Formats whose balances stand apart from the bookings. A CSV takes its balances from the rows themselves. */
const controlled: ReadonlySet<string> = new Set(['camt.053', 'mt940', 'coda']);

type Controlled = { readonly name: string; readonly text: string; readonly parsed: ParsedBankFile };

const read = (name: string, text: string) => readBankFile({ name, bytes: Buffer.from(text, 'latin1') }, readContext);

/** Samples that are whole: every statement adds up, so that every amount is held by a sum. */
const whole: readonly Controlled[] = fuzzSamples(60_000).flatMap(({ name, bytes }) => {
  const text = Buffer.from(bytes).toString('latin1');
  const result = read(name, text);
  const isWhole = result.ok && controlled.has(result.value.format) && result.value.statements.every(({ balanced }) => balanced === true);
  return isWhole ? [{ name, text, parsed: result.value }] : [];
});

/** The amount of a booking as its format may have written it. */
function spellings({ amount }: BankEntry): readonly string[] {
  const plain = (Math.abs(amount) / 100).toFixed(2);
  const comma = plain.replace('.', ',');
  return [
    String(Math.abs(amount)).padStart(14, '0') + '0',
    plain,
    comma,
    comma.replace(/0$/, ''),
    comma.replace(/00$/, ''),
    plain.replace(/\.00$/, ''),
  ];
}

const otherDigit = (digits: string): string => digits.replace(/\d(?=\D?\d?\d?\D?$)/, (digit) => String((Number(digit) + 3) % 10));

/** The file with one amount written differently; null when the amount is not found in the text of its booking. */
function withOtherAmount({ text }: Controlled, entry: BankEntry): string | null {
  const first = entry.raw.split('\n')[0] ?? '';
  const start = text.indexOf(first);
  if (first === '' || start === -1 || text.includes(first, start + 1)) return null;
  const spelling = spellings(entry).find((candidate) => first.includes(candidate) && otherDigit(candidate) !== candidate);
  if (spelling === undefined) return null;
  const at = start + first.indexOf(spelling);
  return text.slice(0, at) + otherDigit(spelling) + text.slice(at + spelling.length);
}

/** The file without one booking; null when its text does not stand in the file as one piece. */
function without({ text }: Controlled, entry: BankEntry): string | null {
  const lines = entry.raw.split('\n');
  const [first = ''] = lines;
  const start = text.indexOf(first);
  if (first === '' || start === -1 || text.includes(first, start + 1)) return null;
  if (lines.length === 1) return text.slice(0, start) + text.slice(start + first.length);
  const last = lines.at(-1) ?? '';
  const end = text.indexOf(last, start + first.length);
  return end === -1 ? null : text.slice(0, start) + text.slice(end + last.length);
}

const amountsOf = ({ statements }: ParsedBankFile): string =>
  statements.map(({ entries }) => entries.map(({ amount }) => amount).join(' ')).join('|');

/** Other amounts were read, and nothing was said. */
function silentAbout(sample: Controlled, damaged: string): boolean {
  const result = read(sample.name, damaged);
  if (!result.ok || amountsOf(result.value) === amountsOf(sample.parsed)) return false;
  return (
    result.value.problems.length <= sample.parsed.problems.length && result.value.statements.every(({ balanced }) => balanced !== false)
  );
}

const entriesOf = ({ parsed }: Controlled): readonly BankEntry[] =>
  parsed.statements.flatMap(({ entries }) => entries).filter(({ amount }) => amount !== 0);

describe('formats with control sums', () => {
  it.each(['camt.053', 'mt940', 'coda'])('%s has samples to damage', (format) => {
    expect(whole.filter(({ parsed }) => parsed.format === format).length).toBeGreaterThan(2);
  });

  it.each(whole.map((sample) => ({ ...sample, count: entriesOf(sample).length })))('$name: no amount changes in silence', (sample) => {
    const silent = entriesOf(sample).flatMap((entry) => {
      const damaged = withOtherAmount(sample, entry);
      return damaged !== null && silentAbout(sample, damaged) ? [entry.origin] : [];
    });
    expect(silent).toEqual([]);
  });

  it.each(whole)('$name: no booking goes in silence', (sample) => {
    const silent = entriesOf(sample).flatMap((entry) => {
      const damaged = without(sample, entry);
      return damaged !== null && silentAbout(sample, damaged) ? [entry.origin] : [];
    });
    expect(silent).toEqual([]);
  });

  it('are damaged in most of their bookings: the check reaches them', () => {
    const all = whole.flatMap((sample) => entriesOf(sample).map((entry) => ({ sample, entry })));
    const reached = (make: typeof without): number => all.filter(({ sample, entry }) => make(sample, entry) !== null).length;
    expect(reached(withOtherAmount)).toBeGreaterThan(all.length / 3);
    expect(reached(without)).toBeGreaterThan(all.length / 3);
  });
});
