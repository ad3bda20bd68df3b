/** The doubts of the law as sentences: figures whole, in the reader's language. */
import { expect, it } from 'vitest';
import { languages } from '../../src-shared/locales/languages.ts';
import { reasonText } from '../../src-shared/locales/reasonText.ts';
import { interest } from './questions.ts';

it('a rate keeps its decimals in a sentence', () => {
  const doubt = interest({ from: '2026-01-01', to: '2026-02-01' }).doubts[0];
  expect(languages.map((language) => (doubt === undefined ? '' : /10.15\s?%/.exec(reasonText(doubt, language))?.[0]))).toEqual(['10,15%', '10.15%', expect.stringMatching(/^10,15\s%$/)]);
});
