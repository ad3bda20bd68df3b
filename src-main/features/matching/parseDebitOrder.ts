/**
 * Our own order for direct debits (ISO 20022 pain.008, CustomerDirectDebitInitiation). It is no statement: nothing of it is money that came
 * in. What is read is which end-to-end id stands for what.
 */
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { type Cents, parseDecimalCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { DebitLine, DebitOrder } from '../../domain/matching/debitOrder.ts';
import { normalizeAccount } from '../../domain/references/iban.ts';
import { nodesAt, type ReadXmlTree, textAt, textsAt, type XmlNode } from '../../domain/xmlTree.ts';

/** More debits are several orders. */
export const mostDebits = 5000;

const dateOf = (text: string): PlainDateText | null => (parsePlainDate(text.slice(0, 10)) === null ? null : (text.slice(0, 10) as PlainDateText));
const orNull = (text: string): string | null => (text === '' ? null : text);

function lineOf(node: XmlNode, payment: XmlNode): DebitLine | null {
  const [amount] = nodesAt(node, 'InstdAmt');
  const value: Cents | null = amount === undefined ? null : parseDecimalCents(amount.text.trim());
  if (amount === undefined || value === null || value <= 0) return null;
  // Version 8 and later wrap the day in a choice.
  const day = textAt(payment, 'ReqdColltnDt') || textAt(payment, 'ReqdColltnDt/Dt');
  const iban = textAt(node, 'DbtrAcct/Id/IBAN');
  return {
    endToEndId: textAt(node, 'PmtId/EndToEndId').slice(0, 60),
    cents: value,
    currency: amount.attributes['Ccy'] ?? 'EUR',
    collectOn: dateOf(day),
    mandateId: orNull(textAt(node, 'DrctDbtTx/MndtRltdInf/MndtId').slice(0, 60)),
    debtorName: textAt(node, 'Dbtr/Nm').slice(0, 140),
    debtorIban: iban === '' ? null : normalizeAccount(iban).slice(0, 40),
    remittance: textsAt(node, 'RmtInf/Ustrd').join(' ').slice(0, 1000),
    structuredRef: orNull(textAt(node, 'RmtInf/Strd/CdtrRefInf/Ref').slice(0, 60)),
  };
}

/** Reads an order. `debit-order-unreadable` for what is no pain.008, also another message of the same family; `debit-order-too-large`. */
export function parseDebitOrder(text: string, readXmlTree: ReadXmlTree): Result<DebitOrder, AppError> {
  const root = readXmlTree(text);
  const [body] = root?.name === 'Document' ? nodesAt(root, 'CstmrDrctDbtInitn') : [];
  if (body === undefined) return err(appError('debit-order-unreadable'));
  const payments = nodesAt(body, 'PmtInf');
  const found = payments.flatMap((payment) => nodesAt(payment, 'DrctDbtTxInf').map((node) => lineOf(node, payment)));
  const lines = found.filter((line) => line !== null);
  const message = textAt(body, 'GrpHdr/MsgId').slice(0, 60);
  if (lines.length === 0 || lines.length < found.length || message === '') return err(appError('debit-order-unreadable'));
  if (lines.length > mostDebits) return err(appError('debit-order-too-large', { most: mostDebits }));
  const accounts = [...new Set(payments.map((payment) => normalizeAccount(textAt(payment, 'CdtrAcct/Id/IBAN'))))];
  return ok({ message, accounts, lines });
}
