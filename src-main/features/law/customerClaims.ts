/** What the law adds to what one customer owes today: interest per document and costs, less what was waived or booked. Reads only. */
import type { LawSettings } from '../../../src-shared/contract/law.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, addMonths, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId, DocumentId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, subtractCents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { AccrualCosts } from '../../domain/law/accrueInterest.ts';
import type { AgreedInterest } from '../../domain/law/claimInterest.ts';
import { tradeMinimum } from '../../domain/law/collectionCosts.ts';
import type { DefaultQuestion } from '../../domain/law/defaultStart.ts';
import { type Prescription, prescriptionOf, vatRefundOf, warnDays } from '../../domain/law/claimDeadlines.ts';
import { type ClaimPosition, documentClaim, type DocumentClaim } from '../../domain/law/documentClaim.ts';
import { type FortyAnswer, fortyOnce } from '../../domain/law/fortyOnce.ts';
import { type FreeLetterSent, type FreeTerm, freeTermOf, lastFreeDay } from '../../domain/law/freeLetterTerm.ts';
import type { LawAmount, LawDate } from '../../domain/law/lawTypes.ts';
import type { RateTable } from '../../domain/law/rates.ts';
import { letterKindOfStep } from '../../domain/letters/letterKindOfStep.ts';
import { claimDocuments, type ClaimDocument, debtMovements, sentAbout, type SentAbout } from '../../ledger/law/claimFactsRead.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { claimDecisions, type ClaimDecision, type ClaimPart, type CustomerLaw, readCustomerLaw } from '../../ledger/law/lawRecords.ts';
import { costsAsked } from '../../ledger/law/askedCosts.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { isDutchCompany } from '../../ledger/law/lawDeadlines.ts';
import { claimCosts, type CostsNow } from './claimCosts.ts';
import { keptPlanDays } from './keptPlanDays.ts';
import { obstacleOf } from './claimObstacles.ts';
import { readLawSettings } from './lawSettings.ts';

export type Claims = OutputOf<'law.claims'>;
export type ClaimsQuestion = {
  readonly customerId: CustomerId;
  readonly today: PlainDateText;
  readonly table: RateTable;
  /** Only these, for a letter that names them; null for all. */
  readonly documents: ReadonlySet<DocumentId> | null;
};
type State = Claims['rows'][number]['state'];

/** How long ago an invoice that was paid too late may have been paid to be shown. */
const paidMonths = 12;

type Regime = { readonly country: 'NL' | 'BE'; readonly kind: 'trade' | 'consumer' };

function agreedOf(own: CustomerLaw, settings: LawSettings, { country, kind }: Regime): AgreedInterest {
  if (country === 'BE' && kind === 'consumer' && !settings.hasConsumerClause) return { kind: 'none' };
  if (own.interestPercent !== null) return { kind: 'rate', percent: own.interestPercent };
  return country === 'BE' && kind === 'consumer' ? { kind: 'clause' } : { kind: 'none' };
}

const positionOf = (own: CustomerLaw, settings: LawSettings, regime: Regime & { readonly table: RateTable }): ClaimPosition => ({
  ...regime,
  isTermAgreed: own.isTermAgreed ?? settings.isTermAgreed,
  agreed: agreedOf(own, settings, regime),
  isSimple: own.isSimple,
  hasClause: settings.hasConsumerClause,
  isSmallCreditor: settings.isSmallCreditor,
  // The letters print the division by 365, so that everybody can compute it again; other countings are for the command line.
  basis: '365',
});

/** Which letters the law asks for went out about a document: the first notice, and all free letters. */
export type LegalLetters = { readonly notice: DefaultQuestion['notice']; readonly freeLetters: readonly FreeLetterSent[] };

function lettersAbout(sent: readonly SentAbout[], { country, kind }: Regime): LegalLetters {
  const kindOf = ({ step }: SentAbout) => letterKindOfStep(step, { country, customerKind: kind === 'consumer' ? 'consumer' : 'business' });
  const freeLetters = sent.filter((one) => kindOf(one) === (country === 'BE' ? 'belgian-first-reminder' : 'fourteen-day-letter')).map(({ sentOn, channel }) => ({ sentOn, channel }));
  const [free] = freeLetters;
  const formal = sent.find((one) => kindOf(one) === 'default-notice');
  const byFree = country === 'NL' && free !== undefined ? { sentOn: free.sentOn, lastDay: lastFreeDay('NL', free) } : null;
  return { notice: formal === undefined ? byFree : { sentOn: formal.sentOn, lastDay: formal.payBy }, freeLetters };
}

