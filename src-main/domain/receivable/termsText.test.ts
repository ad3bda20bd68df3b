import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { dueDateFromTerms, monthNumber } from './termsText.ts';

const fromTerms = (term: string): string | null => dueDateFromTerms({ terms: [term], notes: [], issueDate: plainDate('2026-01-15') });
const fromNote = (note: string): string | null => dueDateFromTerms({ terms: [], notes: [note], issueDate: plainDate('2026-01-15') });

describe('the due date in payment terms', () => {
  it.each([
    ['Betaling binnen 14 dagen', '2026-01-29'],
    ['30 dagen netto', '2026-02-14'],
    ['Payment within 30 days', '2026-02-14'],
    ['à 30 jours', '2026-02-14'],
    ['à 30 jours fin de mois', '2026-02-28'],
    ['30 dagen einde maand', '2026-02-28'],
    ['Zahlbar innerhalb von 10 Tagen', '2026-01-25'],
    ['Zahlbar innerhalb 30 Tagen netto, 3% Skonto innerhalb 10 Tagen', '2026-02-14'],
    ['2 weken', '2026-01-29'],
    ['binnen 1 maand', '2026-02-15'],
    ['Graag betalen voor 1 mei 2026', '2026-05-01'],
    ['Te betalen vóór 1 mei 2026', '2026-05-01'],
    ['à payer avant le 3 août 2026', '2026-08-03'],
    ['bis 04.04.2026', '2026-04-04'],
    ['uiterlijk 28-02-2026', '2026-02-28'],
    ['Onmiddellijk te voldoen', '2026-01-15'],
    ['Payable à réception', '2026-01-15'],
  ])('%s is %s', (term, expected) => expect(fromTerms(term)).toBe(expected));

  it('takes the longest period, because shorter ones give a discount', () => {
    expect(fromTerms('8 dagen 2% korting, 30 dagen netto')).toBe('2026-02-14');
  });
  it('takes no period that stands alone beside a discount', () => {
    expect(fromTerms('Payment within 10 days, 2% discount')).toBeNull();
    expect(fromTerms('2 % discount if paid within 2 days')).toBeNull();
  });
  it('never lies before the invoice', () => expect(fromTerms('voor 1 mei 2019')).toBeNull());
  it('is found in a note only in a sentence about paying', () => {
    expect(fromNote('Betalingstermijn: 14 dagen netto. Levering binnen 60 dagen.')).toBe('2026-01-29');
    expect(fromNote('Retourneren kan binnen 60 dagen.')).toBeNull();
  });
  it('is absent where the text names no term', () => expect(fromTerms('Penalty percentage 10% from due date')).toBeNull());
  it('is found quickly in a long text without meaning', () => {
    const started = performance.now();
    fromTerms(`${'30 '.repeat(20_000)}`);
    fromNote(`${'betaal 1-1-'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('the name of a month', () => {
  it.each([
    ['mrt', 3],
    ['Mei', 5],
    ['août', 8],
    ['févr.', 2],
    ['März', 3],
    ['dec', 12],
  ])('%s is month %i', (name, month) => {
    expect(monthNumber(name)).toBe(month);
  });
  it('is no other word', () => expect(monthNumber('maandag')).toBeNull());
});
