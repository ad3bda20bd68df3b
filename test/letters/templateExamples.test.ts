/** The letters that the editor shows: every kind for every reader that the law knows it for, from our texts and with own words. */
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import { letterKinds } from '../../src-shared/letterTemplate.ts';
import { withWords, wordsIn } from '../../src-shared/templateWords.ts';
import { composeFromTemplate } from '../../src-main/domain/letters/templates/composeFromTemplate.ts';
import { defaultTemplate } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { exampleFacts, existsFor } from '../../src-main/domain/letters/templates/exampleFacts.ts';
import { shippedRates } from '../law/lawRates.ts';
import { countries, customerKinds, languages } from './allLetters.ts';
import { letterOne } from './letterSamples.ts';

const setting = { sender: letterOne.sender, contact: letterOne.contact, today: plainDate('2026-11-22'), table: shippedRates() };
const readers = languages.flatMap((language) => countries.flatMap((country) => customerKinds.map((customerKind) => ({ language, country, customerKind }))));
const codeOf = (result: { readonly ok: boolean } & object): string => ('error' in result ? JSON.stringify(result.error) : 'ok');

describe('the example with which a template is shown', () => {
  for (const kind of letterKinds) {
    it(`makes a ${kind} for every reader the law knows it for`, () => {
      for (const reader of readers) {
        const facts = exampleFacts(kind, reader, setting);
        expect(facts === null, JSON.stringify(reader)).toBe(!existsFor(kind, reader));
        if (facts === null) continue;
        expect([reader, codeOf(composeFromTemplate(defaultTemplate(kind, reader.language, reader), facts))]).toEqual([reader, 'ok']);
      }
    });
  }

  it('is a letter on days all through the year, holidays and weekends too', () => {
    for (let day = 0; day < 366; day += 3) {
      const today = addDays(plainDate('2026-01-01'), day);
      for (const kind of letterKinds) {
        const reader = readers[(day * 7 + letterKinds.indexOf(kind)) % readers.length];
        const facts = reader === undefined ? null : exampleFacts(kind, reader, { ...setting, today });
        if (reader === undefined || facts === null) continue;
        expect([kind, reader, today, codeOf(composeFromTemplate(defaultTemplate(kind, reader.language, reader), facts))]).toEqual([kind, reader, today, 'ok']);
      }
    }
  });
});

describe('what a user changed in a template', () => {
  const ours = defaultTemplate('reminder-1', 'nl', { country: 'NL', customerKind: 'business' });

  it('is kept apart from our texts, and put into them again', () => {
    const words = { isLegalUnlocked: true, own: { [ours.subject.key]: 'Uw facturen bij {{company}}' } };
    const mine = withWords(ours, words);
    expect(mine.subject.own).toBe('Uw facturen bij {{company}}');
    expect(mine.subject.ours).toBe(ours.subject.ours);
    expect(wordsIn(mine)).toEqual(words);
  });

  it('is forgotten where it is what we wrote ourselves, or where its piece is gone', () => {
    const mine = withWords(ours, { isLegalUnlocked: false, own: { [ours.subject.key]: ours.subject.ours, 'gone.piece': 'Tekst', constructor: 'Tekst' } });
    expect(mine).toEqual(ours);
    expect(wordsIn(mine).own).toEqual({});
  });
});