/** The last word about a part of a document: its own decision, else the one about the whole customer, whichever was taken later. */
function lastWord(decisions: readonly ClaimDecision[], what: ClaimPart, documentId: DocumentId | null): 'waive' | 'keep' | null {
  const about = decisions.findLast((one) => one.what === what && one.decision !== 'book' && (one.documentId === null || one.documentId === documentId));
  return about === undefined || about.decision === 'book' ? null : about.decision;
}

const bookedInterest = (decisions: readonly ClaimDecision[], documentId: DocumentId): Cents =>
  sumCents(decisions.filter((one) => one.decision === 'book' && one.what === 'interest' && one.documentId === documentId).map((one) => one.cents));

/** What can be asked beside the ledger: the claim to date less what was booked, never below zero. */
function left(total: Cents, booked: Cents, word: 'waive' | 'keep' | null): { readonly claimCents: Cents; readonly state: State } {
  if (word === 'waive') return { claimCents: zeroCents, state: 'waived' };
  const rest = total > booked ? subtractCents(total, booked) : zeroCents;
  return { claimCents: rest, state: rest > 0 ? 'claimed' : booked > 0 ? 'booked' : 'none' };
}

const wire = ({ working, doubts, amountCents, rule, source, confidence }: LawAmount) => ({ amountCents, rule, source, confidence, working: working.map((line) => ({ ...line })), doubts: doubts.map((doubt) => ({ ...doubt, params: { ...doubt.params } })) });
const wireReason = (reason: CodedReason | null) => (reason === null ? null : { ...reason, params: { ...reason.params } });

type Claimed = { readonly document: ClaimDocument; readonly claim: DocumentClaim; readonly letters: { readonly freeTerm: FreeTerm | null }; readonly isObstructed: boolean; readonly row: Omit<Claims['rows'][number], 'costsState'> };

/** The 40 euros between Dutch businesses are due with default, so a payment covers them first: on whoever bears them. */
function costsBearer({ bearers }: FortyAnswer, { country, kind }: Regime): (one: Listed) => readonly AccrualCosts[] {
  const isDue = country === 'NL' && kind === 'trade';
  // What was booked is a debt of its own: a payment on the invoice does not cover it.
  return ({ document: { documentId, dueDate }, isCostsWaived, isCostsBooked }) =>
    (isDue && !isCostsWaived && !isCostsBooked && bearers.includes(documentId) ? [{ dueFrom: addDays(dueDate, 1), amountCents: tradeMinimum('NL', 1).amountCents }] : []);
}

const noForty: FortyAnswer = { bearers: [], same: null, notAgain: null };

type Listed = {
  readonly document: ClaimDocument;
  readonly obstacle: CodedReason | null;
  readonly word: 'waive' | 'keep' | null;
  readonly booked: Cents;
  readonly sent: readonly SentAbout[];
  readonly isCostsWaived: boolean;
  readonly isCostsBooked: boolean;
  readonly prescription: Prescription;
};
/** Listed, and whether costs are worked out over it. */
type ForCosts = Listed & { readonly asksCosts: boolean };

/** Costs that were booked, with the documents that they cover. */
const bookingsOf = (decisions: readonly ClaimDecision[]): readonly ClaimDecision[] => decisions.filter((one) => one.what === 'costs' && one.decision === 'book');

/**
 * Over which documents costs are worked out: not over disputed ones, nor over those whose costs were waived; when all were, the amount is
 * shown as waived. A letter between businesses leaves out what was booked as well: that is a claim of its own.
 */
function forCosts(listed: readonly Listed[], { documents, regime }: Pick<Asked, 'documents' | 'regime'>): readonly ForCosts[] {
  const areAllWaived = listed.every(({ isCostsWaived }) => isCostsWaived);
  const leavesBookedOut = documents !== null && regime.kind === 'trade';
  return listed.map((one) => ({ ...one, asksCosts: one.obstacle === null && (areAllWaived || !one.isCostsWaived) && !(leavesBookedOut && one.isCostsBooked) }));
}

/** Who bears the 40 euros among the documents that are asked about: open ones, where there are any. */
function fortyOf(db: ReadableDb, asked: { readonly customerId: CustomerId; readonly regime: Regime; readonly settings: LawSettings; readonly all: readonly ClaimDocument[]; readonly listed: readonly ForCosts[]; readonly decisions: readonly ClaimDecision[] }): FortyAnswer {
  const { customerId, regime, settings, all, listed, decisions } = asked;
  if (regime.kind !== 'trade') return noForty;
  const isPerInvoice = regime.country === 'NL' ? settings.isFortyPerInvoiceNl : settings.isFortyPerInvoiceBe;
  const free = listed.filter(({ asksCosts }) => asksCosts).map(({ document }) => document);
  const open = free.filter((document) => document.open > 0);
  const inDefault = (open.length === 0 || isPerInvoice ? free : open).map(({ documentId }) => documentId);
  const known = new Set(inDefault);
  const openElsewhere = new Set(all.filter(({ documentId, open: left }) => left > 0 && !known.has(documentId)).map(({ documentId }) => documentId));
  const booked = bookingsOf(decisions).map(({ decidedOn, documentIds }) => ({ on: decidedOn, documentIds }));
  const before = [...costsAsked(db, customerId), ...booked].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return fortyOnce({ inDefault, openElsewhere, before, isPerInvoice });
}

