import { setImmediate as breathe } from 'node:timers/promises';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { MatchDifference, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import { parkOwnTransfers } from '../../ledger/cash/allocations.ts';
import { bookCashDecision, plainDecision } from '../../ledger/cash/cashDecision.ts';
import type { Ledger, ReadableDb, Steps, WritableDb } from '../../ledger/connection.ts';
import { revokedAccounts } from '../../ledger/cash/learned.ts';
import { readMatchingPolicy } from '../../ledger/cash/matchingPolicy.ts';
import { readProfile } from '../../ledger/settings.ts';
import { receiptsToMatch, sizeOfMatching } from '../../ledger/cash/matchingRead.ts';
import { matchMaterial, materialPages } from '../../ledger/cash/matchMaterial.ts';
import { learnPayer, nameReceipt, nameUnnamedReceipt, receiptsLeftToPeople } from '../../ledger/cash/receiptPayer.ts';
import type { Background } from '../../ports/background.ts';
import { bookReturns } from './bookReturns.ts';
import { accountKey, matchAllRounds, type MatchingAnswer, type ReceiptName, type ToBook } from './matchWork.ts';
import { type MatchRequest, sharedText } from './matchRequest.ts';

export type MatchingRun = { readonly booked: number; readonly bookedCents: Cents; readonly returned: number; readonly unmatched: number; readonly unmatchedCents: Cents };
export type RunTime = { readonly today: PlainDateText; readonly now: string };

/** Most receipts and documents that are matched in one go without being felt. */
const smallReceipts = 150;
const smallDocuments = 2500;
const receiptsPerPage = 1000;
const decisionsPerBatch = 100;

const accountOf: Readonly<Record<MatchDifference['kind'], DifferenceAccount>> = {
  'early-payment-discount': 'early-payment-discount',
  'bank-costs': 'bank-charges',
  'small-difference': 'payment-difference',
};
/** Why money from an own account is put aside, as a person would have typed it. */
const ownTransfer = { nl: 'Overboeking van een eigen rekening', en: 'Transfer from an own account', fr: 'Virement d’un compte propre', de: 'Übertrag von einem eigenen Konto' } as const;

/** Books one decision and what it says about the payer. Null when the ledger refuses: something changed since it was read. */
function book(db: WritableDb, decision: ToBook, receipt: Pick<MatchReceipt, 'counterIban'>, now: string): Cents | null {
  const { bankEntryId, parts, differences, acceptedCents, rule, reason, customerId } = decision;
  const writeOffs = differences.map(({ kind, documentId, cents }) => ({ documentId, cents, account: accountOf[kind] }));
  const leftover = acceptedCents > 0 ? { cents: acceptedCents, account: accountOf['small-difference'] } : null;
  const done = bookCashDecision(db, { ...plainDecision, bankEntryId, parts, writeOffs, leftover, rule, reason: { code: reason.code, params: { ...reason.params } }, actor: 'program', recordedAt: now });
  if (!done.ok) return null;
  for (const payer of new Set(parts.map((part) => part.customerId))) learnPayer(db, { iban: receipt.counterIban, customerId: payer, origin: 'match', at: now });
  nameReceipt(db, bankEntryId, customerId);
  return sumCents(parts.map((part) => part.cents));
}

/** What comes before and after the rounds: own transfers are put aside, and returns are booked, also of what was only just assigned. */
function bookBefore(db: WritableDb, { today, now }: RunTime): number {
  parkOwnTransfers(db, { reason: ownTransfer[readProfile(db).language], at: now });
  return readMatchingPolicy(db).mayBookReturns ? bookReturns(db, today, now).length : 0;
}
const bookAfter = (db: WritableDb, { today, now }: RunTime): number => (readMatchingPolicy(db).mayBookReturns ? bookReturns(db, today, now).length : 0);

type Booked = { readonly booked: number; readonly bookedCents: Cents };
const nothing: Booked = { booked: 0, bookedCents: zeroCents };
const together = (a: Booked, b: Booked): Booked => ({ booked: a.booked + b.booked, bookedCents: addCents(a.bookedCents, b.bookedCents) });

function result(ledger: Ledger, today: PlainDateText, done: Booked & { readonly returned: number }): MatchingRun {
  const left = receiptsToMatch(ledger.read, today);
  return { ...done, unmatched: left.length, unmatchedCents: sumCents(left.map((receipt) => receipt.amountCents)) };
}

/**
 * Books in steps. Between reading and booking a person may have decided otherwise: the ledger checks every decision once more, and what no
 * longer fits goes on waiting where people see it.
 */
function* bookInSteps(db: WritableDb, answer: MatchingAnswer, receipts: ReadonlyMap<BankEntryId, MatchReceipt>, now: string): Steps<Result<Booked, AppError>> {
  let sum = nothing;
  for (const decision of answer.booked) {
    const receipt = receipts.get(decision.bankEntryId);
    const cents = receipt === undefined ? null : book(db, decision, receipt, now);
    if (cents !== null) sum = together(sum, { booked: 1, bookedCents: cents });
    yield;
  }
  for (const { bankEntryId, customerId } of answer.names) {
    nameUnnamedReceipt(db, bankEntryId, customerId);
    yield;
  }
  return ok(sum);
}

/** All steps in one go. */
function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const receiptsById = (receipts: readonly MatchReceipt[]): ReadonlyMap<BankEntryId, MatchReceipt> => new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt]));
const revokedKeys = (db: ReadableDb): readonly string[] => revokedAccounts(db).map(({ iban, customerId }) => accountKey(iban, customerId));

