import { describe, expect, it } from 'vitest';
import { ownPieces, placedIn, placeOf, withMoved, withOwnBlock, withoutPart, withPart } from './templateArrangement.ts';
import { withText } from './templateDraft.ts';
import type { Block, Piece } from './templateTypes.ts';

const piece = (key: string): Piece => ({ key, when: 'always', isLegal: false, isRequired: false, ours: `Onze ${key}.`, own: null });
const block = (name: string, type: Block['type']): Block => ({ name, type, role: null, pieces: type === 'paragraph' ? [piece(`${name}.text`)] : [], isRequired: false });
const view = {
  key: { kind: 'reminder-1', language: 'nl', country: 'NL', customerKind: 'business' },
  blocks: [block('subject', 'subject'), block('salutation', 'salutation'), block('opening', 'paragraph'), block('documents', 'documents'), block('options', 'paragraph'), block('closing', 'closing')],
} as const;
const mutable = { key: { ...view.key }, blocks: [...view.blocks] };
const ours = { view: mutable, words: { isLegalUnlocked: false, own: {} } };
const names = (editing: Parameters<typeof placedIn>[0]): readonly string[] => placedIn(editing).map(({ name, isRemoved }) => (isRemoved ? `(${name})` : name));

describe('the blocks of a draft', () => {
  it('stand in our order, without the subject', () => {
    expect(names(ours)).toEqual(['salutation', 'opening', 'documents', 'options', 'closing']);
  });

  it('move by one place and back, and then nothing has changed', () => {
    const up = withMoved(ours, 'options', -1);
    if (up === null) throw new Error('stuck');
    const moved = { ...ours, words: up };
    expect(names(moved)).toEqual(['salutation', 'opening', 'options', 'documents', 'closing']);
    expect(placeOf(moved, 'options')).toEqual({ place: 3, count: 5 });
    expect(withMoved(moved, 'options', 1)).toEqual(ours.words);
    expect(withMoved(ours, 'opening', -1)).toBeNull();
    expect(withMoved(ours, 'subject', 1)).toBeNull();
  });

  it('take an own paragraph above the closing, and let it go with its words', () => {
    const added = withOwnBlock(ours);
    if (added === null) throw new Error('full');
    expect(names({ ...ours, words: added.words })).toEqual(['salutation', 'opening', 'documents', 'options', 'own-1', 'closing']);
    const [heading, text] = ownPieces(added.name);
    const typed = withText(withText(added.words, text, 'Wij zijn verhuisd.'), heading, 'Nieuw');
    expect(typed.own).toEqual({ 'own-1': 'Wij zijn verhuisd.', 'own-1.heading': 'Nieuw' });
    expect(withText(typed, heading, '').own).toEqual({ 'own-1': 'Wij zijn verhuisd.' });
    expect(withoutPart({ ...ours, words: typed }, 'own-1')).toEqual(ours.words);
  });

  it('hold eight own paragraphs and no more', () => {
    let words: typeof ours.words = ours.words;
    for (let count = 0; count < 8; count += 1) words = withOwnBlock({ ...ours, words })?.words ?? words;
    expect(names({ ...ours, words })).toHaveLength(13);
    expect(withOwnBlock({ ...ours, words })).toBeNull();
  });

  it('can be left out, stay in sight, and come back with our words', () => {
    const reworded = withText(ours.words, piece('options.text'), 'Bel ons.');
    const without = withoutPart({ ...ours, words: reworded }, 'options');
    expect(without.own).toEqual({});
    expect(names({ ...ours, words: without })).toEqual(['salutation', 'opening', 'documents', '(options)', 'closing']);
    const sentence = withoutPart({ ...ours, words: without }, 'opening.text');
    expect(sentence.layout?.removed).toEqual(['opening.text', 'options']);
    expect(withPart({ ...ours, words: withPart({ ...ours, words: sentence }, 'options') }, 'opening.text')).toEqual(ours.words);
  });
});
