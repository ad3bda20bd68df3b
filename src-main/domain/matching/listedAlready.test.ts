import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { cents, zeroCents } from '../../../src-shared/money.ts';
import { settledByList } from './decideReceipt.ts';
import { stillListed } from './listedAlready.ts';
import { buildMatchIndex } from './matchIndex.ts';
import { cautiousPolicy } from './matchPolicy.ts';
import { matchReceipts } from './matchReceipts.ts';
import type { MatchDecision, MatchItem, MatchMaterial, MatchReceipt } from './matchTypes.ts';
import { viewReceipt } from './receiptView.ts';

const iban = 'NL91ABNA0417164300';
const listDay = plainDate('2026-11-20');
const customerId = 1 as CustomerId;

/** An invoice of which a list of 20 November took some amounts off. */
const item = (id: number, open: number, listed: readonly number[], over: Partial<MatchItem> = {}): MatchItem => ({
  documentId: id as DocumentId,
  customerId,
  number: `F2026-000${id}`,
  paymentReference: null,
  currency: 'EUR',
  totalCents: cents(open + listed.reduce((sum, one) => sum + one, 0)),
  openCents: cents(open),
  kind: 'invoice',
  claimKind: null,
  poNumber: null,
  issueDate: plainDate('2026-09-01'),
  dueDate: plainDate('2026-10-01'),
  settledOn: open === 0 ? listDay : null,
  discount: null,
  disputedCents: zeroCents,
  instalments: [],
  directDebitIds: [],
  ...(listed.length === 0 ? {} : { listed: listed.map((one) => ({ on: listDay, cents: cents(one) })) }),
  ...over,
});
const receipt = (amount: number, remittance: string, over: Partial<MatchReceipt> = {}): MatchReceipt => ({
  bankEntryId: 1 as BankEntryId,
  amountCents: cents(amount),
  currency: 'EUR',
  bookDate: plainDate('2026-11-16'),
  counterIban: iban,
  counterName: 'Bakkerij Jansen',
  remittance,
  structuredRef: null,
  endToEndId: null,
  ...over,
});
const material = (items: readonly MatchItem[]): MatchMaterial => ({
  items,
  letters: [],
  customers: [{ customerId, name: 'Bakkerij Jansen B.V.', number: null, aliases: [], groupId: null, allocationOrder: 'costs-interest-principal' }],
  promises: [],
  history: { payers: [{ iban, customerId }], names: [], habits: [] },
  policy: cautiousPolicy,
});
const decide = (one: MatchReceipt, items: readonly MatchItem[]): MatchDecision | undefined => matchReceipts([one], buildMatchIndex(material(items)))[0];
const told = (one: MatchReceipt, items: readonly MatchItem[]): string | undefined => decide(one, items)?.reason.code;
const inList = (one: MatchReceipt, items: readonly MatchItem[]): readonly (readonly [number, number])[] | undefined =>
  settledByList(viewReceipt(one, buildMatchIndex(material(items)), (each) => each.openCents))?.parts.map((part) => [part.documentId, part.cents]);

describe('a receipt that a list of open items had settled before', () => {
  it('waits when it names the invoice and is what the list took off', () => {
    const decision = decide(receipt(3000, 'F2026-0009'), [item(9, 2000, [3000])]);
    expect(decision).toMatchObject({ customerId: 1, restCents: 3000, reason: { code: 'unmatched-in-list', params: { numbers: 'F2026-0009', listedOn: listDay, amountCents: 3000 } } });
    expect(decision?.outcome).not.toBe('booked');
    expect(inList(receipt(3000, 'F2026-0009'), [item(9, 2000, [3000])])).toEqual([[9, 3000]]);
  });

  it('waits for one lowering of several, for all of them, and for what is less than they took off', () => {
    const items = [item(9, 2000, [3000, 1500])];
    for (const amount of [3000, 1500, 4500, 700]) {
      expect(told(receipt(amount, 'F2026-0009'), items)).toBe('unmatched-in-list');
      expect(inList(receipt(amount, 'F2026-0009'), items)).toEqual([[9, amount]]);
    }
  });

  it('waits when the invoice is closed by the list, and when what the list left open is the same amount', () => {
    expect(told(receipt(5000, 'F2026-0009'), [item(9, 0, [5000])])).toBe('unmatched-in-list');
    expect(told(receipt(2500, 'F2026-0009'), [item(9, 2500, [2500])])).toBe('unmatched-in-list');
  });

  it('waits when it is more than what is open, and says how much of it the list knows', () => {
    expect(told(receipt(5000, 'F2026-0009'), [item(9, 2000, [3000])])).toBe('unmatched-in-list');
    expect(inList(receipt(5000, 'F2026-0009'), [item(9, 2000, [3000])])).toEqual([[9, 3000]]);
  });

  it('waits for several invoices together that are named', () => {
    const items = [item(8, 1000, [4000]), item(9, 0, [5000])];
    expect(told(receipt(9000, 'F2026-0008 en F2026-0009'), items)).toBe('unmatched-in-list');
    expect(inList(receipt(9000, 'F2026-0008 en F2026-0009'), items)).toEqual([[8, 4000], [9, 5000]]);
  });

  it('waits when nothing is named, the payer is known and another invoice has the same amount open', () => {
    expect(told(receipt(3000, ''), [item(8, 3000, []), item(9, 2000, [3000])])).toBe('unmatched-in-list');
    expect(told(receipt(3000, ''), [item(9, 2000, [3000])])).toBe('unmatched-in-list');
    expect(told(receipt(7000, ''), [item(8, 1000, [4000]), item(9, 2000, [3000])])).toBe('unmatched-in-list');
  });
});

