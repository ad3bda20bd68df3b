/** What a person is about to assign, as data: which documents, for how much, and what is left. Amounts in cents. */
import { addCents, type Cents, cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';

/** A document that can be ticked. A credit note has a negative open amount. */
export type Assignable = { readonly documentId: number; readonly open: Cents };
/** Chosen documents with their amounts; null where the field holds no amount. */
export type Draft = ReadonlyMap<number, Cents | null>;
export type Part = { readonly documentId: number; readonly cents: Cents };

export const draftOf = (parts: readonly Part[]): Draft => new Map(parts.map((part) => [part.documentId, part.cents]));

export const assignedOf = (draft: Draft): Cents => sumCents([...draft.values()].map((value) => value ?? zeroCents));
export const restOf = (draft: Draft, received: Cents): Cents => subtractCents(received, assignedOf(draft));

/** As much of the document as what is left of the receipt allows; a credit note goes along as a whole. */
export function suggestAmount(draft: Draft, received: Cents, item: Assignable): Cents {
  if (item.open < 0) return item.open;
  return cents(Math.max(0, Math.min(item.open, restOf(draft, received))));
}

/** Ticks a document, or takes it out again. Ticked when nothing is left, it gets an empty amount to fill in. */
export function toggle(draft: Draft, received: Cents, item: Assignable): Draft {
  const next = new Map(draft);
  if (next.delete(item.documentId)) return next;
  const amount = suggestAmount(draft, received, item);
  next.set(item.documentId, amount === 0 ? null : amount);
  return next;
}

/** Sets an amount; zero or nothing takes the document out. */
export function setAmount(draft: Draft, documentId: number, amount: Cents | null): Draft {
  const next = new Map(draft);
  if (amount === 0) next.delete(documentId);
  else next.set(documentId, amount);
  return next;
}

/** Whether an amount fits a document: within what is open, with its sign. */
export const fits = (item: Assignable, amount: Cents): boolean => (item.open >= 0 ? amount > 0 && amount <= item.open : amount < 0 && amount >= item.open);

export type DraftProblem = 'empty' | 'amount' | 'too-much';

/** What keeps the draft from being booked; null when it can be. The ledger checks the same again. */
export function problemOf(draft: Draft, received: Cents, items: readonly Assignable[]): DraftProblem | null {
  if (draft.size === 0) return 'empty';
  const known = new Map(items.map((item) => [item.documentId, item]));
  for (const [documentId, amount] of draft) {
    const item = known.get(documentId);
    if (item === undefined || amount === null || !fits(item, amount)) return 'amount';
  }
  const assigned = assignedOf(draft);
  if (assigned <= 0) return 'amount';
  return assigned > received ? 'too-much' : null;
}

export const partsOf = (draft: Draft): readonly Part[] => [...draft].flatMap(([documentId, amount]) => (amount === null ? [] : [{ documentId, cents: amount }]));

/** What stays open on a document after the draft. */
export const leftOpen = (draft: Draft, item: Assignable): Cents => subtractCents(item.open, draft.get(item.documentId) ?? zeroCents);

/** What would still be overdue of these documents afterwards. */
export const overdueAfter = (draft: Draft, items: readonly (Assignable & { readonly dueDate: string | null })[], today: string): Cents =>
  items.reduce((sum, item) => (item.dueDate !== null && item.dueDate < today && item.open > 0 ? addCents(sum, leftOpen(draft, item)) : sum), zeroCents);

export type Strength = 'strong' | 'fair' | 'weak';

/** How much speaks for a proposal: strong when nothing speaks against it, two things speak for it and the amount fits. */
export function strengthOf(evidence: readonly { readonly stance: 'for' | 'missing' | 'against' }[], isExact: boolean): Strength {
  if (evidence.some((line) => line.stance === 'against')) return 'weak';
  const count = evidence.filter((line) => line.stance === 'for').length;
  if (count >= 2 && isExact) return 'strong';
  return count >= 2 || (count === 1 && isExact) ? 'fair' : 'weak';
}
