import type { Buckets } from '../../src-shared/contract/common.ts';
import type { TokenName } from '../app/theme/tokens.ts';

/** The one ageing scale: strip in headers, square beside days, bars in charts, tint in cells. Learned once, read everywhere. */
export type BucketName = keyof Buckets;

export const bucketNames = [
  'notDue',
  'days1to30',
  'days31to60',
  'days61to90',
  'over90',
  'undated',
] as const satisfies readonly BucketName[];
/** The five that are shown everywhere; `undated` only where it is not zero. */
export const agedBucketNames = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const satisfies readonly BucketName[];

export const bucketColours = {
  notDue: 'age-0',
  days1to30: 'age-1',
  days31to60: 'age-2',
  days61to90: 'age-3',
  over90: 'age-4',
  undated: 'line-3',
} as const satisfies Record<BucketName, TokenName>;

export const bucketColour = (bucket: BucketName): string => `var(--t-${bucketColours[bucket]})`;

export function bucketOfDays(daysOverdue: number): BucketName {
  if (daysOverdue <= 0) return 'notDue';
  if (daysOverdue <= 30) return 'days1to30';
  if (daysOverdue <= 60) return 'days31to60';
  return daysOverdue <= 90 ? 'days61to90' : 'over90';
}

/**
 * The ground of a cell in the aging list: the bucket's colour over the sheet at 9, 17, 27, 38 % for a share of total overdue below
 * 2, 5, 10 % and above (design/tokens.md). What is not due has no ground.
 */
export function bucketTint(bucket: BucketName, share: number): string | undefined {
  if (bucket === 'notDue' || bucket === 'undated' || share <= 0) return undefined;
  const strength = share < 0.02 ? 9 : share < 0.05 ? 17 : share <= 0.1 ? 27 : 38;
  return `color-mix(in srgb, ${bucketColour(bucket)} ${strength}%, var(--t-sheet))`;
}
