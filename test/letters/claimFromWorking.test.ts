/** From what the law answers about the invoices of a ledger to a letter that can be sent. */
import { describe, expect, it } from 'vitest';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { claimFromWorking, type InvoiceInterest } from '../../src-main/domain/letters/claimFromWorking.ts';
import type { ClaimFacts, LetterItem } from '../../src-main/domain/letters/letterFacts.ts';
import { documentClaim } from '../../src-main/domain/law/documentClaim.ts';
import { tradeMinimum } from '../../src-main/domain/law/collectionCosts.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { negateCents } from '../../src-shared/money.ts';
import { euros } from '../law/questions.ts';
import { shippedRates } from '../law/lawRates.ts';
import { defaultNotice, demand } from './claimSamples.ts';

const today = plainDate('2026-11-20');
const position = { country: 'NL', kind: 'trade', isTermAgreed: true, agreed: { kind: 'none' }, isSimple: false, hasClause: false, isSmallCreditor: false, basis: '365', table: shippedRates() } as const;

/** The claim on an invoice whose payments are booked in the ledger. */
function interestOf(item: LetterItem, paid: readonly (readonly [string, string])[]): InvoiceInterest {
  if (item.dueDate === null) throw new Error('no due date');
  const movements = [
    { date: item.issueDate, kind: 'debt', cents: item.total } as const,
    ...paid.map(([date, amount]) => ({ date: plainDate(date), kind: 'payment', cents: negateCents(euros(amount)) }) as const),
  ];
  const claim = documentClaim({ dueDate: item.dueDate, movements, costs: [], free: [], notice: null, firstReminder: null, settledOn: null }, position, today);
  return { item, interest: claim.interest, perDayCents: claim.perDayCents, designatedOn: new Set() };
}
const rest = { interestKind: 'trade', costs: { kind: 'minimum', amount: tradeMinimum('NL', 1), perInvoice: false }, laterCosts: null, chargesFrom: null, clauseArticle: '' } as const;
const letterWith = (facts: ClaimFacts) => {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('a claim from the ledger', () => {
  it('asks what letter 02 asks, when the payment came before the due date', () => {
    const [one, two] = demand.items;
    if (one === undefined || two === undefined) throw new Error('sample');
    const claim = claimFromWorking([interestOf(one, [['2026-09-24', '1500.00']]), interestOf(two, [])], rest);
    expect(claim.interest.map(({ accrued, perDay, principalOpen }) => [accrued.amountCents, perDay, principalOpen])).toEqual([
      [42_08, 78, 2_735_00],
      [24_82, 62, 2_178_00],
    ]);
    expect(claim.perDay).toBe(1_40);
    expect(letterWith({ ...demand, claim }).claim.cents).toBe(5_019_90);
  });
  it('shows in an annex where a payment after default went', () => {
    const [one, two] = defaultNotice.items;
    if (one === undefined || two === undefined) throw new Error('sample');
    const claim = claimFromWorking([interestOf(one, [['2026-09-15', '2500.00']]), interestOf(two, [])], rest);
    expect(claim.payments).toEqual([
      { on: '2026-09-15', number: '2026-0198', amount: 2_500_00, toCosts: 0, toInterest: 179_32, toPrincipal: 2_320_68, isDesignated: false },
    ]);
    const model = letterWith({ ...defaultNotice, claim });
    expect(model.annexes).toHaveLength(1);
    expect(model.claim.cents).toBe(4_155_00 + 3_388_00 + 40_00 + claim.interest.reduce((sum, one_) => sum + one_.accrued.amountCents, 0));
  });
});
