/** Words that weaken a letter are found, with better ones; our own letters have none. */
import { describe, expect, it } from 'vitest';
import type { LetterLanguage } from '../../src-shared/letter.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { templateTextsIn } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { checkTone } from '../../src-main/domain/letters/tone/checkTone.ts';
import { languageOf } from '../../src-main/domain/letters/tone/languageOf.ts';
import { tonePhrases } from '../../src-main/domain/letters/tone/tonePhrases.ts';
import { allLetters, languages } from './allLetters.ts';

const strict = { mayApologise: false };
const flaws = (text: string, language: LetterLanguage): readonly string[] => checkTone(text, language, strict).map((flag) => flag.flaw);

describe('the check of the tone', () => {
  it.each([
    'Zou u alstublieft willen kijken naar onze factuur?',
    'We hopen dat u eraan denkt.',
  ])('flags “%s” as vague and proposes better words', (text) => {
    const [flag] = checkTone(text, 'nl', strict);
    expect(flag?.flaw).toBe('vague');
    expect(flag?.better).toMatch(/uiterlijk op/);
    expect(text.slice(flag?.start, flag?.end)).toBe(flag?.phrase);
  });
  it('leaves the rewritten sentence alone', () => {
    expect(checkTone('Betaal € 870,50 uiterlijk op vrijdag 27 november 2026.', 'nl', strict)).toEqual([]);
  });
  it.each([
    ['nl', 'Helaas hebben wij nog niets ontvangen. Sorry voor het ongemak.', ['apologetic', 'apologetic', 'apologetic']],
    ['nl', 'Dit is uw laatste waarschuwing! Anders komt de deurwaarder.', ['threatening', 'shouting', 'threatening']],
    ['nl', 'BETAAL NU METEEN', ['shouting']],
    ['nl', 'Wilt u zo snel mogelijk betalen, als het u uitkomt?', ['vague', 'vague']],
    ['fr', 'Pourriez-vous éventuellement payer dans les meilleurs délais ?', ['vague', 'vague']],
    ['fr', 'Malheureusement, nous serons contraints d’agir.', ['apologetic', 'threatening']],
    ['fr', 'Nous espérons que vous y penserez.', ['vague']],
    ['en', 'Could you please pay at your earliest convenience?', ['vague', 'vague']],
    ['en', 'Unfortunately we will be forced to act without further notice.', ['apologetic', 'threatening', 'threatening']],
    ['de', 'Wir hoffen, dass Sie zeitnah zahlen. Leider sehen wir uns gezwungen.', ['vague', 'vague', 'apologetic', 'threatening']],
    ['de', 'Könnten Sie bitte bei Gelegenheit zahlen?', ['vague', 'vague']],
    ['nl', 'Dan komt de deurwaarder langs. De gerechtsdeurwaarder legt beslag.', ['threatening', 'threatening', 'threatening']],
    ['fr', 'Nous enverrons l’huissier chez vous. L’huissier de justice passera.', ['threatening', 'threatening']],
    ['en', 'We will send the bailiff.', ['threatening']],
    ['de', 'Wir schicken den Gerichtsvollzieher.', ['threatening']],
    ['nl', 'Mogen wij u vriendelijk verzoeken dit bedrag te voldoen? Wij verzoeken u beleefd te betalen.', ['vague', 'vague']],
    ['fr', 'Pouvons-nous vous demander de payer ? Nous vous prions de bien vouloir payer.', ['vague', 'vague']],
    ['en', 'May we kindly ask you to pay?', ['vague']],
    ['de', 'Dürfen wir Sie höflich bitten, den Betrag zu zahlen?', ['vague']],
    ['nl', 'Misschien kunt u binnenkort betalen.', ['vague', 'vague']],
    ['fr', 'Peut-être pouvez-vous payer bientôt.', ['vague', 'vague']],
    ['en', 'Perhaps you could pay soon.', ['vague', 'vague']],
    ['de', 'Vielleicht können Sie bald zahlen.', ['vague', 'vague']],
  ] as const)('finds in %s: %s', (language, text, expected) => {
    expect(flaws(text, language)).toEqual(expected);
  });
  it('knows a better wording for every phrase, in each language', () => {
    for (const language of languages) {
      expect(tonePhrases[language].length).toBeGreaterThanOrEqual(12);
      for (const { better } of tonePhrases[language]) expect(better.length).toBeGreaterThan(5);
      expect(new Set(tonePhrases[language].map((phrase) => phrase.flaw))).toEqual(new Set(['vague', 'apologetic', 'threatening']));
    }
  });
  it('allows an apology only where our own message was wrong', () => {
    expect(checkTone('Onze excuses voor dat bericht.', 'nl', { mayApologise: true })).toEqual([]);
    expect(flaws('Onze excuses voor dat bericht.', 'nl')).toEqual(['apologetic']);
  });
  it('is not slowed down by hostile text', () => {
    const before = performance.now();
    checkTone('zou u '.repeat(50_000), 'nl', strict);
    checkTone(`${'A'.repeat(20_000)} `, 'de', strict);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it.each(languages)('finds nothing in our own texts in %s', (language) => {
    const flagged = Object.entries(templateTextsIn[language]).flatMap(([key, text]) =>
      (typeof text === 'string' ? [text] : [text.NL, text.BE]).flatMap((words) =>
        checkTone(words, language, { mayApologise: key.startsWith('crossed.') }).map((flag) => `${key}: ${flag.phrase}`),
      ),
    );
    expect(flagged).toEqual([]);
  });
  it('finds nothing in the letters as they are sent', () => {
    const flagged = allLetters.flatMap(({ name, kind, language, facts }) => {
      const model = buildLetter(facts);
      if (!model.ok) return [`${name}: ${model.error.code}`];
      const text = model.value.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [])).join(' ');
      return checkTone(text, language, { mayApologise: kind === 'crossed-apology' }).map((flag) => `${name}: ${flag.phrase}`);
    });
    expect(flagged).toEqual([]);
  });
});

describe('telling a language', () => {
  it.each([
    ['nl', 'Wij verzoeken u het bedrag te betalen dat nog op onze rekening moet worden bijgeschreven.'],
    ['fr', 'Nous vous demandons de payer la somme qui est encore due pour les factures de cette liste.'],
    ['en', 'We ask you to pay the amount that is still open for the invoices on this list by Friday.'],
    ['de', 'Wir bitten Sie, den Betrag zu zahlen, der für die Rechnungen auf dieser Liste noch offen ist.'],
  ] as const)('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
  it('says nothing about a few words', () => {
    expect(languageOf('Factuur 2026-0387')).toBeNull();
  });
});
