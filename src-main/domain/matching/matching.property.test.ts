import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { buildMatchIndex } from './matchIndex.ts';
import { cautiousPolicy } from './matchPolicy.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchItem, MatchReceipt } from './matchTypes.ts';
import { proposeCandidates } from './proposeCandidates.ts';

const plain = { kind: 'invoice', claimKind: null, poNumber: null, settledOn: null, discount: null, disputedCents: zeroCents, instalments: [], directDebitIds: [] } as const;
const start = plainDate('2026-06-01');
const references = ['202600004236', 'RF18539007547034', '090933755493', '5000056789012345', null, null, null];
const items = fc
  .array(
    fc.record({
      customerId: fc.integer({ min: 1, max: 4 }).map((id) => id as CustomerId),
      number: fc.constantFrom('1', '42', '1001', '1002', '2026-0042', '2026-0043', 'F20260042', 'CN-8801', '0042'),
      paymentReference: fc.constantFrom(...references),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      openCents: fc.constantFrom(-500, 0, 100, 500, 500, 1_000, 2_500).map(cents),
    }),
    { maxLength: 12 },
  )
  .map((rows): readonly MatchItem[] =>
    rows.map((row, at) => ({ ...plain, ...row, totalCents: row.openCents, documentId: (at + 1) as DocumentId, issueDate: start, dueDate: addDays(start, at) })),
  );
const text = fc
  .array(
    fc.constantFrom(
      '1001',
      '1002',
      '2026-0042',
      '2026 0043',
      'F2026',
      '0042',
      '42',
      'CN-8801',
      '+++202/6000/04236+++',
      'RF18 5390 0754 7034',
      'factuur',
      '/',
      '99',
      '090933755493',
      'H-2026-0211',
      'H-2026-0212',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));
const receipts = fc
  .array(
    fc.record({
      amountCents: fc.constantFrom(-500, 0, 100, 400, 500, 600, 1_000, 1_500, 3_000).map(cents),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      bookDate: fc.integer({ min: 0, max: 5 }).map((days) => addDays(start, days)),
      counterIban: fc.constantFrom(null, 'A', 'B', 'SHARED', 'STRANGER'),
      counterName: fc.constantFrom(null, 'Kraanvogel BV', 'Onbekend'),
      remittance: text,
      structuredRef: fc.constantFrom(null, null, ...references, '1001'),
      endToEndId: fc.constantFrom(null, 'NOTPROVIDED', '2026-0042'),
    }),
    { maxLength: 8 },
  )
  .map((rows): readonly MatchReceipt[] => rows.map((row, at) => ({ ...row, bankEntryId: (at + 1) as BankEntryId })));
