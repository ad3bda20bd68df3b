/**
 * What a letter asks beside the invoices, from what the law answered: only parts that are claimed, may be asked today and were neither waived
 * nor booked; of a consumer only about documents whose free letter has had its term.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { daysBetween } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { mayBeAsked } from '../../domain/law/mayBeAsked.ts';
import { dutchCollectionCosts } from '../../domain/law/collectionCosts.ts';
import { type FreeLetterSent, freeTermOf } from '../../domain/law/freeLetterTerm.ts';
import { consumerTerm } from '../../domain/law/consumerTerms.ts';
import type { LawAmount, LawRule } from '../../domain/law/lawTypes.ts';
import { percentOf } from '../../domain/law/exactShare.ts';
import { claimFromWorking } from '../../domain/letters/claimFromWorking.ts';
import type { Claim, FourteenDayFacts, LetterItem, ReminderFacts } from '../../domain/letters/letterFacts.ts';
import { letterKindOfStep } from '../../domain/letters/letterKindOfStep.ts';
import type { SentAbout } from '../../ledger/law/claimFactsRead.ts';
import type { ClaimedNow } from './claimsOf.ts';

export type ClaimQuestion = ClaimedNow & {
  readonly customerId: CustomerId;
  readonly today: PlainDateText;
  readonly channel: 'email' | 'letter';
  /** What went out about the documents of this letter, oldest first. */
  readonly sent: readonly SentAbout[];
  readonly items: readonly LetterItem[];
  /** Of whom a first reminder announced what the terms may ask; only Belgian consumers are told. */
  readonly announced: ReadonlySet<DocumentId>;
};
type Row = ClaimedNow['claims']['rows'][number];

const interestKinds: Partial<Record<LawRule, Claim['interestKind']>> = {
  'interest-trade-nl': 'trade',
  'interest-trade-be': 'trade',
  'interest-statutory-nl': 'statutory',
  'interest-civil-be': 'statutory',
  'interest-contractual': 'contractual',
  'interest-consumer-cap-be': 'capped',
};
const costsKinds: Partial<Record<LawRule, NonNullable<Claim['costs']>['kind']>> = {
  'costs-trade-minimum-nl': 'minimum',
  'costs-trade-fixed-be': 'minimum',
  'costs-scale-nl': 'scale',
  'indemnity-clause-be': 'agreed',
  'indemnity-consumer-be': 'indemnity',
};

const openOf = (items: readonly LetterItem[]): Cents => sumCents(items.map((item) => item.open));

/** The first day with charges by the free letter of each document; a document without one has none. */
function chargeDays({ claims, sent, announced, settings }: ClaimQuestion): ReadonlyMap<DocumentId, PlainDateText> {
  const { country } = claims;
  const days = new Map<DocumentId, PlainDateText>();
  if (country === null) return days;
  const free = (documentId: DocumentId): readonly FreeLetterSent[] =>
    sent.filter((one) => one.documentId === documentId && letterKindOfStep(one.step, { country, customerKind: 'consumer' }) === (country === 'BE' ? 'belgian-first-reminder' : 'fourteen-day-letter'));
  for (const { documentId, defaultFrom } of claims.rows) {
    // What rests on a clause that was not announced in the free reminder is not asked.
    if (country === 'BE' && settings.hasConsumerClause && !announced.has(documentId)) continue;
    const term = freeTermOf(country, free(documentId), defaultFrom);
    if (term !== null) days.set(documentId, term.chargesFrom);
  }
  return days;
}

/** Interest by a clause needs the article in which it stands; without one nothing is asked that rests on it. */
const restsOnClause = (kind: string | undefined, isBelgianConsumer: boolean): boolean => kind === 'capped' || kind === 'indemnity' || kind === 'agreed' || (isBelgianConsumer && kind === 'contractual');

/** A letter prints no doubts: they are for whoever approves it, beside the claim itself. */
const amountOf = ({ amountCents, working, rule, source, confidence }: Row['interest']): LawAmount => ({ amountCents, working, rule, source, confidence, doubts: [] });

function costsOf({ claims, settings }: ClaimQuestion, mayCharge: boolean): Claim['costs'] {
  const { costs } = claims;
  const kind = costsKinds[costs.rule];
  if (!mayCharge || kind === undefined || !mayBeAsked(costs) || costs.amountCents !== costs.claimCents) return null;
  if (restsOnClause(kind, false) && settings.clauseArticle.trim() === '') return null;
  return { kind, amount: amountOf(costs), perInvoice: kind === 'minimum' && costs.working.length > 1 };
}

/** Between Dutch businesses: what the costs become by the scale when others take over. A consumer was told them in the free letter. */
function laterCostsOf({ claims, items, settings }: ClaimQuestion): Claim['laterCosts'] {
  const principal = openOf(items);
  if (claims.country !== 'NL' || claims.kind !== 'trade' || claims.costs.state === 'waived' || principal <= 0) return null;
  return { amount: dutchCollectionCosts({ kind: 'trade', principals: [principal], vat: settings, alreadyChargedCents: zeroCents }), principal, alreadyPaid: zeroCents };
}

