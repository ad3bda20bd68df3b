/**
 * camt.052, the intraday report of ISO 20022: bookings of the day and bookings that are expected. All of them come again in the
 * statement of the day, perhaps otherwise, so they are shown and never booked, and the balances of the moment are no balances of a
 * statement.
 */
import type { StreamedReader } from './bankStream.ts';
import { camtReader, type CamtMessage } from './camt/readCamt.ts';

const message: CamtMessage = {
  id: 'camt.052',
  label: 'CAMT.052',
  body: 'BkToCstmrAcctRpt',
  part: 'Rpt',
  standing: 'provisional',
  statuses: new Set(['BOOK', 'PDNG', 'FUTR']),
};

export const camt052: StreamedReader = camtReader(message);
