import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import type { ReadableDb } from '../connection.ts';
import { customerFields } from './customerRead.ts';
import { type HandedOver, handoversNow } from './handover.ts';

/** Why the customer must not be asked for the balance, as a statement does: insolvent, or with another party. Null when nothing stands against it. */
export function notToBeAsked(db: ReadableDb, customerId: CustomerId): { readonly kind: 'insolvent'; readonly sinceDate: PlainDateText } | ({ readonly kind: 'handed-over' } & HandedOver) | null {
  const sinceDate = customerFields(db, customerId)?.fields.insolventOn ?? null;
  if (sinceDate !== null) return { kind: 'insolvent', sinceDate };
  const handedOver = handoversNow(db, customerId).running.get(customerId);
  return handedOver === undefined ? null : { kind: 'handed-over', ...handedOver };
}
