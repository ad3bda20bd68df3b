import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { coverTheSame, createSuccession, type StatementSpan } from './statementSpan.ts';

const span = (opening: number | null, closing: number | null, day = '2026-11-16'): StatementSpan => ({
  opening: opening === null ? null : cents(opening),
  closing: closing === null ? null : cents(closing),
  openingDate: plainDate(day),
  closingDate: plainDate(day),
});
const isSuccession = (one: StatementSpan, other: StatementSpan, between: readonly StatementSpan[] = []): boolean =>
  createSuccession(() => [one, other, ...between])(one, other);

describe('statements of one account', () => {
  it('follow each other when one begins with what the other ends with, whichever is asked about first', () => {
    expect(isSuccession(span(0, 100), span(100, 250))).toBe(true);
    expect(isSuccession(span(100, 250), span(0, 100))).toBe(true);
    expect(isSuccession(span(0, 100), span(101, 250))).toBe(false);
    expect(isSuccession(span(0, 100), span(100, 250, '2026-11-19'))).toBe(true);
    expect(isSuccession(span(0, 100), span(100, 250, '2026-11-20'))).toBe(false);
  });

  it('follow each other by way of those between them, unless these are too many to follow', () => {
    const [first, last] = [span(0, 100), span(300, 450)];
    expect(isSuccession(first, last, [span(100, 200), span(200, 300)])).toBe(true);
    expect(isSuccession(last, first, [span(200, 300), span(100, 200)])).toBe(true);
    expect(isSuccession(first, last, [span(100, 200)])).toBe(false);
    const many = Array.from({ length: 60 }, (_, index) => span(10_000 + index, 20_000 + index));
    expect(isSuccession(first, last, [span(100, 200), span(200, 300), ...many])).toBe(false);
  });

  it('do not follow each other when one may be a part of the other, or balances are missing', () => {
    expect(isSuccession(span(0, 100), span(0, 100))).toBe(false);
    expect(isSuccession(span(0, 0), span(0, 100))).toBe(false);
    expect(isSuccession(span(0, 100), span(100, 100))).toBe(false);
    expect(isSuccession(span(null, 100), span(100, 250))).toBe(false);
    // Away and back again: a re-export of the first does not follow on itself by way of the second.
    expect(isSuccession(span(0, 100), span(0, 100), [span(100, 0)])).toBe(false);
  });

  it('cover the same with the same balances, and nobody knows without', () => {
    expect(coverTheSame(span(0, 100), span(0, 100))).toBe(true);
    expect(coverTheSame(span(0, 100), span(0, 101))).toBe(false);
    expect(coverTheSame(span(null, 100), span(null, 100))).toBe(false);
  });
});
