/** Compares parsed files with the ledger. The preview shows this plan and the booking carries it out, so both reach the same decision. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type DocumentPlan, planDocuments, type SourceDocument } from '../../domain/importPlan/planDocuments.ts';
import type { ReadableDb, Steps } from '../../ledger/connection.ts';
import { readKnownCustomers } from '../../ledger/customers/customers.ts';
import { isDocumentTouched, knownDocumentsLike } from '../../ledger/documents/documents.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { SetFinding } from './applyDetails.ts';
import { daysAhead } from './daysAhead.ts';
import type { HeldFile } from './heldFile.ts';
import { type AccountAnswers, type PlannedStatement, planStatements } from './planStatements.ts';
import { type StoredSplit, withStoredDetails } from './storedDetails.ts';

export type ImportPlan = {
  readonly documents: DocumentPlan;
  readonly statements: readonly PlannedStatement[];
  /** What only the set as a whole brings to light. */
  readonly findings: readonly SetFinding[];
  /** Notifications of the set that take a stored booking apart. */
  readonly splits: readonly StoredSplit[];
};
export type PlanContext = { readonly today: PlainDateText; readonly answers: AccountAnswers };

function sourcesOf(files: readonly HeldFile[]): readonly SourceDocument[] {
  return files.flatMap(({ content, name }, file) => {
    if (content.kind !== 'invoices') return [];
    return content.documents.map((document): SourceDocument => {
      const [first, ...others] = document.lines;
      const place = first === undefined ? name : `${name}, ${others.length === 0 ? first : `${first}–${others.at(-1) ?? first}`}`;
      return { file, origin: place, document, listDate: content.listDate };
    });
  });
}

function planOfDocuments(db: ReadableDb, files: readonly HeldFile[], today: PlainDateText): DocumentPlan {
  const sources = sourcesOf(files);
  if (sources.length === 0) return { documents: [], customers: [] };
  const profile = readProfile(db);
  const filled = (text: string): string | null => (text.trim() === '' ? null : text);
  return planDocuments(sources, {
    own: { names: [profile.name], vat: filled(profile.vatNumber), companyNumber: filled(profile.registrationNumber) },
    ownCountry: profile.country,
    ownLanguage: profile.language,
    today,
    customers: readKnownCustomers(db),
    documentsLike: (customerId, values) => knownDocumentsLike(db, customerId, values),
    isTouched: (documentId) => isDocumentTouched(db, documentId),
  });
}

/** In steps: a year of bookings takes longer to compare than a window may wait. */
export function* planImport(db: ReadableDb, files: readonly HeldFile[], { today, answers }: PlanContext): Steps<ImportPlan> {
  const documents = planOfDocuments(db, files, today);
  yield;
  const nameOf = (file: number): string => files[file]?.name ?? '';
  const planned = yield* withStoredDetails(db, yield* planStatements(db, files, answers), nameOf);
  return { documents, ...planned, findings: [...planned.findings, ...(yield* daysAhead(planned.statements, today, nameOf))] };
}