describe('a receipt that a list did not settle', () => {
  it('is booked when it came in after the day of the list', () => {
    expect(told(receipt(3000, 'F2026-0009', { bookDate: plainDate('2026-11-21') }), [item(9, 3000, [3000])])).toBe('match-number-exact');
  });

  it('is booked when it is exactly what the list left open, and when it is more than the list took off', () => {
    expect(told(receipt(2000, 'F2026-0009'), [item(9, 2000, [3000])])).toBe('match-number-exact');
    expect(told(receipt(4000, 'F2026-0009'), [item(9, 9000, [1000])])).toBe('match-number-part');
  });

  it('is booked when it names another invoice that has exactly this amount open', () => {
    expect(told(receipt(3000, 'F2026-0008'), [item(8, 3000, []), item(9, 2000, [3000])])).toBe('match-number-exact');
  });

  it('is booked when the list lowered an invoice of somebody else, or in another currency', () => {
    expect(told(receipt(3000, ''), [item(8, 3000, []), item(9, 2000, [3000], { customerId: 2 as CustomerId })])).toBe('match-iban-exact');
    expect(told(receipt(3000, ''), [item(8, 3000, []), item(9, 2000, [3000], { currency: 'USD' })])).toBe('match-iban-exact');
  });

  it('keeps the reason that something speaks against the payer', () => {
    expect(told(receipt(3000, 'F2026-0009'), [item(9, 2000, [3000], { customerId: 2 as CustomerId })])).toBe('unmatched-payer-conflict');
  });
});

describe('what lists took off and put back', () => {
  const change = (amount: number, on = '2026-11-20'): { on: ReturnType<typeof plainDate>; cents: ReturnType<typeof cents> } => ({ on: plainDate(on), cents: cents(amount) });

  it('counts no longer once it was put back, the same amount before all and then the newest', () => {
    expect(stillListed([change(3000), change(-3000)])).toEqual([]);
    expect(stillListed([change(1000, '2026-10-01'), change(3000, '2026-11-01'), change(-1000)])).toEqual([change(3000, '2026-11-01')]);
    expect(stillListed([change(1000, '2026-10-01'), change(3000, '2026-11-01'), change(-3500)])).toEqual([change(500, '2026-10-01')]);
    expect(stillListed([change(-500), change(-500)])).toEqual([]);
  });

  it('never is more than what was taken off, nor less than what is left of it', () => {
    const changes = fc.array(fc.record({ on: fc.constantFrom('2026-10-01', '2026-11-01', '2026-11-20'), amount: fc.integer({ min: -500, max: 500 }).filter((one) => one !== 0) }), { maxLength: 8 });
    fc.assert(
      fc.property(changes, (given) => {
        const left = stillListed(given.map(({ on, amount }) => change(amount, on)));
        const sum = left.reduce((all, one) => all + one.cents, 0);
        const lowered = given.filter(({ amount }) => amount > 0).reduce((all, { amount }) => all + amount, 0);
        expect(left.every((one) => one.cents > 0)).toBe(true);
        expect(sum).toBeLessThanOrEqual(lowered);
        expect(sum).toBeGreaterThanOrEqual(given.reduce((all, { amount }) => all + amount, 0));
      }),
    );
  });
});
