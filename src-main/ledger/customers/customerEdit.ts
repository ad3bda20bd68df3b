import type { CustomerFields } from '../../../src-shared/contract/customers.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { WritableDb } from '../connection.ts';
import { customerFields } from './customerRead.ts';
import { logEvent } from '../settings.ts';
import { prepared } from '../statements.ts';

/** Saves what the user typed. Every field that changed is marked as the user's: later imports leave it alone. */
export function saveCustomer(db: WritableDb, change: { readonly customerId: CustomerId; readonly fields: CustomerFields; readonly at: string }): Result<null, AppError> {
  const { customerId, fields, at } = change;
  const before = customerFields(db, customerId);
  if (before === null) return err(appError('not-found', { what: 'customer', id: customerId }));
  const names = Object.keys(fields) as (keyof CustomerFields)[];
  const changed = names.filter((name) => before.fields[name] !== fields[name]);
  if (changed.length === 0) return ok(null);
  const edited = [...new Set([...before.editedFields, ...changed])].sort();
  prepared<[CustomerFields & { id: CustomerId; edited: string }], never>(
    db,
    `UPDATE customer SET name = @name, number = @number, kind = @kind, country = @country, language = @language, attention = @attention, street = @street,
       postcode = @postcode, city = @city, vat_number = @vatNumber, registration_number = @registrationNumber, email = @email, phone = @phone,
       term_days = @termDays, ladder = @ladder, channel = @channel, insolvent_on = @insolventOn, edited_fields = @edited WHERE id = @id`,
  ).run({ ...fields, id: customerId, edited: JSON.stringify(edited) });
  const pick = (of: CustomerFields): Record<string, unknown> => Object.fromEntries(changed.map((name) => [name, of[name]]));
  logEvent(db, { at, actor: 'person', kind: 'customer-changed', subject: 'customer', subjectId: customerId, detail: { was: pick(before.fields), is: pick(fields) } });
  return ok(null);
}