/**
 * Books what policy allows, in one transaction. Accounts learned on the way can settle receipts without any reference, so it goes round
 * until nothing more is found. A second run over the same ledger books nothing. What a person undid is left to people.
 */
export function runMatching(ledger: Ledger, today: PlainDateText, now: string): MatchingRun {
  const done = ledger.write((db) => {
    const returned = bookBefore(db, { today, now });
    const receipts = receiptsToMatch(db, today);
    const question = { receipts, leftToPeople: receiptsLeftToPeople(db), revoked: new Set(revokedKeys(db)) };
    const answer = receipts.length === 0 ? { booked: [], names: [] } : matchAllRounds(question, matchMaterial(db, today, readMatchingPolicy(db)));
    const booked = finished(bookInSteps(db, answer, receiptsById(receipts), now));
    return { ...(booked.ok ? booked.value : nothing), returned: returned + bookAfter(db, { today, now }) };
  });
  return result(ledger, today, done);
}

/** Whether a run is over before anybody notices. */
export function isSmallRun(ledger: Ledger): boolean {
  const { receipts, documents } = sizeOfMatching(ledger.read, smallDocuments + 1);
  return receipts === 0 || (receipts <= smallReceipts && documents <= smallDocuments);
}

export type LargeRun = { readonly ledger: Ledger; readonly background: Background; readonly time: RunTime };

async function questionOf(ledger: Ledger, today: PlainDateText, receipts: readonly MatchReceipt[]): Promise<MatchRequest> {
  const pages: SharedArrayBuffer[] = [];
  for (const page of materialPages(ledger.read, today)) {
    pages.push(sharedText(JSON.stringify(page)));
    await breathe();
  }
  const texts: SharedArrayBuffer[] = [];
  for (let first = 0; first < receipts.length; first += receiptsPerPage) {
    texts.push(sharedText(JSON.stringify(receipts.slice(first, first + receiptsPerPage))));
    await breathe();
  }
  return { pages, receipts: texts, leftToPeople: [...receiptsLeftToPeople(ledger.read)], revoked: [...revokedKeys(ledger.read)], policy: readMatchingPolicy(ledger.read) };
}

/** The matching on a thread of its own. Nothing is found when the thread was ended. */
async function matchInBackground({ ledger, background, time }: LargeRun, receipts: readonly MatchReceipt[]): Promise<MatchingAnswer> {
  const payload = await questionOf(ledger, time.today, receipts);
  const [booked, names]: [ToBook[], ReceiptName[]] = [[], []];
  const outcome = await background.run<MatchRequest, number>({
    worker: 'match',
    payload,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    onPart: (part) => {
      // The parts are what `matchWorker.ts` sends.
      const answer = part as MatchingAnswer;
      booked.push(...answer.booked);
      names.push(...answer.names);
    },
  });
  if (outcome.kind === 'cancelled') return { booked: [], names: [] };
  if (outcome.kind === 'failed') throw new Error(`matching in the background failed: ${outcome.reason}`);
  return { booked, names };
}

/** Each batch is a transaction of its own: the end of one that holds thousands of decisions would be felt. */
async function bookInBatches({ ledger, time }: LargeRun, { booked, names }: MatchingAnswer, receipts: ReadonlyMap<BankEntryId, MatchReceipt>): Promise<Booked> {
  let sum = nothing;
  for (let first = 0; first < Math.max(booked.length, names.length); first += decisionsPerBatch) {
    const batch = { booked: booked.slice(first, first + decisionsPerBatch), names: names.slice(first, first + decisionsPerBatch) };
    const done = await ledger.writeInSteps((db) => bookInSteps(db, batch, receipts, time.now), new AbortController().signal);
    if (done.ok) sum = together(sum, done.value);
  }
  return sum;
}

/** As `runMatching`, for very many receipts and documents: matched on a thread of its own and booked in steps, so that the windows go on. */
export async function runLargeMatching(run: LargeRun): Promise<MatchingRun> {
  const { ledger, time } = run;
  const before = ledger.write((db) => bookBefore(db, time));
  const receipts = receiptsToMatch(ledger.read, time.today);
  const answer = receipts.length === 0 ? { booked: [], names: [] } : await matchInBackground(run, receipts);
  const sum = await bookInBatches(run, answer, receiptsById(receipts));
  const after = ledger.write((db) => bookAfter(db, time));
  return result(ledger, time.today, { ...sum, returned: before + after });
}

/** Matches everything that waits, in one go where that is not felt. */
export const matchAll = async (run: LargeRun): Promise<MatchingRun> => (isSmallRun(run.ledger) ? runMatching(run.ledger, run.time.today, run.time.now) : runLargeMatching(run));
