/** The plan as the screen shows it, file by file. */
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Problem } from '../../../src-shared/errors.ts';
import { addCents, type Cents } from '../../../src-shared/money.ts';
import type { BookingOutcome } from '../../domain/importPlan/planBankEntries.ts';
import type { PlannedDocument } from '../../domain/importPlan/planDocuments.ts';
import type { Steps } from '../../ledger/connection.ts';
import type { HeldBank, HeldFile } from './heldFile.ts';
import type { Outcomes } from './outcomes.ts';
import type { ParsedBankTable, ParsedInvoices, ParsedTable } from './parsedFile.ts';
import { partKey } from './partKey.ts';
import type { ImportPlan } from './planImport.ts';
import { partsOfSplits, type StoredSplit } from './storedDetails.ts';
import type { PlannedStatement } from './planStatements.ts';
import { entriesAt, firstAndLastDay } from './statementBookings.ts';

type WireProblem = OutputOf<'imports.commit'>['problems'][number];
type Sums = OutputOf<'imports.preview'>['totals']['sums'];

const clip = (value: string | number, limit: number): string | number => (typeof value === 'string' ? value.slice(0, limit) : value);

/** A finding within the bounds of the contract: foreign text in it may be long. */
function wireProblem(found: Problem): WireProblem {
  const where = found.where;
  return {
    code: found.code,
    severity: found.severity,
    params: Object.fromEntries(Object.entries(found.params).map(([name, value]) => [name.slice(0, 60), clip(value, 2000)])),
    ...(where === undefined
      ? {}
      : {
          where: {
            ...(where.file === undefined ? {} : { file: where.file.slice(0, 500) }),
            ...(where.line === undefined ? {} : { line: where.line }),
            ...(where.path === undefined ? {} : { path: where.path.slice(0, 500) }),
          },
        }),
  };
}

/** Errors first, at most as many as the contract carries. */
export const wireProblems = (problems: readonly Problem[], limit: number): WireProblem[] =>
  [...problems.filter((one) => one.severity === 'error'), ...problems.filter((one) => one.severity === 'warning')]
    .slice(0, limit)
    .map(wireProblem);

/** Adds up what documents ask for, per currency, the largest first. */
function sumsOf(documents: readonly PlannedDocument[]): Sums {
  const sums = new Map<string, { cents: Cents; count: number }>();
  for (const { document } of documents) {
    const currency = document.currency ?? 'EUR';
    const before = sums.get(currency);
    sums.set(currency, {
      cents: before === undefined ? document.open : addCents(before.cents, document.open),
      count: (before?.count ?? 0) + 1,
    });
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 50);
}

const countOf = (documents: readonly PlannedDocument[], kind: PlannedDocument['outcome']['kind']): number =>
  documents.filter(({ outcome }) => outcome.kind === kind).length;

function customersNew(documents: readonly PlannedDocument[]): number {
  const places = documents.flatMap(({ outcome }) =>
    outcome.kind === 'fresh' && outcome.customer.id === null ? [outcome.customer.place] : [],
  );
  return new Set(places).size;
}

function tablePreview(table: ParsedTable): NonNullable<Extract<FilePreview, { kind: 'invoices' }>['table']> {
  return {
    headers: [...table.headers],
    sample: table.sample.map((row) => [...row]),
    mapping: table.mapping,
    remembered: table.isRemembered,
    signature: table.signature,
    skippedRows: table.skippedRows.slice(0, 200).map((row) => ({ ...row, text: row.text.slice(0, 500) })),
  };
}

function invoicePreview(file: HeldFile, content: ParsedInvoices, documents: readonly PlannedDocument[]): FilePreview {
  const taken = documents.filter(({ outcome }) => outcome.kind !== 'skipped');
  const due = taken.flatMap(({ document }) => (document.open > 0 && document.dueDate !== null ? [document.dueDate] : []));
  const oldestDueDate = due.reduce<PlainDateText | null>((oldest, date) => (oldest === null || date < oldest ? date : oldest), null);
  return {
    kind: 'invoices',
    file: file.name.slice(0, 500),
    format: content.format,
    documents: documents.length,
    invoices: documents.filter(({ document }) => document.total >= 0).length,
    creditNotes: documents.filter(({ document }) => document.total < 0).length,
    fresh: countOf(documents, 'fresh'),
    known: countOf(documents, 'known'),
    changed: countOf(documents, 'changed'),
    skipped: countOf(documents, 'skipped'),
    sums: sumsOf(taken),
    oldestDueDate,
    undated: taken.filter(({ document }) => document.open > 0 && document.dueDate === null).length,
    customersNew: customersNew(documents),
    table: content.table === null ? null : tablePreview(content.table),
    problems: wireProblems([...content.problems, ...documents.flatMap((document) => document.problems)], 2000),
  };
}

const possiblyShown = 20;

