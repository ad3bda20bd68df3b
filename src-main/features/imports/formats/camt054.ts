/**
 * camt.054, the debit and credit notification of ISO 20022: which payments a booking consists of. The booking itself stands in a
 * statement, so a notification changes no balance and books nothing; it takes apart the collective booking that it belongs to.
 */
import type { StreamedReader } from './bankStream.ts';
import { camtReader, type CamtMessage } from './camt/readCamt.ts';

const message: CamtMessage = {
  id: 'camt.054',
  label: 'CAMT.054',
  body: 'BkToCstmrDbtCdtNtfctn',
  part: 'Ntfctn',
  standing: 'details',
  statuses: new Set(['BOOK']),
};

export const camt054: StreamedReader = camtReader(message);
