import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { wholePercentages } from '../../../src-shared/locales/formatters.ts';
import { allocateCents, type Cents, cents } from '../../../src-shared/money.ts';

export type Dso = OutputOf<'insight.dso'>;
export type DsoPoint = Dso['current'];
export type Stuck = OutputOf<'insight.stuck'>;
export type StuckState = Stuck['states'][number]['state'];

export type Trend =
  | { readonly kind: 'unknown' }
  /** A single point: a figure and no comparison. */
  | { readonly kind: 'only'; readonly to: number }
  | { readonly kind: 'falls' | 'rises' | 'level'; readonly from: number; readonly to: number; readonly months: number };

const monthsCompared = 3;

/**
 * Where a line goes: its last value against the one three months before, or the oldest there is after that. Smaller differences than
 * `least` are level. Unknown when the last value is.
 */
export function trendOf(values: readonly (number | null)[], least: number): Trend {
  const last = values.length - 1;
  const to = values[last] ?? null;
  if (to === null) return { kind: 'unknown' };
  for (let months = Math.min(monthsCompared, last); months > 0; months -= 1) {
    const from = values[last - months] ?? null;
    if (from === null) continue;
    return { kind: Math.abs(to - from) < least ? 'level' : to < from ? 'falls' : 'rises', from, to, months };
  }
  return { kind: 'only', to };
}

/** Lowest and highest of the known values; null without any. */
export function rangeOf(values: readonly (number | null)[]): { readonly lowest: number; readonly highest: number } | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : { lowest: Math.min(...known), highest: Math.max(...known) };
}

export type StuckLine = Stuck['states'][number] & {
  /** Whole percentage of what is overdue; the lines add up to 100. */
  readonly share: number;
  /** Days within DSO, in tenths so that they add up exactly; null when the days late cannot be computed. */
  readonly tenths: number | null;
};

/**
 * Each state with its part of the whole: percentages by largest remainder, and the days late within DSO divided in proportion to the euros.
 * A state in which credit outweighs debt takes no part.
 */
export function stuckLines(stuck: Stuck, daysLate: number | null): readonly StuckLine[] {
  const weights = stuck.states.map((state) => Math.max(0, state.cents));
  const isNothing = weights.every((weight) => weight === 0);
  const shares = wholePercentages(weights);
  const days = daysLate === null || isNothing ? null : allocateCents(cents(Math.round(daysLate * 10)), weights);
  return stuck.states.map((state, index) => ({ ...state, share: shares[index] ?? 0, tenths: days?.[index] ?? null }));
}

export type StuckFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' | 'most' | 'finding'; readonly state: StuckState; readonly share: number };

/** The largest state, as a finding. */
export function stuckFinding(lines: readonly StuckLine[]): StuckFinding {
  const largest = lines.reduce<StuckLine | null>((best, line) => (line.cents > (best?.cents ?? 0) ? line : best), null);
  if (largest === null) return { kind: 'none' };
  return { kind: largest.share === 100 ? 'all' : largest.share > 50 ? 'most' : 'finding', state: largest.state, share: largest.share };
}

/** Overdue over open, from 0 to 1; null where nothing is open. */
export const pastDueShare = (overdue: Cents, open: Cents): number | null => (open > 0 ? Math.max(0, overdue) / open : null);