/** Places of the first doubtful bookings. */
function firstPossible(outcomes: Outcomes): readonly number[] {
  const wanted = Math.min(possiblyShown, outcomes.count('possibly-known'));
  const places: number[] = [];
  for (let place = 0; places.length < wanted; place += 1) if (outcomes.at(place) === 'possibly-known') places.push(place);
  return places;
}

type StatementPreview = Extract<FilePreview, { kind: 'bank' }>['statements'][number];

function* statementPreview({ held, bookings, account, ownership, facts, outcomes }: PlannedStatement, splits: readonly StoredSplit[]): Steps<StatementPreview> {
  const days = firstAndLastDay(bookings);
  const possible = yield* entriesAt(bookings, firstPossible(outcomes));
  return {
    account: account.slice(0, 60),
    standing: held.head.standing,
    ownership,
    number: facts.number,
    from: days?.from ?? facts.openingDate,
    to: days?.to ?? facts.closingDate,
    entries: bookings.count,
    opening: facts.opening,
    closing: facts.closing,
    currency: facts.currency,
    addsUp: held.head.balanced,
    difference: held.head.difference,
    fresh: outcomes.count('fresh') + partsOfSplits(splits.filter((split) => split.held === held)),
    known: outcomes.count('known'),
    possiblyKnown: outcomes.count('possibly-known'),
    possibly: possible.map(({ entry }) => ({
      bookDate: entry.bookDate,
      amount: entry.amount,
      name: (entry.counterName ?? '').slice(0, 200),
      text: (entry.remittance ?? '').slice(0, 300),
    })),
  };
}

const bankTablePreview = (table: ParsedBankTable): NonNullable<Extract<FilePreview, { kind: 'bank' }>['table']> => ({
  headers: [...table.headers],
  sample: table.sample.map((row) => [...row]),
  mapping: table.mapping,
  remembered: table.isRemembered,
  signature: table.signature,
  namedAccount: table.namedAccount,
  rows: table.rows.slice(0, 20).map((row) => ({
    ...row,
    name: row.name.slice(0, 200),
    account: row.account.slice(0, 60),
    text: row.text.slice(0, 300),
    problem: row.problem === null ? null : wireProblem(row.problem),
  })),
});

type PlannedBank = { readonly statements: readonly PlannedStatement[]; readonly splits: readonly StoredSplit[]; readonly findings: readonly Problem[] };

function* bankPreview(file: HeldFile, content: HeldBank, planned: PlannedBank): Steps<FilePreview> {
  const statements: StatementPreview[] = [];
  for (const statement of planned.statements.slice(0, 5000)) {
    statements.push(yield* statementPreview(statement, planned.splits));
    yield;
  }
  return {
    kind: 'bank',
    part: partKey(file),
    file: file.name.slice(0, 500),
    format: content.format,
    statements,
    table: content.table === null ? null : bankTablePreview(content.table),
    problems: wireProblems([...planned.findings, ...content.problems], 2000),
  };
}

function groupedByFile<T extends { readonly file: number }>(items: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group === undefined) groups.set(item.file, [item]);
    else group.push(item);
  }
  return groups;
}

/** One preview per file, in the order in which the user handed them over. */
export function* filePreviews(files: readonly HeldFile[], plan: ImportPlan): Steps<FilePreview[]> {
  const documents = groupedByFile(plan.documents.documents);
  const statements = groupedByFile(plan.statements);
  const findings = Map.groupBy(plan.findings, ({ file }) => file);
  const previews: FilePreview[] = [];
  for (const [index, file] of files.entries()) {
    const { content } = file;
    if (content.kind === 'refused') previews.push({ kind: 'refused', file: file.name.slice(0, 500), problems: wireProblems(content.problems, 2000) });
    else if (content.kind === 'invoices') previews.push(invoicePreview(file, content, documents.get(index) ?? []));
    else {
      const planned = { statements: statements.get(index) ?? [], splits: plan.splits, findings: (findings.get(index) ?? []).map((found) => found.problem) };
      previews.push(yield* bankPreview(file, content, planned));
    }
    yield;
  }
  return previews;
}

/** What the whole set comes to. */
export function previewTotals(files: readonly HeldFile[], plan: ImportPlan): OutputOf<'imports.preview'>['totals'] {
  const documents = plan.documents.documents;
  const count = (kind: BookingOutcome): number => plan.statements.reduce((sum, { outcomes }) => sum + outcomes.count(kind), 0);
  return {
    fresh: countOf(documents, 'fresh') + countOf(documents, 'changed') + count('fresh') + partsOfSplits(plan.splits),
    known: countOf(documents, 'known') + count('known'),
    skipped: countOf(documents, 'skipped') + count('possibly-known'),
    refused: files.filter(({ content }) => content.kind === 'refused').length,
    customersNew: customersNew(documents),
    sums: sumsOf(documents.filter(({ outcome }) => outcome.kind === 'fresh' || outcome.kind === 'changed')),
  };
}
