/** What may not be asked is not written: the reasons why a letter with interest or costs is refused. */
import { describe, expect, it } from 'vitest';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { Claim, ClaimFacts, FourteenDayFacts, InterestClaim, LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { dutchCollectionCosts } from '../../src-main/domain/law/collectionCosts.ts';
import type { LawAmount } from '../../src-main/domain/law/lawTypes.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { textsOfLetter } from '../../src-shared/letter.ts';
import { cents, zeroCents } from '../../src-shared/money.ts';
import { euros } from '../law/questions.ts';
import { belgianConsumerDemand, defaultNotice, demand, dutchConsumerDemand, fourteenDays, invoice, largeDemand, plan, preDue } from './claimSamples.ts';

const refusal = (facts: LetterFacts): string => {
  const result = buildLetter(facts);
  return result.ok ? 'accepted' : result.error.code;
};
const textOf = (facts: LetterFacts): string => {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return textsOfLetter(result.value).join('\n').replaceAll('\u00a0', ' ');
};
const claiming = (facts: ClaimFacts, change: Partial<Claim>): ClaimFacts => ({ ...facts, claim: { ...facts.claim, ...change } });
const [first, second] = demand.claim.interest;
if (first === undefined || second === undefined) throw new Error('sample');
/** The interest of an invoice with another amount than its lines add up to. */
const wrong = (claim: InterestClaim, more: number): InterestClaim => ({ ...claim, accrued: { ...claim.accrued, amountCents: cents(claim.accrued.amountCents + more) } });
const raised = (amount: LawAmount, to: string): LawAmount => ({ ...amount, amountCents: euros(to), working: amount.working.map((line, index) => (index === 0 ? { ...line, amountCents: euros(to) } : line)).slice(0, 1) });

describe('amounts that do not follow from their working', () => {
  it.each<[string, LetterFacts]>([
    ['interest of a cent more', claiming(demand, { interest: [wrong(first, 1), second] })],
    ['interest of an invoice that is not listed', claiming(demand, { interest: [{ ...first, number: '2026-9999' }, second] })],
    ['a line of interest that is not its days and rate', claiming(demand, { interest: [{ ...first, accrued: { ...first.accrued, working: first.accrued.working.map((line) => ({ ...line, days: line.days + 5 })) } }, second] })],
    ['another principal than is open', claiming(demand, { interest: [{ ...first, principalOpen: euros('4235.00') }, second] })],
    ['another amount a day', claiming(demand, { perDay: euros('14.00') })],
    ['costs that differ from their lines', claiming(demand, { costs: { kind: 'minimum', perInvoice: false, amount: { ...(demand.claim.costs?.amount ?? first.accrued), amountCents: euros('80.00') } } })],
    ['a payment that is not used up', claiming(defaultNotice, { payments: defaultNotice.claim.payments.map((paid) => ({ ...paid, toCosts: zeroCents })) })],
    ['a payment to more costs than there are', claiming(demand, { payments: [{ on: plainDate('2026-09-24'), number: '2026-0288', amount: euros('1500.00'), toCosts: euros('1500.00'), toInterest: zeroCents, toPrincipal: zeroCents, isDesignated: true }] })],
  ])('%s', (_name, facts) => {
    expect(refusal(facts)).toBe('letter-amount-differs');
  });
  it('instalments that are not the acknowledged sum, or not one after the other', () => {
    expect(refusal({ ...plan, instalments: plan.instalments.slice(1) })).toBe('letter-instalments-differ');
    expect(refusal({ ...plan, instalments: plan.instalments.toReversed() })).toBe('letter-instalments-differ');
  });
});

describe('what a consumer may not be charged', () => {
  it.each<[string, LetterFacts, string]>([
    ['nothing before the free letter was sent', claiming(dutchConsumerDemand, { chargesFrom: null }), 'letter-charges-too-early'],
    ['nothing before its term has ended', claiming(dutchConsumerDemand, { chargesFrom: plainDate('2026-12-19') }), 'letter-charges-too-early'],
    ['nothing in Belgium before its term has ended', claiming(belgianConsumerDemand, { chargesFrom: plainDate('2026-12-19') }), 'letter-charges-too-early'],
    ['no indemnity without a clause', claiming(belgianConsumerDemand, { clauseArticle: ' ' }), 'letter-clause-missing'],
    ['no indemnity above the cap', claiming(belgianConsumerDemand, { costs: { kind: 'indemnity', perInvoice: false, amount: raised(belgianConsumerDemand.claim.costs?.amount ?? first.accrued, '79.23') } }), 'letter-amount-above-cap'],
    ['no costs above the scale', claiming(dutchConsumerDemand, { costs: { kind: 'scale', perInvoice: false, amount: raised(dutchConsumerDemand.claim.costs?.amount ?? first.accrued, '134.32') } }), 'letter-amount-above-cap'],
    ['nothing in Belgium for handing over', claiming(belgianConsumerDemand, { laterCosts: { amount: dutchCollectionCosts({ kind: 'trade', principals: [euros('784.40')], vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents }), principal: euros('784.40'), alreadyPaid: zeroCents } }), 'letter-amount-above-cap'],
  ])('%s', (_name, facts, code) => {
    expect(refusal(facts)).toBe(code);
  });
  it('after the term a Belgian consumer pays the indemnity and interest of the clause, with their basis', () => {
    const text = textOf(belgianConsumerDemand);
    expect(text).toContain('de nalatigheidsintrest en de forfaitaire schadevergoeding');
    expect(text).toContain('artikel 7 van onze algemene voorwaarden, 10,5% per jaar, enkelvoudig, vanaf de dag na de eerste herinnering');
    expect(text).toContain('binnen de grens van art. XIX.4 WER');
    expect(text).toMatch(/Forfaitaire schadevergoeding\n79,22/);
  });
  it('after the term a Dutch consumer pays the costs of the scale', () => {
    expect(textOf(dutchConsumerDemand)).toMatch(/Buitengerechtelijke incassokosten\n134,31/);
  });
});

describe('the fourteen-day letter', () => {
  const change = (changes: Partial<FourteenDayFacts>): FourteenDayFacts => ({ ...fourteenDays, ...changes });
  const over = (principal: string, isOutsourced = false): LawAmount => dutchCollectionCosts({ kind: 'consumer', principals: [euros(principal)], vat: { isOutsourced, canDeductVat: !isOutsourced }, alreadyChargedCents: zeroCents });
  it.each<[string, FourteenDayFacts, string]>([
    ['with costs of a cent more than the scale', change({ costs: { ...fourteenDays.costs, amountCents: cents(134_32) } }), 'letter-amount-differs'],
    ['with the costs of one invoice only', change({ costs: over('653.40') }), 'letter-amount-differs'],
    ['with VAT that is not stated', change({ costs: over('895.40', true) }), 'letter-amount-differs'],
    ['before default', change({ inDefaultSince: plainDate('2026-11-21') }), 'letter-default-missing'],
    ['with a term that the post makes too short', change({ lastFreeDay: { ...fourteenDays.lastFreeDay, date: plainDate('2026-12-05') } }), 'letter-deadline-too-early'],
    ['by e-mail with a term that its delivery makes too short', change({ channel: 'email', lastFreeDay: { ...fourteenDays.lastFreeDay, date: plainDate('2026-12-04') } }), 'letter-deadline-too-early'],
    ['without an earlier message', change({ earlierMessages: [] }), 'letter-earlier-message-missing'],
    ['to a Belgian consumer', change({ customer: { ...fourteenDays.customer, country: 'BE' } }), 'letter-other-law'],
  ])('%s is refused', (_name, facts, code) => {
    expect(refusal(facts)).toBe(code);
  });
  it('states VAT that cannot be deducted, and why it is added', () => {
    const costs = over('895.40', true);
    const text = textOf(change({ costs, vat: cents(28_21) }));
    expect(text).toContain('€ 162,52');
    expect(text).toContain('In dit bedrag is € 28,21 btw begrepen: wij kunnen de btw over de incassokosten niet verrekenen');
    expect(text).not.toContain('Er komt geen btw bij');
  });
  it('names each slice of the scale, or the minimum', () => {
    const one = (total: string): FourteenDayFacts => change({ items: [invoice('2026-0339', ['2026-09-22', '2026-10-06'], [total, '0'])], costs: over(total) });
    expect(textOf(one('3000.00'))).toContain('verschuldigd: 15% van € 2.500,00 en 10% van € 500,00 (');
    expect(textOf(one('100.00'))).toContain('€ 40,00 aan buitengerechtelijke incassokosten verschuldigd: het wettelijk minimum (');
  });
});

describe('other letters', () => {
  it('a claim with large amounts and a credit note is specified, and its calculation lies behind it', () => {
    const text = textOf(largeDemand);
    expect(text).toContain('Creditnota C2026-031');
    expect(text).toContain('−250,00');
    expect(text).toContain('Bijlage: berekening van rente en openstaand bedrag');
  });
  it('more than ten invoices of a claim go to an annex, and the sums stay on the page', () => {
    const items = Array.from({ length: 14 }, (_, index) => invoice(`2026-05${String(index).padStart(2, '0')}`, ['2026-08-01', '2026-08-31'], ['100.00', '0']));
    const facts = claiming({ ...demand, items }, { interest: [], costs: null, payments: [], laterCosts: null, perDay: zeroCents });
    const result = buildLetter(facts);
    expect(result.ok && result.value.annex?.table.rows).toHaveLength(14);
    expect(result.ok && result.value.claim.cents).toBe(140_000);
    expect(textOf(facts)).toContain('de facturen in de bijlage');
  });
  it('a notice before the due date is for invoices that are not late', () => {
    expect(refusal({ ...preDue, today: plainDate('2026-11-30'), payBy: plainDate('2026-12-04'), nextStep: { step: 'reminder-1', on: plainDate('2026-12-07') } })).toBe('letter-item-invalid');
  });
});
