/**
 * Which earlier receipt a line of money out takes back (bank/formats.md, returns; bank/references.md §4): by end-to-end id, then mandate with
 * the amount, then reference, then account with the amount. The program books a return only on the bank's own word and only when one
 * receipt fits; a name or an amount alone never decides.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { comparableName } from '../receivable/documentDirection.ts';
import { normalizeAccount } from '../references/iban.ts';

type LineFacts = {
  readonly bankEntryId: BankEntryId;
  readonly amount: Cents;
  readonly currency: string;
  readonly bookDate: PlainDateText;
  readonly counterIban: string | null;
  readonly counterName: string | null;
  readonly remittance: string;
  readonly structuredRef: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
};
/** Money that turns something back: out for a receipt that is returned, in for a refund of ours that came back. */
export type TurningLine = LineFacts & {
  /** The bank's code, or `return` where it only says that it is one; null without its word. */
  readonly returnReason: string | null;
};
/** A line that may be turned back, with the numbers of the documents it paid, and the end-to-end ids under which we collected those. */
export type EarlierLine = LineFacts & { readonly numbers: readonly string[]; readonly debitIds: readonly string[] };

export type ReturnedCandidate = {
  readonly earlier: EarlierLine;
  /** What the bank took on top of the amount. */
  readonly costCents: Cents;
  readonly score: number;
  readonly evidence: readonly CodedReason[];
  /** Whether the program may book it by itself. */
  readonly isCertain: boolean;
};

const absent = new Set(['', 'NOTPROVIDED', 'NONREF', 'NOREF', '-']);
/** Compared without blanks, which banks add where a line wraps. */
const idOf = (text: string | null): string | null => {
  const id = text?.replaceAll(/\s/g, '').toUpperCase() ?? '';
  return absent.has(id) ? null : id;
};
const same = (a: string | null, b: string | null): boolean => a !== null && a === b;
const accountOf = (text: string | null): string | null => (text === null || text === '' ? null : normalizeAccount(text));
const nameOf = (text: string | null): string | null => {
  const name = comparableName((text ?? '').slice(0, 140));
  return name.length < 4 ? null : name;
};
const shortestNumber = 4;
const letters = (text: string): string => text.slice(0, 5000).toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const scores = { endToEnd: 60, mandate: 35, reference: 40, number: 30, account: 30, name: 10, amount: 15 } as const;
/** What alone ties a line to one payment. */
const decisive: ReadonlySet<string> = new Set(['return-end-to-end', 'return-mandate', 'return-reference', 'return-number']);

function weigh(line: TurningLine, text: string, earlier: EarlierLine): ReturnedCandidate | null {
  const costCents = subtractCents(Math.abs(line.amount) as Cents, Math.abs(earlier.amount) as Cents);
  if (costCents < 0) return null;
  const evidence: CodedReason[] = [];
  let score = 0;
  const add = (points: number, reason: CodedReason): void => {
    score += points;
    evidence.push(reason);
  };
  const id = idOf(line.endToEndId);
  if (same(id, idOf(earlier.endToEndId)) || earlier.debitIds.some((one) => same(id, idOf(one)))) add(scores.endToEnd, codedReason('return-end-to-end', {}));
  if (same(idOf(line.mandateId), idOf(earlier.mandateId))) add(scores.mandate, codedReason('return-mandate', {}));
  if (same(idOf(line.structuredRef), idOf(earlier.structuredRef))) add(scores.reference, codedReason('return-reference', {}));
  const number = earlier.numbers.find((one) => letters(one).length >= shortestNumber && text.includes(letters(one)));
  if (number !== undefined) add(scores.number, codedReason('return-number', { number }));
  if (same(accountOf(line.counterIban), accountOf(earlier.counterIban))) add(scores.account, codedReason('return-account', {}));
  if (same(nameOf(line.counterName), nameOf(earlier.counterName))) add(scores.name, codedReason('return-name', {}));
  // The amount belongs to every candidate; alone it proposes nothing.
  if (score === 0) return null;
  if (costCents === 0) add(scores.amount, codedReason('return-amount', {}));
  else evidence.push(codedReason('return-costs', { costCents }));
  return { earlier, costCents, score, evidence, isCertain: false };
}

const has = (candidate: ReturnedCandidate, codes: ReadonlySet<string>): boolean => candidate.evidence.some(({ code }) => codes.has(code));
const accountAndAmount = (candidate: ReturnedCandidate): boolean => candidate.costCents === 0 && has(candidate, new Set(['return-account']));

/** At most `limit` receipts, best first. One is certain when the bank calls the line a return and nothing else fits as well. */
export function findReturned(line: TurningLine, earlier: readonly EarlierLine[], limit: number): readonly ReturnedCandidate[] {
  const text = letters(`${line.remittance} ${line.structuredRef ?? ''} ${line.endToEndId ?? ''}`);
  const ranked = earlier
    .filter((one) => one.currency === line.currency && one.bookDate <= line.bookDate && one.amount > 0 !== line.amount > 0)
    .flatMap((one) => weigh(line, text, one) ?? [])
    .sort((a, b) => b.score - a.score || (a.earlier.bookDate < b.earlier.bookDate ? 1 : -1) || b.earlier.bankEntryId - a.earlier.bankEntryId);
  const [best, second] = ranked;
  if (best === undefined) return [];
  const isAlone = second === undefined || second.score < best.score;
  const isTied = has(best, decisive) ? isAlone : accountAndAmount(best) && ranked.filter(accountAndAmount).length === 1 && isAlone;
  return ranked.slice(0, limit).map((candidate, place) => (place === 0 ? { ...candidate, isCertain: line.returnReason !== null && isTied } : candidate));
}
