import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, PaymentPlanId } from '../../../src-shared/ids.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { buildMatchIndex } from './matchIndex.ts';
import { cautiousPolicy } from './matchPolicy.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchItem, MatchReceipt } from './matchTypes.ts';
import { proposeCandidates } from './proposeCandidates.ts';

const planId = 1 as PaymentPlanId;
const plain = { kind: 'invoice', claimKind: null, poNumber: null, settledOn: null, discount: null, disputedCents: zeroCents, instalments: [], directDebitIds: [] } as const;
const later = plainDate('2026-12-31');
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
      poNumber: fc.constantFrom(null, null, null, 'PO77123', '1002'),
      discount: fc.constantFrom(null, null, { untilDate: later, basisPoints: 200 }, { untilDate: start, cents: cents(100) }, { untilDate: later, cents: cents(100) }),
      disputedCents: fc.constantFrom(0, 0, 0, 100).map(cents),
      instalments: fc.constantFrom([], [], [{ planId, dueDate: start, cents: cents(400) }, { planId, dueDate: later, cents: cents(100) }]),
      directDebitIds: fc.constantFrom<readonly string[]>([], [], ['DD-2026-1'], ['DD-2026-2', 'DD-2026-3']),
      claimKind: fc.constantFrom(null, null, null, 'interest' as const, 'costs' as const),
    }),
    { maxLength: 12 },
  )
  .map((rows): readonly MatchItem[] =>
    rows.map((row, at) => ({ ...plain, ...row, totalCents: row.openCents, documentId: (at + 1) as DocumentId, kind: row.claimKind === null ? 'invoice' : 'claim', settledOn: row.openCents === 0 ? start : null, issueDate: start, dueDate: addDays(start, at) })),
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
      'klant 1002',
      'PO77123',
      '/43',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));
const receipts = fc
  .array(
    fc.record({
      amountCents: fc.constantFrom(-500, 0, 98, 100, 400, 490, 497, 500, 503, 600, 1_000, 1_500, 2_450, 3_000).map(cents),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      bookDate: fc.integer({ min: 0, max: 5 }).map((days) => addDays(start, days)),
      counterIban: fc.constantFrom(null, 'A', 'B', 'SHARED', 'STRANGER', 'TR330006100519786457841326'),
      counterName: fc.constantFrom(null, 'Kraanvogel BV', 'Kraanvogel 2', 'Onbekend', 'Stichting Mollie Payments'),
      remittance: text,
      structuredRef: fc.constantFrom(null, null, ...references, '1001'),
      endToEndId: fc.constantFrom(null, 'NOTPROVIDED', '2026-0042', 'DD-2026-1', 'dd-2026 -3'),
    }),
    { maxLength: 8 },
  )
  .map((rows): readonly MatchReceipt[] => rows.map((row, at) => ({ ...row, bankEntryId: (at + 1) as BankEntryId })));
