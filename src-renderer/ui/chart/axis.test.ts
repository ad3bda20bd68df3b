import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFor, heightOf, spreadLabels } from './axis.ts';

describe('the axis of a chart', () => {
  it('begins at zero and ends in a round number at or above the highest value', () => {
    expect(axisFor([131_000, 60_000], 3)).toEqual({ from: 0, to: 150_000, ticks: [0, 50_000, 100_000, 150_000] });
    expect(axisFor([41.1], 5)).toEqual({ from: 0, to: 50, ticks: [0, 10, 20, 30, 40, 50] });
  });
  it('reaches below zero only for a negative value', () => {
    expect(axisFor([-400, 900], 3).from).toBe(-500);
  });
  it('stands for nothing at all as well', () => {
    expect(axisFor([0, 0], 3).to).toBe(1);
    expect(axisFor([], 3).to).toBe(1);
  });
  it('always contains every value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1 }),
        fc.integer({ min: 2, max: 8 }),
        (values, count) => {
          const axis = axisFor(values, count);
          expect(axis.from).toBeLessThanOrEqual(Math.min(0, ...values));
          expect(axis.to).toBeGreaterThanOrEqual(Math.max(0, ...values));
          expect(axis.ticks).toContain(0);
          expect(axis.ticks.length).toBeLessThanOrEqual(count + 3);
        },
      ),
    );
  });
  it('draws zero at the bottom and its end at the top', () => {
    const axis = axisFor([100], 2);
    expect(heightOf(0, axis, 120)).toBe(120);
    expect(heightOf(axis.to, axis, 120)).toBe(0);
  });
});

describe('labels beside a chart', () => {
  it('stay where they belong when there is room', () => {
    expect(spreadLabels([10, 50, 90], 16, 120)).toEqual([10, 50, 90]);
  });
  it('make room for each other, upwards at the bottom', () => {
    expect(spreadLabels([10, 112, 118, 120], 16, 120)).toEqual([10, 88, 104, 120]);
  });
  it('never overlap and never leave the chart when they fit in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 7 }), (values) => {
        const placed = spreadLabels(
          [...values].sort((a, b) => a - b),
          16,
          120,
        );
        placed.forEach((y, index) => {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(120);
          if (index > 0) expect(y - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
        });
      }),
    );
  });
});
