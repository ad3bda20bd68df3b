import { describe, expect, it } from 'vitest';
import { fieldBegunAt, fieldsLike, isSame, placesOfField, textIn, withField, withLock, withText, withWording, wordingOf } from './templateDraft.ts';

const piece = { key: 'opening.sent', ours: 'De termijn is voorbij.' };
const ours = { isLegalUnlocked: false, own: {} };

describe('a draft of a letter', () => {
  it('holds what was typed, and nothing when our text was typed again', () => {
    const typed = withText(ours, piece, 'De termijn liep gisteren af.');
    expect(textIn(typed, piece)).toBe('De termijn liep gisteren af.');
    expect(withText(typed, piece, piece.ours)).toEqual(ours);
    expect(textIn(ours, { key: 'constructor', ours: 'a' })).toBe('a');
  });

  it('is the same whatever the order in which it was typed', () => {
    expect(isSame({ isLegalUnlocked: false, own: { a: '1', b: '2' } }, { isLegalUnlocked: false, own: { b: '2', a: '1' } })).toBe(true);
    expect(isSame(ours, { ...ours, isLegalUnlocked: true })).toBe(false);
  });

  it('loses changed legal texts when it is locked again, and keeps the others', () => {
    const legal = { key: 'legal.formula', when: 'always', isLegal: true, isRequired: true, ours: 'x', own: null } as const;
    const blocks = [{ name: 'term', type: 'paragraph', role: 'term', pieces: [legal], isRequired: true }] as const;
    const changed = { isLegalUnlocked: true, own: { 'legal.formula': 'y', 'opening.sent': 'z' } };
    expect(withLock(changed, [{ ...blocks[0], pieces: [legal] }], true)).toEqual({ isLegalUnlocked: false, own: { 'opening.sent': 'z' } });
    expect(withLock(ours, [], false).isLegalUnlocked).toBe(true);
  });

  it('takes a merge field in place of what was selected', () => {
    expect(withField('Betaal vandaag.', 'payBy', { start: 7, end: 14 })).toEqual({ text: 'Betaal {{payBy}}.', caret: 16 });
  });
});

describe('a merge field that is being typed', () => {
  it('begins at its braces, and ends with them', () => {
    expect(fieldBegunAt('Bel {{con', 9)).toEqual({ start: 4, name: 'con' });
    expect(fieldBegunAt('Bel {{', 6)).toEqual({ start: 4, name: '' });
    expect(fieldBegunAt('Bel {{contactName}} ', 20)).toBeNull();
    expect(fieldBegunAt('Bel {con', 8)).toBeNull();
  });

  it('is found by its name or by what it is called', () => {
    const called = (field: string): string => ({ payBy: 'Uiterste datum', amount: 'Bedrag', paidAmount: 'Ontvangen bedrag' })[field] ?? field;
    expect(fieldsLike('bedrag', ['payBy', 'paidAmount', 'amount'], called)).toEqual(['amount', 'paidAmount']);
    expect(fieldsLike('pay', ['amount', 'payBy'], called)).toEqual(['payBy']);
    expect(fieldsLike('', ['amount', 'payBy'], called)).toEqual(['amount', 'payBy']);
  });

  it('is shown where it stands when nothing can fill it, each time', () => {
    expect(placesOfField('{{onzin}} en {{ onzin }} maar niet {{amount}}', 'onzin')).toEqual([{ start: 0, end: 9 }, { start: 13, end: 24 }]);
  });
});

describe('a better wording', () => {
  const fields = ['payBy', 'nextStepOn'] as const;

  it('names the day to pay by where it leaves room for a date', () => {
    expect(wordingOf({ flaw: 'vague', phrase: 'zou u willen', better: 'Betaal uiterlijk op …' }, fields)).toBe('Betaal uiterlijk op {{payBy}}');
    expect(wordingOf({ flaw: 'vague', phrase: 'zsm', better: 'uiterlijk op (datum)' }, fields)).toBe('uiterlijk op {{payBy}}');
    expect(wordingOf({ flaw: 'threatening', phrase: 'of anders', better: 'Zonder betaling, bericht of afspraak volgt op (datum) …' }, fields)).toBe('Zonder betaling, bericht of afspraak volgt op {{nextStepOn}}');
  });

  it('is none where it only says what to think of', () => {
    expect(wordingOf({ flaw: 'threatening', phrase: 'deurwaarder', better: 'noem de volgende stap met datum, zonder dreiging' }, fields)).toBeNull();
  });

  it('leaves an apology out together with its blank, and starts the sentence with a capital', () => {
    expect(withWording('Sorry, de factuur staat open.', { start: 0, end: 5 }, '')).toBe('De factuur staat open.');
    expect(withWording('De factuur is helaas te laat.', { start: 14, end: 20 }, '')).toBe('De factuur is te laat.');
  });

  it('calms capitals and exclamation marks', () => {
    expect(wordingOf({ flaw: 'shouting', phrase: '!!', better: '' }, fields)).toBe('.');
    expect(wordingOf({ flaw: 'shouting', phrase: 'BETAAL NU', better: '' }, fields)).toBe('Betaal nu');
  });
});