/** The claim of a demand or a notice: everything is in the working that the law answered. */
export function letterClaim(question: ClaimQuestion): Claim {
  const { claims, settings, items, today } = question;
  const isConsumer = claims.kind === 'consumer';
  const days = chargeDays(question);
  const mayCharge = (documentId: DocumentId): boolean => !isConsumer || (days.get(documentId) ?? today) < today || days.get(documentId) === today;
  const article = settings.clauseArticle.trim();
  const kindOf = ({ interest }: Row): Claim['interestKind'] | undefined => interest.working.map(({ rule }) => interestKinds[rule]).find((kind) => kind !== undefined);
  const rows = claims.rows.filter(
    (row) =>
      mayBeAsked(row) && row.claimCents === row.interest.amountCents && mayCharge(row.documentId) && (article !== '' || !restsOnClause(kindOf(row), isConsumer && claims.country === 'BE')),
  );
  const invoices = rows.flatMap((row) => {
    const item = items.find((one) => one.kind === 'invoice' && one.number === row.number);
    return item === undefined ? [] : [{ item, interest: amountOf(row.interest), perDayCents: row.perDayCents, designatedOn: new Set<PlainDateText>() }];
  });
  const charged = claims.rows.filter((row) => !isConsumer || days.has(row.documentId)).map(({ documentId }) => documentId);
  const costs = costsOf(question, charged.some(mayCharge));
  const asked = isConsumer ? charged.filter(mayCharge).flatMap((documentId) => days.get(documentId) ?? []) : [];
  return claimFromWorking(invoices, {
    interestKind: rows.map(kindOf).find((kind) => kind !== undefined) ?? (isConsumer ? 'statutory' : 'trade'),
    costs,
    laterCosts: laterCostsOf(question),
    chargesFrom: asked.toSorted().at(-1) ?? null,
    clauseArticle: article,
  });
}

/**
 * What the first reminder to a Belgian consumer must announce when the terms hold a clause: what is not announced cannot be asked later
 * (WER art. XIX.2). Null without a clause, or without the article in which it stands.
 */
export function announcedClause({ claims, settings, consumerCap }: ClaimedNow): ReminderFacts['belgianClause'] {
  const article = settings.clauseArticle.trim();
  if (claims.country !== 'BE' || claims.kind !== 'consumer' || !settings.hasConsumerClause || article === '' || consumerCap === null) return null;
  const own = claims.customerLaw.interestPercent;
  const isLower = own !== null && percentOf(own) < percentOf(consumerCap);
  return { article, interestPercent: isLower ? own : consumerCap, interestFrom: settings.isSmallCreditor ? 'sending' : 'term' };
}

/** The days of the term that both agreed, when that is the same for all; null when it stands on the invoices only. */
export function agreedTermDays({ claims, settings, items }: ClaimQuestion): number | null {
  if (!(claims.customerLaw.isTermAgreed ?? settings.isTermAgreed)) return null;
  const terms = new Set(items.flatMap((item) => (item.kind === 'invoice' && item.dueDate !== null ? [daysBetween(item.issueDate, item.dueDate)] : [])));
  const [only] = terms;
  return terms.size === 1 && only !== undefined && only > 0 ? only : null;
}

type OfFourteenDays = Pick<FourteenDayFacts, 'inDefaultBy' | 'inDefaultSince' | 'costs' | 'vat' | 'lastFreeDay'>;

/** What a fourteen-day letter rests on. `letter-default-not-agreed` with the first invoice for which default has not started. */
export function fourteenDays(question: ClaimQuestion): Result<OfFourteenDays, AppError> {
  const { claims, settings, items, today, channel } = question;
  const missing = claims.rows.find((row) => row.defaultFrom === null || row.defaultFrom > today);
  if (missing !== undefined) return err(appError('letter-default-not-agreed', { number: missing.number }));
  const since = claims.rows.flatMap(({ defaultFrom }) => defaultFrom ?? []).toSorted().at(-1);
  if (since === undefined) return err(appError('letter-default-not-agreed', { number: items[0]?.number ?? '' }));
  const costs = dutchCollectionCosts({ kind: 'consumer', principals: [openOf(items)], vat: settings, alreadyChargedCents: zeroCents });
  return ok({
    inDefaultBy: (claims.customerLaw.isTermAgreed ?? settings.isTermAgreed) ? 'agreed-term' : 'notice',
    inDefaultSince: since,
    costs,
    vat: sumCents(costs.working.filter(({ rule }) => rule === 'costs-vat-nl').map(({ amountCents }) => amountCents)),
    lastFreeDay: consumerTerm('NL', today, channel),
  });
}
