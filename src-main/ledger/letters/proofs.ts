/**
 * Documents that prove a delivery or a sending, kept with the customer and, where they are about one, with an invoice or a message. The file
 * stays as it came; its pages as pictures stand in `file`, so that a letter can carry them. Taking one away leaves the row: it may have been
 * sent.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CustomerId, DocumentId, MessageId, ProofId } from '../../../src-shared/ids.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { prepared } from '../statements.ts';

export type ProofKind = 'delivery' | 'sending' | 'other';
export type ProofMime = 'application/pdf' | 'image/png' | 'image/jpeg';
/** Of one file, in bytes. */
export const largestProof = 10_000_000;

export type Proof = {
  readonly proofId: ProofId;
  readonly customerId: CustomerId;
  readonly documentId: DocumentId | null;
  /** Number of the invoice, or empty. */
  readonly documentNumber: string;
  readonly messageId: MessageId | null;
  /** Reference of the message, or empty. */
  readonly messageReference: string;
  readonly kind: ProofKind;
  readonly name: string;
  readonly mime: ProofMime;
  readonly size: number;
  readonly sha256: string;
  /** Hashes of its pages as pictures (rows of `file`), in order. */
  readonly pages: readonly string[];
  /** Whether it goes along with later messages about its invoice, or about those of its message. */
  readonly isEnclosed: boolean;
  readonly addedAt: string;
};

type Row = Omit<Proof, 'pages' | 'isEnclosed'> & { readonly pages: string; readonly isEnclosed: number };
const select = `SELECT p.id AS proofId, p.customer_id AS customerId, p.document_id AS documentId, coalesce(d.number, '') AS documentNumber, p.message_id AS messageId,
  coalesce(m.reference, '') AS messageReference, p.kind, p.name, p.mime, p.size, p.sha256, p.pages, p.is_enclosed AS isEnclosed, p.added_at AS addedAt
  FROM proof p LEFT JOIN document d ON d.id = p.document_id LEFT JOIN message m ON m.id = p.message_id`;
const toProof = (row: Row): Proof => ({ ...row, pages: JSON.parse(row.pages) as string[], isEnclosed: row.isEnclosed === 1 });

/** What a customer's proofs are, without their bytes, oldest first. Those that were taken away are left out. */
export const proofsOf = (db: ReadableDb, customerId: CustomerId): readonly Proof[] =>
  prepared<[CustomerId], Row>(db, `${select} WHERE p.customer_id = ? AND p.removed_at IS NULL ORDER BY p.id`).all(customerId).map(toProof);

export function proofById(db: ReadableDb, proofId: ProofId): Proof | null {
  const row = prepared<[ProofId], Row>(db, `${select} WHERE p.id = ?`).get(proofId);
  return row === undefined ? null : toProof(row);
}

/** The file as it came; null when there is no such proof. */
export function proofBytes(db: ReadableDb, proofId: ProofId): Uint8Array | null {
  const row = prepared<[ProofId], { deflated: Buffer }>(db, 'SELECT deflated FROM proof WHERE id = ?').get(proofId);
  return row === undefined ? null : new Uint8Array(inflateRawSync(row.deflated, { maxOutputLength: largestProof }));
}

/** Proofs that go along with a message about these documents, oldest first: those of the documents, and those of earlier messages about them. */
export const enclosedProofs = (db: ReadableDb, customerId: CustomerId, documentIds: readonly DocumentId[]): readonly Proof[] => {
  const wanted = new Set(documentIds);
  const isAbout = prepared<[MessageId], { documentId: DocumentId }>(db, 'SELECT document_id AS documentId FROM message_document WHERE message_id = ?');
  return proofsOf(db, customerId).filter(({ isEnclosed, documentId, messageId }) => {
    if (!isEnclosed) return false;
    if (documentId !== null) return wanted.has(documentId);
    return messageId === null || isAbout.all(messageId).some((row) => wanted.has(row.documentId));
  });
};

export type NewProof = Pick<Proof, 'customerId' | 'documentId' | 'messageId' | 'kind' | 'name' | 'mime' | 'isEnclosed'> & {
  readonly bytes: Uint8Array;
  readonly pages: readonly StoredPicture[];
  readonly at: string;
};
export type StoredPicture = { readonly mime: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Stores a picture that letters name by its hash; the same picture is stored once. */
export function storePicture(db: WritableDb, { mime, bytes }: StoredPicture): string {
  const hash = sha256(bytes);
  prepared<[string, string, Uint8Array], never>(db, 'INSERT INTO file (sha256, mime, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(hash, mime, bytes);
  return hash;
}

/** A stored picture as a data URL; null when it is not there or no picture. */
export function pictureUrl(db: ReadableDb, hash: string): string | null {
  const row = prepared<[string], { mime: string; bytes: Buffer }>(db, 'SELECT mime, bytes FROM file WHERE sha256 = ?').get(hash);
  return row === undefined || !row.mime.startsWith('image/') ? null : `data:${row.mime};base64,${row.bytes.toString('base64')}`;
}

/** Adds a proof with its pages. */
export function addProof(db: WritableDb, { bytes, pages, at, isEnclosed, ...proof }: NewProof): ProofId {
  const hashes = pages.map((page) => storePicture(db, page));
  const values = { ...proof, isEnclosed: isEnclosed ? 1 : 0, size: bytes.length, sha256: sha256(bytes), deflated: deflateRawSync(bytes), pages: JSON.stringify(hashes), at };
  const { lastInsertRowid } = prepared<[typeof values], never>(
    db,
    `INSERT INTO proof (customer_id, document_id, message_id, kind, name, mime, size, sha256, deflated, pages, is_enclosed, added_at)
     VALUES (@customerId, @documentId, @messageId, @kind, @name, @mime, @size, @sha256, @deflated, @pages, @isEnclosed, @at)`,
  ).run(values);
  return Number(lastInsertRowid) as ProofId;
}

/** Whether it goes along with later messages. False when there is no such proof any more. */
export const setProofEnclosed = (db: WritableDb, proofId: ProofId, isEnclosed: boolean): boolean =>
  prepared<[number, ProofId], never>(db, 'UPDATE proof SET is_enclosed = ? WHERE id = ? AND removed_at IS NULL').run(isEnclosed ? 1 : 0, proofId).changes === 1;

/** Takes a proof away, or puts it back (`at` null). False when it already is so. */
export const setProofRemoved = (db: WritableDb, proofId: ProofId, at: string | null): boolean =>
  prepared<[{ proofId: ProofId; at: string | null }], never>(db, 'UPDATE proof SET removed_at = @at WHERE id = @proofId AND (removed_at IS NULL) <> (@at IS NULL)').run({ proofId, at }).changes === 1;
