/** Customers and contacts as imports write them. Fields that a person changed are named in `edited_fields` and left alone. */
import { z } from 'zod';
import type { CustomerId, ImportFileId } from '../../../src-shared/ids.ts';
import type { KnownCustomer } from '../../domain/importPlan/customerBook.ts';
import { type ContactFacts, type CustomerFacts, identifiersOf, nameKey } from '../../domain/importPlan/customerDraft.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

const zEditedFields = z.array(z.string());

type CustomerRow = Omit<KnownCustomer, 'editedFields'> & { readonly editedFields: string };

/** Every customer with the fields by which an import recognises and updates it. */
export function readKnownCustomers(db: ReadableDb): readonly KnownCustomer[] {
  return prepared<[], CustomerRow>(
    db,
    `SELECT id, match_key AS matchKey, name, number, kind, country, language, street, postcode, city, vat_number AS vatNumber,
       registration_number AS registrationNumber, email, phone, term_days AS termDays, edited_fields AS editedFields,
       (SELECT max(d.issue_date) FROM document d WHERE d.customer_id = customer.id) AS newestOn FROM customer ORDER BY id`,
  )
    .all()
    .map((row) => ({ ...row, editedFields: row.editedFields === '[]' ? [] : zEditedFields.parse(JSON.parse(row.editedFields)) }));
}

/** The strongest thing known about a customer: a checked identifier, the number in the user's books, or the name. */
function strongestKey(facts: CustomerFacts): string {
  const [identifier] = identifiersOf(facts);
  if (identifier !== undefined) return identifier;
  return facts.number === '' ? `name:${nameKey(facts.name)}` : `number:${facts.number.toUpperCase()}`;
}

/** A key nobody has yet: namesakes get a number behind it. */
function freeMatchKey(db: ReadableDb, facts: CustomerFacts): string {
  const key = strongestKey(facts).slice(0, 250);
  const taken = prepared<[string], { id: CustomerId }>(db, 'SELECT id FROM customer WHERE match_key = ?');
  let candidate = key;
  for (let count = 2; taken.get(candidate) !== undefined; count += 1) candidate = `${key} #${count}`;
  return candidate;
}

export type NewCustomer = { readonly facts: CustomerFacts; readonly importFileId: ImportFileId | null; readonly createdAt: string };

type CustomerValues = CustomerFacts & { readonly matchKey: string; readonly importFileId: ImportFileId | null; readonly createdAt: string };

export function insertCustomer(db: WritableDb, { facts, importFileId, createdAt }: NewCustomer): CustomerId {
  const result = prepared<[CustomerValues], never>(
    db,
    `INSERT INTO customer (match_key, name, number, kind, country, language, attention, street, postcode, city, vat_number, registration_number,
       email, phone, term_days, ladder, channel, insolvent_on, edited_fields, import_file_id, created_at)
     VALUES (@matchKey, @name, @number, @kind, @country, @language, '', @street, @postcode, @city, @vatNumber, @registrationNumber,
       @email, @phone, NULL, NULL, 'email', NULL, '[]', @importFileId, @createdAt)`,
  ).run({ ...facts, matchKey: freeMatchKey(db, facts), importFileId, createdAt });
  return Number(result.lastInsertRowid) as CustomerId;
}

/** Writes what an import learned about a known customer. The caller has left out what a person edited. */
export function updateCustomerFacts(db: WritableDb, customerId: CustomerId, facts: CustomerFacts): void {
  prepared<[CustomerFacts & { customerId: CustomerId }], never>(
    db,
    `UPDATE customer SET name = @name, number = @number, street = @street, postcode = @postcode, city = @city, vat_number = @vatNumber,
       registration_number = @registrationNumber, email = @email, phone = @phone WHERE id = @customerId`,
  ).run({ ...facts, customerId });
}

type ContactRow = { readonly name: string; readonly email: string; readonly isPaymentContact: number; readonly removedAt: string | null };
type ContactValues = [CustomerId, string, string, string, string, number];

const isSameContact = (known: ContactRow, contact: ContactFacts): boolean =>
  contact.email === ''
    ? known.name.toLowerCase() === contact.name.toLowerCase()
    : known.email.toLowerCase() === contact.email.toLowerCase();

/**
 * Adds the contacts a file named. One that is known, also one that a person removed, is left as it is; only a mailbox for payables
 * becomes the payment contact, and only where there is none.
 */
export function addContacts(db: WritableDb, customerId: CustomerId, contacts: readonly ContactFacts[]): void {
  if (contacts.length === 0) return;
  const known = prepared<[CustomerId], ContactRow>(
    db,
    'SELECT name, email, is_payment_contact AS isPaymentContact, removed_at AS removedAt FROM contact WHERE customer_id = ?',
  ).all(customerId);
  for (const contact of contacts.slice(0, 20)) {
    if (known.some((one) => isSameContact(one, contact))) continue;
    const hasPaymentContact = known.some((one) => one.isPaymentContact === 1 && one.removedAt === null);
    const isPaymentContact = contact.role === 'accounts-payable' && contact.email !== '' && !hasPaymentContact ? 1 : 0;
    prepared<ContactValues, never>(
      db,
      `INSERT INTO contact (customer_id, name, role, email, phone, language, is_payment_contact, can_release_payment, removed_at)
       VALUES (?, ?, ?, ?, ?, NULL, ?, 0, NULL)`,
    ).run(customerId, contact.name, contact.role, contact.email, contact.phone, isPaymentContact);
    known.push({ name: contact.name, email: contact.email, isPaymentContact, removedAt: null });
  }
}
