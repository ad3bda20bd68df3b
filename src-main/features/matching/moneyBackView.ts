import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { negateCents } from '../../../src-shared/money.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { decisionsAbout, entriesOfDecision } from '../../ledger/cash/bookedTogether.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { waitingMoneyBack } from '../../ledger/cash/moneyBackLines.ts';
import { type MoneyBackLine, owedTo, type RefundSource, reopenedBy, returnedBy } from '../../ledger/cash/moneyBackRead.ts';
import { customerNames } from '../../ledger/presence.ts';

type Line = OutputOf<'bank.moneyBack'>['lines'][number];
const asReason = (reason: CodedReason): Line['returns'][number]['evidence'][number] => ({ code: reason.code, params: { ...reason.params } });
const shownRefunds = 20;
const linesLimit = 200;

/** What a line may turn back, with the documents that would be open again. */
function returnsOf(db: ReadableDb, line: MoneyBackLine): Line['returns'] {
  return returnedBy(db, line).map(({ earlier, costCents, evidence, isCertain }) => {
    const entries = decisionsAbout(db, earlier.bankEntryId).flatMap((lead) => entriesOfDecision(db, lead));
    return {
      bankEntryId: earlier.bankEntryId,
      bookDate: earlier.bookDate,
      amount: earlier.amount,
      counterName: earlier.counterName?.slice(0, 500) ?? null,
      text: earlier.remittance.slice(0, 500),
      costs: costCents,
      documents: reopenedBy(db, entries)
        .slice(0, 200)
        .map(({ documentId, number, cents }) => ({ documentId, number, cents })),
      evidence: evidence.slice(0, 10).map(asReason),
      isCertain,
    };
  });
}

/** What speaks for a refund: the amount, and the account that the money once came from. */
function refundEvidence(line: MoneyBackLine, source: RefundSource): readonly CodedReason[] {
  const isExact = source.cents === negateCents(line.amount);
  const isSameAccount = source.counterIban !== null && line.counterIban !== null && normalizeAccount(source.counterIban) === normalizeAccount(line.counterIban);
  return [...(isExact ? [codedReason('refund-exact', {})] : []), ...(isSameAccount ? [codedReason('refund-account', {})] : [])];
}

function refundsOf(db: ReadableDb, line: MoneyBackLine, customers: readonly CustomerId[], names: ReadonlyMap<number, string>): Line['refunds'] {
  if (line.amount > 0) return [];
  return owedTo(db, customers, line.currency)
    .map((source) => ({ source, evidence: refundEvidence(line, source) }))
    .sort((a, b) => b.evidence.length - a.evidence.length)
    .slice(0, shownRefunds)
    .map(({ source, evidence }) => ({
      kind: source.kind,
      id: source.id,
      customerId: source.customerId,
      customerName: names.get(source.customerId) ?? '',
      label: source.label.slice(0, 500),
      on: source.on,
      available: source.cents,
      evidence: evidence.map(asReason),
    }));
}

/** Every line of money that went back and waits, with what it may turn back and what it may be set against. */
export function moneyBackLines(db: ReadableDb, today: PlainDateText): readonly Line[] {
  const names = customerNames(db);
  return waitingMoneyBack(db, today)
    .slice(0, linesLimit)
    .map(({ line, customerId }) => ({
      bankEntryId: line.bankEntryId,
      bookDate: line.bookDate,
      amount: line.amount,
      currency: line.currency,
      counterName: line.counterName?.slice(0, 500) ?? null,
      counterIban: line.counterIban?.slice(0, 500) ?? null,
      text: line.remittance.slice(0, 5000),
      returnReason: line.returnReason?.slice(0, 500) ?? null,
      customerId,
      customerName: customerId === null ? null : (names.get(customerId) ?? ''),
      returns: returnsOf(db, line),
      refunds: refundsOf(db, line, customerId === null ? [] : [customerId], names),
    }));
}
