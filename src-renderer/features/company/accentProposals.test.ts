import { expect, it } from 'vitest';
import { readableAccent } from '../../../src-shared/accentColour.ts';
import { accentProposals } from './accentProposals.ts';

it('every proposed colour is printed as it is: white letters can be read on it', () => {
  expect(accentProposals.map(readableAccent)).toEqual([...accentProposals]);
});
