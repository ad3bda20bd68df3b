/** Interest over ten years with twenty changes of the rate and ten payments, compounded yearly: how many a second, against the two thousand that are aimed at. */
import { accrueInterest, type Accrual } from '../../src-main/domain/law/accrueInterest.ts';
import { addDays, addMonths, plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import { median, type Measurement } from './measurement.ts';

const aimPerSecond = 2000;
const rounds = 15;
const perRound = 500;

/** A claim of its own for every calculation, so that nothing can be remembered from the one before. */
function claim(index: number): Accrual {
  const from = addDays(plainDate('2016-01-15'), index % 365);
  const rates = Array.from({ length: 21 }, (_, half) => ({ from: half === 0 ? plainDate('2015-01-01') : addMonths(from, 6 * half - 3), percent: (8 + (half % 7) * 0.35).toFixed(2), source: 'invented', confidence: 'confirmed' as const }));
  const payments = Array.from({ length: 10 }, (_, year) => ({ date: addDays(addMonths(from, 12 * year), 100), amountCents: cents(250_00 + index), isPrincipalOnly: false }));
  return { principalCents: cents(10_000_00 + index), from, to: addMonths(from, 120), rates, payments, costs: [], free: [], order: ['costs', 'interest', 'principal'], isCompound: true, paymentDayCounts: true, basis: '365', rule: 'interest-trade-nl', country: 'NL' };
}

export function measureInterest(): Promise<Measurement> {
  const claims = Array.from({ length: perRound }, (_, index) => claim(index));
  const sample = accrueInterest(claim(0));
  const lines = sample.working.filter((line) => line.rule === 'interest-trade-nl');
  if (lines.length < 38 || sample.interestCents <= 0) throw new Error(`the claim with ${lines.length} periods is not what was to be measured`);
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (const asked of claims) accrueInterest(asked);
    perSecond.push((perRound * 1000) / (performance.now() - start));
  }
  const reached = median(perSecond);
  return Promise.resolve({ name: 'interest over ten years, 20 rates, 10 payments', ratio: aimPerSecond / reached, aim: 1, details: `${Math.round(reached)} a second, ${lines.length} periods each; wanted at least ${aimPerSecond}` });
}
