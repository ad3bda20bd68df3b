/**
 * The order of the blocks of a letter as a user may change it: our blocks by name, his own paragraphs among them, and what he left out.
 * Nothing of ours is kept but names, so that a block that we add later finds its place by itself.
 */
import type { LetterCountry, LetterCustomerKind, LetterKind, TemplateLayout } from './letterTemplate.ts';

/** A page of text holds no more, and a letter is not a leaflet. */
export const mostOwnBlocks = 8;
const ownName = /^own-[1-9]\d?$/;
export const isOwnBlock = (name: string): boolean => ownName.test(name);
/** The key of the words over an own paragraph; those of the paragraph itself stand under its name. */
export const headingKeyOf = (name: string): string => `${name}.heading`;
/** A name that no paragraph of this order has. */
export function freshOwnName(order: readonly string[]): string {
  const numbers = Array.from({ length: 99 }, (_, index) => `own-${index + 1}`);
  return numbers.find((name) => !order.includes(name)) ?? 'own-99';
}

/** Every block, left out or not, in the user's order. Names of blocks that are gone are dropped; one that is new stands behind what it follows in our order. */
export function fullOrder(ours: readonly string[], layout: TemplateLayout | null): readonly string[] {
  if (layout === null) return ours;
  const order = [...new Set(layout.order)].filter((name) => ours.includes(name) || isOwnBlock(name));
  ours.forEach((name, index) => {
    if (order.includes(name)) return;
    const before = ours.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order;
}

/** The blocks that stand in the letter, in its order. */
export const shownOrder = (ours: readonly string[], layout: TemplateLayout | null): readonly string[] =>
  fullOrder(ours, layout).filter((name) => layout?.removed.includes(name) !== true);

/** The layout without what says nothing; null when it is ours. */
export function tidyLayout(ours: readonly string[], layout: TemplateLayout | null): TemplateLayout | null {
  if (layout === null) return null;
  const order = fullOrder(ours, layout);
  const removed = [...new Set(layout.removed)].filter((name) => !isOwnBlock(name)).toSorted();
  return removed.length === 0 && order.length === ours.length && order.every((name, index) => name === ours[index]) ? null : { order, removed };
}

/** `before`: the first stands somewhere above the second. `together`: the second follows the first at once. */
export type OrderRules = {
  readonly first: string;
  readonly last: string;
  readonly before: readonly (readonly [string, string])[];
  readonly together: readonly (readonly [string, string])[];
};
type Reader = { readonly kind: LetterKind; readonly country: LetterCountry; readonly customerKind: LetterCustomerKind };

/**
 * Letters that the law makes count by what they say in which order: the facts and the term before the box, what follows after it (Dutch
 * fourteen-day letter, BW 6:96 lid 6; letters to Belgian consumers, WER art. XIX.2), and an agreement with numbered sections.
 */
const keepsOrder = ({ kind, country, customerKind }: Reader): boolean =>
  kind === 'fourteen-day-letter' || kind === 'belgian-first-reminder' || kind === 'payment-plan' || (kind === 'reminder-2' && country === 'BE' && customerKind === 'consumer');

/** What refers to a block below or above it, and sums that follow their list. */
const everywhere: OrderRules['before'] = [
  ['opening', 'documents'],
  ['documents', 'amounts'],
  ['documents', 'note'],
  ['term', 'payment'],
  ['payment', 'nextStep'],
];
const isHeading = (name: string): boolean => name.includes('.');

/** In which order the blocks of a letter may stand. `ours` are the names of our blocks in our order. */
export function orderRulesOf(reader: Reader, ours: readonly string[]): OrderRules {
  const pairs = ours.flatMap((name, index): readonly (readonly [string, string])[] => {
    const next = ours[index + 1];
    return next === undefined ? [] : [[name, next]];
  });
  return {
    first: 'salutation',
    last: ours.includes('signatures') ? 'signatures' : 'closing',
    before: keepsOrder(reader) ? ours.flatMap((name, index) => ours.slice(index + 1).map((later): readonly [string, string] => [name, later])) : everywhere.filter(([one, other]) => ours.includes(one) && ours.includes(other)),
    // Sums stand right under their list, and what is announced under the sentence that announces it.
    together: pairs.filter(([one, other]) => isHeading(one) || (other === 'amounts' && (one === 'documents' || one === 'consequence'))),
  };
}

/** The first two blocks that stand wrong to each other, or null. Of blocks that are left out nothing is asked. */
export function orderProblem(shown: readonly string[], rules: OrderRules): readonly [string, string] | null {
  const at = (name: string): number => shown.indexOf(name);
  const has = ([one, other]: readonly [string, string]): boolean => shown.includes(one) && shown.includes(other);
  const [first] = shown;
  const last = shown.at(-1);
  if (first !== undefined && first !== rules.first && shown.includes(rules.first)) return [rules.first, first];
  if (last !== undefined && last !== rules.last && shown.includes(rules.last)) return [last, rules.last];
  return (
    rules.before.find((pair) => has(pair) && at(pair[0]) > at(pair[1])) ?? rules.together.find((pair) => has(pair) && at(pair[0]) + 1 !== at(pair[1])) ?? null
  );
}

/** Blocks that move as one. */
function unitsOf(shown: readonly string[], rules: OrderRules): readonly (readonly string[])[] {
  const units: string[][] = [];
  for (const name of shown) {
    const before = units.at(-1);
    if (before !== undefined && rules.together.some(([one, other]) => one === before.at(-1) && other === name)) before.push(name);
    else units.push([name]);
  }
  return units;
}

/** The shown blocks with one (and what belongs to it) a step up or down; null where it may not go. */
export function movedBlock(shown: readonly string[], { name, step }: { readonly name: string; readonly step: -1 | 1 }, rules: OrderRules): readonly string[] | null {
  const units = unitsOf(shown, rules);
  const from = units.findIndex((unit) => unit.includes(name));
  const [unit, other] = [units[from], units[from + step]];
  if (unit === undefined || other === undefined) return null;
  const next = units.map((one, index) => (index === from ? other : index === from + step ? unit : one)).flat();
  return orderProblem(next, rules) === null ? next : null;
}

/** A whole order with its shown blocks in another order, or with more or fewer of the user's own: what is left out stays behind what it followed. */
export function withShown(full: readonly string[], shown: readonly string[], removed: readonly string[]): readonly string[] {
  const order = [...shown];
  full.forEach((name, index) => {
    if (order.includes(name) || !removed.includes(name)) return;
    const before = full.slice(0, index).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order;
}
