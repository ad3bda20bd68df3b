/**
 * camt.053, the bank-to-customer statement of ISO 20022, in every version (02 to 14; 02 and 08 are the ones Dutch and Belgian banks
 * send).
 */
import type { StreamedReader } from './bankStream.ts';
import { camtReader, type CamtMessage } from './camt/readCamt.ts';

/** Only what is booked: the sums of a statement are those of its booked entries. */
const message: CamtMessage = {
  id: 'camt.053',
  label: 'CAMT.053',
  body: 'BkToCstmrStmt',
  part: 'Stmt',
  standing: 'booked',
  statuses: new Set(['BOOK']),
};

export const camt053: StreamedReader = camtReader(message);
