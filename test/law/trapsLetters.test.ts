/** What a letter may ask and from when, by step and by country and kind of customer: the matrix of required elements, as far as it is law. */
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { claimCosts, type CostsPlace, type DocumentForCosts } from '../../src-main/features/law/claimCosts.ts';
import { cautiousSettings } from '../../src-main/features/law/lawSettings.ts';
import { letterKindOfStep } from '../../src-main/domain/letters/letterKindOfStep.ts';
import { chargesAfter } from '../../src-main/domain/law/freeLetterTerm.ts';
import { fortyOnce } from '../../src-main/domain/law/fortyOnce.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import { consumerTerm } from '../../src-main/domain/law/consumerTerms.ts';
import { defaultStart, type DefaultQuestion } from '../../src-main/domain/law/defaultStart.ts';
import { euros, interest } from './questions.ts';

const today = plainDate('2026-11-20');
const place = (country: 'NL' | 'BE', kind: 'trade' | 'consumer', settings: Partial<typeof cautiousSettings> = {}): Omit<CostsPlace, 'forty'> => ({ country, kind, settings: { ...cautiousSettings, ...settings }, today });
let documents = 0;
const document = (open: string, sentOn: string | null = null, isObstructed = false, country: 'NL' | 'BE' = 'NL'): DocumentForCosts => ({
  document: { documentId: (documents += 1) as DocumentId, open: euros(open) },
  claim: { defaultFrom: plainDate('2026-09-01') },
  letters: { freeTerm: sentOn === null ? null : { chargesFrom: chargesAfter(country, { sentOn: plainDate(sentOn), channel: 'letter' }) } },
  isObstructed,
});
const asked = (documents: readonly DocumentForCosts[], where: Omit<CostsPlace, 'forty'>) => {
  const isPerInvoice = where.country === 'NL' ? where.settings.isFortyPerInvoiceNl : where.settings.isFortyPerInvoiceBe;
  const inDefault = documents.filter(({ isObstructed }) => !isObstructed).map(({ document: { documentId } }) => documentId);
  const { amount, notBefore } = claimCosts(documents, { ...where, forty: fortyOnce({ inDefault, openElsewhere: new Set(), before: [], isPerInvoice }) });
  return [amount.amountCents, notBefore?.code ?? null];
};
const due: DefaultQuestion = { country: 'NL', kind: 'trade', dueDate: plainDate('2026-10-01'), isTermAgreed: true, received: null, notice: null, firstReminder: null, isSmallCreditor: true, hasClause: true };

describe('letters 1: the first reminder', () => {
  it('between businesses 40 euros are due at once, without any letter', () => {
    expect(asked([document('100.00')], place('NL', 'trade'))).toEqual([40_00, null]);
    expect(asked([document('100.00')], place('BE', 'trade'))).toEqual([40_00, null]);
  });
  it('to a Belgian consumer it is the legal first reminder, and only it starts the term', () => {
    expect(letterKindOfStep('reminder-1', { country: 'BE', customerKind: 'consumer' })).toBe('belgian-first-reminder');
    expect(defaultStart({ ...due, country: 'BE', kind: 'consumer' }).missing?.code).toBe('law-default-first-reminder-needed');
  });
});

describe('letters 2: a Belgian consumer after the waiting period', () => {
  const clause = { hasConsumerClause: true };
  it('owes the indemnity of the clause from the day after the term, not a day before', () => {
    const sentOn = '2026-11-02';
    const { chargesFrom } = consumerTerm('BE', plainDate(sentOn), 'letter');
    const on = (day: string) => asked([document('784.40', sentOn, false, 'BE')], { ...place('BE', 'consumer', clause), today: plainDate(day) });
    expect(on(chargesFrom)).toEqual([79_22, null]);
    expect(on(addDays(chargesFrom, -1))).toEqual([0, 'law-costs-term-running']);
  });
  it('owes none without a clause in the terms', () => expect(asked([document('784.40', '2026-10-01')], place('BE', 'consumer'))).toEqual([0, 'law-clause-needed']));
});

describe('letters 3: a demand', () => {
  it('names what one more day adds', () => expect(interest({ from: '2026-09-28', to: '2026-11-21', principalCents: euros('2735.00') }).perDayCents).toBe(78));
  it('counts 40 euros once for all invoices in the Netherlands, for each in Belgium, each the other way by a setting', () => {
    const two = [document('100.00'), document('200.00')];
    expect(asked(two, place('NL', 'trade'))[0]).toBe(40_00);
    expect(asked(two, place('NL', 'trade', { isFortyPerInvoiceNl: true }))[0]).toBe(80_00);
    expect(asked(two, place('BE', 'trade'))[0]).toBe(80_00);
    expect(asked(two, place('BE', 'trade', { isFortyPerInvoiceBe: false }))[0]).toBe(40_00);
  });
  it('takes the clause of Belgian terms instead of the 40 euros', () => expect(asked([document('1000.00')], place('BE', 'trade', { tradeClausePercent: '10' }))[0]).toBe(100_00));
  it('asks nothing over what is disputed or perhaps prescribed', () => expect(asked([document('1000.00', null, true)], place('NL', 'trade'))).toEqual([0, null]));
});

describe('letters 4c: the fourteen-day letter', () => {
  it('is one letter for all open claims: one scale over their sum', () => expect(asked([document('653.40', '2026-11-02'), document('242.00', '2026-11-02')], place('NL', 'consumer'))[0]).toBe(134_31));
  it('costs nothing yet, and nothing before its term has ended', () => {
    expect(asked([document('895.40')], place('NL', 'consumer'))).toEqual([0, 'law-costs-letter-missing']);
    expect(asked([document('895.40', '2026-11-16')], place('NL', 'consumer'))).toEqual([0, 'law-costs-term-running']);
  });
  it('is the first demand to a Dutch consumer', () => expect(letterKindOfStep('demand-1', { country: 'NL', customerKind: 'consumer' })).toBe('fourteen-day-letter'));
});

describe('letters 5: the notice of default', () => {
  it('is superfluous in the Netherlands when an agreed term has passed', () => {
    const notice = { sentOn: plainDate('2026-11-01'), lastDay: plainDate('2026-11-10') };
    expect(defaultStart({ ...due, kind: 'consumer', notice }).start?.date).toBe('2026-10-02');
    expect(defaultStart({ ...due, kind: 'consumer', isTermAgreed: false, notice }).start?.date).toBe('2026-11-11');
  });
  it('starts interest in Belgium where neither law nor contract does', () => {
    expect(defaultStart({ ...due, country: 'BE', kind: 'civil', isTermAgreed: false, notice: { sentOn: plainDate('2026-11-01'), lastDay: plainDate('2026-11-10') } }).start?.date).toBe('2026-11-01');
  });
});