type Asked = ClaimsQuestion & { /** Dutch VAT on what is not paid comes back after a year: of a Dutch company, on Dutch invoices. */ readonly reclaimsVat: boolean; readonly regime: Regime; readonly own: CustomerLaw; readonly settings: LawSettings; readonly decisions: readonly ClaimDecision[] };

/** The documents that there is something to say about: open, booked, kept, or paid too late where that is asked after. */
function listedDocuments(db: ReadableDb, all: readonly ClaimDocument[], { customerId, today, documents, regime, own, settings, decisions }: Asked): readonly Listed[] {
  const sent = Map.groupBy(sentAbout(db, customerId), (one) => one.documentId);
  const disputed = Map.groupBy(openDisputes(db, customerId), (dispute) => dispute.documentId);
  const afterPayment = own.afterPayment ?? settings.afterPayment;
  const covered = new Set(bookingsOf(decisions).flatMap(({ documentIds }) => documentIds));
  return all.flatMap((document): readonly Listed[] => {
    const { documentId, open, dueDate } = document;
    if (documents !== null && !documents.has(documentId)) return [];
    const word = lastWord(decisions, 'interest', documentId);
    const booked = bookedInterest(decisions, documentId);
    if (open <= 0 && booked === 0 && word !== 'keep' && (afterPayment === 'waive' || word === 'waive')) return [];
    const about = sent.get(documentId) ?? [];
    const disputedCents = sumCents((disputed.get(documentId) ?? []).map((dispute) => dispute.cents));
    const isCostsWaived = lastWord(decisions, 'costs', documentId) === 'waive';
    const prescription = prescriptionOf({ ...regime, dueDate, sent: about });
    return [{ document, word, booked, sent: about, isCostsWaived, isCostsBooked: covered.has(documentId), prescription, obstacle: obstacleOf({ disputedCents, prescription, today }) }];
  });
}

function claimedDocuments(db: ReadableDb, asked: Asked): { readonly claimed: readonly (Claimed & ForCosts)[]; readonly forty: FortyAnswer } {
  const { customerId, today, table, regime, own, settings, decisions } = asked;
  const position = positionOf(own, settings, { ...regime, table });
  const movements = Map.groupBy(debtMovements(db, customerId), (movement) => movement.documentId);
  const all = claimDocuments(db, { customerId, today, paidSince: addMonths(today, -paidMonths) });
  const listed = forCosts(listedDocuments(db, all, asked), asked);
  const forty = fortyOf(db, { customerId, regime, settings, all, listed, decisions });
  const bearer = costsBearer(forty, regime);
  const free = keptPlanDays(db, { customerId, today, country: regime.country });
  const claimed = listed.map((one): Claimed & ForCosts => {
    const { document, word, booked, sent, obstacle } = one;
    const { documentId, open } = document;
    const letters = lettersAbout(sent, regime);
    const claim = documentClaim({ ...document, settledOn: open > 0 ? null : document.settledOn, movements: movements.get(documentId) ?? [], costs: bearer(one), free: free.get(documentId) ?? [], notice: letters.notice, firstReminder: regime.country === 'BE' ? (freeTermOf('BE', letters.freeLetters, null)?.letter ?? null) : null }, position, today);
    // A fourteen-day letter counts only when default had begun before it went out (BW 6:96 lid 6); what set the default itself does not.
    const freeTerm = freeTermOf(regime.country, letters.freeLetters, claim.defaultFrom);
    const row = {
      documentId,
      number: document.number,
      dueDate: document.dueDate,
      open,
      defaultFrom: claim.defaultFrom,
      missing: wireReason(claim.missing),
      interest: wire(claim.interest),
      perDayCents: claim.perDayCents,
      bookedCents: booked,
      ...left(claim.interest.amountCents, booked, word),
      notBefore: wireReason(claim.interest.amountCents === 0 ? null : (obstacle ?? claim.notBefore)),
      ...deadlinesOf(one, { today, reclaimsVat: asked.reclaimsVat }),
    };
    return { ...one, claim, letters: { freeTerm }, isObstructed: !one.asksCosts, row };
  });
  return { claimed, forty };
}

