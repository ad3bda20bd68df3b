/**
 * camt.053, the bank-to-customer statement of ISO 20022, in every version (02 to 14; 02 and 08 are the ones Dutch and Belgian banks
 * send).
 */
import type { ParsedBankFile } from '../../../domain/bankStatement.ts';
import type { Reader } from '../reader.ts';
import { readCamt, sniffCamt, type CamtMessage } from './camt/readCamt.ts';

/** Only what is booked: the sums of a statement are those of its booked entries. */
const message: CamtMessage = {
  id: 'camt.053',
  body: 'BkToCstmrStmt',
  part: 'Stmt',
  standing: 'booked',
  statuses: new Set(['BOOK']),
};

export const camt053: Reader<ParsedBankFile> = {
  id: message.id,
  label: 'CAMT.053',
  kind: 'bank',
  sniff: (head) => sniffCamt(head, message.body),
  parse: (source, context) => readCamt(source, context, message),
};
