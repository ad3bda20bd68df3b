/** What the preview comes to once the answers of the user are counted in. */
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';

export type BankPreview = Extract<FilePreview, { kind: 'bank' }>;
export type StatementPreview = BankPreview['statements'][number];
export type WireProblem = OutputOf<'imports.commit'>['problems'][number];
export type Answers = Readonly<Record<string, 'ours' | 'not-ours'>>;

export type ImportCounts = {
  readonly freshDocuments: number;
  readonly changedDocuments: number;
  readonly bankEntries: number;
  readonly known: number;
  readonly skipped: number;
  readonly possiblyKnown: number;
  readonly refused: number;
};

export const statementsOf = (files: readonly FilePreview[]): readonly StatementPreview[] =>
  files.flatMap((file) => (file.kind === 'bank' ? file.statements : []));

/** Whose account the statement is of, with what the user just said. */
export const ownershipOf = (statement: StatementPreview, answers: Answers): StatementPreview['ownership'] =>
  statement.ownership === 'unknown' && Object.hasOwn(answers, statement.account)
    ? (answers[statement.account] ?? 'unknown')
    : statement.ownership;

/** Accounts nobody has said anything about before, each with how many bookings it brings. */
export function unknownAccounts(files: readonly FilePreview[]): readonly { readonly account: string; readonly entries: number }[] {
  const found = new Map<string, number>();
  // Of what is not taken in nobody needs to know whose it is, and a file without an account (QIF) cannot be asked about.
  for (const { account, standing, ownership, entries } of statementsOf(files))
    if (ownership === 'unknown' && standing === 'booked' && account !== '') found.set(account, (found.get(account) ?? 0) + entries);
  return [...found].map(([account, entries]) => ({ account, entries }));
}

export type AskedFile = {
  /** The file to which the answer goes. */
  readonly part: string;
  /** Its name, with a number behind it where others in the set have the same. */
  readonly file: string;
};

type Named = { readonly part: string; readonly name: string; readonly preview: BankPreview };

/** The bank files of a set, each with a name of its own. */
function namedFiles(files: readonly FilePreview[]): readonly Named[] {
  const previews = files.flatMap((file) => (file.kind === 'bank' ? [file] : []));
  const seen = new Map<string, number>();
  return previews.map((preview) => {
    const count = (seen.get(preview.file) ?? 0) + 1;
    seen.set(preview.file, count);
    return { part: preview.part, name: count === 1 ? preview.file : `${preview.file} (${count})`, preview };
  });
}

/** Bank files that name no account, each with how many bookings it brings; those for which one was chosen stay, so that it can be another. */
export function unnamedFiles(files: readonly FilePreview[], chosen: Readonly<Record<string, string>>): readonly (AskedFile & { readonly entries: number })[] {
  return namedFiles(files).flatMap(({ part, name, preview }) => {
    const own = preview.statements.filter(({ account, ownership, standing }) => standing === 'booked' && (Object.hasOwn(chosen, part) || (account === '' && ownership === 'unknown')));
    return own.length === 0 ? [] : [{ part, file: name, entries: sum(own, ({ entries }) => entries) }];
  });
}

export type DateOrder = 'dmy' | 'mdy';
export type UnclearDates = AskedFile & {
  /** As it was read. */
  readonly order: DateOrder;
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
};

/** Bank files that do not show whether the day or the month comes first; those for which it was said stay, so that it can be said otherwise. */
export function filesWithUnclearDates(files: readonly FilePreview[], chosen: Readonly<Record<string, DateOrder>>): readonly UnclearDates[] {
  return namedFiles(files).flatMap(({ part, name, preview }) => {
    const finding = preview.problems.find(({ code }) => code === 'bank-date-order-unclear');
    const said = Object.hasOwn(chosen, part) ? chosen[part] : undefined;
    if (finding === undefined && said === undefined) return [];
    const days = preview.statements.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null).sort();
    const order = said ?? (finding?.params['order'] === 'mm-dd' ? 'mdy' : 'dmy');
    return [{ part, file: name, order, from: days[0] ?? null, to: days.at(-1) ?? null }];
  });
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

export function importCounts(
  files: readonly FilePreview[],
  choice: { readonly answers: Answers; readonly takePossiblyKnown: boolean },
): ImportCounts {
  const invoices = files.flatMap((file) => (file.kind === 'invoices' ? [file] : []));
  const statements = statementsOf(files);
  const ours = statements.filter((statement) => ownershipOf(statement, choice.answers) === 'ours');
  const possiblyKnown = sum(ours, (statement) => statement.possiblyKnown);
  return {
    freshDocuments: sum(invoices, (file) => file.fresh),
    changedDocuments: sum(invoices, (file) => file.changed),
    bankEntries: sum(ours, (statement) => statement.fresh) + (choice.takePossiblyKnown ? possiblyKnown : 0),
    known: sum(invoices, (file) => file.known) + sum(statements, (statement) => statement.known),
    skipped: sum(invoices, (file) => file.skipped) + sum(statements, (statement) => (ours.includes(statement) ? 0 : statement.fresh)),
    possiblyKnown,
    refused: files.filter((file) => file.kind === 'refused').length,
  };
}

export type ProblemGroup = { readonly code: string; readonly severity: 'error' | 'warning'; readonly problems: readonly WireProblem[] };

/** Findings of one kind together, errors first, then the most frequent. */
export function groupProblems(problems: readonly WireProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, WireProblem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()]
    .map((group): ProblemGroup => ({ code: group[0]?.code ?? '', severity: group[0]?.severity ?? 'warning', problems: group }))
    .sort((one, other) =>
      one.severity === other.severity ? other.problems.length - one.problems.length : one.severity === 'error' ? -1 : 1,
    );
}
