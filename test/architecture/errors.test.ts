/** Promise 10: when something is wrong the program says what, why, and what to do, in the user's language. */
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src-shared/errors.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import { languages } from '../../src-shared/locales/languages.ts';

describe('every error', () => {
  it('is in the list once', () => {
    expect(errorCodes.length).toBeGreaterThan(20);
    expect(errorCodes.filter((code, index) => errorCodes.indexOf(code) !== index)).toEqual([]);
  });
  it.each(languages)('has three whole sentences without exclamation marks in %s', (language) => {
    for (const code of errorCodes) {
      const { what, why, todo } = errorMessage({ code, params: {} }, language);
      for (const sentence of [what, why, todo]) {
        expect(sentence.length, `${language} ${code}`).toBeGreaterThan(5);
        expect(sentence, `${language} ${code}`).toMatch(/[.?:]\s*$/);
        expect(sentence, `${language} ${code}`).not.toMatch(/[!{}]|\boeps\b|\boops\b/i);
      }
    }
  });
  it('is told in each language in its own words', () => {
    const same = errorCodes.filter((code) => {
      const [first, ...others] = languages.map((language) => errorMessage({ code, params: {} }, language).todo);
      return others.includes(first ?? '');
    });
    expect(same).toEqual([]);
  });
});
