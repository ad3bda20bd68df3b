/**
 * Undoes an import by counter-entries: everything that still counts and touches what it brought in, newest first. What it changed in
 * documents of other imports goes back to what it was; what it brought in is marked as removed, so that the same files are new again, and
 * what its receipts taught about payers is forgotten. An invoice that was paid again after a return that no longer counts is not paid twice:
 * the second payment is the customer's to use.
 */
import type { Reason } from '../../../src-shared/contract/common.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { DocumentId, EntryId, ImportId } from '../../../src-shared/ids.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { z } from 'zod';
import type { Steps, WritableDb } from '../../ledger/connection.ts';
import { issueEntryOf, readDocumentFields, saveDocumentFields, zDocumentFields } from '../../ledger/documents/documents.ts';
import { forgetImport } from '../../ledger/bank/forgetImport.ts';
import { readImport, undoneChangesOf } from '../../ledger/bank/imports.ts';
import { documentsChangedBy, entriesReplacedBy, entriesToUndo, entryReplacedBy, markImportUndone } from '../../ledger/bank/importUndoing.ts';
import { openedByReturns, releaseOverPayment } from '../../ledger/cash/releaseOverPayment.ts';
import { entryHead, post, postingsOf, reverseEntry } from '../../ledger/journal.ts';
import { logEvent } from '../../ledger/settings.ts';
import { joinSplits } from '../../ledger/bank/storedBatches.ts';

/** Entries between two reports of progress, and in one question. */
const reportEvery = 500;

const zChange = z.object({ before: zDocumentFields, after: zDocumentFields });

/** The entry that counted before an import and every undone import before it. */
function standingBefore(db: WritableDb, importId: ImportId, documentId: DocumentId): EntryId | null {
  const replaced = entryReplacedBy(db, importId, documentId);
  if (replaced === null) return null;
  const from = entryHead(db, replaced)?.importId ?? null;
  const wasUndone = from !== null && readImport(db, from)?.undoneAt !== null;
  return wasUndone ? standingBefore(db, from, documentId) : replaced;
}

/** Books again what the import had replaced, as it was: the counter-entry itself can not be undone, so the line is written anew. */
function* restoreEntries(db: WritableDb, importId: ImportId, undoing: { readonly at: string; readonly reason: Reason }): Steps<void> {
  for (const { documentId } of yield* entriesReplacedBy(db, importId)) {
    yield;
    // A later import may have changed the document again: what counts then stays.
    if (issueEntryOf(db, documentId) !== null) continue;
    const entryId = standingBefore(db, importId, documentId);
    const head = entryId === null ? null : entryHead(db, entryId);
    if (entryId === null || head === null) continue;
    post(db, {
      kind: head.kind,
      effectiveDate: head.effectiveDate,
      recordedAt: undoing.at,
      currency: head.currency,
      actor: 'person',
      reason: undoing.reason,
      importId: head.importId,
      postings: postingsOf(db, entryId),
    });
  }
}

/** Fields go back, past every change that was undone; what somebody changed since stays. */
function* restoreFields(db: WritableDb, importId: ImportId): Steps<void> {
  for (const documentId of yield* documentsChangedBy(db, importId)) {
    yield;
    const now = readDocumentFields(db, documentId);
    if (now === null) continue;
    const changes = undoneChangesOf(db, documentId).map((detail) => zChange.parse(detail));
    const entries = Object.entries(now).map(([field, value]): [string, unknown] => {
      const back = (at: unknown, change: (typeof changes)[number]): unknown =>
        at === Reflect.get(change.after, field) ? Reflect.get(change.before, field) : at;
      return [field, changes.reduce<unknown>(back, value)];
    });
    saveDocumentFields(db, documentId, zDocumentFields.parse(Object.fromEntries(entries)));
  }
}

/** What was paid again after returns that no longer count goes back to its receipts. */
function* releaseOverPayments(db: WritableDb, entries: readonly EntryId[], at: string): Steps<void> {
  const opened = new Set<DocumentId>();
  for (let first = 0; first < entries.length; first += reportEvery) {
    for (const documentId of openedByReturns(db, entries.slice(first, first + reportEvery))) opened.add(documentId);
    yield;
  }
  for (const documentId of opened) {
    releaseOverPayment(db, documentId, at);
    yield;
  }
}

export type Undoing = {
  readonly importId: ImportId;
  readonly at: string;
  /** Entries reversed so far, and how many there are to reverse. */
  readonly tell: (done: number, total: number) => void;
};

/** In steps, inside one transaction. Codes: `not-found`; `import-undone` when it was undone before. */
export function* undoImport(db: WritableDb, { importId, at, tell }: Undoing): Steps<Result<{ readonly reversedEntries: number }, AppError>> {
  const found = readImport(db, importId);
  if (found === null) return err(appError('not-found', { what: 'import', id: importId }));
  if (found.undoneAt !== null) return err(appError('import-undone'));
  const reason: Reason = { code: 'import-undone', params: { importId } };
  const entries = yield* entriesToUndo(db, importId);
  for (const [done, entryId] of entries.entries()) {
    const reversed = reverseEntry(db, { entryId, recordedAt: at, actor: 'person', reason, importId: null });
    if (!reversed.ok) throw new Error(`an entry that counts could not be reversed: ${reversed.error.code}`);
    if (done % reportEvery === 0) tell(done, entries.length);
    yield;
  }
  yield* markImportUndone(db, importId, at);
  yield* forgetImport(db, { importId, entries, at });
  yield* joinSplits(db, importId, { at, reason });
  yield* restoreEntries(db, importId, { at, reason });
  yield* restoreFields(db, importId);
  yield* releaseOverPayments(db, entries, at);
  logEvent(db, {
    at,
    actor: 'person',
    kind: 'import-undone',
    subject: 'import',
    subjectId: importId,
    detail: { reversedEntries: entries.length },
  });
  return ok({ reversedEntries: entries.length });
}
