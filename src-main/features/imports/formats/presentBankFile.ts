/** A bank file as the command line shows it: plain JSON, amounts as signed decimal strings, dates as YYYY-MM-DD. */
import {
  leafPayments,
  type BankBalance,
  type BankEntry,
  type BankPayment,
  type BankStatement,
  type ParsedBankFile,
  type StatementStanding,
} from '../../../domain/bankStatement.ts';
import type { Problem } from '../../../../src-shared/errors.ts';
import { decimalFromCents } from '../../../../src-shared/money.ts';

export type PresentedPayment = {
  readonly amount: string;
  readonly currency: string;
  readonly counterIban: string | null;
  readonly counterAccount: string | null;
  readonly counterBic: string | null;
  readonly counterName: string | null;
  readonly remittance: string | null;
  readonly structuredRef: string | null;
  readonly structuredIssuer: string | null;
  readonly structuredRefValid: boolean | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly creditorId: string | null;
  readonly returnReason: string | null;
  readonly purpose: string | null;
  /** Who stands behind the counterparty: for whom was paid, or who is paid in the end. */
  readonly ultimateDebtorName: string | null;
  readonly ultimateDebtorId: string | null;
};

export type PresentedEntry = PresentedPayment & {
  readonly bookDate: string;
  readonly valueDate: string;
  readonly bankRef: string | null;
  readonly typeCode: string | null;
  readonly reversal: boolean;
  readonly origin: string;
  /** The parts of a batch that adds up; absent for a single payment. */
  readonly leafPayments?: readonly PresentedPayment[];
};

export type PresentedStatement = {
  readonly standing: StatementStanding;
  readonly account: string;
  readonly number: string | null;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly currency: string | null;
  readonly balanced: boolean | null;
  readonly difference: string | null;
  readonly entries: readonly PresentedEntry[];
};

export type PresentedBankFile = {
  readonly file: string;
  readonly format: string | null;
  readonly statements: readonly PresentedStatement[];
  readonly problems: readonly Problem[];
};

function presentPayment(payment: BankPayment): PresentedPayment {
  const [reference] = payment.structuredReferences;
  return {
    amount: decimalFromCents(payment.amount),
    currency: payment.currency,
    counterIban: payment.counterIban,
    counterAccount: payment.counterAccount,
    counterBic: payment.counterBic,
    counterName: payment.counterName,
    remittance: payment.remittance,
    structuredRef: reference?.text ?? null,
    structuredIssuer: reference?.issuer ?? null,
    structuredRefValid: reference?.isValid ?? null,
    endToEndId: payment.endToEndId,
    mandateId: payment.mandateId,
    creditorId: payment.creditorId,
    returnReason: payment.returnReason,
    purpose: payment.purpose,
    ultimateDebtorName: payment.ultimateName,
    ultimateDebtorId: payment.ultimateId,
  };
}

function presentEntry(entry: BankEntry): PresentedEntry {
  return {
    bookDate: entry.bookDate,
    valueDate: entry.valueDate,
    ...presentPayment(entry),
    bankRef: entry.bankRef,
    typeCode: entry.typeCode,
    reversal: entry.isReversal,
    origin: entry.origin,
    ...(entry.payments.length > 0 ? { leafPayments: leafPayments(entry).map(presentPayment) } : {}),
  };
}

const presentBalance = (balance: BankBalance | null): string | null =>
  balance === null ? null : `${decimalFromCents(balance.amount)}${balance.beyondCents}`;

const presentStatement = (statement: BankStatement): PresentedStatement => ({
  standing: statement.standing,
  account: statement.account,
  number: statement.number,
  opening: presentBalance(statement.opening),
  closing: presentBalance(statement.closing),
  currency: statement.currency,
  balanced: statement.balanced,
  difference: statement.difference === null ? null : decimalFromCents(statement.difference),
  entries: statement.entries.map(presentEntry),
});

/** A file that was read. */
export const presentBankFile = (file: string, parsed: ParsedBankFile): PresentedBankFile => ({
  file,
  format: parsed.format,
  statements: parsed.statements.map(presentStatement),
  problems: parsed.problems,
});

/** A file that was refused: no statements, and why. */
export const presentRefusedFile = (file: string, format: string | null, problems: readonly Problem[]): PresentedBankFile => ({
  file,
  format,
  statements: [],
  problems,
});
