/** One of something is never said as several, in any text and language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogs } from './catalogs.ts';
import { errors as englishErrors } from './en/errors.ts';
import { reasons as englishReasons } from './en/reasons.ts';
import { fillIn, pluralWords } from './fillIn.ts';
import { errors as frenchErrors } from './fr/errors.ts';
import { reasons as frenchReasons } from './fr/reasons.ts';
import { type Language, languages } from './languages.ts';
import { errors as dutchErrors } from './nl/errors.ts';
import { reasons as dutchReasons } from './nl/reasons.ts';

type Branch = { readonly [key: string]: string | Branch };
const leaves = (branch: Branch, path: string): readonly (readonly [key: string, text: string])[] =>
  Object.entries(branch).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}.${key}`, value] as const] : leaves(value, `${path}.${key}`)));
const errors = { nl: dutchErrors, en: englishErrors, fr: frenchErrors } as const;
const reasons = { nl: dutchReasons, en: englishReasons, fr: frenchReasons } as const;
const textsIn = (language: Language): readonly (readonly [key: string, text: string])[] => [
  ...leaves(catalogs[language] as unknown as Branch, 'window'),
  ...leaves(errors[language], 'errors'),
  ...leaves(reasons[language], 'reasons'),
];

/**
 * Marks that are figures: by their form, or by the names that figures without one have. Numbers of invoices are names; limits and spans are
 * fixed by the program and never one.
 */
const figure = /\{\{(\w+)(?:, ?(?:number|days|plural\([^)]*\)))?\}\}/g;
const figureNames = new Set(['count', 'entries', 'postings', 'documents', 'bankEntries', 'fresh', 'known', 'possibly', 'skipped', 'times', 'told', 'found', 'late', 'files', 'rows', 'lines', 'letters']);
const figuresOf = (text: string): readonly string[] => [...text.matchAll(figure)].flatMap(([, name = '']) => (figureNames.has(name) ? [name] : []));

/** Said only of several: what is named, chosen or summed is two at least. A plural form of one message has its own text for one. */
const alwaysSeveral = new Set([
  'window.bank.account.more',
  'window.bank.list.differsMany',
  'window.bank.after.several',
  'window.insight.months',
  'window.insight.working.more',
  'reasons.step-combined',
  'reasons.call-third-overdue',
  'reasons.match-sum-exact',
  'reasons.match-iban-sum',
  'reasons.unmatched-shared-account',
  'reasons.unmatched-equal-candidates',
  'reasons.unmatched-several-letters',
  'reasons.evidence-sum',
  'reasons.against-other-customers',
  'reasons.flag-late-payer',
]);

/** Plural nouns of the three languages as they end; words that end so and are no plural. */
const several: Readonly<Record<Language, RegExp>> = {
  nl: /(?<![\d.,])1 (?:\p{L}+e )*(?:\p{L}{3,}(?:en|s)|zijn|staan|worden|tellen)(?![\p{L}-])/u,
  en: /(?<![\d.,])1 (?:other |more |open |bank )*(?:\p{L}{3,}s|are|were|do)(?![\p{L}’-])/u,
  fr: /(?<![\d.,])1 (?:autre )?(?:\p{L}{3,}[sx]|sont|ont)(?![\p{L}’-])/u,
};
const noPlural = /(?<![\d.,])1 (?:van|aangezien|tussen|misschien|overgeslagen|bekeken|tonen|kiezen|is|was|waits|has|less|its|perhaps|plus|mois|fois|sans|dans|sous|pas)(?![\p{L}])/gu;
const isWrong = (text: string, language: Language): boolean => several[language].test(text.replaceAll(noPlural, ''));

const filled = (text: string, language: Language, value: number): string => fillIn(text, Object.fromEntries(figuresOf(text).map((name) => [name, value])), language);

describe.each(languages)('texts with a figure in %s', (language) => {
  const counted = textsIn(language).filter(([key, text]) => figuresOf(text).length > 0 && !key.endsWith('_other') && !alwaysSeveral.has(key));

  it('are many', () => expect(counted.length).toBeGreaterThan(40));

  it('say one as one', () => {
    const wrong = counted.map(([key, text]) => [key, filled(text, language, 1)] as const).filter(([, text]) => isWrong(text, language));
    expect(wrong).toEqual([]);
  });

  it('leave no mark unread, whatever the figure', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.nat({ max: 2_000_000 }), ([, text], value) => {
        expect(filled(text, language, value)).not.toMatch(/plural|\{\{|\}\}|;?\s*other:/);
      }),
      { numRuns: 300 },
    );
  });

  it('have a text for one wherever they have one for several', () => {
    const keys = new Set(textsIn(language).map(([key]) => key));
    expect([...keys].filter((key) => key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one')))).toEqual([]);
  });
});

describe('the words that belong to a figure', () => {
  it('are chosen as the language counts, and are those for several when it is no figure', () => {
    const words = { one: 'regel', other: 'regels' };
    expect([0, 1, 2, 21, '1', '–'].map((value) => pluralWords(value, 'nl', words))).toEqual(['regels', 'regel', 'regels', 'regels', 'regel', 'regels']);
    expect([0, 1, 2].map((value) => pluralWords(value, 'fr', { one: 'ligne', other: 'lignes' }))).toEqual(['ligne', 'ligne', 'lignes']);
    expect(fillIn('{{count, number}} {{count, plural(one: regel is; other: regels zijn)}} leeg', { count: 1 }, 'nl')).toBe('1 regel is leeg');
    expect(fillIn('{{count, number}} {{count, plural(one: regel is; other: regels zijn)}} leeg', { count: 1200 }, 'nl')).toBe('1.200 regels zijn leeg');
    expect(fillIn('{{count, plural(one: regel)}}', {}, 'nl')).toBe('–');
  });

  it('are found when they are wrong', () => {
    expect(['1 regels', '1 andere posten', '1 afschriften tellen'].map((text) => isWrong(text, 'nl'))).toEqual([true, true, true]);
    expect(['1 regel', '21 regels', '1 van 3', '€ 1,1 regels'].map((text) => isWrong(text, 'nl'))).toEqual([false, false, false, false]);
    expect([isWrong('1 others', 'en'), isWrong('1 écritures', 'fr'), isWrong('1 fois', 'fr')]).toEqual([true, true, false]);
  });
});
