import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { BankEntryId, CustomerId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { orderByLaw, type Owed } from '../../domain/cash/orderByLaw.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { interestClaims, receiptById, type ReceiptRow } from '../../ledger/cash/matchingRead.ts';
import { readOpenItems } from '../../ledger/documents/openItems.ts';
import { savePayerAsked } from '../../ledger/cash/payerQuestions.ts';
import { askPayer } from './askPayer.ts';
import type { MatchingContext } from './matchingContext.ts';
import { remittanceAdvice } from './remittanceAdvice.ts';
import { unmatchedCashView } from './unmatchedCashView.ts';

type Methods = 'bank.orderByLaw' | 'bank.readRemittance' | 'bank.askPayer' | 'bank.payerAsked' | 'bank.unmatchedCash';

const receiptOf = (db: ReadableDb, bankEntryId: BankEntryId): Result<ReceiptRow, AppError> => {
  const row = receiptById(db, bankEntryId);
  return row === null ? err(appError('not-found', { what: 'receipt', id: bankEntryId })) : ok(row);
};

/** How the law divides the receipt over everything the customer owes in its currency. */
function divided(db: ReadableDb, receipt: ReceiptRow, given: { readonly customerId: CustomerId; readonly today: PlainDateText }): Result<OutputOf<'bank.orderByLaw'>, AppError> {
  const { customerId, today } = given;
  const customer = customerFields(db, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const interest = interestClaims(db, customerId);
  const items = new Map(readOpenItems(db, { asOf: today, customerId }).filter((item) => item.currency === receipt.currency && item.open > 0).map((item) => [item.documentId, item]));
  const owed = [...items.values()].map(({ documentId, kind, open, issueDate, dueDate }): Owed => {
    const share = kind !== 'claim' ? 'principal' : interest.has(documentId) ? 'interest' : 'costs';
    return { documentId, share, openCents: open, issueDate, dueDate };
  });
  const shares = new Map(owed.map(({ documentId, share }) => [documentId, share]));
  const { parts, restCents, reason } = orderByLaw(owed, { amountCents: receipt.unmatched, paidOn: receipt.bookDate, country: customer.country, kind: customer.kind });
  return ok({
    parts: parts.slice(0, 200).map(({ documentId, cents }) => {
      const item = items.get(documentId);
      const share = shares.get(documentId) ?? 'principal';
      return { documentId, cents, number: item?.number.slice(0, 500) ?? '', open: item?.open ?? cents, dueDate: item?.dueDate ?? null, claim: share === 'principal' ? null : share };
    }),
    rest: restCents,
    reason: { code: reason.code, params: { ...reason.params } },
  });
}

/** What helps a person to decide about a receipt, and unmatched cash as a figure. */
export const adviceMethods: Handlers<MatchingContext, Methods> = {
  'bank.orderByLaw': ({ ledger, clock }, { bankEntryId, customerId }) => {
    const receipt = receiptOf(ledger.read, bankEntryId);
    return receipt.ok ? divided(ledger.read, receipt.value, { customerId, today: clock.today() }) : receipt;
  },
  'bank.readRemittance': ({ ledger, clock }, { bankEntryId, text }) => {
    const receipt = receiptOf(ledger.read, bankEntryId);
    return receipt.ok ? ok(remittanceAdvice(ledger.read, receipt.value, { text, today: clock.today() })) : receipt;
  },
  'bank.askPayer': ({ ledger, clock }, asked) => {
    const receipt = receiptOf(ledger.read, asked.bankEntryId);
    return receipt.ok ? ok(askPayer(ledger.read, receipt.value, { ...asked, today: clock.today() })) : receipt;
  },
  'bank.payerAsked': ({ ledger, clock, events }, { bankEntryId, to }) => {
    const saved = ledger.write((db) => savePayerAsked(db, { bankEntryId, to, on: clock.today(), at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['bank'] });
    return ok({ done: true as const });
  },
  'bank.unmatchedCash': ({ ledger, clock }) => ok(unmatchedCashView(ledger.read, clock.today())),
};
