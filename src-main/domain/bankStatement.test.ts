import { describe, expect, it } from 'vitest';
import { plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { checkBalance, coversOneDay, matchingText } from './bankStatement.ts';

const balance = (amount: number, currency: string) => ({ amount: cents(amount), beyondCents: '', currency, date: null, isIntermediate: false });
const entry = (amount: number, currency: string) => ({ amount: cents(amount), currency });

describe('the balance of a statement', () => {
  it('fits when opening and entries make the closing balance', () => {
    const input = { opening: balance(-500, 'EUR'), closing: balance(700, 'EUR'), entries: [entry(1000, 'EUR'), entry(200, 'EUR')] };
    expect(checkBalance(input)).toEqual({ balanced: true, difference: 0 });
  });

  it('names the difference to the cent when it does not', () => {
    const input = { opening: balance(1000, 'EUR'), closing: balance(1050, 'EUR'), entries: [entry(75, 'EUR')] };
    expect(checkBalance(input)).toEqual({ balanced: false, difference: -25 });
  });

  it('is unknown without an opening or a closing balance', () => {
    expect(checkBalance({ opening: null, closing: balance(1, 'EUR'), entries: [] })).toEqual({ balanced: null, difference: null });
    expect(checkBalance({ opening: balance(1, 'EUR'), closing: null, entries: [] })).toEqual({ balanced: null, difference: null });
  });

  it('does not fit when a balance has digits behind the cents that the other has not', () => {
    const closing = { ...balance(1000, 'EUR'), beyondCents: '5' };
    expect(checkBalance({ opening: balance(1000, 'EUR'), closing, entries: [] })).toEqual({ balanced: false, difference: 0 });
  });

  it('never adds different currencies', () => {
    expect(checkBalance({ opening: balance(1, 'EUR'), closing: balance(1, 'SEK'), entries: [] })).toEqual({
      balanced: false,
      difference: null,
    });
    expect(checkBalance({ opening: balance(1, 'EUR'), closing: balance(1, 'EUR'), entries: [entry(0, 'USD')] })).toEqual({
      balanced: false,
      difference: null,
    });
  });
});

describe('a statement of one day', () => {
  it.each([
    ['2026-03-02', '2026-03-02', true],
    ['2026-03-02', '2026-03-03', true],
    ['2026-03-06', '2026-03-09', true],
    ['2026-03-05', '2026-03-08', false],
    ['2026-03-02', '2026-03-09', false],
    ['2026-03-03', '2026-03-02', false],
  ])('from %s to %s: %s', (opening, closing, expected) => {
    expect(coversOneDay(plainDate(opening), plainDate(closing))).toBe(expected);
  });
});

describe('text for matching', () => {
  it('has no blanks, line breaks or invisible characters, and no lower case', () => {
    expect(matchingText('Factuur 2018\u00ad01-00\n1 \u202ex')).toBe('FACTUUR201801-001X');
  });
});
