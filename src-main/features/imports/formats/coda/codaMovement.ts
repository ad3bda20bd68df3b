/**
 * A movement or a detail as it is gathered from its records: 2.1 opens it, 2.2 and 2.3 and the information records 3.x that follow
 * belong to it (by place in the file, not by their detail number: those of 2.x and 3.x are counted apart).
 */
import type { ErrorCode } from '../../../../../src-shared/errors.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import type { Cents } from '../../../../../src-shared/money.ts';
import type { CodaLine } from './codaLines.ts';
import { codaAmount, codaCounterAccount, codaDate, columns, transactionCode, type TransactionCode } from './codaFields.ts';

/** A text and the type of structured communication it has; null for free text. */
export type Communication = { readonly type: string | null; readonly text: string };

export type CodaMovement = {
  readonly line: number;
  lastLine: number;
  readonly sequence: string;
  /** 0000 for a movement of the account, otherwise a detail of one. */
  readonly detail: string;
  readonly bankRef: string;
  readonly amount: Cents;
  readonly valueDate: PlainDateText | null;
  readonly bookDate: PlainDateText | null;
  readonly code: TransactionCode;
  readonly globalisation: string;
  readonly communicationType: string | null;
  /** The parts of the communication in 2.1, 2.2 and 2.3, each of its full width. */
  readonly text: [string, string, string];
  customerReference: string;
  counterBic: string;
  returnType: string;
  returnReason: string;
  purpose: string;
  counterAccount: string | null;
  counterName: string;
  readonly information: Communication[];
  readonly raw: string[];
};

const secondWidth = 53;
const thirdWidth = 43;

/** Opens a movement from a record 2.1; an error code when its amount or shape cannot be read. */
export function openMovement({ text: record, number: line }: CodaLine): CodaMovement | ErrorCode {
  const read = codaAmount(columns(record, 32, 32), columns(record, 33, 47));
  if (read === null || read.beyondCents !== '') return 'bank-amount-unreadable';
  const code = columns(record, 54, 61);
  const detail = columns(record, 7, 10);
  if (!/^\d{8}$/.test(code) || !/^\d{4}$/.test(detail)) return 'bank-entry-unreadable';
  const isStructured = columns(record, 62, 62) === '1';
  return {
    line,
    lastLine: line,
    sequence: columns(record, 3, 6),
    detail,
    bankRef: columns(record, 11, 31).trim(),
    amount: read.amount,
    valueDate: codaDate(columns(record, 48, 53)),
    bookDate: codaDate(columns(record, 116, 121)),
    code: transactionCode(code),
    globalisation: columns(record, 125, 125),
    communicationType: isStructured ? columns(record, 63, 65) : null,
    text: [columns(record, isStructured ? 66 : 63, 115), ' '.repeat(secondWidth), ' '.repeat(thirdWidth)],
    customerReference: '',
    counterBic: '',
    returnType: '',
    returnReason: '',
    purpose: '',
    counterAccount: null,
    counterName: '',
    information: [],
    raw: [record.trimEnd()],
  };
}

/** Whether a record belongs to a movement: 2.2 and 2.3 repeat its two numbers, 3.x only the first (they count their details apart). */
function isOf(movement: CodaMovement, record: string): boolean {
  if (columns(record, 3, 6) !== movement.sequence) return false;
  return record.charAt(0) === '3' || columns(record, 7, 10) === movement.detail;
}

/** Adds a record 2.2, 2.3 or 3.x to its movement; false when it belongs to another or has no known article. */
export function addToMovement(movement: CodaMovement, { text: record, number }: CodaLine, version: string): boolean {
  if (!isOf(movement, record)) return false;
  const article = columns(record, 1, 2);
  if (article === '22') {
    movement.text[1] = columns(record, 11, 63);
    movement.customerReference = columns(record, 64, 98).trim();
    movement.counterBic = columns(record, 99, 109).trim();
    movement.returnType = columns(record, 113, 113).trim();
    movement.returnReason = columns(record, 114, 117).trim();
    movement.purpose = columns(record, 122, 125).trim();
  } else if (article === '23' && version === '1') {
    movement.counterAccount = codaCounterAccount(columns(record, 11, 22).padEnd(34));
    movement.counterName = columns(record, 48, 73).trim();
  } else if (article === '23') {
    movement.counterAccount = codaCounterAccount(columns(record, 11, 47));
    movement.counterName = columns(record, 48, 82).trim();
    movement.text[2] = columns(record, 83, 125);
  } else if (article === '31') {
    const isStructured = columns(record, 40, 40) === '1';
    movement.information.push(
      isStructured ? { type: columns(record, 41, 43), text: columns(record, 44, 113) } : { type: null, text: columns(record, 41, 113) },
    );
  } else if (article === '32' || article === '33') {
    const last = movement.information.pop() ?? { type: null, text: '' };
    movement.information.push({ ...last, text: last.text + columns(record, 11, article === '32' ? 115 : 100) });
  } else return false;
  movement.raw.push(record.trimEnd());
  movement.lastLine = number;
  return true;
}
