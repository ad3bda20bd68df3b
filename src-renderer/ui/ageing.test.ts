import { describe, expect, it } from 'vitest';
import { bucketOfDays, bucketTint } from './ageing.ts';

describe('the ageing scale', () => {
  it.each([
    [-5, 'notDue'],
    [0, 'notDue'],
    [1, 'days1to30'],
    [30, 'days1to30'],
    [31, 'days31to60'],
    [60, 'days31to60'],
    [61, 'days61to90'],
    [90, 'days61to90'],
    [91, 'over90'],
  ] as const)('%d days overdue belong to %s', (days, bucket) => expect(bucketOfDays(days)).toBe(bucket));

  it('tints a cell in four strengths by its share of what is overdue, and never what is not due', () => {
    const strength = (share: number): string => /(\d+)%/.exec(bucketTint('days31to60', share) ?? '')?.[1] ?? 'none';
    expect([0, 0.01, 0.02, 0.05, 0.1, 0.11].map(strength)).toEqual(['none', '9', '17', '27', '27', '38']);
    expect(bucketTint('notDue', 0.5)).toBeUndefined();
  });
});
