/** Rows that a history needs before anything can be booked, with as little said about them as possible. */
import type { Ledger, WritableDb } from '../../src-main/ledger/connection.ts';
import { type EntryKind, post } from '../../src-main/ledger/journal.ts';
import type { Posting } from '../../src-main/domain/posting/posting.ts';
import type { PlainDateText } from '../../src-shared/dates.ts';
import type { BankEntryId, CustomerId, DocumentId, EntryId, OwnAccountId } from '../../src-shared/ids.ts';
import type { Cents } from '../../src-shared/money.ts';

export const ownAccountId = 1 as OwnAccountId;
const customerColumns = `match_key, name, number, kind, country, language, attention, street, postcode, city, vat_number, registration_number, email, phone,
  channel, edited_fields, created_at`;

/** One import, one own account and two customers. */
export function seedParties(ledger: Ledger): void {
  ledger.write(({ sqlite }) =>
    sqlite.exec(`INSERT INTO import (id, kind, at, problems) VALUES (1, 'mixed', '2026-01-01T00:00:00Z', 0);
      INSERT INTO import_file (id, import_id, name, reader, sha256, size, deflated) VALUES (1, 1, 'own-sample.xml', 'ubl', '${'0'.repeat(64)}', 0, x'0300');
      INSERT INTO own_account (id, iban, currency, ownership) VALUES (1, 'NL00TEST0000000001', 'EUR', 'ours');
      INSERT INTO statement (id, own_account_id, import_file_id, currency, adds_up, difference, entries) VALUES (1, 1, 1, 'EUR', 1, 0, 0);
      INSERT INTO customer (id, ${customerColumns}) VALUES
        (1, 'name:a', 'Aardappel', '', 'business', 'NL', 'nl', '', '', '', '', '', '', '', '', 'email', '[]', '2026-01-01T00:00:00Z'),
        (2, 'name:b', 'Biet', '', 'business', 'BE', 'fr', '', '', '', '', '', '', '', '', 'email', '[]', '2026-01-01T00:00:00Z');`),
  );
}

export type DocumentFacts = {
  readonly customerId: CustomerId;
  readonly kind: 'invoice' | 'creditNote';
  readonly issueDate: PlainDateText;
  /** Signed: negative for a credit note. */
  readonly total: Cents;
};

/** A document without its entry; its number is its id. */
export function addDocument(db: WritableDb, facts: DocumentFacts): DocumentId {
  const id = Number(db.sqlite.prepare('SELECT coalesce(max(id), 0) + 1 FROM document').pluck().get());
  db.sqlite
    .prepare(
      `INSERT INTO document (id, customer_id, kind, type_code, number, match_key, issue_date, due_date, due_date_origin, currency, total, credits_numbers, import_file_id, origin)
       VALUES (@id, @customerId, @kind, '380', @number, @number, @issueDate, date(@issueDate, '+30 days'), 'stated', 'EUR', @total, '[]', 1, '{}')`,
    )
    .run({ ...facts, id, number: `F${id}` });
  return id as DocumentId;
}

/** A line of a bank statement without its entry. */
export function addBankEntry(db: WritableDb, facts: { readonly bookDate: PlainDateText; readonly amount: Cents }): BankEntryId {
  const id = Number(db.sqlite.prepare('SELECT coalesce(max(id), 0) + 1 FROM bank_entry').pluck().get());
  db.sqlite
    .prepare(
      `INSERT INTO bank_entry (id, statement_id, own_account_id, book_date, amount, currency, remittance, entry_key, weak_key, occurrence, raw, origin)
       VALUES (@id, 1, 1, @bookDate, @amount, 'EUR', '', @key, @key, 1, '', '{}')`,
    )
    .run({ ...facts, id, key: `key-${id}` });
  return id as BankEntryId;
}

/** Books postings on a day, by the program, for a reason that names nothing. */
export function book(
  db: WritableDb,
  entry: { readonly kind: EntryKind; readonly on: PlainDateText; readonly postings: readonly Posting[] },
): EntryId {
  return post(db, {
    kind: entry.kind,
    effectiveDate: entry.on,
    recordedAt: '2026-11-22T09:00:00.000Z',
    currency: 'EUR',
    actor: 'program',
    reason: { code: 'test', params: {} },
    importId: null,
    postings: entry.postings,
  });
}
