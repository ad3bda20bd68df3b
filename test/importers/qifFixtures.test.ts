import { expect } from 'vitest';
import { describePublicSamples } from './publicSamples.ts';

describePublicSamples({
  prefix: 'qif/',
  readerId: 'qif',
  fewest: 1,
  isListed: () => true,
  more: ({ problems, statements }) => {
    expect(problems).toEqual([]);
    const dates = statements.flatMap(({ entries }) => entries.map(({ bookDate }) => bookDate));
    expect([...dates].sort()).toEqual(['2013-03-03', '2013-03-03', '2013-03-04', '2013-08-12', '2013-08-15']);
  },
});
