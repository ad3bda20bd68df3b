import { expect } from 'vitest';
import { describePublicSamples } from './publicSamples.ts';

describePublicSamples({
  prefix: 'ofx/',
  readerId: 'ofx',
  fewest: 2,
  isListed: () => true,
  more: ({ problems, statements }) => {
    expect(problems).toEqual([]);
    // An opening balance is not in the format, and is not made up from the closing one.
    expect(statements.map(({ opening }) => opening)).toEqual([null]);
  },
});