const wireDate = ({ date, rule, source, confidence, doubts }: LawDate) => ({ date, rule, source, confidence, doubts: doubts.map((doubt) => ({ ...doubt, params: { ...doubt.params } })) });

/** When the claim is prescribed and what interrupted that, and from when the VAT can be claimed back; nothing of it matters once it is paid. */
function deadlinesOf({ document: { open, dueDate }, prescription }: Listed, { today, reclaimsVat }: { readonly today: PlainDateText; readonly reclaimsVat: boolean }): Pick<Claims['rows'][number], 'prescription' | 'vatRefund'> {
  if (open <= 0) return { prescription: null, vatRefund: null };
  const { last, interruptedBy } = prescription;
  return {
    prescription: { ...wireDate(last), interruptedBy: interruptedBy === null ? null : { on: interruptedBy.sentOn, step: interruptedBy.step }, isNear: addDays(today, warnDays) >= last.date },
    vatRefund: reclaimsVat ? wireDate(vatRefundOf(dueDate)) : null,
  };
}

/** The costs less what was booked of them for these documents. What was booked for documents that are paid counts no more. */
function costsRow(costs: CostsNow, claimed: readonly ForCosts[], decisions: readonly ClaimDecision[]): Claims['costs'] {
  const own = new Set(claimed.filter(({ asksCosts }) => asksCosts).map(({ document }) => document.documentId));
  const booked = sumCents(bookingsOf(decisions).filter(({ documentIds }) => documentIds.some((id) => own.has(id))).map(({ cents }) => cents));
  const isWaived = claimed.length === 0 ? lastWord(decisions, 'costs', null) === 'waive' : claimed.every(({ isCostsWaived }) => isCostsWaived);
  return { ...wire(costs.amount), bookedCents: booked, ...left(costs.amount.amountCents, booked, isWaived ? 'waive' : null), notBefore: wireReason(costs.notBefore) };
}

/** Where the costs of one document stand: those of a consumer count from the end of the free letter's term. */
function costsStateOf({ isCostsBooked, isCostsWaived, asksCosts, claim, letters }: Claimed & ForCosts, costs: Claims['costs'], { kind, today }: Pick<Regime, 'kind'> & { readonly today: PlainDateText }): State {
  if (isCostsBooked) return 'booked';
  if (isCostsWaived) return 'waived';
  const from = kind === 'trade' ? claim.defaultFrom : (letters.freeTerm?.chargesFrom ?? null);
  return asksCosts && costs.claimCents > 0 && from !== null && from <= today ? 'claimed' : 'none';
}

const noCosts: CostsNow = { amount: { amountCents: zeroCents, working: [], rule: 'nothing-due', source: '', confidence: 'confirmed', doubts: [] }, notBefore: null };

/** Everything that could be claimed from a customer today. `not-found` for a customer that is not here. */
export function customerClaims(db: ReadableDb, question: ClaimsQuestion): Result<Claims, AppError> {
  const { customerId, today } = question;
  const customer = customerFields(db, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const own = readCustomerLaw(db, customerId);
  const settings = readLawSettings(db);
  const decisions = claimDecisions(db, customerId);
  const kind = customer.kind === 'consumer' || own.isTreatedAsConsumer ? 'consumer' : 'trade';
  const country = customer.country === 'NL' || customer.country === 'BE' ? customer.country : null;
  const regime = country === null ? null : { country, kind } as const;
  const { claimed, forty } = regime === null ? { claimed: [], forty: noForty } : claimedDocuments(db, { ...question, regime, own, settings, decisions, reclaimsVat: question.documents === null && country === 'NL' && isDutchCompany(db) });
  const costs = costsRow(regime === null ? noCosts : claimCosts(claimed, { ...regime, settings, today, forty }), claimed, decisions);
  const rows = claimed.map((one) => ({ ...one.row, costsState: costsStateOf(one, costs, { kind, today }) }));
  const interestCents = sumCents(rows.map((row) => row.claimCents));
  const notes = [
    ...(country === null ? [codedReason('law-country-unknown', { country: customer.country })] : []),
    ...(own.isTreatedAsConsumer && customer.kind === 'business' ? [codedReason('law-treated-as-consumer', {})] : []),
  ];
  return ok({
    asOf: today,
    country,
    kind,
    rows,
    costs,
    interestCents,
    totalCents: addCents(interestCents, costs.claimCents),
    perDayCents: sumCents(rows.filter((row) => row.state !== 'waived').map((row) => row.perDayCents)),
    notes: notes.map((note) => ({ ...note, params: { ...note.params } })),
    decisions: decisions.map((decision) => ({ ...decision, documentIds: [...decision.documentIds] })),
    customerLaw: own,
  });
}
