/** The articles that a result rests on, as a reader of each language finds them. */
import { describe, expect, it } from 'vitest';
import { articleOf, lawArticles } from '../../src-main/domain/law/lawArticles.ts';
import { lawSource } from '../../src-shared/locales/lawSource.ts';
import { lawRules } from '../../src-shared/lawRules.ts';

describe('the source of a rule', () => {
  it('is cited in French where Belgian law has a French text, and keeps its Dutch name with a gloss where there is none', () => {
    expect(lawSource('WER art. XIX.2, XIX.4', 'fr')).toBe('CDE, art. XIX.2, XIX.4');
    expect(lawSource('Wet van 2 augustus 2002, art. 6', 'fr')).toBe('Loi du 2 août 2002, art. 6');
    expect(lawSource('oud BW art. 2244 §2', 'fr')).toBe('ancien Code civil, art. 2244 §2');
    expect(lawSource('BW art. 5.240', 'fr')).toBe('Code civil, art. 5.240');
    expect(lawSource('BW 6:96 lid 4', 'fr')).toBe('BW 6:96 lid 4 (Code civil néerlandais)');
  });

  it('keeps the official name with a gloss in English', () => {
    expect(lawSource('BW 6:96 lid 6; HR 25 november 2016, ECLI:NL:HR:2016:2704', 'en')).toBe('BW 6:96 lid 6 (Dutch Civil Code); HR 25 november 2016, ECLI:NL:HR:2016:2704 (Dutch Supreme Court)');
    expect(lawSource('WER art. XIX.4', 'en')).toBe('WER art. XIX.4 (Belgian Code of Economic Law)');
  });

  it('has words for every rule in every language, and leaves Dutch and addresses alone', () => {
    for (const rule of lawRules) {
      for (const country of ['NL', 'BE'] as const) {
        const source = articleOf(rule, country);
        expect(lawSource(source, 'nl')).toBe(source);
        if (source === '') continue;
        for (const part of source.split('; ')) for (const language of ['fr', 'en', 'de'] as const) expect([lawArticles[rule], lawSource(part, language)]).not.toEqual([lawArticles[rule], part]);
      }
    }
    expect(lawSource('https://rates.example/2026', 'fr')).toBe('https://rates.example/2026');
  });
});