const customers = [1, 2, 3, 4].map((id) => ({ customerId: id as CustomerId, name: `Kraanvogel ${id}`, number: String(1000 + id), aliases: [], groupId: (id <= 2 ? 1 : null) as CustomerId | null, allocationOrder: 'costs-interest-principal' as const }));
const payers = [
  { iban: 'A', customerId: 1 as CustomerId },
  { iban: 'B', customerId: 2 as CustomerId },
  { iban: 'SHARED', customerId: 3 as CustomerId },
  { iban: 'SHARED', customerId: 4 as CustomerId },
];
const letters = [
  { reference: 'H-2026-0211', documents: [1, 2, 3].map((id) => ({ documentId: id as DocumentId, askedCents: cents(500) })), instalments: [] },
  { reference: 'H-2026-0212', documents: [4, 5].map((id) => ({ documentId: id as DocumentId, askedCents: cents(500) })), instalments: [] },
];
const promises = [{ customerId: 1 as CustomerId, dueOn: addDays(start, 3), cents: cents(600) }];
const names = [{ name: 'Onbekend', customerId: 3 as CustomerId }];
const policy = { ...cautiousPolicy, mayBook: { ...cautiousPolicy.mayBook, 'name-amount': true } };
const isOneGroup = (ids: readonly CustomerId[]): boolean => new Set(ids.map((id) => (id <= 2 ? 1 : id))).size === 1;
const indexOf = (of: readonly MatchItem[]) => buildMatchIndex({ items: of, letters, customers, promises, history: { payers, names, habits: [] }, policy });
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
          expect(decision.acceptedCents).toBe(decision.restCents <= policy.smallDifferenceMaxCents ? decision.restCents : 0);
          expect(isOneGroup(decision.parts.map((part) => part.customerId))).toBe(true);
          expect(decision.evidence.length).toBeGreaterThan(0);
          expect(new Set(decision.parts.map((part) => part.documentId)).size).toBe(decision.parts.length);
          for (const { documentId, cents: part } of decision.parts) {
            const before = open.get(documentId) ?? 0;
            expect(part > 0 ? part <= before : part === before && part < 0).toBe(true);
            expect(documents.find((item) => item.documentId === documentId)?.currency).toBe(receipt.currency);
            open.set(documentId, before - part);
          }
          // What is settled without money stays within the policy, stands beside a part, and never goes beyond what was open.
          for (const { documentId, kind, cents: without } of decision.differences) {
            const left = (open.get(documentId) ?? 0) - without;
            expect(without > 0 && left === 0 && decision.parts.some((part) => part.documentId === documentId)).toBe(true);
            if (kind !== 'early-payment-discount') expect(without).toBeLessThanOrEqual(kind === 'bank-costs' ? policy.bankCostsMaxCents : policy.smallDifferenceMaxCents);
            open.set(documentId, left);
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
          promises,
          history: { payers: [...payers].reverse(), names, habits: [] },
          policy,
        });
        expect(matchReceipts([...came].reverse(), turned)).toEqual(matchReceipts(came, indexOf(documents)));
      }),
    );
  });

  it('the same question gets the same answer, and a second run over what is left books nothing more of a booked receipt', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const index = indexOf(documents);
        const first = matchReceipts(came, index);
        expect(matchReceipts(came, index)).toEqual(first);
        const settled = new Map<DocumentId, number>();
        for (const decision of first) {
          if (decision.outcome !== 'booked') continue;
          for (const { documentId, cents: part } of [...decision.parts, ...decision.differences]) settled.set(documentId, (settled.get(documentId) ?? 0) + part);
        }
        const left = documents.map((item) => ({ ...item, openCents: cents(item.openCents - (settled.get(item.documentId) ?? 0)) }));
        for (const item of left) expect(item.openCents * Math.sign(item.totalCents)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a payout of a payment service is never booked', () => {
    fc.assert(
      fc.property(items, receipts, (documents, came) => {
        const payouts = came.map((receipt) => ({ ...receipt, counterName: 'Stichting Mollie Payments', remittance: `Mollie uitbetaling 1234567 ${receipt.remittance}` }));
        expect(matchReceipts(payouts, indexOf(documents)).every(({ outcome }) => outcome !== 'booked')).toBe(true);
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
          counterName: null,
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
  it('matches 4,000 receipts with 40,000 documents, hundreds of them equal, in seconds, because nothing is compared with everything', () => {
    const documents = Array.from(
      { length: 40_000 },
      (_, at): MatchItem => ({
        ...plain,
        totalCents: cents(10_000),
        documentId: (at + 1) as DocumentId,
        customerId: ((at % 160) + 1) as CustomerId,
        number: `F${String(at).padStart(7, '0')}`,
        paymentReference: String(10_000_000_000 + at),
        currency: 'EUR',
        openCents: cents(10_000),
        issueDate: start,
        dueDate: start,
      }),
    );
    const came = Array.from(
      { length: 4_000 },
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
    expect(booked).toBeGreaterThan(1_200);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});