const customers = [1, 2, 3, 4].map((id) => ({ customerId: id as CustomerId, name: `Kraanvogel ${id}`, number: null, aliases: [], groupId: null, allocationOrder: 'costs-interest-principal' as const }));
const payers = [
  { iban: 'A', customerId: 1 as CustomerId },
  { iban: 'B', customerId: 2 as CustomerId },
  { iban: 'SHARED', customerId: 3 as CustomerId },
  { iban: 'SHARED', customerId: 4 as CustomerId },
];
const letters = [
  { reference: 'H-2026-0211', documents: [1, 2, 3].map((id) => ({ documentId: id as DocumentId, askedCents: cents(500) })) },
  { reference: 'H-2026-0212', documents: [4, 5].map((id) => ({ documentId: id as DocumentId, askedCents: cents(500) })) },
];
const indexOf = (of: readonly MatchItem[]) => buildMatchIndex({ items: of, letters, customers, promises: [], history: { payers, names: [], habits: [] }, policy: cautiousPolicy });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('what always holds of matching', () => {
  it('a booked receipt never takes more than came in nor more than is open, and its parts and rest add up', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const open = new Map<DocumentId, number>(documents.map((item) => [item.documentId, item.openCents]));
        const decisions = matchReceipts(came, indexOf(documents));
        expect(decisions).toHaveLength(came.length);
        for (const decision of decisions) {
          const receipt = came.find(({ bankEntryId }) => bankEntryId === decision.bankEntryId);
          if (receipt === undefined) throw new Error('unknown receipt');
          if (decision.outcome !== 'booked') {
            expect(decision.restCents).toBe(receipt.amountCents);
            continue;
          }
          expect(sum(decision.parts.map((part) => part.cents)) + decision.restCents).toBe(receipt.amountCents);
          expect(decision.restCents).toBeGreaterThanOrEqual(0);
          expect(new Set(decision.parts.map((part) => part.customerId)).size).toBe(1);
          for (const { documentId, cents: part } of decision.parts) {
            const before = open.get(documentId) ?? 0;
            expect(part > 0 ? part <= before : part === before && part < 0).toBe(true);
            expect(documents.find((item) => item.documentId === documentId)?.currency).toBe(receipt.currency);
            open.set(documentId, before - part);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order of receipts, documents and accounts does not matter', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const turned = buildMatchIndex({
          items: [...documents].reverse(),
          letters: [...letters].reverse(),
          customers: [...customers].reverse(),
          promises: [],
          history: { payers: [...payers].reverse(), names: [], habits: [] },
          policy: cautiousPolicy,
        });
        expect(matchReceipts([...came].reverse(), turned)).toEqual(matchReceipts(came, indexOf(documents)));
      }),
    );
  });

  it('nothing is booked on amount alone: without text, reference or known account every receipt stays unmatched', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const silent = came.map((receipt) => ({
          ...receipt,
          remittance: '',
          structuredRef: null,
          endToEndId: null,
          counterIban: 'STRANGER',
        }));
        expect(matchReceipts(silent, indexOf(documents)).every(({ outcome }) => outcome !== 'booked')).toBe(true);
      }),
    );
  });

  it('proposals fit the receipt and are at most five, in falling order, and every sentence is complete', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const index = indexOf(documents);
        for (const decision of matchReceipts(came, index)) expect(reasonText(decision.reason, 'fr')).not.toMatch(/–|\{/);
        for (const receipt of came) {
          const candidates = proposeCandidates(receipt, index);
          expect(candidates.length).toBeLessThanOrEqual(5);
          candidates.forEach((candidate, at) => {
            expect(candidate.score).toBeLessThanOrEqual(candidates[at - 1]?.score ?? Number.POSITIVE_INFINITY);
            expect(sum(candidate.parts.map((part) => part.cents)) + candidate.restCents).toBe(receipt.amountCents);
            expect(candidate.restCents * Math.sign(receipt.amountCents)).toBeGreaterThanOrEqual(0);
            for (const { reason } of candidate.evidence) expect(reasonText(reason, 'en')).not.toMatch(/–|\{/);
          });
        }
      }),
    );
  });
});

describe('size', () => {
  it('matches 10,000 receipts with 100,000 documents in seconds, because nothing is compared with everything', () => {
    const documents = Array.from(
      { length: 100_000 },
      (_, at): MatchItem => ({
        ...plain,
        totalCents: cents(10_000),
        documentId: (at + 1) as DocumentId,
        customerId: ((at % 400) + 1) as CustomerId,
        number: `F${String(at).padStart(7, '0')}`,
        paymentReference: String(10_000_000_000 + at),
        currency: 'EUR',
        openCents: cents(10_000),
        issueDate: start,
        dueDate: start,
      }),
    );
    const came = Array.from(
      { length: 10_000 },
      (_, at): MatchReceipt => ({
        bankEntryId: (at + 1) as BankEntryId,
        amountCents: cents(10_000),
        currency: 'EUR',
        bookDate: start,
        counterIban: 'A',
        counterName: 'Kraanvogel',
        remittance: at % 2 === 0 ? `Betaling van factuur F${String(at).padStart(7, '0')} met dank, klant 12 van 34` : 'zonder kenmerk',
        structuredRef: at % 3 === 0 ? String(10_000_000_000 + at) : null,
        endToEndId: null,
      }),
    );
    const begin = performance.now();
    const index = buildMatchIndex({ items: documents, letters, customers: [], promises: [], history: { payers: [{ iban: 'A', customerId: 1 as CustomerId }], names: [], habits: [] }, policy: cautiousPolicy });
    const booked = matchReceipts(came, index).filter(({ outcome }) => outcome === 'booked').length;
    for (const receipt of came.slice(0, 1_000)) proposeCandidates(receipt, index);
    expect(booked).toBeGreaterThan(3_000);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});
