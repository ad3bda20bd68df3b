import { describe, expect, it } from 'vitest';
import { freshOwnName, fullOrder, movedBlock, orderProblem, orderRulesOf, shownOrder, tidyLayout, withShown } from './templateLayout.ts';

const reminder = ['salutation', 'opening', 'documents', 'request', 'payment', 'options', 'nextStep', 'closing'];
const rules = orderRulesOf({ kind: 'reminder-1', country: 'NL', customerKind: 'business' }, reminder);
const layout = (order: readonly string[], removed: readonly string[] = []) => ({ order, removed });

describe('the order of the blocks of a letter', () => {
  it('is ours until somebody changes it, and again when it was put back', () => {
    expect(shownOrder(reminder, null)).toEqual(reminder);
    expect(tidyLayout(reminder, layout(reminder))).toBeNull();
    expect(tidyLayout(reminder, layout(['salutation', 'own-1', ...reminder.slice(1)]))?.order[1]).toBe('own-1');
  });

  it('lets a block that we add later find its place, and forgets one that is gone', () => {
    const known = reminder.filter((name) => name !== 'request');
    expect(shownOrder(reminder, layout([...known.slice(0, -1), 'gone', 'constructor', 'own-1', 'closing']))).toEqual(['salutation', 'opening', 'documents', 'request', 'payment', 'options', 'nextStep', 'own-1', 'closing']);
  });

  it('leaves out what was removed and remembers where it stood', () => {
    const without = layout(['salutation', 'opening', 'documents', 'options', 'request', 'payment', 'nextStep', 'closing'], ['options']);
    expect(shownOrder(reminder, without)).not.toContain('options');
    expect(fullOrder(reminder, without)[3]).toBe('options');
    expect(withShown(fullOrder(reminder, without), shownOrder(reminder, without), ['options'])).toEqual(without.order);
  });

  it('names own paragraphs one by one', () => {
    expect(freshOwnName(reminder)).toBe('own-1');
    expect(freshOwnName([...reminder, 'own-1', 'own-3'])).toBe('own-2');
  });
});

describe('what may stand where', () => {
  it('begins with the salutation and ends with the closing', () => {
    expect(movedBlock(reminder, { name: 'opening', step: -1 }, rules)).toBeNull();
    expect(movedBlock(reminder, { name: 'nextStep', step: 1 }, rules)).toBeNull();
    expect(movedBlock(reminder, { name: 'closing', step: -1 }, rules)).toBeNull();
    expect(orderProblem(['salutation', 'own-1', ...reminder.slice(1)], rules)).toBeNull();
    expect(orderProblem(['own-1', ...reminder], rules)).toEqual(['salutation', 'own-1']);
    expect(orderProblem([...reminder, 'own-1'], rules)).toEqual(['own-1', 'closing']);
  });

  it('keeps what refers to the list above it and what refers to the box below it', () => {
    expect(movedBlock(reminder, { name: 'documents', step: -1 }, rules)).toBeNull();
    expect(movedBlock(reminder, { name: 'options', step: -1 }, rules)).toEqual(['salutation', 'opening', 'documents', 'request', 'options', 'payment', 'nextStep', 'closing']);
    expect(movedBlock(['salutation', 'opening', 'documents', 'request', 'options', 'payment', 'nextStep', 'closing'], { name: 'payment', step: 1 }, rules)).toBeNull();
  });

  it('keeps the order that the law asks, and lets an own paragraph walk through it', () => {
    const ours = ['salutation', 'opening', 'documents', 'term', 'payment', 'consequence', 'amounts', 'options', 'nextStep', 'closing'];
    const belgian = orderRulesOf({ kind: 'belgian-first-reminder', country: 'BE', customerKind: 'consumer' }, ours);
    for (const name of ours) for (const step of [-1, 1] as const) expect(movedBlock(ours, { name, step }, belgian), name).toBeNull();
    const withOwn = [...ours.slice(0, 5), 'own-1', ...ours.slice(5)];
    expect(movedBlock(withOwn, { name: 'own-1', step: 1 }, belgian)).toEqual([...ours.slice(0, 7), 'own-1', ...ours.slice(7)]);
    expect(orderProblem([...ours.slice(0, 6), 'own-1', ...ours.slice(6)], belgian)).toEqual(['consequence', 'amounts']);
    expect(movedBlock(withOwn.filter((name) => name !== 'opening'), { name: 'documents', step: 1 }, belgian)).toBeNull();
  });

  it('keeps the sums under their list, and moves both as one', () => {
    const ours = ['salutation', 'opening', 'documents', 'amounts', 'request', 'payment', 'options', 'nextStep', 'closing'];
    const demand = orderRulesOf({ kind: 'demand-1', country: 'NL', customerKind: 'business' }, ours);
    expect(movedBlock(ours, { name: 'amounts', step: 1 }, demand)?.slice(1, 5)).toEqual(['opening', 'request', 'documents', 'amounts']);
    const withOwn = ['salutation', 'opening', 'documents', 'amounts', 'own-1', ...ours.slice(4)];
    expect(movedBlock(withOwn, { name: 'own-1', step: -1 }, demand)?.slice(1, 5)).toEqual(['opening', 'own-1', 'documents', 'amounts']);
  });

  it('moves a heading with what stands under it', () => {
    const ours = ['opening', 'documents', 'statement.ages', 'aging', 'note', 'payment', 'options', 'nextStep'];
    const statement = orderRulesOf({ kind: 'account-statement', country: 'NL', customerKind: 'business' }, ours);
    const moved = ['opening', 'documents', 'note', 'statement.ages', 'aging', 'payment', 'options', 'nextStep'];
    expect(movedBlock(ours, { name: 'statement.ages', step: 1 }, statement)).toEqual(moved);
    expect(movedBlock(ours, { name: 'aging', step: 1 }, statement)).toEqual(moved);
  });
});
