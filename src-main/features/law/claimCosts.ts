/** The costs that may be asked beside the interest: by country and kind of customer, and only when the law's own letter has had its time. */
import type { LawSettings } from '../../../src-shared/contract/law.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { clauseIndemnityTrade, consumerIndemnity } from '../../domain/law/belgianConsumer.ts';
import { costsAfterTimelyPayment, tradeMinimum } from '../../domain/law/collectionCosts.ts';
import type { DocumentClaim } from '../../domain/law/documentClaim.ts';
import type { FortyAnswer } from '../../domain/law/fortyOnce.ts';
import type { FreeTerm } from '../../domain/law/freeLetterTerm.ts';
import type { LawAmount } from '../../domain/law/lawTypes.ts';

export type CostsNow = { readonly amount: LawAmount; /** Why nothing may be asked (yet). */ readonly notBefore: CodedReason | null };

/** A document with its claim and the free letter that went out about it. */
export type DocumentForCosts = {
  readonly document: { readonly documentId: DocumentId; readonly open: Cents };
  readonly claim: Pick<DocumentClaim, 'defaultFrom'>;
  readonly letters: { readonly freeTerm: Pick<FreeTerm, 'chargesFrom'> | null };
  /** Disputed or perhaps prescribed: no costs are asked over it. */
  readonly isObstructed: boolean;
};
export type CostsPlace = { readonly country: 'NL' | 'BE'; readonly kind: 'trade' | 'consumer'; readonly settings: LawSettings; readonly today: PlainDateText; /** Who bears the 40 euros between businesses. */ readonly forty: FortyAnswer };

const nothing: LawAmount = { amountCents: zeroCents, working: [], rule: 'nothing-due', source: '', confidence: 'confirmed', doubts: [] };
const notYet = (notBefore: CodedReason | null): CostsNow => ({ amount: nothing, notBefore });
const openOf = (documents: readonly DocumentForCosts[]): Cents => documents.reduce((sum, { document }) => addCents(sum, document.open), zeroCents);

/** The 40 euros from the first day of default, never twice for the same debt; in Belgium a clause of the terms instead, when there is one. */
function betweenBusinesses(inDefault: readonly DocumentForCosts[], { country, settings, forty }: CostsPlace): CostsNow {
  if (inDefault.length === 0) return notYet(null);
  const bearers = inDefault.filter(({ document }) => forty.bearers.includes(document.documentId)).length;
  if (country === 'BE' && settings.tradeClausePercent !== null) {
    // The 40 euros are the least of a clause: where they were asked before, only the percentage counts.
    const clause = { percent: settings.tradeClausePercent, minimumCents: tradeMinimum('BE', Math.min(1, bearers)).amountCents, maximumCents: null };
    return { amount: clauseIndemnityTrade(openOf(inDefault), clause), notBefore: null };
  }
  if (bearers === 0) return notYet(forty.notAgain);
  const amount = tradeMinimum(country, bearers);
  const once = bearers === 1 && inDefault.length > 1 ? [codedReason('law-costs-once', {})] : [];
  return { amount: { ...amount, doubts: [...amount.doubts, ...once, ...(forty.same === null ? [] : [forty.same])] }, notBefore: null };
}

/** The free letters that went out, and what is open of the documents that they named after their terms ended. */
function afterTheFreeLetter(documents: readonly DocumentForCosts[], { today }: CostsPlace): { readonly ended: readonly DocumentForCosts[]; readonly notBefore: CodedReason | null } {
  const open = documents.filter(({ document }) => document.open > 0);
  const terms = open.map((one) => ({ one, term: one.letters.freeTerm }));
  const ended = terms.filter(({ term }) => term !== null && term.chargesFrom <= today).map(({ one }) => one);
  const running = terms.flatMap(({ term }) => (term !== null && term.chargesFrom > today ? [term.chargesFrom] : [])).toSorted()[0];
  if (ended.length > 0) return { ended, notBefore: null };
  const reason = running === undefined ? codedReason('law-costs-letter-missing', {}) : codedReason('law-costs-term-running', { fromDate: running });
  return { ended, notBefore: open.length === 0 ? null : reason };
}

/** NL: the scale over what is unpaid after the fourteen-day letter. BE: the indemnity of the clause over the open balance. */
function ofConsumer(documents: readonly DocumentForCosts[], place: CostsPlace): CostsNow {
  const { country, settings } = place;
  if (country === 'BE' && !settings.hasConsumerClause) return notYet(codedReason('law-clause-needed', {}));
  const { ended, notBefore } = afterTheFreeLetter(documents, place);
  if (ended.length === 0) return notYet(notBefore);
  const open = openOf(ended);
  if (country === 'BE') return { amount: consumerIndemnity(open), notBefore: null };
  const vat = { isOutsourced: settings.isOutsourced, canDeductVat: settings.canDeductVat };
  return { amount: costsAfterTimelyPayment({ kind: 'consumer', principals: [open], vat, alreadyChargedCents: zeroCents }, []), notBefore: null };
}

/** The costs of all documents of a customer together: one letter, one scale. */
export function claimCosts(documents: readonly DocumentForCosts[], place: CostsPlace): CostsNow {
  const free = documents.filter(({ isObstructed }) => !isObstructed);
  const inDefault = free.filter(({ claim }) => claim.defaultFrom !== null && claim.defaultFrom <= place.today);
  return place.kind === 'trade' ? betweenBusinesses(inDefault, place) : ofConsumer(free, place);
}
