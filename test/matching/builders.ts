/** Small worlds for single tests: documents, customers and receipts with everything that does not matter filled in. */
import { match } from '../../src-main/domain/matching/match.ts';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import type { MatchCandidate, MatchCustomer, MatchDecision, MatchItem, MatchMaterial, MatchReceipt } from '../../src-main/domain/matching/matchTypes.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId } from '../../src-shared/ids.ts';
import { cents, zeroCents } from '../../src-shared/money.ts';

export const iban = 'NL91ABNA0417164300';
export const otherIban = 'BE68539007547034';
export const strangeIban = 'NL20INGB0001234567';

export const item = (id: number, number: string, open: number, over: Partial<Omit<MatchItem, 'customerId'>> & { readonly customerId?: number } = {}): MatchItem => ({
  documentId: id as DocumentId,
  kind: open < 0 ? 'creditNote' : 'invoice',
  claimKind: null,
  number,
  paymentReference: null,
  poNumber: null,
  currency: 'EUR',
  totalCents: cents(open),
  openCents: cents(open),
  issueDate: plainDate('2026-10-01'),
  dueDate: plainDate('2026-10-31'),
  settledOn: null,
  discount: null,
  disputedCents: zeroCents,
  instalments: [],
  directDebitIds: [],
  ...over,
  customerId: (over.customerId ?? 1) as CustomerId,
});

export const receipt = (amount: number, over: Partial<MatchReceipt> = {}): MatchReceipt => ({
  bankEntryId: 1 as BankEntryId,
  amountCents: cents(amount),
  currency: 'EUR',
  bookDate: plainDate('2026-11-10'),
  counterIban: null,
  counterName: null,
  remittance: '',
  structuredRef: null,
  endToEndId: null,
  ...over,
});

export const customer = (id: number, name: string, over: Partial<Omit<MatchCustomer, 'groupId'>> & { readonly groupId?: number } = {}): MatchCustomer => ({
  customerId: id as CustomerId,
  name,
  number: String(10_400 + id),
  aliases: [],
  allocationOrder: 'costs-interest-principal',
  ...over,
  groupId: over.groupId === undefined ? null : (over.groupId as CustomerId),
});

/** Customer 1 is known by `iban`, customer 2 by `otherIban`. */
export const material = (items: readonly MatchItem[], over: Partial<MatchMaterial> = {}): MatchMaterial => ({
  items,
  letters: [],
  customers: [customer(1, 'Kraanvogel Installaties B.V.'), customer(2, 'Tolletje & Zonen'), customer(3, 'Drukkerij De Inktpot VOF')],
  promises: [],
  history: {
    payers: [
      { iban, customerId: 1 as CustomerId },
      { iban: otherIban, customerId: 2 as CustomerId },
    ],
    names: [],
    habits: [],
  },
  policy: cautiousPolicy,
  ...over,
});

export function decide(one: MatchReceipt, world: MatchMaterial): MatchDecision {
  const [decision] = match([one], world);
  if (decision === undefined) throw new Error('no decision');
  return decision;
}

const partsText = ({ parts, differences, restCents }: Pick<MatchCandidate, 'parts' | 'differences' | 'restCents'>): string =>
  [
    ...parts.map((part) => `${part.documentId}:${part.cents}`),
    ...differences.map((difference) => `${difference.kind} ${difference.documentId}:${difference.cents}`),
    ...(restCents === 0 ? [] : [`rest ${restCents}`]),
  ].join(' ');

/** Short form: the rule with its parts, or the outcome with the reason and the best proposal. */
export function told(decision: MatchDecision): string {
  if (decision.outcome === 'booked') return `${decision.rule}: ${partsText(decision)}`;
  const [best] = decision.outcome === 'proposed' ? decision.candidates : [];
  return `${decision.outcome} ${decision.reason.code}${best === undefined ? '' : `: ${partsText(best)}`}`;
}

/** The codes of what speaks for the decision, or for its best proposal. */
export function spokenFor(decision: MatchDecision): readonly string[] {
  const evidence = decision.outcome === 'booked' ? decision.evidence : decision.outcome === 'proposed' ? (decision.candidates[0]?.evidence ?? []) : [];
  return evidence.filter(({ stance }) => stance === 'for').map(({ reason }) => reason.code);
}
