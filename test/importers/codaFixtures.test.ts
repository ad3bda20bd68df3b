import { expect } from 'vitest';
import { describePublicSamples } from './publicSamples.ts';

describePublicSamples({
  prefix: 'coda/',
  readerId: 'coda',
  fewest: 10,
  isListed: () => true,
  more: ({ statements, problems }, facts) => {
    facts.forEach((fact, index) => {
      const details = statements[index]?.entries.flatMap(({ payments, clues }) => [...payments, ...clues]) ?? [];
      // Details of a simple movement explain it; only those of a total are payments.
      if (details.length > 0)
        expect(details.map(({ amount }) => (amount / 100).toFixed(2))).toEqual(fact.detailLines?.map(({ amount }) => amount));
    });
    const differs = problems.some(({ code }) => code === 'bank-totals-differ' || code === 'bank-records-differ');
    expect(differs).toBe(facts.some(({ trailerMatches }) => trailerMatches === false));
    expect(problems.filter(({ code }) => code === 'bank-statement-unbalanced').length).toBe(
      facts.filter(({ balanced }) => balanced === false).length,
    );
  },
});
