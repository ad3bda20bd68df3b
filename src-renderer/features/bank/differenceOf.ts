/** What a draft leaves over, and how a person may book it. Amounts in cents. */
import { type Cents, negateCents, sumCents } from '../../../src-shared/money.ts';
import type { CallInput } from '../../../src-shared/contract/index.ts';
import { type Assignable, type Draft, leftOpen, partsOf, restOf } from './allocationDraft.ts';

export type Decision = CallInput<'bank.decide'>;
export type DifferenceAccount = NonNullable<Decision['leftover']>['account'];
export type WriteOff = Decision['writeOffs'][number];

/** `short`: the chosen invoices stay open for it. `rest`: the receipt is that much more. `fee`: the receipt is that much less than what it pays. */
export type Difference = { readonly kind: 'short' | 'rest' | 'fee'; readonly cents: Cents };

/** Null when everything fits to the cent, or nothing is chosen. */
export function differenceOf(draft: Draft, received: Cents, items: readonly Assignable[]): Difference | null {
  if (draft.size === 0) return null;
  const rest = restOf(draft, received);
  if (rest < 0) return { kind: 'fee', cents: negateCents(rest) };
  if (rest > 0) return { kind: 'rest', cents: rest };
  const open = sumCents(items.filter((item) => draft.has(item.documentId) && item.open > 0).map((item) => leftOpen(draft, item)));
  return open > 0 ? { kind: 'short', cents: open } : null;
}

const nothingElse = { fee: 0, leftover: null, exchange: null, creditTo: null } as const;

/** The draft as it stands, with what a proposal settles without money on documents that are still chosen. */
export const decisionOf = (bankEntryId: number, draft: Draft, writeOffs: readonly WriteOff[]): Decision => ({
  ...nothingElse,
  bankEntryId,
  parts: [...partsOf(draft)],
  writeOffs: [...writeOffs],
});

/** The draft with its difference booked on an account. */
export function withDifference(decision: Decision, difference: Difference, account: DifferenceAccount, open: readonly { readonly documentId: number; readonly left: Cents }[]): Decision {
  switch (difference.kind) {
    case 'fee':
      return { ...decision, fee: difference.cents };
    case 'rest':
      return { ...decision, leftover: { cents: difference.cents, account } };
    case 'short':
      return { ...decision, writeOffs: open.filter(({ left }) => left > 0).map(({ documentId, left }) => ({ documentId, cents: left, account })) };
  }
}
