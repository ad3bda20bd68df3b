import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DisputeId, DocumentId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { ReadableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type OpenDispute = {
  readonly disputeId: DisputeId;
  readonly documentId: DocumentId;
  readonly customerId: CustomerId;
  readonly number: string;
  readonly cents: Cents;
  readonly reason: string;
  readonly openedOn: PlainDateText;
};

/** Disputes that are not resolved, of one customer or of all (`null`), oldest first. */
export function openDisputes(db: ReadableDb, customerId: CustomerId | null): readonly OpenDispute[] {
  return prepared<[{ customerId: CustomerId | null }], OpenDispute>(
    db,
    `SELECT x.id AS disputeId, x.document_id AS documentId, d.customer_id AS customerId, d.number, x.cents, x.reason, x.opened_on AS openedOn
     FROM dispute x JOIN document d ON d.id = x.document_id
     WHERE x.resolved_on IS NULL AND (@customerId IS NULL OR d.customer_id = @customerId) ORDER BY x.opened_on, x.id`,
  ).all({ customerId });
}
