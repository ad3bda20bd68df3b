import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { letterCommunication, statementReference } from '../references/letterCommunication.ts';
import type { MatchItem, MatchReceipt } from './matchTypes.ts';
import { documentKeys, howNamed, letterReferences, writtenKeys } from './namedByReceipt.ts';

const receipt = (remittance: string, facts: Partial<MatchReceipt> = {}): MatchReceipt => ({
  bankEntryId: 1 as BankEntryId, amountCents: cents(100), currency: 'EUR', bookDate: plainDate('2026-11-01'), counterIban: null, counterName: null,
  remittance, structuredRef: null, endToEndId: null, ...facts,
});
const item = (number: string, paymentReference: string | null): MatchItem => ({
  documentId: 1 as DocumentId, customerId: 1 as CustomerId, kind: 'invoice', claimKind: null, number, paymentReference, poNumber: null, currency: 'EUR', totalCents: cents(500),
  openCents: cents(500), issueDate: plainDate('2026-09-01'), dueDate: null, settledOn: null, discount: null, disputedCents: zeroCents, instalments: [], directDebitIds: [],
});
const sharesKey = (given: MatchReceipt, number: string, paymentReference: string | null): boolean => {
  const words = writtenKeys(given);
  return documentKeys({ matchKey: number.toUpperCase().replace(/[^A-Z0-9]/g, ''), referenceKey: null, paymentReference }).some((key) => words.has(key));
};

describe('what a receipt names', () => {
  it.each([
    ['F2026-0003', 'Betreft: f 2026.0003 dank', null],
    ['F2026-0003', 'factuur 20260003', null],
    ['0012345', 'fact 12345', null],
    ['12345', 'fact 0012345', null],
    ['2026-17', 'RF18539007547034', 'RF18 5390 0754 7034'],
    ['2026-17', '+++090/9337/55493+++', '090933755493'],
    ['2026-17', 'kenmerk 7000012345678901', '7000012345678901'],
    ['2026-17', 'WEB 0815 bestelling', 'web-0815'],
  ])('is found by its keys and read by the matcher alike: %s in “%s”', (number, text, reference) => {
    expect([howNamed(receipt(text), item(number, reference), false), sharesKey(receipt(text), number, reference)]).toEqual(['certain', true]);
  });

  it('is weak where only chance may speak, and nothing where nothing is written', () => {
    expect(howNamed(receipt('12-11'), item('1211', null), false)).toBe('weak');
    expect(howNamed(receipt('bestelling 1211'), item('1211', null), true)).toBe('weak');
    expect(howNamed(receipt('bestelling 1211'), item('1211', null), false)).toBe('certain');
    expect(howNamed(receipt('F2026-0004'), item('F2026-0003', null), false)).toBeNull();
  });

  it('is found in each of its fields', () => {
    for (const facts of [{ structuredRef: 'F2026-0003' }, { endToEndId: 'F2026-0003' }]) {
      expect([howNamed(receipt('', facts), item('F2026-0003', null), false), sharesKey(receipt('', facts), 'F2026-0003', null)]).toEqual(['certain', true]);
    }
  });
});

describe('a letter of ours', () => {
  it.each(['H-2026-0118', 'H-2026-12345', 'R-2026-0014'])('is found by its words: %s', (reference) => {
    expect(letterReferences(writtenKeys(receipt(`uw brief ${reference.toLowerCase()}`)))).toEqual([reference]);
  });

  it.each(['H-2026-0118', 'H-2026-12345'])('is found by its structured communication and its creditor reference: %s', (reference) => {
    for (const text of [letterCommunication(reference), statementReference(reference)]) {
      expect(letterReferences(writtenKeys(receipt(text ?? '')))).toContain(reference);
      expect(letterReferences(writtenKeys(receipt('', { structuredRef: text })))).toContain(reference);
    }
  });
});
