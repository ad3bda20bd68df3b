import { setImmediate as breathe } from 'node:timers/promises';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { addCents, type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { MatchDifference, MatchReceipt } from '../../domain/matching/matchTypes.ts';
import type { DifferenceAccount } from '../../domain/posting/posting.ts';
import { parkOwnTransfers } from '../../ledger/allocations.ts';
import { bookCashDecision, plainDecision } from '../../ledger/cashDecision.ts';
import type { Ledger, Steps, WritableDb } from '../../ledger/connection.ts';
import { readMatchingPolicy } from '../../ledger/matchingPolicy.ts';
import { readProfile } from '../../ledger/settings.ts';
import { receiptsToMatch, sizeOfMatching } from '../../ledger/matchingRead.ts';
import { matchMaterial, materialPages } from '../../ledger/matchMaterial.ts';
import { learnPayer, nameReceipt, nameUnnamedReceipt, receiptsLeftToPeople } from '../../ledger/receiptPayer.ts';
import type { Background } from '../../ports/background.ts';
import { bookReturns } from './bookReturns.ts';
import { type MatchingRound, matchRound, type ReceiptName, type ToBook } from './matchWork.ts';
import { type MatchRequest, sharedText } from './matchRequest.ts';

export type MatchingRun = { readonly booked: number; readonly bookedCents: Cents; readonly returned: number; readonly unmatched: number; readonly unmatchedCents: Cents };
export type RunTime = { readonly today: PlainDateText; readonly now: string };

/** Accounts learned in one round can settle receipts in the next; more rounds than this never found anything. */
const mostRounds = 5;
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
  const { bankEntryId, parts, differences, rule, reason, customerId } = decision;
  const writeOffs = differences.map(({ kind, documentId, cents }) => ({ documentId, cents, account: accountOf[kind] }));
  const done = bookCashDecision(db, { ...plainDecision, bankEntryId, parts, writeOffs, rule, reason: { code: reason.code, params: { ...reason.params } }, actor: 'program', recordedAt: now });
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

function bookRound(db: WritableDb, { booked }: MatchingRound, receipts: ReadonlyMap<BankEntryId, MatchReceipt>, now: string): Booked {
  return booked.reduce<Booked>((sum, decision) => {
    const receipt = receipts.get(decision.bankEntryId);
    const cents = receipt === undefined ? null : book(db, decision, receipt, now);
    // The matcher saw the same balances within this transaction: a refusal is a mistake of the program, and nothing of the run may stay.
    if (cents === null) throw new Error(`the ledger refused a match of receipt ${decision.bankEntryId}`);
    return together(sum, { booked: 1, bookedCents: cents });
  }, nothing);
}

/**
 * Books what policy allows, in one transaction. Accounts learned on the way can settle receipts without any reference, so it goes round
 * until nothing more is found. A second run over the same ledger books nothing. What a person undid is left to people.
 */
export function runMatching(ledger: Ledger, today: PlainDateText, now: string): MatchingRun {
  const done = ledger.write((db) => {
    const policy = readMatchingPolicy(db);
    const returned = bookBefore(db, { today, now });
    const leftToPeople = receiptsLeftToPeople(db);
    let sum = nothing;
    for (let round = 0; round < mostRounds; round += 1) {
      const receipts = receiptsToMatch(db, today);
      if (receipts.length === 0) break;
      const found = matchRound({ receipts, leftToPeople }, matchMaterial(db, today, policy));
      const booked = bookRound(db, found, new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt])), now);
      for (const { bankEntryId, customerId } of found.names) nameUnnamedReceipt(db, bankEntryId, customerId);
      if (booked.booked === 0) break;
      sum = together(sum, booked);
    }
    return { ...sum, returned: returned + bookAfter(db, { today, now }) };
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
  return { pages, receipts: texts, leftToPeople: [...receiptsLeftToPeople(ledger.read)], policy: readMatchingPolicy(ledger.read) };
}

/** A round on a thread of its own. Null when the thread was ended. */
async function roundInBackground({ ledger, background, time }: LargeRun, receipts: readonly MatchReceipt[]): Promise<MatchingRound | null> {
  const payload = await questionOf(ledger, time.today, receipts);
  const [booked, names]: [ToBook[], ReceiptName[]] = [[], []];
  const outcome = await background.run<MatchRequest, number>({
    worker: 'match',
    payload,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    onPart: (part) => {
      // The parts are what `matchWorker.ts` sends.
      const round = part as MatchingRound;
      booked.push(...round.booked);
      names.push(...round.names);
    },
  });
  if (outcome.kind === 'cancelled') return null;
  if (outcome.kind === 'failed') throw new Error(`matching in the background failed: ${outcome.reason}`);
  return { booked, names };
}

/** Books in steps. Between reading and booking a person may have decided otherwise: what no longer fits is left for the next run. */
function* bookInSteps(db: WritableDb, round: MatchingRound, receipts: ReadonlyMap<BankEntryId, MatchReceipt>, now: string): Steps<Result<Booked, AppError>> {
  let sum = nothing;
  for (const decision of round.booked) {
    const receipt = receipts.get(decision.bankEntryId);
    const cents = receipt === undefined ? null : book(db, decision, receipt, now);
    if (cents !== null) sum = together(sum, { booked: 1, bookedCents: cents });
    yield;
  }
  for (const { bankEntryId, customerId } of round.names) {
    nameUnnamedReceipt(db, bankEntryId, customerId);
    yield;
  }
  return ok(sum);
}

/** Each batch is a transaction of its own: the end of one that holds thousands of decisions would be felt. */
async function bookInBatches({ ledger, time }: LargeRun, { booked, names }: MatchingRound, receipts: ReadonlyMap<BankEntryId, MatchReceipt>): Promise<Booked> {
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
  let returned = ledger.write((db) => bookBefore(db, time));
  let sum = nothing;
  for (let round = 0; round < mostRounds; round += 1) {
    const receipts = receiptsToMatch(ledger.read, time.today);
    const found = receipts.length === 0 ? null : await roundInBackground(run, receipts);
    if (found === null) break;
    const byId = new Map(receipts.map((receipt) => [receipt.bankEntryId, receipt]));
    const booked = await bookInBatches(run, found, byId);
    if (booked.booked === 0) break;
    sum = together(sum, booked);
  }
  returned += ledger.write((db) => bookAfter(db, time));
  return result(ledger, time.today, { ...sum, returned });
}

/** Matches everything that waits, in one go where that is not felt. */
export const matchAll = async (run: LargeRun): Promise<MatchingRun> => (isSmallRun(run.ledger) ? runMatching(run.ledger, run.time.today, run.time.now) : runLargeMatching(run));
