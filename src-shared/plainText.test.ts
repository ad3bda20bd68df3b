import { expect, it } from 'vitest';
import { plainText } from './plainText.ts';

it('takes away control characters and marks that turn the text around', () => {
  expect(plainText('a\u0000b\u0007c\u001b[31md\u0085e\u202Ef\u2066g\u2069')).toBe('abc[31mdefg');
});
it('keeps letters of every script, accents, signs and line breaks', () => {
  for (const text of ['Café Ægir €', 'שלום', 'Ångström\n\tregel 2', '😀', 'a\u200Db', '']) expect(plainText(text)).toBe(text);
});
