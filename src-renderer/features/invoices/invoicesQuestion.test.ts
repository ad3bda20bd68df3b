import { describe, expect, it } from 'vitest';
import { chips, filterOfWord, sortOfWord, wordOfFilter, wordOfSort } from './invoicesQuestion.ts';

describe('the address of the list of invoices', () => {
  it('brings every filter back', () => {
    for (const filter of [...chips, 'all'] as const) expect(filterOfWord(wordOfFilter(filter))).toBe(filter);
  });
  it('shows what is open without a filter, and for a word that nobody knows', () => {
    expect(filterOfWord(null)).toBe('open');
    expect(filterOfWord('constructor')).toBe('open');
  });
  it('brings every order back', () => {
    expect(sortOfWord(wordOfSort({ key: 'open', direction: 'descending' }))).toEqual({ key: 'open', descending: true });
    expect(sortOfWord(wordOfSort({ key: 'customer', direction: 'ascending' }))).toEqual({ key: 'customer', descending: false });
  });
  it('begins with the oldest due date, also for an order that nobody knows', () => {
    expect(sortOfWord(null)).toEqual({ key: 'due', descending: false });
    expect(sortOfWord('price-af')).toEqual({ key: 'due', descending: false });
  });
});
