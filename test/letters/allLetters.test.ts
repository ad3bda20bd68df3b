/** Every letter in every language, for every country and kind of customer: whole, in one language, and with the amounts of its calculation. */
import { describe, expect, it } from 'vitest';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { buildMail } from '../../src-main/domain/letters/buildMail.ts';
import { toPayOf } from '../../src-main/domain/letters/letterContext.ts';
import { hasClaim, letterKindOf } from '../../src-main/domain/letters/letterFacts.ts';
import { formatLetterAmount, formatLetterEuro } from '../../src-main/domain/letters/letterFormats.ts';
import { languageOf } from '../../src-main/domain/letters/tone/languageOf.ts';
import { type LetterModel, textsOfLetter } from '../../src-shared/letter.ts';
import { letterKinds } from '../../src-shared/letterTemplate.ts';
import { decimalFromCents } from '../../src-shared/money.ts';
import { allLetters, type LetterCase } from './allLetters.ts';

function built({ facts, name }: LetterCase): LetterModel {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
  return result.value;
}
const paragraphsOf = (model: LetterModel): readonly string[] =>
  model.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : []));

describe('every letter', () => {
  it('exists for every reader that the law knows it for', () => {
    expect(new Set(allLetters.map((one) => one.kind)).size).toBe(letterKinds.length);
    expect(allLetters.length).toBeGreaterThanOrEqual(14 * 16 + 4 + 12 + 8);
    expect(allLetters.filter((one) => letterKindOf(one.facts) !== one.kind)).toEqual([]);
  });

  it.each(allLetters)('$name is whole and leaves no field open', (one) => {
    const model = built(one);
    const text = textsOfLetter(model).join('\n');
    expect(model.language).toBe(one.language);
    expect(text).not.toMatch(/\{\{(?!\s*(?:page|pages)\b)|\}\}|\*\*|undefined|NaN|\[object/);
    for (const paragraph of paragraphsOf(model)) {
      expect(paragraph, 'blanks and marks').not.toMatch(/ {2}|\s,|\s\.|\(\s*\)|, ,|^\s|\s$/);
      expect(paragraph, 'exclamation marks').not.toContain('!');
    }
  });

  it.each(allLetters)('$name is written in its language', (one) => {
    // What Dutch law wants word for word stands in Dutch in every language, so it is taken out before the language is told.
    const text = paragraphsOf(built(one))
      .join(' ')
      .replace(/Wij behouden ons ondubbelzinnig[^.]*\.|binnen vijftien dagen nadat deze brief bij u is bezorgd|De schuldeiser behoudt zich[^(]*/g, '');
    expect(languageOf(text)).toBe(one.language);
  });

  it.each(allLetters.filter((one) => toPayOf(one.facts) > 0 && one.kind !== 'payment-plan'))('$name asks in text, box and code what was calculated', (one) => {
    const model = built(one);
    const asked = toPayOf(one.facts);
    const box = model.blocks.flatMap((block) => (block.kind === 'payment' ? [block.payment] : []))[0];
    if (one.kind === 'crossed-apology') expect(box).toBeUndefined();
    else {
      expect(box?.amount).toBe(formatLetterEuro(asked, one.language));
      expect(box?.epcText.split('\n')[7]).toBe(`EUR${decimalFromCents(asked)}`);
    }
    expect(model.claim.cents).toBe(asked);
    const { facts } = one;
    if (!hasClaim(facts)) return;
    const text = textsOfLetter(model).join('\n');
    for (const { accrued } of facts.claim.interest) {
      const shown = (model.annexes ?? []).length > 0 ? accrued.working.filter((line) => line.days > 0).map((line) => line.amountCents) : [accrued.amountCents];
      for (const amount of shown) expect(text).toContain(formatLetterAmount(amount, one.language));
    }
    if (facts.claim.costs !== null) expect(text).toContain(formatLetterAmount(facts.claim.costs.amount.amountCents, one.language));
  });

  it.each(allLetters)('$name goes by mail with the same sum', (one) => {
    const mail = buildMail({ ...one.facts, channel: 'email' });
    // The free term of a Belgian consumer starts earlier by mail, and the letter printed for paper stays safe.
    if (!mail.ok) throw new Error(JSON.stringify(mail.error));
    expect(mail.value.paymentCode === null).toBe(toPayOf(one.facts) <= 0 || one.kind === 'payment-plan' || one.kind === 'crossed-apology');
    expect(mail.value.text).not.toMatch(/\{\{|\*\*|undefined/);
  });

  it.each(allLetters.filter((one) => ['pre-due-notice', 'reminder-1'].includes(one.kind)))('$name speaks of no costs, interest or court', (one) => {
    expect(paragraphsOf(built(one)).join(' ')).not.toMatch(/rente|intrest|interest|kosten|costs\b|incasso|deurwaarder|court\b|frais|intérêt|Zinsen|Inkasso/i);
  });
});
